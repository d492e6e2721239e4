"""Learn what the measures of meaning are worth beside those of words, and where "reworded, probably" begins.

    python -m training.second_look            cross-validated figures, by quote
    python -m training.second_look --write    and indexer/compare/meaning.json, learned from everything

Asked are the texts of ``training/judge.py``, of those by code ``BY_CODE``; of each, the candidates that its judge ranks
first. Positive pairs are those that print the quote. Negative pairs are all others, and for a sentence on
the same topic the quote itself too: of these the words tell least. The threshold is the score that 16 of a thousand
texts reach with all that prints them taken out and nothing reported by words. The same data gives the same file, on
one machine.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bench.trials import SEED, Archive, Row, Trial, gathered
from bench.variants import KINDS, contents, variants
from indexer.compare import Likeness, Measures, wording
from indexer.compare.judge import FEWEST_WORDS_LIKELY
from indexer.compare.likeness import likeness
from indexer.compare.reading import Reading, reading
from indexer.compare.second_look import LOOKED_AT, MOST_WORDS
from indexer.compare.weights import MEANING, Weights, shipped
from training.judge import BY_HAND_MASS, FOLDS, SAME, write
from training.logistic import fit

BY_CODE = 450
HARD_MASS = 3.0
"""Translations there and back, and sentences on the same topic, are what a second look is for: each counts as three of
the other variants by hand."""

FALSE = 0.016
"""Beside the 0.8 % that words alone report falsely; by half of these a person finds the same statement printed."""

OUTPUT = Path(__file__).resolve().parents[1] / "indexer" / "compare" / MEANING


@dataclass(frozen=True, slots=True)
class Looked:
    """A text that is asked for, with the candidates that words rank first.

    Args:
        by_words: whether words alone report one; with all candidates, and without those that print the quote.
        pairs: candidates that a second look may be taken at, best first by words: each with its values.
    """

    trial: Trial
    by_words: tuple[bool, bool]
    pairs: tuple[tuple[Row, tuple[float, ...]], ...]

    def best(self, weights: Weights, copies: bool = True) -> tuple[float, Row] | None:
        """The best of the few that a second look is taken at, with its score."""
        seen = [(row, values) for row, values in self.pairs if copies or not row.copy][:LOOKED_AT]
        scored = [(weights.score(values), row) for row, values in seen]
        return max(scored, key=lambda each: each[0], default=None)


class Reader:
    """Reads the contents of an archive, each once."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._stored = lru_cache(maxsize=None)(self._read)

    def looked(self, trial: Trial) -> Looked:
        """The text with what a second look at its candidates finds."""
        words = shipped()
        query = wording(trial.text)
        rows = sorted(trial.rows, key=lambda row: -row.score(words))
        by_words = any(row.reported(words) for row in rows)
        wrongly = any(row.reported(words) for row in rows if not row.copy)
        few = [row for row in rows if not row.reported(words) and self._fits(row, len(query))]
        copies = [row for row in few if row.copy][:2]
        others = [row for row in few if not row.copy][: LOOKED_AT + 2 * bool(trial.group)]
        chosen = [row for row in few if row in copies or row in others]
        mine = reading(query) if chosen else None
        pairs = [(row, (*row.values, *likeness(mine, self._stored(row.stored)))) for row in chosen if mine]
        return Looked(trial, (by_words, wrongly), tuple(pairs))

    def _fits(self, row: Row, query: int) -> bool:
        longer = max(query, len(self._archive.wordings[row.stored]))
        return row.shorter >= FEWEST_WORDS_LIKELY and longer <= MOST_WORDS

    def _read(self, number: int) -> Reading:
        return reading(self._archive.wordings[number])


def learn(texts: Iterable[Looked]) -> Weights:
    """The weights that these texts teach; nothing is ever sure."""
    texts = list(texts)
    rows: list[tuple[float, ...]] = []
    labels: list[bool] = []
    masses: list[float] = []
    for each in texts:
        for values, label in _labelled(each):
            rows.append(values)
            labels.append(label)
            masses.append(_mass(each.trial))
    bias, *weights = fit(rows, labels, masses)
    learned = Weights(bias, tuple(weights), 0.5, 1.0)
    reached = sorted((_falsely(each, learned) for each in texts), reverse=True)
    return Weights(bias, learned.weights, round(reached[int(FALSE * len(reached))], 3), 1.0)


def _labelled(each: Looked) -> Iterator[tuple[tuple[float, ...], bool]]:
    kind = each.trial.kind
    for row, values in each.pairs:
        if not row.copy or kind == "different":
            yield values, False
        elif not row.exact and (kind in SAME or not each.trial.group):
            yield values, True


def _mass(trial: Trial) -> float:
    if not trial.group:
        return 1.0
    return BY_HAND_MASS * (HARD_MASS if trial.kind in ("backtranslated", "different") else 1.0)


def _falsely(each: Looked, weights: Weights) -> float:
    """The second score of what prints something else, where words report nothing."""
    best = None if each.by_words[1] else each.best(weights, copies=False)
    return best[0] if best else 0.0


def cross_validated(texts: Sequence[Looked]) -> list[tuple[Looked, Weights]]:
    """Each text with weights that were learned without any variant of its quote; of those by code, without itself."""
    groups = sorted({each.trial.group for each in texts if each.trial.group})
    random.Random(SEED).shuffle(groups)
    judged = []
    for fold in range(FOLDS):
        held = frozenset(groups[fold::FOLDS])
        inside = [
            each.trial.group in held if each.trial.group else number % FOLDS == fold
            for number, each in enumerate(texts)
        ]
        weights = learn(each for each, out in zip(texts, inside, strict=True) if not out)
        judged += [(each, weights) for each, out in zip(texts, inside, strict=True) if out]
    return judged


def texts_of(archive: Archive, hand: Sequence[Trial], code: Sequence[Trial]) -> list[Looked]:
    """All texts that are learned from, of the trials by hand and by code."""
    reader = Reader(archive)
    some = random.Random(SEED).sample(code, min(BY_CODE, len(code)))
    return [reader.looked(trial) for trial in (*hand, *some)]


def figures(judged: Sequence[tuple[Looked, Weights]]) -> Iterator[str]:
    """What is reported by words, and with a second look, of each kind."""
    for kind in KINDS:
        mine = [(each, weights) for each, weights in judged if each.trial.kind == kind and each.trial.group]
        words = sum(each.by_words[0] for each, _ in mine)
        again = sum(each.by_words[0] or _reports(each, weights) for each, weights in mine)
        yield f"{kind:16} by words {words:3}, with a second look {again:3} of {len(mine)}"
    words = sum(each.by_words[1] for each, _ in judged)
    again = sum(each.by_words[1] or _reports(each, weights, copies=False) for each, weights in judged)
    yield f"taken out        by words {words:3}, with a second look {again:3} of {len(judged)}"


def _reports(each: Looked, weights: Weights, copies: bool = True) -> bool:
    best = each.best(weights, copies)
    return best is not None and best[0] >= weights.reported


def main() -> None:
    """Learn, print the figures, and write when told."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"write {OUTPUT.name}")
    keep = parser.parse_args().write
    archive = Archive(contents("train", "dev"))
    texts = texts_of(archive, *gathered(archive, variants()))
    print(*figures(cross_validated(texts)), sep="\n")
    weights = learn(texts)
    print(weights)
    if keep:
        write(weights, [*Measures._fields, *Likeness._fields], OUTPUT)


if __name__ == "__main__":
    main()

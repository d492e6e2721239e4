"""Questions put to the judge, each with the candidates that an archive has for it and which of them are right."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.questions.candidates import Candidates
from bench.questions.edits import EDITS
from bench.questions.variants import Content, Variant
from indexer.compare import EditKind, Measures, Wording, judge, wording
from indexer.compare.judge import EXACT, FEWEST_WORDS, least_score
from indexer.compare.weights import Weights

NEUTRAL = Weights(-60.0, (0.0,) * len(Measures._fields), 0.0, 0.0)
"""Weights under which nothing is rejected: what is measured shows, and only what a rule calls exact has a score."""

SEED = 20161108
BY_CODE = 1500
"""Stored contents that are edited by code."""


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate: whether it prints the quote in question, whether a rule calls it exact, and its measures.

    ``shorter``: words of it, or of what is asked, whichever are fewer.
    """

    stored: int
    copy: bool
    exact: bool
    shorter: int
    values: tuple[float, ...]

    def score(self, weights: Weights) -> float:
        """The judge's score under these weights."""
        score = weights.score(self.values)
        return max(score, EXACT) if self.exact else score

    def reported(self, weights: Weights) -> bool:
        """Whether the judge reports it under these weights."""
        return self.score(weights) >= least_score(self.shorter, Measures(*self.values), weights)


@dataclass(frozen=True, slots=True)
class Trial:
    """One text that is asked for; ``group``: the quote that it is a variant of, empty when made by code."""

    group: str
    kind: str
    text: str
    rows: tuple[Row, ...]

    def best(self, weights: Weights, copies: bool = True) -> Row | None:
        """The best candidate, the reported ones first; without ``copies``, of those that print something else."""
        rows = (row for row in self.rows if copies or not row.copy)
        return max(rows, key=lambda row: (row.reported(weights), row.score(weights)), default=None)


class Archive:
    """The contents of six words and more, as wordings that can be asked."""

    def __init__(self, contents: Sequence[Content]) -> None:
        paired = [(content, wording(content.text)) for content in contents]
        self.contents = [content for content, words in paired if len(words) >= FEWEST_WORDS]
        self.wordings = [words for _, words in paired if len(words) >= FEWEST_WORDS]
        self._candidates = Candidates(self.wordings)

    def trial(self, group: str, kind: str, text: str, original: str) -> Trial:
        """What the archive has for a text that was made of a quote, its ``original``."""
        query, quote = wording(text), wording(original)
        rows = []
        for number in self._candidates.best(query):
            stored = self.wordings[number]
            seen = judge(query, stored, NEUTRAL)
            if seen.measures is not None:
                shorter, exact = min(len(query), len(stored)), seen.score >= EXACT
                rows.append(Row(number, is_copy(quote, stored), exact, shorter, seen.measures))
        return Trial(group, kind, text, tuple(rows))


def is_copy(quote: Wording, stored: Wording) -> bool:
    """Whether a stored wording prints the quote or a good part of it, by a rule that knows nothing of the judge."""
    seen = judge(quote, stored, NEUTRAL)
    if seen.measures is None:
        return False
    kept = (stored.text[slice(*edit.stored)].split() for edit in seen.diff if edit.kind is EditKind.KEPT)
    if max(map(len, kept), default=0) >= FEWEST_WORDS:
        return True
    return seen.measures.either_found > 0.6 and seen.measures.in_order > 0.55


def gathered(archive: Archive, written: Sequence[Variant]) -> tuple[list[Trial], list[Trial]]:
    """The trials by hand and by code, the latter of articles that none of the former are of."""
    articles = frozenset(each.article for each in written)
    return by_hand(archive, written), list(by_code(archive, BY_CODE, SEED, articles))


def by_hand(archive: Archive, variants: Sequence[Variant]) -> list[Trial]:
    """The trials of the variants by hand, by quote."""
    return [archive.trial(each.quote, each.kind, each.text, each.quote) for each in variants]


def by_code(archive: Archive, count: int, seed: int, without: frozenset[str] = frozenset()) -> Iterator[Trial]:
    """Stored contents, edited in turn by each of ``EDITS`` and by none, except those of the articles ``without``."""
    chance = random.Random(seed)
    pool = [number for number, each in enumerate(archive.contents) if each.article not in without]
    others = [word for number in chance.sample(pool, 2000) for word in archive.contents[number].text.split()]
    kinds = [*EDITS, "none"]
    for turn, number in enumerate(chance.sample(pool, count)):
        kind, original = kinds[turn % len(kinds)], archive.contents[number].text
        words: list[str] | None = original.split()
        if kind in EDITS:
            words = EDITS[kind](original.split(), others, chance)
        if words and len(wording(" ".join(words))) >= FEWEST_WORDS:
            yield archive.trial("", kind, " ".join(words), original)

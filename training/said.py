"""Learn ``indexer/extract/dates/weights.json`` from labelled articles, and say how well it does on others.

    python -m training.said            cross-validated figures, by articles
    python -m training.said --write    and the weights themselves, learned from all of them

The loss is the negative logarithm of the probability given to the label (any of the times that mean it, or "it does
not say"), with a Gaussian prior on the weights, minimised by Adagrad. As clues tell how the sayings before were
dated, learning is repeated with the dates that the weights so far give.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence

from bench.said import Labelled, figures, labelled, score
from bench.truth import NOT_THERE, is_there
from indexer.document import Document
from indexer.extract.dates import Weighed, said_text, walk
from indexer.extract.dates.timeline import Timeline, TimeMention
from indexer.extract.weighing import FILE
from indexer.model import Said, Span
from training.clue_weights import write

PRIOR = 4.0
STEP = 0.3
ROUNDS = (80, 40)
FOLDS = 6

Example = tuple[Weighed, frozenset[str]]
Options = list[tuple[tuple[str, ...], bool]]
"""The clues of each time that may be when, and of no date, with whether it is right."""


def examples(articles: Sequence[Labelled], weights: Mapping[str, float]) -> list[Example]:
    """What was weighed for each labelled attribution, with the dates that are right (none: undated)."""
    found = []
    for one in articles:
        timeline = Timeline(Document(one.article), one.attributions)
        for index, (weighed, _) in walk(timeline, one.attributions, weights):
            if index in one.dates and weighed.times:
                found.append((weighed, one.dates[index]))
    return found


def learn(articles: Sequence[Labelled]) -> dict[str, float]:
    """The weights that these articles teach."""
    weights: dict[str, float] = {}
    for epochs in ROUNDS:
        seen: dict[str, float] = defaultdict(float)
        prepared = [_prepared(example) for example in examples(articles, weights)]
        for _ in range(epochs):
            _step(prepared, weights, seen)
    return weights


def _prepared(example: Example) -> Options:
    weighed, right = example
    options = [(clues, _text(time) in right) for time, clues in zip(weighed.times, weighed.clues, strict=True)]
    return [*options, (weighed.undated, not any(is_right for _, is_right in options))]


def _text(time: TimeMention) -> str:
    days = time.words.days
    return said_text(Said(days.from_, days.to, days.precision, Span(0, 0, "")))


def _step(prepared: list[Options], weights: dict[str, float], seen: dict[str, float]) -> None:
    gradient: dict[str, float] = defaultdict(float)
    for options in prepared:
        shares = [math.exp(sum(weights.get(clue, 0.0) for clue in clues)) for clues, _ in options]
        total = sum(shares)
        right = sum(share for share, (_, is_right) in zip(shares, options, strict=True) if is_right)
        for share, (clues, is_right) in zip(shares, options, strict=True):
            pull = (share / right if is_right else 0.0) - share / total
            for clue in clues:
                gradient[clue] += pull
    for clue in gradient.keys() | weights.keys():
        slope = gradient[clue] - PRIOR * weights.get(clue, 0.0)
        seen[clue] += slope * slope
        weights[clue] = weights.get(clue, 0.0) + STEP * slope / math.sqrt(seen[clue] + 1e-9)


def cross_validate(articles: Sequence[Labelled], seed: int) -> str:
    """Figures over articles that the weights had not seen."""
    shuffled = list(articles)
    random.Random(seed).shuffle(shuffled)
    outcomes = []
    for fold in range(FOLDS):
        weights = learn([one for index, one in enumerate(shuffled) if index % FOLDS != fold])
        outcomes += score(shuffled[fold::FOLDS], weights)
    return figures(outcomes)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"write {FILE}")
    parser.add_argument("--seeds", type=int, default=1, help="how often to cross-validate")
    args = parser.parse_args()
    if not is_there():
        print(NOT_THERE)
        return
    articles = labelled()
    for seed in range(args.seeds):
        print(cross_validate(articles, seed))
    if args.write:
        write("dates", learn(articles))


if __name__ == "__main__":
    main()

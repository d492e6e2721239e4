"""Learn ``indexer/extract/dates/weights.json`` from labelled articles, and say how well it does on others.

    python -m training.said            cross-validated figures, by articles
    python -m training.said --write    and the weights themselves, learned from all of them

Learned from are the articles all of whose attributions are labelled, with the attributions given; acts are those that
other articles teach (``training/act.py``), speakers those that extraction names. As clues tell how the sayings before
were dated, learning is repeated with the dates that the weights so far give.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bench.gold.truth import NOT_THERE, Truth, all_labelled, is_there
from bench.said import Labelled, Outcome, by_form, figures, labelled, mention_text, reliability, score
from indexer.extract.dates import Dated, walk
from indexer.extract.dates.timeline import Timeline
from indexer.extract.weighing import FILE
from indexer.model import Act
from training import act, softmax
from training.clue_weights import write
from training.folds import folds, options

PRIOR = 4.0
ROUNDS = 2
SHOWN = (0.4, 0.5, 0.55, 0.6, 0.75)
"""Least probabilities of a claimed date for which figures are printed."""


def read(truths: Sequence[Truth]) -> list[Labelled]:
    """The labelled articles, each attribution with the act that other articles teach."""
    found = []
    for truth, answered in zip(truths, act.cross_validated(truths), strict=True):
        acts = iter(answered)
        labels = (one.label for one in truth.attributions)
        done = [next(acts)[1] if label is not None and label.act is not None else Act.SAID for label in labels]
        found.append(labelled(truth, done))
    return found


def examples(articles: Sequence[Labelled], weights: Mapping[str, float]) -> Iterator[softmax.Choice]:
    """What was weighed for each labelled attribution, with the options that are right."""
    for one in articles:
        for each in walk(Timeline(one.document, one.told), one.told, weights):
            if each.number in one.dates and each.weighed.times:
                yield _example(each, one.dates[each.number])


def _example(each: Dated, right: frozenset[str]) -> softmax.Choice:
    of_times = [mention_text(time) in right for time in each.weighed.times]
    return softmax.Choice((*each.weighed.clues, each.weighed.undated), (*of_times, not any(of_times)))


def learn(articles: Sequence[Labelled]) -> dict[str, float]:
    """The weights that these articles teach."""
    weights: dict[str, float] = {}
    for _ in range(ROUNDS):
        weights = softmax.learn(list(examples(articles, weights)), prior=PRIOR)
    return weights


def cross_validate(articles: Sequence[Labelled], seed: int) -> dict[float, list[Outcome]]:
    """The outcomes of articles that the weights had not seen, by the least probability of a claimed date."""
    outcomes: dict[float, list[Outcome]] = {least: [] for least in SHOWN}
    for others, held in folds(articles, seed):
        weights = learn(others)
        for least, found in outcomes.items():
            found += score(held, weights, least)
    return outcomes


def main() -> None:
    """Run from the command line."""
    parser = options(__doc__, FILE)
    parser.add_argument("--seeds", type=int, default=1, help="how often to cross-validate")
    args = parser.parse_args()
    if not is_there():
        print(NOT_THERE)
        return
    articles = read(all_labelled())
    for seed in range(0 if args.quick else args.seeds):
        outcomes = cross_validate(articles, seed)
        for least, found in outcomes.items():
            print(f"claimed from {least:.2f} on: {figures(found)}")
        print(by_form(outcomes[0.5]), reliability(outcomes[min(outcomes)]), sep="\n\n")
    if args.write:
        print(f"{write('dates', learn(articles))} weights")


if __name__ == "__main__":
    main()

"""Learn ``indexer/extract/act/weights.json`` and the directions beside it, and say how well they do on others.

    python -m training.act            cross-validated figures, by article
    python -m training.act --write    and the weights themselves, learned from all articles

Learned from are the labelled articles of PolNeAR, with their attributions given. The loss is the negative logarithm of
the probability of the label, with a Gaussian prior on the weights of clues and a weaker one on those of the cue's
vector, minimised by L-BFGS: the same articles give the same weights.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack

from bench.gold.truth import NOT_THERE, Truth, all_labelled, as_attributions, is_there
from indexer.document import Document
from indexer.encoder import WIDTH
from indexer.extract.act import DIRECTIONS, by_clue, clue_for, cue_vector, likeliest, probabilities
from indexer.extract.act.clues import clues, text_of
from indexer.extract.weighing import FILE
from indexer.model import WORDS, Act, Kind
from training.clue_weights import EXTRACT, PLACES, write
from training.folds import folds, options

PRIOR, PRIOR_OF_VECTORS = 6.0, 0.4
"""The precision of the prior on the weights of clues, and on those of vectors."""

LEAST, SMALLEST = 5, 0.05
"""A clue that fewer attributions have is left out, and so is a smaller weight."""

ROUNDS = 100

ACTS = tuple(Act)


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled attribution: its clues, the vector of its cue, and what was done."""

    kind: Kind
    clues: tuple[str, ...]
    vector: NDArray[np.float32]
    act: Act


@dataclass(frozen=True, slots=True)
class Learned:
    """Weights of clues, by the names of ``clue_for``, and directions [width, acts]."""

    weights: Mapping[str, float]
    directions: NDArray[np.float32]

    def acts(self, found: Sequence[Example]) -> list[tuple[Act, float]]:
        """The act that they name for each example, with its probability."""
        known = by_clue(self.weights)
        return [likeliest(probabilities(each.clues, (each.vector @ self.directions).tolist(), known)) for each in found]


def examples(truth: Truth) -> tuple[Example, ...]:
    """The labelled attributions of an article."""
    document = Document(truth.article)
    pairs = zip(as_attributions(truth), truth.attributions, strict=True)
    return tuple(
        Example(one.kind, clues(document, one), cue_vector(text_of(one.cue)), each.label.act)
        for one, each in pairs
        if each.label is not None and each.label.act is not None
    )


def learn(found: Sequence[Example]) -> Learned:
    """What these examples teach."""
    counts = Counter(clue for each in found for clue in each.clues)
    place = {clue: number for number, clue in enumerate(sorted(clue for clue in counts if counts[clue] >= LEAST))}
    cells = [(row, place[clue]) for row, each in enumerate(found) for clue in each.clues if clue in place]
    rows, columns = zip(*cells, strict=True)
    table = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(found), len(place)))
    table = hstack([table, csr_matrix(np.stack([each.vector for each in found]))]).tocsr()
    right = np.array([ACTS.index(each.act) for each in found])
    wanted, shape = np.eye(len(ACTS))[right], (table.shape[1], len(ACTS))
    prior = np.repeat([PRIOR, PRIOR_OF_VECTORS], [len(place), WIDTH])[:, None]

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = flat.reshape(shape)
        sums = table @ weights
        powers = np.exp(sums - sums.max(axis=1, keepdims=True))
        share = powers / powers.sum(axis=1, keepdims=True)
        hit = np.maximum(share[np.arange(len(right)), right], 1e-12)
        slope = table.T @ (share - wanted) + prior * weights
        return float(-np.log(hit).sum() + (prior * weights**2).sum() / 2), slope.ravel()

    best = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}).x
    weights = best.reshape(shape)
    named = {
        clue_for(act, clue): round(float(weights[number, at]), PLACES)
        for clue, number in place.items()
        for at, act in enumerate(ACTS)
    }
    directions = weights[len(place) :].astype(np.float16).astype(np.float32)
    return Learned({clue: weight for clue, weight in named.items() if abs(weight) >= SMALLEST}, directions)


Answered = tuple[Example, Act, float]
"""An attribution with the act that other articles teach, and its probability."""


def cross_validated(truths: Sequence[Truth]) -> list[list[Answered]]:
    """The labelled attributions of each article, answered by what other articles teach."""
    answered: list[list[Answered]] = [[] for _ in truths]
    for others, held in folds(enumerate(map(examples, truths))):
        taught = learn([each for _, given in others for each in given])
        for number, given in held:
            answered[number] = [(each, *act) for each, act in zip(given, taught.acts(given), strict=True)]
    return answered


def figures(found: Sequence[Answered]) -> Iterator[str]:
    """The share of right acts, and of right answers to whether there are words, by kind of quote and by act."""
    rows: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for example, act, _ in found:
        right = (act is example.act, (act in WORDS) == (example.act in WORDS))
        for row in ("all", example.kind.value, f"labelled {example.act}"):
            rows[row].append(right)
    yield f"{'in percent':18}{'quotes':>8}{'act':>8}{'words':>8}"
    for row, each in rows.items():
        act, words = (100 * sum(column) / len(each) for column in zip(*each, strict=True))
        yield f"{row:18}{len(each):8}{act:8.1f}{words:8.1f}"
    yield ""
    yield f"{'probability':18}{'quotes':>8}{'right':>8}"
    for low in range(2, 10):
        here = [act is example.act for example, act, probability in found if int(10 * min(probability, 0.999)) == low]
        if here:
            yield f"{low / 10:.1f} to {low / 10 + 0.1:.1f}{'':8}{len(here):8}{100 * sum(here) / len(here):8.1f}"


def main() -> None:
    """Learn, print the figures, and write when told."""
    arguments = options(__doc__, f"{FILE} and {DIRECTIONS}").parse_args()
    if not is_there():
        print(NOT_THERE)
        return
    truths = all_labelled()
    if not arguments.quick:
        print(*figures([each for one in cross_validated(truths) for each in one]), sep="\n")
    if arguments.write:
        taught = learn([each for truth in truths for each in examples(truth)])
        np.save(EXTRACT / "act" / DIRECTIONS, taught.directions.astype(np.float16))
        print(f"{write('act', taught.weights)} weights")


if __name__ == "__main__":
    main()

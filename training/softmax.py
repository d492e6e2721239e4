"""Learns the weights of named clues (``indexer/extract/weighing.py``) from choices whose right options are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from training.clue_weights import PLACES


@dataclass(frozen=True, slots=True)
class Choice:
    """The clues of each option, and whether it is right; one or more are."""

    options: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def learn(choices: Sequence[Choice], *, prior: float, least: int = 3, rounds: int = 150) -> dict[str, float]:
    """The weights that make the right options likeliest.

    The loss is the negative logarithm of the probability of the right options, with a Gaussian prior on the weights,
    minimised by L-BFGS. The same choices give the same weights.

    Args:
        prior: the precision of the prior.
        least: a clue that fewer options have is left out.
    """
    counts = Counter(clue for choice in choices for clues in choice.options for clue in clues)
    names = sorted(clue for clue, count in counts.items() if count >= least)
    place = {clue: number for number, clue in enumerate(names)}
    rows: list[int] = []
    columns: list[int] = []
    group: list[int] = []
    right: list[bool] = []
    for number, choice in enumerate(choices):
        for clues, is_right in zip(choice.options, choice.right, strict=True):
            known = [place[clue] for clue in clues if clue in place]
            rows += [len(group)] * len(known)
            columns += known
            group.append(number)
            right.append(is_right)
    table = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(group), len(names)))
    groups, wanted = np.array(group), np.array(right, dtype=np.float64)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        share = _softmax(table @ weights, groups, len(choices))
        hit = np.maximum(np.bincount(groups, share * wanted, len(choices)), 1e-12)
        slope = table.T @ (share - share * wanted / hit[groups]) + prior * weights
        return float(-np.log(hit).sum() + prior * (weights @ weights) / 2), slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": rounds}).x
    rounded = ((name, round(float(weight), PLACES)) for name, weight in zip(names, found, strict=True))
    return {name: weight for name, weight in rounded if weight}


def _softmax(sums: NDArray[np.float64], groups: NDArray[np.int64], count: int) -> NDArray[np.float64]:
    highest = np.full(count, -np.inf)
    np.maximum.at(highest, groups, sums)
    powers = np.exp(sums - highest[groups])
    return np.asarray(powers / np.bincount(groups, powers, count)[groups])

"""Logistic regression by Newton's method: the same examples give the same weights."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def fit(
    rows: Sequence[Sequence[float]],
    labels: Sequence[bool],
    masses: Sequence[float],
    prior: float = 1.0,
    rounds: int = 25,
) -> list[float]:
    """The bias and the weights that make the labels likeliest, under a Gaussian prior on the weights.

    Args:
        rows: one for each example, all of one length; about one unit wide, or the prior weighs unevenly.
        masses: how much each example counts.
        prior: the precision of the prior (the bias has none).

    Returns:
        bias, then one weight for each column.
    """
    table = np.column_stack([np.ones(len(rows)), np.asarray(rows, dtype=np.float64)])
    wanted, mass = np.asarray(labels, dtype=np.float64), np.asarray(masses, dtype=np.float64)
    precision = np.full(table.shape[1], prior)
    precision[0] = 0.0
    weights = np.zeros(table.shape[1])
    for _ in range(rounds):
        score = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        gradient = table.T @ (mass * (wanted - score)) - precision * weights
        bend = mass * np.maximum(1e-6, score * (1 - score))
        step = np.linalg.solve(table.T @ (bend[:, None] * table) + np.diag(precision), gradient)
        weights = weights + step
        if np.abs(step).max() < 1e-6:
            break
    return [float(weight) for weight in weights]

"""Logistic regression by Newton's method, small and in plain Python: the same examples give the same weights."""

from __future__ import annotations

import math
from collections.abc import Sequence


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
    width = len(rows[0]) + 1
    weights = [0.0] * width
    extended = [(1.0, *row) for row in rows]
    for _ in range(rounds):
        gradient = [0.0] + [-prior * weight for weight in weights[1:]]
        curvature = [[prior if i == j and i else 0.0 for j in range(width)] for i in range(width)]
        for row, label, mass in zip(extended, labels, masses, strict=True):
            score = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(map(float.__mul__, weights, row))))))
            error, bend = mass * (label - score), mass * max(1e-6, score * (1 - score))
            for i, value in enumerate(row):
                gradient[i] += error * value
                bent, line = bend * value, curvature[i]
                for j in range(i + 1):
                    line[j] += bent * row[j]
        for i in range(width):
            for j in range(i):
                curvature[j][i] = curvature[i][j]
        step = _solve(curvature, gradient)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return weights


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a linear system, by elimination with pivots."""
    size = len(right)
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda number: abs(rows[number][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for number in range(column + 1, size):
            factor = rows[number][column] / rows[column][column]
            for at in range(column, size + 1):
                rows[number][at] -= factor * rows[column][at]
    solution = [0.0] * size
    for number in reversed(range(size)):
        known = sum(rows[number][at] * solution[at] for at in range(number + 1, size))
        solution[number] = (rows[number][size] - known) / rows[number][number]
    return solution

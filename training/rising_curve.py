"""The curve from a score to the share of right answers: steps that rise (isotonic regression by pooling neighbours)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from indexer.extract.confidence import Curve

STEP = 25
"""Examples of a step, at least."""


def curve(examples: Sequence[tuple[float, bool]]) -> Curve:
    """The share of right ones by score, rising; empty for fewer than ``STEP`` examples."""
    if len(examples) < STEP:
        return ()
    steps: list[list[float]] = []  # sum of the scores, right, all
    for score, alike in groupby(sorted(examples), key=lambda example: example[0]):
        rights = [is_right for _, is_right in alike]
        if not steps or steps[-1][2] >= STEP:
            steps.append([0.0, 0.0, 0.0])
        here = (score * len(rights), sum(rights), len(rights))
        steps[-1] = [a + b for a, b in zip(steps[-1], here, strict=True)]
    if steps[-1][2] < STEP and len(steps) > 1:
        last = steps.pop()
        steps[-1] = [a + b for a, b in zip(steps[-1], last, strict=True)]
    pooled: list[list[float]] = []
    for step in steps:
        pooled.append(step)
        while len(pooled) > 1 and _share(pooled[-2]) >= _share(pooled[-1]):
            last = pooled.pop()
            pooled[-1] = [a + b for a, b in zip(pooled[-1], last, strict=True)]
    return tuple((round(step[0] / step[2], 4), round(_share(step), 4)) for step in pooled)


def _share(step: Sequence[float]) -> float:
    return (step[1] + 1) / (step[2] + 2)

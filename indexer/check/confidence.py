"""Turns the judge's score into a confidence: how often the nearest wording does report the text."""

from __future__ import annotations

from bisect import bisect_right

CALIBRATED = (
    (0.0, 0.0),
    (0.1, 0.02),
    (0.3, 0.1),
    (0.6, 0.3),
    (0.8, 0.6),
    (0.9, 0.85),
    (0.97, 0.96),
    (1.0, 1.0),
)
"""Scores, each with the share of texts whose nearest wording reports them, linear in between. Measured by
``bench.check`` and ``bench.judge`` on quotes edited by code and on quotes that the archive does not hold."""

_SCORES = [score for score, _ in CALIBRATED]


def calibrated(score: float) -> float:
    """How likely the nearest wording reports the text, 0 to 1.

    Args:
        score: of the judge, which by itself is too high for texts that were likely never printed.
    """
    after = min(max(1, bisect_right(_SCORES, score)), len(CALIBRATED) - 1)
    (low, least), (high, most) = CALIBRATED[after - 1], CALIBRATED[after]
    return least + (most - least) * (min(max(score, low), high) - low) / (high - low)

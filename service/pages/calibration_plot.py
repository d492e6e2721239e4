"""How sure a score is, as a plot: of the quotes that got a score, the share that people found right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from indexer.extract.confidence import calibration

SIDE = 100.0
"""Side of the square that the curves are drawn in."""

CURVES = {
    "content direct": "Words, all between quotation marks",
    "content mixed": "Words, partly between marks",
    "content indirect": "Words, paraphrased",
    "speaker": "The speaker, where one is named",
    "said": "The day on which it was said",
    "act": "Whether it was said, written, thought or done",
}
"""The curves that are shown, with what they are of."""


@dataclass(frozen=True, slots=True)
class Curve:
    """One curve.

    Args:
        points: for the drawing, as SVG has them.
        right: the share that was right at the scores of ``Plot.scores``, in per cent.
    """

    name: str
    points: str
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    scores: Sequence[float]
    curves: tuple[Curve, ...]


SCORES = (0.5, 0.7, 0.8, 0.9, 0.95, 0.99)


@cache
def plot(extractor: str = "learned") -> Plot:
    """The calibration of an extractor, as it is shipped."""
    meaning = calibration(extractor)
    curves = []
    for key, name in CURVES.items():
        if key in meaning.curves:
            drawn = [f"{score * SIDE:.1f},{SIDE - right * SIDE:.1f}" for score, right in meaning.curves[key]]
            right = tuple(round(100 * meaning.of((key,), score)) for score in SCORES)
            curves.append(Curve(name, " ".join(drawn), right))
    return Plot(SCORES, tuple(curves))

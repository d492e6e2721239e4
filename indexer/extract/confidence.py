"""Turns scores into calibrated confidences: of the quotes with confidence 0.9, nine in ten are right.

The scores of taggers, resolution and dating only rank quotes. Each extractor has a table (``calibrations/NAME.json``,
made by ``training/calibration.py`` from labelled articles) of how often quotes of a given score were right.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from indexer.model import Attribution, Confidence, Speaker

Curve = tuple[tuple[float, float], ...]
"""Rising scores, each with the share that was right; both 0 to 1."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """The curves of one extractor by name: "content direct", "speaker", "nobody", "said" ...

    Scores without a curve stay as they are.
    """

    curves: Mapping[str, Curve]

    def confidence(
        self, attribution: Attribution, speaker: Speaker, speaker_score: float, said: float, act: float
    ) -> Confidence:
        """The confidences of a quote, from its scores (0 to 1)."""
        return Confidence(
            content=self.of(f"content {attribution.kind.value}", attribution.score),
            speaker=self.of("nobody" if speaker.name is None else "speaker", speaker_score),
            said=self.of("said", said) if said else 0.0,
            act=self.of("act", act) if act else 0.0,
        )

    def of(self, name: str, score: float) -> float:
        """The share that was right among quotes with such a score, by the curve of that name."""
        curve = self.curves.get(name, ())
        return round(along(curve, score) if curve else score, 3)


RAW = Calibration({})
"""Scores unchanged, from which curves are learned."""


@cache
def calibration(name: str) -> Calibration:
    """The calibration of the extractor of that name.

    Raises:
        FileNotFoundError: no table of that name is shipped.
    """
    text = files("indexer.extract").joinpath("calibrations", f"{name}.json").read_text(encoding="utf-8")
    curves = json.loads(text)["curves"]
    return Calibration({part: tuple((score, right) for score, right in curve) for part, curve in curves.items()})


def along(curve: Sequence[tuple[float, float]], score: float) -> float:
    """The value of a curve at a score: linear between its points, constant beyond them."""
    place = bisect_right(curve, score, key=lambda point: point[0])
    if place == 0:
        return curve[0][1]
    if place == len(curve):
        return curve[-1][1]
    (left, low), (right, high) = curve[place - 1], curve[place]
    return low + (high - low) * (score - left) / (right - left)

"""What a confidence means: of the quotes that are given 0.9, nine in ten are right.

A tagger's scores, and those of resolution and dating, only order the quotes. A table for each extractor
(``calibrations/NAME.json``, made by ``training/calibration.py`` from labelled articles) says how often what had such a
score was right; here scores become that.
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
"""Scores, rising, each with the share that was right: both 0 to 1."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """The curves of one extractor, by what they are of: "content direct", "speaker", "nobody", "said" ...

    Where a curve is missing, scores stay as they are.
    """

    curves: Mapping[str, Curve]

    def confidence(self, attribution: Attribution, speaker: Speaker, speaker_score: float, said: float) -> Confidence:
        """The confidences of a quote, from its scores (0 to 1)."""
        return Confidence(
            content=self.of(f"content {attribution.kind.value}", attribution.score),
            speaker=self.of("nobody" if speaker.name is None else "speaker", speaker_score),
            said=self.of("said", said) if said else 0.0,
        )

    def of(self, name: str, score: float) -> float:
        """What a score means, by the curve of that name."""
        curve = self.curves.get(name, ())
        return round(along(curve, score) if curve else score, 3)


RAW = Calibration({})
"""Scores as they are: what curves are learned from."""


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
    """The height of a curve at a score: straight between its points, level beyond them."""
    place = bisect_right(curve, score, key=lambda point: point[0])
    if place == 0:
        return curve[0][1]
    if place == len(curve):
        return curve[-1][1]
    (left, low), (right, high) = curve[place - 1], curve[place]
    return low + (high - low) * (score - left) / (right - left)

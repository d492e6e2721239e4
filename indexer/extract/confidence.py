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
from typing import NamedTuple

from indexer.model import WORDS, Act, Attribution, Confidence, Quote, Speaker

Curve = tuple[tuple[float, float], ...]
"""Rising scores, each with the share that was right; both 0 to 1."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of a quote, each 0 to 1; ``said`` and ``act`` are 0 where nothing is claimed."""

    content: float
    speaker: float
    said: float
    act: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The curves of one extractor by name: "content direct", "speaker", "nobody", "said" ...

    Scores without a curve stay as they are.
    """

    curves: Mapping[str, Curve]

    def confidence(self, scores: Scores, names: Names) -> Confidence:
        """The confidences of a quote.

        Args:
            names: of the curves of each part; see ``curve_names``.
        """
        return Confidence(
            content=self.of(names.content, scores.content),
            speaker=self.of(names.speaker, scores.speaker),
            said=self.of(names.said, scores.said) if scores.said else 0.0,
            act=self.of(names.act, scores.act) if scores.act else 0.0,
        )

    def of(self, names: Sequence[str], score: float) -> float:
        """The share that was right among quotes with such a score, by the first of these curves that there is."""
        curve = next((self.curves[name] for name in names if name in self.curves), ())
        return round(along(curve, score) if curve else score, 3)


class Names(NamedTuple):
    """The names of the curves that each part of a quote may go through, the most telling first."""

    content: tuple[str, ...]
    speaker: tuple[str, ...]
    said: tuple[str, ...]
    act: tuple[str, ...]


def curve_names(quote: Attribution | Quote, speaker: Speaker, act: Act) -> Names:
    """The curves of a quote.

    What was neither said nor written is found less surely than its score says, and where no source is printed, nobody
    is named more rightly.
    """
    content = f"content {quote.kind.value}"
    named = "nobody" if speaker.name is None else "speaker"
    return Names(
        (f"{content}, words" if act in WORDS else f"{content}, no words", content),
        (named,) if quote.source else (f"{named}, no source", named),
        ("said",),
        ("act",),
    )


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
    """The value of a curve at a score: linear between its points, constant above the last.

    Below the first point it falls to 0 at a score of 0: of two low scores, the lower one stays the less sure.
    """
    place = bisect_right(curve, score, key=lambda point: point[0])
    if place == len(curve):
        return curve[-1][1]
    (left, low), (right, high) = curve[place - 1] if place else (0.0, 0.0), curve[place]
    return low + (high - low) * (score - left) / (right - left)

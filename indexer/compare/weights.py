"""The learned weights of the judge's measures, and the scores from which on a wording is reported."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FILE = "judge.json"
"""Weights of the judge of words, written by ``training/judge.py``."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression.

    Args:
        bias: the log-odds where all measures are 0.
        weights: one for each measure, in the order of ``Measures``.
        reported: from this score on, the two are one utterance.
        sure: from this score on, that is sure; below it is probable.
    """

    bias: float
    weights: tuple[float, ...]
    reported: float
    sure: float

    def score(self, values: Sequence[float]) -> float:
        """The probability that two wordings with these measures report one utterance."""
        logit = self.bias + sum(weight * value for weight, value in zip(self.weights, values, strict=True))
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, logit))))


@cache
def shipped(name: str = FILE) -> Weights:
    """The weights that ship with the package."""
    found = json.loads(files("indexer.compare").joinpath(name).read_text(encoding="utf-8"))
    return Weights(found["bias"], tuple(found["weights"].values()), found["reported"], found["sure"])

"""How a choice is made from named clues: each speaks for or against an option by a learned weight.

The options of a choice, "none of them" among them, share their probability by a softmax over the sums of their clues'
weights (a conditional logit, McFadden 1974). ``training/softmax.py`` learns the weights from labelled articles.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp

FILE = "weights.json"

Weights = Mapping[str, float]
"""The weight of each clue by its name; a clue that has none says nothing."""


@cache
def weights_of(package: str) -> Weights:
    """The weights that a package ships beside its clues."""
    weights: Weights = json.loads(files(package).joinpath(FILE).read_text(encoding="utf-8"))
    return weights


def shares(options: Sequence[Iterable[str]], weights: Weights) -> list[float]:
    """The probability of each option (0 to 1, together 1), given its clues."""
    return softmax([total(clues, weights) for clues in options])


def total(clues: Iterable[str], weights: Weights) -> float:
    """What clues weigh together."""
    known = weights.get
    return sum([known(clue, 0.0) for clue in clues])


def softmax(sums: Sequence[float]) -> list[float]:
    """Shares of a whole (together 1) that rise with the sums as powers of e do."""
    highest = max(sums, default=0.0)
    powers = [exp(each - highest) for each in sums]
    whole = sum(powers)
    return [power / whole for power in powers]

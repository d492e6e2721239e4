"""What each clue of ``clues`` is worth: made by ``training/who.py``, not by hand."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from indexer.extract.weighing import Weights

FILE = "weights.json"


@cache
def speaker_weights() -> Weights:
    """The weight of each clue by its name."""
    weights: Weights = json.loads(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))
    return weights

"""What each clue of ``clues`` is worth: a table made by ``training/who.py``, not by hand."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from indexer.extract.weighing import Weights

TABLE = "weights.tsv"


@cache
def speaker_weights() -> Weights:
    """The weight of each clue by its name."""
    text = files(__package__).joinpath(TABLE).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {clue: float(weight) for clue, weight in rows}

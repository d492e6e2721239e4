"""Writes the weights of clues as extraction reads them (``indexer/extract/weighing.py``)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from indexer.extract.weighing import FILE

PLACES = 2
"""Digits of a weight behind the point: what is smaller than that says nothing."""

EXTRACT = Path(__file__).resolve().parents[1] / "indexer" / "extract"


def write(step: str, weights: Mapping[str, float]) -> int:
    """Write the weights of a step, those that say nothing left out; gives how many there are."""
    rounded = {clue: round(weight, PLACES) for clue, weight in sorted(weights.items())}
    telling = {clue: weight for clue, weight in rounded.items() if weight}
    (EXTRACT / step / FILE).write_text(json.dumps(telling, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    return len(telling)

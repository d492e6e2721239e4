"""An attribution in the making: one cue with its source and contents so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from indexer.model import Label


@dataclass(slots=True)
class Unit:
    """One attribution in the making: what is said of its cue so far."""

    paragraph: int
    cue: Label | None
    source: Label | None
    contents: list[Label] = field(default_factory=list)

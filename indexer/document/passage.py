"""What reading quotation marks gives: a passage between two of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage between quotation marks, within one paragraph.

    Args:
        start, end: where it stands, its marks included.
        inner_start, inner_end: the same without its marks; equal to start or end where a mark is missing.
        depth: 0 outermost, 1 inside another passage, and so on.
        sure: False where a mark had to be read against its glyph, or is missing.
        continues: True when it goes on in the next paragraph's first passage (no closing mark here).
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int = 0
    sure: bool = True
    continues: bool = False

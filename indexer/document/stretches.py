"""Stretches of a text, such as all its quotes, and the text outside of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class Stretches:
    """Stretches of a text; those that touch are merged.

    Args:
        places: (start, end) of each, in any order; they may overlap.
    """

    def __init__(self, places: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(places):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, offset: int) -> bool:
        """Whether a character lies in one of them."""
        number = bisect_right(self._starts, offset) - 1
        return number >= 0 and offset < self._ends[number]

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them shares a character with the text from ``start`` to ``end``."""
        number = bisect_right(self._ends, start)
        return number < len(self._starts) and self._starts[number] < end

    def outside(self, text: str, start: int, end: int) -> str:
        """The text from ``start`` to ``end`` without them, its pieces joined by a space."""
        return " ".join(self.pieces(text, start, end))

    def pieces(self, text: str, start: int, end: int) -> list[str]:
        """The pieces of text outside of them from ``start`` to ``end``."""
        pieces = []
        for number in range(bisect_right(self._ends, start), len(self._starts)):
            if self._starts[number] >= end:
                break
            pieces.append(text[start : max(start, self._starts[number])])
            start = self._ends[number]
        pieces.append(text[min(start, end) : end])
        return pieces

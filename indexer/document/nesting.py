"""Stretches of a text that may stand inside one another, such as passages and quotes, looked up by place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator


class Nesting:
    """Stretches of a text, to be asked which of them hold a character.

    Args:
        places: (start, end) of each, in any order; they may overlap, and one may be given several times.
    """

    def __init__(self, places: Iterable[tuple[int, int]]) -> None:
        ordered = sorted((start, end, number) for number, (start, end) in enumerate(places))
        self._starts = [start for start, _, _ in ordered]
        self._ends = [end for _, end, _ in ordered]
        self._numbers = [number for _, _, number in ordered]
        self._before: list[int] = []
        """For each stretch the last one before it that has not ended where it begins, -1 for none."""
        unended: list[int] = []
        for place, start in enumerate(self._starts):
            while unended and self._ends[unended[-1]] <= start:
                unended.pop()
            self._before.append(unended[-1] if unended else -1)
            unended.append(place)

    def holding(self, offset: int) -> Iterator[int]:
        """The numbers of the stretches that hold a character, in the order given, the last begun first."""
        place = bisect_right(self._starts, offset) - 1
        while place >= 0:
            if offset < self._ends[place]:
                yield self._numbers[place]
            place = self._before[place]

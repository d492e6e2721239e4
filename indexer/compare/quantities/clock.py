"""The time of day that a number is: "9.30am", "9:30 a.m.", "17:00"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.compare.align import Pair
from indexer.compare.wording import Wording

NOON = 12

_CLOCK = re.compile(r"([0-9]{1,2})(?:[.:]([0-9]{2}))?(am|pm)?")
_HALVES = ("am", "pm")


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day; ``half`` is "am" or "pm" where the text says so, and of a number that may be none, None."""

    hour: int
    minute: int
    half: str | None

    def may_be(self, other: Time) -> bool:
        """Whether two are one, as far as the texts tell: "5:30" may be before noon and after it."""
        halves = {self._half, other._half} - {None}
        return len(halves) < len(_HALVES) and (self.hour % NOON, self.minute) == (other.hour % NOON, other.minute)

    @property
    def _half(self) -> str | None:
        return "pm" if self.half is None and self.hour > NOON else self.half


def time_of_day(of: Wording, run: Pair) -> Time | None:
    """The time that a number is, or None where nothing says that it is one.

    Args:
        run: the numbers of its words, end exclusive.
    """
    found = _CLOCK.fullmatch(of.texts[run[0]]) if run[1] == run[0] + 1 else None
    if found is None:
        return None
    half = found[3] or _half_behind(of, run[1])
    if half is None and ":" not in found[0]:
        return None
    return Time(int(found[1]), int(found[2] or 0), half)


def _half_behind(of: Wording, end: int) -> str | None:
    behind = of.texts[end : end + 2]
    return next((half for half in _HALVES if behind[:1] == (half,) or behind == tuple(half)), None)

"""Reads times of day: "9.30am", "9:30 a.m.", "17:00"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.compare.align import Pair
from indexer.compare.wording import Wording
from indexer.english import TIME
from indexer.text import alternation

NOON = 12

_HALVES = TIME.before_noon | TIME.after_noon
_CLOCK = re.compile(rf"([0-9]{{1,2}})(?:[.:]([0-9]{{2}}))?({alternation(_HALVES)})?")


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day.

    Args:
        late: whether it is after noon; None if the text does not tell.
    """

    hour: int
    minute: int
    late: bool | None

    def may_be(self, other: Time) -> bool:
        """Whether two can be one: "5:30" may be before noon or after it."""
        distant_opposites = {self._late, other._late} == {True, False}
        return not distant_opposites and (self.hour % NOON, self.minute) == (other.hour % NOON, other.minute)

    @property
    def _late(self) -> bool | None:
        return True if self.late is None and self.hour > NOON else self.late


def time_of_day(wording: Wording, run: Pair) -> Time | None:
    """The time of day that a number is, or None.

    Args:
        run: the numbers of its words, end exclusive.
    """
    found = _CLOCK.fullmatch(wording.texts[run[0]]) if run[1] == run[0] + 1 else None
    if found is None:
        return None
    half = found[3] or _half_behind(wording, run[1])
    if half is None and ":" not in found[0]:
        return None
    return Time(int(found[1]), int(found[2] or 0), None if half is None else half in TIME.after_noon)


def _half_behind(wording: Wording, end: int) -> str | None:
    behind = wording.texts[end : end + 2]
    printed = (*behind[:1], "".join(behind) if behind == tuple("".join(behind)) else "")
    return next((half for half in printed if half in _HALVES), None)

"""Reads times of day: "9.30am", "9:30 a.m.", "17:00", "half past nine", "nine o'clock", "noon"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from indexer.compare.align import Pair
from indexer.compare.wording import Wording
from indexer.english import NUMBERS, TIME
from indexer.text import alternation

NOON, HOUR = 12, 60

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
    """The time of day that a number in digits is, or None.

    Args:
        run: the numbers of its words, end exclusive.
    """
    found = _CLOCK.fullmatch(wording.texts[run[0]]) if run[1] == run[0] + 1 else None
    if found is None:
        return None
    half = found[3] or _half_behind(wording, run[1])
    if half is None and ":" not in found[0]:
        return None
    return Time(int(found[1]), int(found[2] or 0), _late(half))


def possible_time(wording: Wording, run: Pair) -> Time | None:
    """The time of day that a number may be beside one that is: that of "6.30", which is also a number."""
    return _possible(wording.texts[run[0]]) if run[1] == run[0] + 1 else None


@lru_cache(maxsize=10_000)
def _possible(text: str) -> Time | None:
    found = _CLOCK.fullmatch(text)
    if found is not None:
        hour, minute = int(found[1]), int(found[2] or 0)
        return Time(hour, minute, None) if hour <= 2 * NOON and minute < HOUR else None
    in_words = _hour(text)
    return Time(in_words, 0, None) if in_words is not None else None


def time_in_words(wording: Wording, start: int) -> tuple[int, Time] | None:
    """The time of day in words that begins at a word, with the number of the word behind it: "ten to six", "noon"."""
    texts = wording.texts
    if texts[start] in TIME.noons or texts[start] in TIME.midnights:
        return start + 1, Time(NOON, 0, texts[start] in TIME.noons)
    hour = _hour(texts[start])
    if hour is not None and texts[start + 1 : start + 2] and texts[start + 1] in TIME.on_the_hour:
        return _with_half(wording, start + 2, hour, 0)
    if NUMBERS.parts.get(texts[start]) == 2 and start + 1 < len(texts) and texts[start + 1].isalpha():
        half_past = _hour(texts[start + 1])  # "half six" is half past it
        if half_past is not None and start + 2 < len(texts) and texts[start + 2] not in NUMBERS.values:
            return _with_half(wording, start + 2, half_past, HOUR // 2)
    minutes, at = _minutes(wording, start)
    if minutes is None or at + 1 >= len(texts) or (hour := _hour(texts[at + 1])) is None:
        return None
    if texts[at] in TIME.clock_past:
        return _with_half(wording, at + 2, hour, minutes)
    if texts[at] in TIME.clock_to:
        return _with_half(wording, at + 2, (hour - 2) % NOON + 1, HOUR - minutes)
    return None


def _with_half(wording: Wording, end: int, hour: int, minute: int) -> tuple[int, Time]:
    half = _half_behind(wording, end)
    if wording.texts[end - 1] in TIME.noons or wording.texts[end - 1] in TIME.midnights:
        late = (wording.texts[end - 1] in TIME.noons) is (hour % NOON == 0)
        return end, Time(hour, minute, late)
    behind = 0 if half is None else 1 if wording.texts[end] in _HALVES else 2
    return end + behind, Time(hour, minute, _late(half))


def _minutes(wording: Wording, start: int) -> tuple[int | None, int]:
    """The minutes that begin at a word, and the number of the word behind them.

    "Ten to six" is a time only where it cannot be a range: of minutes in words, in fives, and before a bare hour.
    """
    texts = wording.texts
    part = NUMBERS.parts.get(texts[start])
    if part in (2, 4) and not texts[start].endswith("s"):
        return HOUR // part, start + 1
    minutes, at = _small(texts[start]), start + 1
    if minutes is not None and at < len(texts) and minutes == 20 and _small(texts[at]) == 5:
        minutes, at = 25, at + 1
    if minutes is None or at >= len(texts):
        return None, start
    if texts[at] in TIME.minutes:
        return (minutes, at + 1) if minutes < HOUR else (None, start)
    plain = minutes in (5, 10, 20, 25) and texts[at] in (TIME.clock_past - TIME.not_when)
    return (minutes, at) if plain else (None, start)


def _small(text: str) -> int | None:
    value = text if text.isdigit() else NUMBERS.values.get(text, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 2 else None


def _hour(text: str) -> int | None:
    value = NOON if text in TIME.noons or text in TIME.midnights else _small(text)
    return value if value is not None and 0 < value <= NOON else None


def _late(half: str | None) -> bool | None:
    return None if half is None else half in TIME.after_noon


def _half_behind(wording: Wording, end: int) -> str | None:
    behind = wording.texts[end : end + 2]
    printed = (*behind[:1], "".join(behind) if behind == tuple("".join(behind)) else "")
    return next((half for half in printed if half in _HALVES), None)

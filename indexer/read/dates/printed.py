"""Dates within a line of a page, in figures or with the name of a month in many languages.

A date counts only if day, month and year are printed. Which of 03/04/2025 is the day is told by the caller, or left
open; with points the day comes first, and a number above twelve can only be a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from indexer.languages.table import rows


@dataclass(frozen=True, slots=True)
class Printed:
    """One date in a line: where it stands (characters, end exclusive), its day, and time and zone if they follow.

    Args:
        value: ISO 8601, a day, or a day and a time.
        zone: the offset that is printed, or None.
    """

    start: int
    end: int
    value: str
    zone: str | None = None


_TIME = re.compile(
    r"(?:\s*[T,|•·–—/@-]?\s*|\s*[,|•·–—-]?\s*(?:at|um|à|às|alle|ore|kl\.?|om|o|klo|в|о)\s+)"
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d+)?)?)"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?(?:\s*(?P<zone>Z\b|(?:GMT|UTC)?\s*[+\-−]\d\d:?\d\d|GMT|UTC))?(?!\d)",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?<![\d./:\-])(\d{1,2})\s?([./\-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d\d)(?![\d/]|[.:\-]\d)")
_YEAR_FIRST = re.compile(r"(?<![\d./\-])((?:19|20)\d\d)([./\-])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<![\w/.\-])((?:19|20)\d\d)(\d\d)(\d\d)(?=T\d{4}|\d{4,6}\b|\b)")
_FAR_EAST = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_FIRST_YEAR, _LAST_YEAR = 1600, 2099
_LARGEST_OFFSET = 14


def dates_in(line: str, *, day_first: bool | None = None, short_years: bool = False) -> Iterator[Printed]:
    """The dates in a line, in order.

    Args:
        day_first: which of two numbers up to twelve is the day; None leaves such dates out.
        short_years: whether 04.03.26 is a date.
    """
    position = 0
    while (found := _first(line, position, day_first, short_years)) is not None:
        start, end, day = found
        value, zone, end = _with_time(line, end, day)
        yield Printed(start, end, value, zone)
        position = end


def _first(line: str, position: int, day_first: bool | None, short_years: bool) -> tuple[int, int, date] | None:
    found: list[tuple[int, int, date]] = []
    for pattern in (_YEAR_FIRST, _COMPACT, _FAR_EAST):
        for match in pattern.finditer(line, position):
            year, month, day = match[1], *match.groups()[-2:]
            if (one := _day(year, month, day)) is not None:
                found.append((*match.span(), one))
                break
    for match in _NUMERIC.finditer(line, position):
        if (one := _numeric(match, day_first, short_years)) is not None:
            found.append((*match.span(), one))
            break
    for pattern in _WORDED:
        for match in pattern.finditer(line, position):
            if (one := _day(match["year"], month_of(match["month"]) or 0, match["day"])) is not None:
                found.append((*match.span(), one))
                break
    return min(found, default=None)


def _numeric(match: re.Match[str], day_first: bool | None, short_years: bool) -> date | None:
    one, gap, two, year = int(match[1]), match[2], int(match[3]), match[4]
    if len(year) == 2:
        if not short_years or gap == "-":
            return None
        year = f"20{year}" if int(year) < 70 else f"19{year}"
    if gap == "." or one > 12:
        return _day(year, two, one)
    if two > 12:
        return _day(year, one, two)
    if one == two:
        return _day(year, one, two)
    if day_first is None:
        return None
    return _day(year, two, one) if day_first else _day(year, one, two)


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if _FIRST_YEAR <= found.year <= _LAST_YEAR else None


def _with_time(line: str, end: int, day: date) -> tuple[str, str | None, int]:
    match = _TIME.match(line, end)
    if match is None:
        return day.isoformat(), None, end
    hour = int(match["hour"])
    if match["half"]:
        if hour > 12:
            return day.isoformat(), None, end
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    value = f"{day.isoformat()}T{hour:02}:{match['minute']}:{match['second'] or '00'}"
    return value, _offset(match["zone"]), match.end()


def _offset(printed: str | None) -> str | None:
    if not printed:
        return None
    digits = re.search(r"([+\-−])(\d\d):?(\d\d)", printed)
    if digits is None:
        return "+00:00"
    if int(digits[2]) > _LARGEST_OFFSET:
        return None
    return f"{'+' if digits[1] == '+' else '-'}{digits[2]}:{digits[3]}"


@cache
def _months() -> dict[str, int]:
    return {
        line.text("name"): int(line.text("month")) for line in rows(files(__package__) / "months.tsv", "name", "month")
    }


@cache
def _by_folded_name() -> dict[str, int]:
    return {_folded(name): number for name, number in _months().items()}


def _folded(name: str) -> str:
    """The name in small letters, with one i: patterns that ignore case take the four of Turkish for the same."""
    return name.casefold().replace("i\u0307", "i").replace("ı", "i")


def month_of(name: str) -> int | None:
    """The number of a month by its name in any of many languages, without a full stop; None if it is no month."""
    return _by_folded_name().get(_folded(name))


# The name of a month is any word here, and is looked up: an alternation of all names is tried at each word of a line.
_NAME = r"(?P<month>[^\W\d_]{3,14})"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)(?!\d)"
_OF = r"(?:de|del|di|d['’])?"
_WORDED = (
    # 4 March 2026, 4. März 2026, 4 de marzo de 2026, 4th of March, 2026, 04/Mar/2026
    re.compile(
        rf"(?<![\d.:])(?P<day>\d{{1,2}})(?:\s?(?:st|nd|rd|th|er|[.ºª°]))?[\s\-/.]*(?:of\s+|{_OF}\s*)"
        rf"{_NAME}\b\.?[\s,\-/]*(?:{_OF}\s*){_YEAR}",
        re.IGNORECASE,
    ),
    # March 4, 2026, Mar. 4th 2026
    re.compile(rf"\b{_NAME}\b\.?[\s\-]+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b[\s,\-]*{_YEAR}", re.IGNORECASE),
    # 2026. március 4., 2026 March 4
    re.compile(rf"(?<!\d){_YEAR}[.,]?\s+{_NAME}\b\.?\s+(?P<day>\d{{1,2}})\b", re.IGNORECASE),
    # Wed Mar 04 19:20:36 CET 2026
    re.compile(
        rf"\b{_NAME}\s+(?P<day>\d{{1,2}})\s+\d\d:\d\d:\d\d\s+(?:[A-Z]{{2,5}}|[+\-]\d{{4}})\s+{_YEAR}",
        re.IGNORECASE,
    ),
)

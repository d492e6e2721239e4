"""Dates as people type them: a day, a month or a year, in figures or with the name of a month.

03/10/2026 can be two days and is refused; with points the day comes first, as in every country that writes so.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from indexer import in_words

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_MONTH_OF_YEAR = re.compile(
    r"(?P<year>\d{4})[/.](?P<month>\d{1,2})|(?P<month_first>\d{1,2})[-/.](?P<year_last>\d{4})", re.ASCII
)
_NAMED_MONTH = re.compile(r"(?P<name>[^\W\d]+)\.?(?:,\s*|\s+(?:(?:of|de|del|di)\s+)?|[-/])(?P<year>\d{4})")
_TWO_READINGS = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})", re.ASCII)

EXAMPLES = "2025, 2025-02, 2025-02-12 or 12 February 2025"

MOST_WORDS = 4
"""Words of the longest date: ``12th of February 2025``."""

LONGEST = 40
"""Characters of the longest text that can be a date."""

Parts = tuple[int, int | None, int | None]
"""A year, and its month and day where they are given."""


def first_day(text: str) -> date:
    """The first day of ``2025``, ``2025-02``, ``February 2025``, ``2025-02-12`` or ``12 February 2025``.

    Raises:
        ValueError: the text is not such a date, is two of them, or there is no such day.
    """
    year, month, day = _parts(text)
    return _date(year, month or 1, day or 1, text)


def last_day(text: str) -> date:
    """The last day of ``2025``, ``2025-02``, ``February 2025``, ``2025-02-12`` or ``12 February 2025``.

    Raises:
        ValueError: the text is not such a date, is two of them, or there is no such day.
    """
    year, month, day = _parts(text)
    first = _date(year, month or 12, day or 1, text)
    return first if day else first.replace(day=monthrange(first.year, first.month)[1])


def _parts(text: str) -> Parts:
    typed = " ".join(text.split()) if len(text) <= LONGEST else ""
    if (match := _ISO.fullmatch(typed)) is not None:
        year, month, day = match.groups()
        return int(year), int(month) if month else None, int(day) if day else None
    if (match := _MONTH_OF_YEAR.fullmatch(typed)) is not None:
        return int(match["year"] or match["year_last"]), int(match["month"] or match["month_first"]), None
    found = _in_words(typed) if typed else None
    if found is None:
        raise ValueError(_refused(text, typed))
    return found


def _in_words(typed: str) -> Parts | None:
    # Imported here: the readers of articles take most of a second to load, and most dates are in figures.
    from indexer.read.dates.printed import dates_in, month_of

    if (match := _NAMED_MONTH.fullmatch(typed)) is not None and (number := month_of(match["name"])):
        return int(match["year"]), number, None
    for found in dates_in(typed):
        if (found.start, found.end) == (0, len(typed)) and len(found.value) == len("2025-02-12"):
            day = date.fromisoformat(found.value)
            return day.year, day.month, day.day
    return None


def _refused(text: str, typed: str) -> str:
    match = _TWO_READINGS.fullmatch(typed)
    if match is not None:
        one, two, year = map(int, match.groups())
        try:
            readings = date(year, two, one), date(year, one, two)
        except ValueError:
            return f"there is no day {_shown(text)}"
        return (
            f"{_shown(text)} is {in_words.day(readings[0])} or {in_words.day(readings[1])}: "
            f"write {readings[0]} or {readings[1]}"
        )
    return f"{_shown(text)} is no date: write {EXAMPLES}"


def _date(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"there is no day {_shown(text)}") from None


def _shown(text: str) -> str:
    return repr(text if len(text) <= LONGEST else f"{text[:LONGEST]}...")

"""Dates as people type them: a day, a month or a year."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)

FORMS = "2025, 2025-02 or 2025-02-12"


def first_day(text: str) -> date:
    """The first day of ``2025``, ``2025-02`` or ``2025-02-12``.

    Raises:
        ValueError: the text is not such a date, or there is no such day.
    """
    year, month, day = _parts(text)
    return _date(year, month or 1, day or 1, text)


def last_day(text: str) -> date:
    """The last day of ``2025``, ``2025-02`` or ``2025-02-12``.

    Raises:
        ValueError: the text is not such a date, or there is no such day.
    """
    year, month, day = _parts(text)
    first = _date(year, month or 12, day or 1, text)
    return first if day else first.replace(day=monthrange(first.year, first.month)[1])


def _parts(text: str) -> tuple[int, int | None, int | None]:
    match = _DATE.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{_shown(text)} is no date: write {FORMS}")
    year, month, day = match.groups()
    return int(year), int(month) if month else None, int(day) if day else None


def _date(year: int, month: int, day: int, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"there is no day {_shown(text)}") from None


def _shown(text: str) -> str:
    return repr(text if len(text) <= 40 else f"{text[:40]}...")

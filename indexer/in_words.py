"""Puts numbers and days in words, for sentences and pages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from indexer.model import Precision

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(value: date) -> str:
    """A day in words: ``12 February 2025``."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def name_of_month(value: date) -> str:
    """A month without its year: ``February``."""
    return _MONTHS[value.month - 1]


def interval(first: date, last: date, precision: Precision) -> str:
    """An interval in words: ``12 February 2025``, ``February 2025``, ``2025``, or from one day to another."""
    match precision:
        case Precision.YEAR:
            return str(first.year)
        case Precision.MONTH:
            return f"{_MONTHS[first.month - 1]} {first.year}"
        case _:
            return days(first, last)


def days(first: date, last: date) -> str:
    """From one day to another: ``1 to 7 February 2025``, ``28 February to 3 March 2025``."""
    if first == last:
        return day(first)
    if first.year != last.year:
        return f"{day(first)} to {day(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} to {day(last)}"
    return f"{first.day} to {day(last)}"


def period(first: date | None, last: date | None) -> str:
    """A period that may be open: ``March 2016``, ``2016``, ``since 12 March 2016``, ``until 2 May 2016``."""
    if first is None or last is None:
        if last is not None:
            return f"until {day(last)}"
        return f"since {day(first)}" if first is not None else "at any time"
    ends_month = (last + timedelta(days=1)).day == 1
    if first.day == 1 and ends_month and first.year == last.year:
        if first.month == last.month:
            return f"{_MONTHS[first.month - 1]} {first.year}"
        if (first.month, last.month) == (1, 12):
            return str(first.year)
    if (first.day, first.month, last.day, last.month) == (1, 1, 31, 12):
        return f"{first.year} to {last.year}"
    return days(first, last)


def month(value: str) -> str:
    """``2016-03`` as ``March 2016``."""
    return f"{_MONTHS[int(value[5:7]) - 1]} {value[:4]}"


def shortened(text: str, most: int) -> str:
    """The text on one line, with the middle of more than ``most`` words left out."""
    words = text.split()
    if len(words) <= most:
        return " ".join(words)
    return " ".join([*words[: most // 2], "…", *words[-(most // 2) :]])


def together(name: str, others: Iterable[str]) -> str:
    """Somebody and those who said the same words with them: ``Ann Bell with Otis Byrd``."""
    joined = " and ".join(others)
    return f"{name} with {joined}" if joined else name


def counted(number: int, noun: str) -> str:
    """A number of things: ``1 quote``, ``1,200 quotes``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

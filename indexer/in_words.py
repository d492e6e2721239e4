"""Puts numbers and days in words, for sentences and pages."""

from __future__ import annotations

from datetime import date

from indexer.model import Precision

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day(value: date) -> str:
    """A day in words: ``12 February 2025``."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def interval(first: date, last: date, precision: Precision) -> str:
    """An interval in words: ``12 February 2025``, ``February 2025``, ``2025``, or from one day to another."""
    match precision:
        case Precision.YEAR:
            return str(first.year)
        case Precision.MONTH:
            return f"{_MONTHS[first.month - 1]} {first.year}"
        case _:
            return day(first) if first == last else f"{day(first)} to {day(last)}"


def counted(number: int, noun: str) -> str:
    """A number of things: ``1 quote``, ``1,200 quotes``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"

"""Datelines: a place, and often a date and an agency, at the beginning of a line: "OSLO, March 3 (Wire) - "."""

from __future__ import annotations

import re
from typing import NamedTuple

DATE = r"(?P<date>[^\W\d_]{3,9}\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\.?\s+[^\W\d_]{3,9}\.?,?\s+\d{4})"
"""A date in words, with its year."""

_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]{1,40}"
_PLACE = rf"{_CAPITALS}(?: {_CAPITALS}){{0,3}}(?:, [^—–\n()]{{1,40}}?)?"
_PLACE_AND_DATE = rf"[^\W\d_a-z][^\d\n—–(]{{1,45}}?[,.]?\s+{DATE}\s*,?"
_END = r"\s*(?:\([^()\n]{2,30}\)\s*)?(?:[—–]|--?(?=\s))"
_DATELINE = re.compile(rf"(?:{_PLACE_AND_DATE}|{_PLACE}){_END}\s*+(?=[\W\d]*+[A-ZÀ-ÖØ-Þ]|\d)")
_CLOSING = re.compile(rf"{_END}(?=\s)")


class Dateline(NamedTuple):
    """A dateline.

    Args:
        date: its date as printed, if it has a year.
        end: the offset of the first word of the sentence after it.
    """

    date: str | None
    end: int


def dateline(text: str, start: int) -> Dateline | None:
    """The dateline at an offset, which should be the beginning of a line."""
    match = _DATELINE.match(text, start)
    return None if match is None else Dateline(match["date"], match.end())


def closes_dateline(text: str, offset: int) -> bool:
    """Whether a dash follows, with or without an agency before it, as after the date of a dateline."""
    return _CLOSING.match(text, offset) is not None

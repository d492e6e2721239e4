"""Dates in datelines ("HARBOUR TOWN, March 3, 2026 (Wire) — The") and bylines ("By Ana Silva, 9 June 2026")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.document.dateline import DATE, dateline
from indexer.model import Basis, PublishedDate, Span
from indexer.read.dates.published import read_date

_AFTER_COMMA = re.compile(rf"[,|·•–—-]\s*{DATE}\s*$")


def dateline_date(text: str, furniture: Sequence[Span]) -> PublishedDate | None:
    """The date in the dateline of the first line that is not furniture, or None; it must be complete.

    Args:
        text: the article as read.
        furniture: its furniture.
    """
    start = 0
    for span in sorted(furniture):
        if text[start : span.start].strip():
            break
        start = span.end
    while start < len(text) and text[start].isspace():
        start += 1
    found = dateline(text, start)
    return None if found is None or found.date is None else read_date(found.date, Basis.HEADER)


def byline_date(line: str) -> PublishedDate | None:
    """The date at the end of a byline ("By Ana Silva, Harbour Gazette, 9 June 2026"), or None."""
    match = _AFTER_COMMA.search(line)
    return None if match is None else read_date(match["date"], Basis.HEADER)

"""Days in words around an article's text: "HARBOUR TOWN, March 3, 2026 (Wire) — The", "By Ana Silva, 9 June 2026"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.model import Basis, PublishedDate, Span
from indexer.read.published import read_date

LONGEST = 90
"""Characters before the dash that ends a dateline; with place, state, day and agency those seen have under 70."""

_DATE = r"(?P<date>[^\W\d_]{3,9}\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\.?\s+[^\W\d_]{3,9}\.?,?\s+\d{4})"
_DATELINE = re.compile(
    rf"(?P<place>[^\W\d_a-z][^\d\n—–(]{{1,45}}?)[,.]?\s+{_DATE}"
    r"\s*,?\s*(?:\([^()\n]{2,30}\)\s*)?(?:[—–]|--?(?=\s))"
)
_AFTER_COMMA = re.compile(rf"[,|·•–—-]\s*{_DATE}\s*$")


def dateline(text: str, furniture: Sequence[Span]) -> PublishedDate | None:
    """The date that the first line below the header begins with, or None; only a whole one counts.

    Args:
        text: the article as read.
        furniture: what stands around its text; the line is the first that is none of it.
    """
    start = 0
    for span in sorted(furniture):
        if text[start : span.start].strip():
            break
        start = span.end
    while start < len(text) and text[start].isspace():
        start += 1
    match = _DATELINE.match(text, start, start + LONGEST)
    return None if match is None else read_date(match["date"], Basis.HEADER)


def byline_date(line: str) -> PublishedDate | None:
    """The date that ends a byline ("By Ana Silva, Harbour Gazette, 9 June 2026"), or None."""
    match = _AFTER_COMMA.search(line)
    return None if match is None else read_date(match["date"], Basis.HEADER)

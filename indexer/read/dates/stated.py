"""The date in a field that holds nothing else: in words or figures, as a month, or in seconds since 1970."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from indexer.model import Basis, PublishedDate
from indexer.read.dates.printed import dates_in
from indexer.read.dates.published import read_date

_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")
_SECONDS = re.compile(r"(\d{9,10})(\d{3})?(?:\.\d+)?")


def stated(printed: str, basis: Basis, day_first: bool | None) -> PublishedDate | None:
    """The date in a field that holds nothing else, in words or figures, or in seconds since 1970."""
    if (one := read_date(printed, basis)) is not None:
        return one
    evidence = " ".join(printed.split())[:80]
    for date_ in dates_in(evidence, day_first=day_first, short_years=True):
        return PublishedDate(date_.value, date_.zone, basis, evidence)
    return epoch(evidence, basis)


def month(printed: str, basis: Basis) -> PublishedDate | None:
    """The month of "2026-03", which says no more."""
    found = printed.strip()
    return PublishedDate(found, None, basis, found) if _MONTH.fullmatch(found) else None


def epoch(printed: str, basis: Basis) -> PublishedDate | None:
    """The moment of a number of seconds or milliseconds since 1970, which is in UTC; None for other numbers."""
    match = _SECONDS.fullmatch(printed) if printed.isascii() else None
    if match is None:
        return None
    moment = datetime.fromtimestamp(int(match[1]), UTC)
    return PublishedDate(moment.replace(tzinfo=None).isoformat(), "+00:00", basis, printed)

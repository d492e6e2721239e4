"""Aggregations that several questions ask for, and how their values are read. Pure."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from indexer.store.elastic.requests.conditions import Clause
from indexer.store.elastic.requests.lines import Response

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def composite(sources: list[Clause], size: int, after: Any) -> Clause:
    """The aggregation that gives what is different by these sources, in order, after such a key."""
    paged: dict[str, Any] = {"size": size, "sources": sources}
    if after is not None:
        paged["after"] = after
    return {"composite": paged}


def day(aggregation: Response) -> date | None:
    """The day that an aggregation of dates gives, in milliseconds since 1970; None without any date."""
    value = aggregation.get("value")
    return (_EPOCH + timedelta(milliseconds=value)).date() if value is not None else None

"""Aggregations that several requests use. Pure."""

from __future__ import annotations

from typing import Any

from indexer.store.elastic.requests.conditions import Clause

PAGE = 5_000
"""Buckets of a composite aggregation that are given by one request."""


def composite(sources: list[Clause], size: int, after: Any) -> Clause:
    """The aggregation with a bucket for each combination of these sources, in order, after a key."""
    paged: dict[str, Any] = {"size": size, "sources": sources}
    if after is not None:
        paged["after"] = after
    return {"composite": paged}

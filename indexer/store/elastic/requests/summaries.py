"""What the whole store holds: the requests. Pure."""

from __future__ import annotations

from typing import Any

from indexer.store.elastic.connection.answers import Shape
from indexer.store.elastic.requests.aggregations import PAGE, composite
from indexer.store.elastic.requests.conditions import Clause
from indexer.store.elastic.requests.lines import TIME


class _Value(Shape):
    value: str


class Value(Shape):
    """A value of a field, and how many documents have it."""

    key: _Value
    doc_count: int


def totals() -> Clause:
    """The search for the number of quotes, of those with a vector, and their first and last day."""
    aggregations = {
        "earliest": {"min": {"field": "when_from"}},
        "latest": {"max": {"field": "when_to"}},
        "vectors": {"filter": {"exists": {"field": "vector"}}},
    }
    return {
        "size": 0,
        "track_total_hits": True,
        "timeout": TIME,
        "query": {"match_all": {}},
        "aggs": aggregations,
    }


def distinct(field: str, after: Any) -> Clause:
    """The aggregation with a bucket for each value of a field, a page of them in order."""
    return composite([{"value": {"terms": {"field": field}}}], PAGE, after)

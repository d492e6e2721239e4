"""What the store holds by outlet and month: the articles, and the quotes beside them."""

from __future__ import annotations

from typing import Any

from indexer.query import Held
from indexer.store.elastic.connection.answers import Buckets, Shape
from indexer.store.elastic.connection.session import Session
from indexer.store.elastic.requests.aggregations import PAGE, composite
from indexer.store.elastic.requests.conditions import EVERYTHING, Clause
from indexer.store.elastic.requests.lines import body


class _Key(Shape):
    outlet: str | None
    month: str | None


class _Held(Shape):
    key: _Key
    doc_count: int


def holdings(session: Session) -> tuple[Held, ...]:
    """See ``indexer.store.base.Store.holdings``."""
    articles = _counted(session, session.names.live.articles)
    quotes = _counted(session, session.names.live.quotes)
    return tuple(
        Held(outlet, month, count, quotes.get((outlet, month), 0)) for (outlet, month), count in articles.items()
    )


def _counted(session: Session, index: str) -> dict[tuple[str | None, str | None], int]:
    """The number of documents of an index by outlet and month, in order."""
    search = {"size": 0, "query": EVERYTHING, "aggs": {"page": _by_month(None)}, "track_total_hits": False}
    first = session.search(body(search), index).aggregation("page", Buckets[_Held])
    found = session.all_buckets(first, EVERYTHING, index, _by_month)
    return {(each.key.outlet, each.key.month): each.doc_count for each in found}


def _by_month(after: Any) -> Clause:
    month = {"field": "published", "calendar_interval": "month", "format": "yyyy-MM", "missing_bucket": True}
    sources = [
        {"outlet": {"terms": {"field": "outlet", "missing_bucket": True}}},
        {"month": {"date_histogram": month}},
    ]
    return composite(sources, PAGE, after)

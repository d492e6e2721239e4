"""Quotes with their articles, read from what a search or a lookup by id found."""

from __future__ import annotations

from indexer.query import Hit
from indexer.store import set_aside
from indexer.store.elastic.connection.session import Session
from indexer.store.elastic.requests.hits import StoredQuote


def quote(session: Session, quote_id: str) -> Hit | None:
    """See ``indexer.store.base.Store.quote``."""
    found = session.documents(session.names.live.quotes, [quote_id], StoredQuote)
    return hit(quote_id, found[quote_id]) if quote_id in found else None


def hit(quote_id: str, stored: StoredQuote) -> Hit | None:
    """The quote with its article; None, with a warning, where its record cannot be read."""
    return set_aside.shown(quote_id, stored.hit)

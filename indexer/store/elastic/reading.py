"""Quotes with their articles, read from what a search or a lookup by id found."""

from __future__ import annotations

from functools import partial

from indexer.query import Hit
from indexer.store import set_aside, stored_fields
from indexer.store.elastic.connection.answers import Shape
from indexer.store.elastic.connection.names import Body
from indexer.store.elastic.connection.session import Session


class StoredQuote(Shape):
    """The parts of a quote's document that a hit is made of."""

    record: Body
    article: Body


def quote(session: Session, quote_id: str) -> Hit | None:
    """See ``indexer.store.base.Store.quote``."""
    found = session.documents(session.names.live.quotes, [quote_id], StoredQuote)
    return hit(quote_id, found[quote_id]) if quote_id in found else None


def hit(quote_id: str, stored: StoredQuote) -> Hit | None:
    """The quote with its article; None, with a warning, where its record cannot be read."""
    return set_aside.shown(quote_id, partial(stored_fields.hit_from, stored.record, stored.article))

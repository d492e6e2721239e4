"""Quotes near a text in meaning, by the engine's own index of vectors, and whether vectors are written."""

from __future__ import annotations

from dataclasses import replace

from indexer.printed import Near
from indexer.query import AllOf
from indexer.store.elastic import indices, reading
from indexer.store.elastic.connection.session import Session
from indexer.store.elastic.lease import stored
from indexer.store.elastic.lease.write_lock import busy, free_states
from indexer.store.elastic.requests import vectors as requests
from indexer.store.elastic.requests.hits import StoredQuote


def is_semantic(session: Session) -> bool:
    """See ``indexer.store.base.Store.semantic``."""
    with session.connected():
        return stored.read(session).semantic


def set_semantic(session: Session, on: bool) -> None:
    """See ``indexer.store.base.Store.set_semantic``."""
    session.invalidate()
    with session.connected():
        for state in free_states(session):
            if state.semantic == on:
                return
            indices.add_to_state(session)
            if stored.write(session, replace(state, semantic=on)) is not None:
                session.invalidate()
                return
    raise busy()


def near(session: Session, meaning: bytes, condition: AllOf, size: int) -> tuple[Near, ...]:
    """See ``indexer.store.base.Store.near``."""
    (found,), _ = session.run_after_state(requests.near(session.names, meaning, condition, size))
    nearest = requests.nearest_of(found, size)
    stored_quotes = session.documents(session.names.live.quotes, [quote_id for quote_id, _ in nearest], StoredQuote)
    hits = {quote_id: reading.hit(quote_id, quote) for quote_id, quote in stored_quotes.items()}
    return tuple(Near(hit, likeness) for quote_id, likeness in nearest if (hit := hits.get(quote_id)) is not None)

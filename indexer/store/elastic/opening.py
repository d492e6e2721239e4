"""A store opened at its address, or created there."""

from __future__ import annotations

from indexer.errors import StoreMissing
from indexer.store.elastic import indices
from indexer.store.elastic.connection.answers import Health
from indexer.store.elastic.connection.session import Session
from indexer.store.elastic.lease import stored


def open_or_create(session: Session, *, create: bool) -> None:
    """Make sure that there is a store.

    Args:
        create: create it when it is not there.

    Raises:
        StoreMissing: there is none, and ``create`` is False.
    """
    with session.connected():
        # First, as the answer to a HEAD request has no body, and so no reason in it.
        session.answer(session.client.cluster.health(timeout=indices.WAIT)).read(Health)
        session.known = True
        if stored.exists(session):
            return
        if not create:
            at = f"{session.node}/{session.names.prefix}"
            raise StoreMissing(f"there is no store at {at}; `onrecord index` creates one")
        indices.create_store(session)
        stored.create(session)

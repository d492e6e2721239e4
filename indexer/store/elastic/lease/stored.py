"""The document of a store's state, created, read and changed."""

from __future__ import annotations

from dataclasses import replace

from elasticsearch import ConflictError

from indexer.errors import StoreMissing
from indexer.store.elastic.connection.answers import Answer, Document, Written
from indexer.store.elastic.connection.client import nothing_if_missing
from indexer.store.elastic.connection.session import Session
from indexer.store.elastic.lease.state import DOCUMENT, State, StateDocument


def create(session: Session) -> None:
    """Write the first state, unless there is one."""
    try:
        response = session.client.create(
            index=session.names.state, id=DOCUMENT, document=State.fresh().document(), refresh=True, require_alias=True
        )
    except ConflictError:
        return
    session.answer(response).read(Written)


def exists(session: Session) -> bool:
    """Whether there is a store: its state is written last."""
    return bool(session.client.exists(index=session.names.state, id=DOCUMENT))


def read(session: Session) -> State:
    """The state as of now, refreshed or not.

    Raises:
        StoreMissing: the store has gone.
    """
    with nothing_if_missing():
        found = session.answer(session.client.get(index=session.names.state, id=DOCUMENT)).read(Document)
        if found.found:
            document = Answer(session.node, found.source).read(StateDocument)
            return State.read(document, (found.seq_no, found.primary_term))
    raise StoreMissing(f"there is no store {session.names.prefix!r} at {session.node} any more")


def write(session: Session, state: State) -> State | None:
    """Store the state if the document has not changed since ``state`` was read; None if it has."""
    number, term = state.revision
    try:
        # Refreshed, as a search reads it together with what it finds.
        response = session.client.index(
            index=session.names.state,
            id=DOCUMENT,
            document=state.document(),
            if_seq_no=number,
            if_primary_term=term,
            refresh=True,
            require_alias=True,
        )
    except ConflictError:
        # An attempt whose answer was lost may have been ours.
        now = read(session)
        return now if replace(now, revision=state.revision) == state else None
    written = session.answer(response).read(Written)
    return replace(state, revision=(written.seq_no, written.primary_term))

"""What people decided: documents beside the state of the store, which no rebuild replaces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from elasticsearch import ConflictError

from indexer.errors import StoreUnavailable
from indexer.identity.decisions import Decision, decision_from, decision_value
from indexer.store.elastic import indices
from indexer.store.elastic.connection.answers import Shape, Written, fields
from indexer.store.elastic.connection.names import Body
from indexer.store.elastic.connection.session import Session

AT_ONCE = 1_000
"""Decisions of one page."""


class _Decision(Shape):
    decision: dict[str, Any]


def decisions(session: Session) -> tuple[Decision, ...]:
    """See ``indexer.store.base.Store.decisions``."""
    decided = {"exists": {"field": "number"}}
    # An index of an older version lacks the field until somebody decides.
    order = [{"number": {"order": "asc", "unmapped_type": "integer"}}]
    search: Body = {"size": AT_ONCE, "query": decided, "sort": order, "_source": fields(_Decision)}
    pages = session.pages(search, _Decision, session.names.state)
    return tuple(decision_from(hit.source.decision) for page in pages for hit in page)


def decide(session: Session, made: Sequence[Decision]) -> None:
    """See ``indexer.store.base.Store.decide``; those that were written are taken back where another came first."""
    with session.connected():
        indices.add_to_state(session)
        written: list[str] = []
        try:
            for one in made:
                document = {"number": one.number, "decision": decision_value(one)}
                ident = f"decision-{one.number:08}"
                response = session.client.create(
                    index=session.names.state, id=ident, document=document, refresh=True, require_alias=True
                )
                session.answer(response).read(Written)
                written.append(ident)
        except ConflictError as error:
            for ident in written:
                session.client.delete(index=session.names.state, id=ident, refresh=True)
            busy = "somebody else decided at the same time; nothing was stored, try again"
            raise StoreUnavailable(busy) from error

"""Documents written, updated and deleted, many in one request."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from elasticsearch.helpers import streaming_bulk

from indexer.errors import StoreUnavailable
from indexer.store.elastic.connection.answers import Answer, BulkItem, not_elasticsearch
from indexer.store.elastic.connection.client import BUSY_STATUSES
from indexer.store.elastic.connection.names import Body, IndexSet
from indexer.store.elastic.connection.session import Session
from indexer.store.elastic.indices import WAIT
from indexer.store.elastic.parts import CHUNK

CHUNK_BYTES = 8 * 1024 * 1024
RETRIES = 5
FIRST_PAUSE_SECONDS = 0.5

Action = Body
"""One action of a bulk request, in the client's form."""


def put(index: str, document_id: str, body: bytes) -> Action:
    """Write a document, in place of what was there."""
    return {"_op_type": "index", "_index": index, "_id": document_id, "_source": body}


def delete(index: str, document_id: str) -> Action:
    """Delete a document."""
    return {"_op_type": "delete", "_index": index, "_id": document_id}


def update(index: str, document_id: str, fields: Body) -> Action:
    """Write some fields of a document that is there."""
    return {"_op_type": "update", "_index": index, "_id": document_id, "doc": fields}


def send(
    session: Session, target: IndexSet, actions: Iterable[Action], keep_alive: Callable[[], None]
) -> dict[str, str]:
    """Send the actions; gives the ids of the documents that the engine refused, with its reasons.

    Args:
        keep_alive: called between chunks, to renew the lease.

    Raises:
        StoreUnavailable: the engine stays busy, or did not answer for every action.
    """
    refused: dict[str, str] = {}
    for number, (verb, item) in enumerate(_results(session, target, actions), start=1):
        if number % CHUNK == 0:
            keep_alive()
        if item.status < 300 or (verb in ("delete", "update") and item.status == 404):
            continue
        if item.status in BUSY_STATUSES or item.status >= 500:
            raise StoreUnavailable(f"the engine is too busy to write, or lost a part of itself ({item.status})")
        refused[item.id] = _reason(item.error)
    return refused


def _results(session: Session, target: IndexSet, actions: Iterable[Action]) -> Iterator[tuple[str, BulkItem]]:
    """What became of each action, in order."""
    every = list(actions)
    results = iter(
        streaming_bulk(
            session.client,
            every,
            chunk_size=CHUNK,
            max_chunk_bytes=CHUNK_BYTES,
            raise_on_error=False,
            max_retries=RETRIES,
            initial_backoff=FIRST_PAUSE_SECONDS,
            retry_on_status=BUSY_STATUSES,
            require_alias=target.aliased,
            timeout=WAIT,
        )
    )
    for _ in every:
        try:
            # The client reads the answer unchecked; where it names fewer documents, the results end early.
            verb, item = next(iter(next(results)[1].items()))
        except (AttributeError, KeyError, StopIteration, TypeError, ValueError):
            raise not_elasticsearch(session.node) from None
        yield verb, Answer(session.node, item).read(BulkItem)


def _reason(error: object) -> str:
    if isinstance(error, Mapping):
        return f"{error.get('type')}: {error.get('reason')}"[:200]
    return str(error)[:200]

"""Documents written, amended and deleted, many by one request."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from indexer.errors import StoreUnavailable
from indexer.store.elastic.client import BUSY_STATUSES
from indexer.store.elastic.indices import WAIT, Body, Shelf
from indexer.store.elastic.parts import CHUNK

CHUNK_BYTES = 8 * 1024 * 1024
RETRIES = 5
FIRST_PAUSE_SECONDS = 0.5

Action = Body
"""One line of a bulk request, in the client's form."""


def put(index: str, document_id: str, body: bytes) -> Action:
    """Write a document, in place of what was there."""
    return {"_op_type": "index", "_index": index, "_id": document_id, "_source": body}


def drop(index: str, document_id: str) -> Action:
    """Delete a document."""
    return {"_op_type": "delete", "_index": index, "_id": document_id}


def amend(index: str, document_id: str, fields: Body) -> Action:
    """Write some fields of a document that is there."""
    return {"_op_type": "update", "_index": index, "_id": document_id, "doc": fields}


def send(client: Elasticsearch, shelf: Shelf, actions: Iterable[Action], alive: Callable[[], None]) -> dict[str, str]:
    """Send the actions; gives the ids of the documents that the engine refused, with what it said."""
    refused: dict[str, str] = {}
    for number, (done, result) in enumerate(
        streaming_bulk(
            client,
            actions,
            chunk_size=CHUNK,
            max_chunk_bytes=CHUNK_BYTES,
            raise_on_error=False,
            max_retries=RETRIES,
            initial_backoff=FIRST_PAUSE_SECONDS,
            retry_on_status=BUSY_STATUSES,
            require_alias=shelf.aliased,
            timeout=WAIT,
        ),
        start=1,
    ):
        if number % CHUNK == 0:
            alive()
        verb, item = next(iter(result.items()))
        status = int(item.get("status", 500))
        if done or (verb in ("delete", "update") and status == 404):
            continue
        if status in BUSY_STATUSES or status >= 500:
            raise StoreUnavailable(f"the engine is too busy to write, or lost a part of itself ({status})")
        refused[item["_id"]] = _reason(item.get("error"))
    return refused


def _reason(error: object) -> str:
    if isinstance(error, Mapping):
        return f"{error.get('type')}: {error.get('reason')}"[:200]
    return str(error)[:200]

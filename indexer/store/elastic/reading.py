"""Documents by their ids, as searches see them: after a refresh, not before."""

from __future__ import annotations

from collections.abc import Sequence

from elasticsearch import Elasticsearch

from indexer.query import Hit
from indexer.store import stored_fields
from indexer.store.elastic.parts import CHUNK, parts
from indexer.store.elastic.session import Asking


def quote(asking: Asking, quote_id: str) -> Hit | None:
    """See ``indexer.store.base.Store.quote``."""
    with asking.open():
        found = documents(asking.client, asking.names.live.quotes, [quote_id], ["record", "article"])
    return stored_fields.hit_from(found[quote_id]) if quote_id in found else None


def documents(
    client: Elasticsearch, index: str, ids: Sequence[str], fields: Sequence[str]
) -> dict[str, stored_fields.Fields]:
    """Those of these documents that are there, by their ids."""
    found: dict[str, stored_fields.Fields] = {}
    # Asked for in a body: an id in a path could be another path.
    for part in parts([held for held in ids if held], CHUNK):
        answer = client.mget(index=index, ids=part, realtime=False, source_includes=list(fields))
        found |= {item["_id"]: item["_source"] for item in answer["docs"] if item.get("found")}
    return found

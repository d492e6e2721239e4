"""One row an utterance: a first page is the engine's own, but it goes on from none.

A later page is read from the hits in their order, a few at a time. One that is not the first of its utterance among all
that match stood on an earlier page; and no utterance that was met is asked for again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from indexer.query import Query, Sort
from indexer.store import conditions, cursor
from indexer.store.elastic.indices import Body
from indexer.store.elastic.requests import pages
from indexer.store.elastic.requests.conditions import compiled
from indexer.store.elastic.requests.lines import Response, body
from indexer.store.elastic.requests.shallow import shallow
from indexer.store.elastic.session import Asking

AT_ONCE = 200
"""Hits that are read at a time, of which a page takes 101 at the most."""


def rows(asking: Asking, query: Query) -> list[Response]:
    """The hits of a page that goes on from another, and one more if yet another follows.

    Raises:
        Invalid: the cursor is none of this search's.
    """
    wanted = compiled(shallow(query.condition), query.where)
    order = conditions.order(query)
    position = cursor.decode(query)
    after: Any = pages.after(order, position) if position is not None else None
    found: list[Response] = []
    met: set[str] = set()
    while len(found) <= query.size:
        hits = _hits(asking, _search(wanted, order, met, AT_ONCE, after))
        fresh: dict[str, Response] = {}
        for hit in hits:
            fresh.setdefault(hit["_source"]["utterance"], hit)
        firsts = _firsts(asking, wanted, order, sorted(fresh))
        found += [hit for utterance, hit in fresh.items() if firsts[utterance]["_id"] == hit["_id"]]
        met |= fresh.keys()
        if len(hits) < AT_ONCE:
            break
        after = hits[-1]["sort"]
    return found[: query.size + 1]


def grouped(asking: Asking, query: Query, found: Response, rows: list[Response] | None) -> Response:
    """The answer to ``pages.requests`` with utterances for rows, all of which are counted.

    Args:
        rows: of a page that goes on; a first page has its own.
    """
    wanted = compiled(shallow(query.condition), query.where)
    first = found["aggregations"][pages.UTTERANCES]
    every = asking.every(first, wanted, asking.names.live.quotes, pages.utterances)
    shown = found["hits"]["hits"] if rows is None else rows
    return {**found, "hits": {"total": {"value": len(every)}, "hits": shown}}


def _firsts(asking: Asking, wanted: Body, order: Sort, utterances: Sequence[str]) -> dict[str, Response]:
    """The first hit of each of these utterances."""
    if not utterances:
        return {}
    search = _search(wanted, order, (), len(utterances), None)
    search["query"]["bool"]["filter"] = [{"terms": {"utterance": list(utterances)}}]
    search |= {"collapse": {"field": "utterance"}, "_source": ["utterance"]}
    return {hit["_source"]["utterance"]: hit for hit in _hits(asking, search)}


def _search(wanted: Body, order: Sort, but: Any, size: int, after: Any) -> Body:
    query: Body = {"bool": {"must": [wanted]}}
    if but:
        query["bool"]["must_not"] = [{"terms": {"utterance": sorted(but)}}]
    return {
        "size": size,
        "query": query,
        "sort": pages.SORTS[order],
        "_source": ["record", "article", "utterance"],
        "track_total_hits": False,
        **({"search_after": after} if after is not None else {}),
    }


def _hits(asking: Asking, search: Body) -> list[Response]:
    found: list[Response] = asking.search(body(search))["hits"]["hits"]
    return found

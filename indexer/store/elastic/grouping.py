"""Searches with one row for each utterance. Elasticsearch collapses hits on a first page, but not after a cursor.

A later page is read from all hits in order, a few at a time. A hit that is not the first of its utterance among all
matches stood on an earlier page, and an utterance that was met once is excluded from what follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from indexer.query import Query, Sort
from indexer.store import conditions, cursor
from indexer.store.elastic.connection.answers import Answer, Buckets, Hit, Shape
from indexer.store.elastic.connection.names import Body
from indexer.store.elastic.connection.session import Session
from indexer.store.elastic.requests import pages
from indexer.store.elastic.requests.conditions import compiled
from indexer.store.elastic.requests.hits import SOURCE
from indexer.store.elastic.requests.lines import body
from indexer.store.elastic.requests.shallow import shallow

AT_ONCE = 200
"""Hits that are read at a time, of which a page takes 101 at the most."""


class _Grouped(pages.Row):
    utterance: str


class _Utterance(Shape):
    utterance: str


def later_rows(session: Session, query: Query) -> list[Hit[pages.Row]]:
    """The rows of a page after a cursor, and one more if another page follows.

    Raises:
        Invalid: the cursor is none of this search's.
    """
    wanted = compiled(shallow(query.condition), query.where)
    order = conditions.order(query)
    position = cursor.decode(query)
    after: Any = tuple(pages.after(order, position)) if position is not None else None
    rows: list[Hit[pages.Row]] = []
    met: set[str] = set()
    while len(rows) <= query.size:
        hits = session.search(body(_search(wanted, order, met, AT_ONCE, after))).hits(_Grouped)
        fresh: dict[str, Hit[_Grouped]] = {}
        for hit in hits:
            fresh.setdefault(hit.source.utterance, hit)
        firsts = _firsts(session, wanted, order, sorted(fresh))
        rows += [
            Hit(hit.id, hit.source, hit.sort, hit.score)
            for utterance, hit in fresh.items()
            if firsts.get(utterance) == hit.id
        ]
        met |= fresh.keys()
        if len(hits) < AT_ONCE:
            break
        after = session.advanced(after, hits[-1].sort)
    return rows[: query.size + 1]


def count(session: Session, query: Query, found: Answer) -> int:
    """How many utterances match.

    Args:
        found: the answer to ``pages.requests``.
    """
    wanted = compiled(shallow(query.condition), query.where)
    first = found.aggregation(pages.UTTERANCES, Buckets[_Any])
    return len(session.all_buckets(first, wanted, session.names.live.quotes, pages.utterances))


class _Any(Shape):
    pass


def _firsts(session: Session, wanted: Body, order: Sort, utterances: Sequence[str]) -> dict[str, str]:
    """The id of the first hit of each of these utterances."""
    if not utterances:
        return {}
    search = _search(wanted, order, (), len(utterances), None)
    search["query"]["bool"]["filter"] = [{"terms": {"utterance": list(utterances)}}]
    search |= {"collapse": {"field": "utterance"}, "_source": ["utterance"]}
    return {hit.source.utterance: hit.id for hit in session.search(body(search)).hits(_Utterance)}


def _search(wanted: Body, order: Sort, excluded: Any, size: int, after: Any) -> Body:
    query: Body = {"bool": {"must": [wanted]}}
    if excluded:
        query["bool"]["must_not"] = [{"terms": {"utterance": sorted(excluded)}}]
    return {
        "size": size,
        "query": query,
        "sort": pages.SORTS[order],
        "_source": [*SOURCE, "utterance"],
        "track_total_hits": False,
        **({"search_after": list(after)} if after is not None else {}),
    }

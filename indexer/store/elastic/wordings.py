"""What is known of wordings by their marks, and which quotes print them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from indexer.store.elastic.indices import Body
from indexer.store.elastic.parts import CHUNK, parts
from indexer.store.elastic.requests.lines import body
from indexer.store.elastic.session import Asking
from indexer.utterances import First

NOTE = "torn"
"""The id of the document that names the marks to be put right."""

_FIELDS = ("text", "keys", "links", "compared")
_FIRST = [{"when_from": {"order": "asc", "missing": "_last"}}, {"id": "asc"}]


def noted(asking: Asking) -> set[str]:
    """Marks whose groups a writer that died has not put right."""
    return set(wordings_of(asking, [NOTE]).get(NOTE, {}).get("links", ()))


def unlinked(asking: Asking, size: int) -> list[Body]:
    """Quotes that were not looked at yet."""
    search = {
        "size": size,
        "query": {"term": {"linked": False}},
        "sort": [{"id": "asc"}],
        "_source": ["id", "mark", "when_from", "language", "record"],
        "track_total_hits": False,
    }
    return [hit["_source"] for hit in asking.search(body(search))["hits"]["hits"]]


def wordings_of(asking: Asking, marks: Iterable[str]) -> dict[str, Body]:
    """Those of these marks that were met, as of now, refreshed or not."""
    found: dict[str, Body] = {}
    for part in parts(sorted(marks), CHUNK):
        answer = asking.client.mget(index=asking.names.live.wordings, ids=part, source_includes=list(_FIELDS))
        found |= {item["_id"]: item["_source"] for item in answer["docs"] if item.get("found")}
    return found


def of_marks(marks: Sequence[str]) -> Body:
    """The query that finds the linked quotes with these marks."""
    return {"bool": {"filter": [{"terms": {"mark": list(marks)}}, {"term": {"linked": True}}]}}


def firsts_of(asking: Asking, marks: Iterable[str]) -> dict[str, First]:
    """The first linked quote of each of the marks that has any."""
    found = {}
    for part in parts(sorted(marks), CHUNK):
        search = {
            "size": len(part),
            "query": of_marks(part),
            "sort": _FIRST,
            "collapse": {"field": "mark"},
            "_source": ["mark", "when_from", "id"],
            "track_total_hits": False,
        }
        for hit in asking.search(body(search))["hits"]["hits"]:
            held = hit["_source"]
            found[held["mark"]] = First(held["when_from"], held["id"])
    return found


def quotes_of(asking: Asking, marks: Iterable[str]) -> Iterator[Body]:
    """All linked quotes with these marks."""
    for part in parts(sorted(marks), CHUNK):
        last: list[Any] | None = None
        while True:
            search: Body = {
                "size": CHUNK,
                "query": of_marks(part),
                "sort": [{"id": "asc"}],
                "_source": ["id", "mark", "utterance"],
                "track_total_hits": False,
                **({"search_after": last} if last else {}),
            }
            hits = asking.search(body(search))["hits"]["hits"]
            yield from (hit["_source"] for hit in hits)
            if len(hits) < CHUNK:
                break
            last = hits[-1]["sort"]

"""Answers that Elasticsearch never gives, and all that can be asked of a store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

from factory import article
from loopback import Raw

from indexer.query import AllOf, Facet, Group, HasName, InRange, Query, Sort, StoredArticle, Words
from indexer.store.base import Store

SIGN_ON = b"<!doctype html><html><title>Sign on</title><form action=/login><input name=password></form></html>"

WRONG: dict[str, Raw] = {
    "a page": Raw(SIGN_ON, type="text/html; charset=utf-8", product=False),
    "a page that says it is JSON": Raw(SIGN_ON),
    "a page of another type": Raw(SIGN_ON, type="application/octet-stream"),
    "plain text": Raw(b"OK", type="text/plain"),
    "text as JSON": Raw(b'"OK"'),
    "an empty object": Raw(b"{}"),
    "an empty list": Raw(b"[]"),
    "a number": Raw(b"0"),
    "null": Raw(b"null"),
    "nothing": Raw(b""),
    "no content": Raw(b"", status=204),
    "an object of another program": Raw(b'{"ok": true, "status": 200, "data": []}'),
    "wrong types": Raw(
        b'{"responses": [5], "docs": {"a": 1}, "items": [[]], "hits": [], "_shards": "all", "acknowledged": [],'
        b' "count": {}, "_seq_no": "x", "status": {}, "_id": 7, "found": "maybe", "_source": []}'
    ),
    "empty parts": Raw(
        b'{"responses": [], "docs": [], "items": [], "hits": {}, "_shards": {}, "acknowledged": null, "count": null,'
        b' "_seq_no": null, "status": null, "_id": null, "_source": {}}'
    ),
    "half of JSON": Raw(b'{"took": 3, "responses": [{"took": 1, "timed_out": false, "_sh'),
    "half of a body": Raw(b'{"took": 3, "responses"', length=20_000),
    "deep JSON": Raw(b"[" * 100_000),
    "not UTF-8": Raw(b'{"took": "\xff\xfe"}'),
    "a redirect": Raw(b"<a href=/login>here</a>", status=302, type="text/html", product=False, location="/login"),
    "a permanent redirect": Raw(b"", status=308, product=False, location="http://127.0.0.1:1/"),
    "a page that is not there": Raw(b"<h1>Not Found</h1>", status=404, type="text/html", product=False),
    "JSON that is not there": Raw(b'{"detail": "Not Found"}', status=404, product=False),
    "a page that refuses": Raw(b"<h1>Bad Request</h1>", status=400, type="text/html", product=False),
    "a page that forbids": Raw(b"<h1>Forbidden</h1>", status=403, type="text/html", product=False),
    "a page of a gateway": Raw(b"<h1>Bad Gateway</h1>", status=502, type="text/html", product=False),
    "a page that failed": Raw(b"<h1>Oops</h1>", status=500, type="text/html", product=False),
}

HARBOUR = "Every passenger on the night ferry was counted twice before we left the harbour of Olsund."

FIRST = [
    article(f"a{number}", HARBOUR if number < 2 else f"Ferry {number} sails past the harbour light tonight, he said.")
    for number in range(3)
]
QUOTE = FIRST[0].quotes[0]
FERRY = Query(AllOf((Words(("ferri",)),)), size=1)
ALL = (Facet.SPEAKER, Facet.OUTLET, Facet.KIND, Facet.ACT, Facet.STANCE, Facet.YEAR, Facet.MONTH)
DATED = AllOf((Words(("ferri",)), InRange("published", date(2020, 1, 1))))
STEMS = ("everi", "passeng", "on", "the", "night", "ferri", "was", "count", "twice")
GROUPED = replace(FERRY, group=Group.UTTERANCE)


def _all_pages(query: Query) -> Callable[[Store], list[Any]]:
    def pages(store: Store) -> list[Any]:
        found = [store.search(query)]
        while found[-1].next_cursor is not None:
            found.append(store.search(replace(query, cursor=found[-1].next_cursor)))
        return found

    return pages


_numbers = count()


def _uncached() -> AllOf:
    """A condition that was not asked for before."""
    return AllOf((HasName("outlet", (f"nobody{next(_numbers)}",)), InRange("published")))


READING: dict[str, Callable[[Store], Any]] = {
    "search": _all_pages(FERRY),
    "search by date": _all_pages(Query(DATED, sort=Sort.NEWEST, size=2, facets=ALL)),
    "search by utterance": _all_pages(GROUPED),
    "candidates": lambda store: store.candidates(STEMS),
    "reports": lambda store: store.reports(["0" * 32]),
    "reports, counted": lambda store: store.reports(["0" * 32], size=1),
    "coverage": lambda store: replace(store.coverage(_uncached()), generation=""),
    "sentences": lambda store: store.sentences(STEMS),
    "utterances": lambda store: store.utterances([QUOTE.id, "nothing"]),
    "links": lambda store: store.links(QUOTE.id),
    "semantic": lambda store: store.semantic(),
    "near": lambda store: store.near(bytes([1]) * 384),
    "quote": lambda store: store.quote(QUOTE.id),
    "article": lambda store: store.article("a0"),
    "people": lambda store: list(store.people()),
    "named": lambda store: list(store.named()),
    "persons": lambda store: store.persons(["ida-brandt"]),
    "directory": lambda store: store.directory(),
    "counts": lambda store: store.counts(),
    "scan": lambda store: list(store.scan()),
}
"""What changes nothing."""


def _rebuild(store: Store, batch: list[StoredArticle]) -> None:
    with store.rebuild() as fresh:
        fresh.replace(batch)
        fresh.flush()


CHANGED = [article("a0", "The harbour is closed to every ferry from tonight, the mayor said."), article("b", HARBOUR)]

WRITING: dict[str, Callable[[Store], Any]] = {
    "replace": lambda store: store.replace(CHANGED),
    "flush": lambda store: store.flush(),
    "delete": lambda store: store.delete(["a0", "nothing"]),
    "link": lambda store: store.link_next(50),
    "set semantic": lambda store: store.set_semantic(not store.semantic()),
    "rebuild": lambda store: _rebuild(store, FIRST),
}
"""What writes."""


RECORDS = ("record", "article", "facts", "body")
"""Parts of a document that the store has written itself, whatever the engine makes of them."""


def mutations(value: Any) -> Iterator[Any]:
    """The value with one of its parts gone, or of another type: each part once, of a list the first alone."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield {other: each for other, each in value.items() if other != key}
            if key not in RECORDS:
                yield from ({**value, key: changed} for changed in mutations(held))
    elif isinstance(value, list):
        yield {}
        if value:
            yield from ([changed, *value[1:]] for changed in mutations(value[0]))
    else:
        yield ["wrong"]

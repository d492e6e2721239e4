"""What quotes report: counted over the links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from indexer.compare import Relation
from indexer.printed import Link, Utterance
from indexer.query import Sort
from indexer.store import stored_fields
from indexer.store.elastic.indices import Body
from indexer.store.elastic.parts import CHUNK, parts
from indexer.store.elastic.reading import documents
from indexer.store.elastic.requests import pages
from indexer.store.elastic.requests.aggregations import composite, day
from indexer.store.elastic.requests.lines import body
from indexer.store.elastic.session import PAGE, Asking
from indexer.store.elastic.wordings import of_marks, wordings_of


def utterances(asking: Asking, quote_ids: Sequence[str]) -> dict[str, Utterance]:
    """See ``indexer.store.base.Store.utterances``."""
    asking.refuse_outdated()
    fields = ["id", "mark", "linked", "utterance", "when_from"]
    with asking.open():
        held = documents(asking.client, asking.names.live.quotes, list(dict.fromkeys(quote_ids)), fields)
        marks = {quote["mark"] for quote in held.values() if quote["linked"] and quote["mark"] is not None}
        linked = {mark: {link["mark"] for link in each["links"]} for mark, each in wordings_of(asking, marks).items()}
    printed = _printed(asking, marks.union(*linked.values()))
    found = {}
    for quote_id, quote in held.items():
        near = [each for mark in {quote["mark"], *linked.get(quote["mark"], ())} for each in printed.get(mark, ())]
        if not (quote["linked"] and near):
            when = quote["when_from"]
            found[quote_id] = Utterance(quote_id, 1, 1, date.fromisoformat(when) if when else None)
        else:
            days = [each for bucket in near if (each := day(bucket["earliest"])) is not None]
            articles = len({bucket["key"]["article"] for bucket in near})
            reports = sum(bucket["doc_count"] for bucket in near)
            found[quote_id] = Utterance(quote["utterance"], reports, articles, min(days, default=None))
    return found


def links(asking: Asking, quote_id: str, size: int) -> tuple[Link, ...]:
    """See ``indexer.store.base.Store.links``."""
    asking.refuse_outdated()
    with asking.open():
        held = documents(asking.client, asking.names.live.quotes, [quote_id], ["mark", "linked"]).get(quote_id)
        if held is None or not held["linked"] or held["mark"] is None:
            return ()
        wording = wordings_of(asking, [held["mark"]]).get(held["mark"], {"links": []})
    evidence = {link["mark"]: (Relation(link["relation"]), link["score"]) for link in wording["links"]}
    search = {
        "size": size,
        "query": of_marks(sorted(evidence)),
        "sort": pages.SORTS[Sort.OLDEST],
        "collapse": {"field": "mark"},
        "_source": ["mark", "record", "article"],
    }
    hits = [hit["_source"] for hit in asking.search(body(search))["hits"]["hits"]]
    return tuple(Link(stored_fields.hit_from(fields), *evidence[fields["mark"]]) for fields in hits)


def _printed(asking: Asking, marks: Iterable[str]) -> dict[str, list[Any]]:
    """For each mark, the articles that print it, with how often and when first."""
    found: dict[str, list[Any]] = {}
    for part in parts(sorted(marks), CHUNK):
        query = of_marks(part)
        search = {"size": 0, "query": query, "aggs": {"page": _by_article(None)}, "track_total_hits": False}
        first = asking.search(body(search))["aggregations"]["page"]
        for bucket in asking.every(first, query, asking.names.live.quotes, _by_article):
            found.setdefault(bucket["key"]["mark"], []).append(bucket)
    return found


def _by_article(after: Any) -> Body:
    sources = [{"mark": {"terms": {"field": "mark"}}}, {"article": {"terms": {"field": "article_id"}}}]
    return {**composite(sources, PAGE, after), "aggs": {"earliest": {"min": {"field": "when_from"}}}}

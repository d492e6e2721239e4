"""What quotes report: counted over the links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from indexer.printed import Link, Utterance
from indexer.query import Sort
from indexer.store.elastic import reading
from indexer.store.elastic.connection.answers import Buckets, Day, Shape
from indexer.store.elastic.connection.names import Body
from indexer.store.elastic.connection.session import Session
from indexer.store.elastic.parts import CHUNK, parts
from indexer.store.elastic.requests import pages
from indexer.store.elastic.requests.aggregations import PAGE, composite
from indexer.store.elastic.requests.hits import SOURCE, StoredQuote
from indexer.store.elastic.requests.lines import body
from indexer.store.elastic.wordings import with_marks, wordings_of


class _Quote(Shape):
    mark: str | None
    linked: bool
    utterance: str
    when_from: date | None


class _First(StoredQuote):
    mark: str


class _Key(Shape):
    mark: str
    article: str


class _Printed(Shape):
    """An article that prints a mark: how often, and when first."""

    key: _Key
    doc_count: int
    earliest: Day


def utterances(session: Session, quote_ids: Sequence[str]) -> dict[str, Utterance]:
    """See ``indexer.store.base.Store.utterances``."""
    session.refuse_outdated()
    quotes = session.documents(session.names.live.quotes, dict.fromkeys(quote_ids), _Quote)
    marks = {quote.mark for quote in quotes.values() if quote.linked and quote.mark is not None}
    linked = {mark: wording.linked() for mark, wording in wordings_of(session, marks).items()}
    printed = _printed(session, marks.union(*linked.values()))
    found = {}
    for quote_id, quote in quotes.items():
        own = {quote.mark, *linked.get(quote.mark, ())} if quote.linked and quote.mark is not None else set()
        near = [each for mark in own for each in printed.get(mark, ())]
        if not near:
            found[quote_id] = Utterance(quote_id, 1, 1, quote.when_from)
        else:
            days = [day for each in near if (day := each.earliest.day) is not None]
            articles = len({each.key.article for each in near})
            reports = sum(each.doc_count for each in near)
            found[quote_id] = Utterance(quote.utterance, reports, articles, min(days, default=None))
    return found


def links(session: Session, quote_id: str, size: int) -> tuple[Link, ...]:
    """See ``indexer.store.base.Store.links``."""
    session.refuse_outdated()
    quote = session.documents(session.names.live.quotes, [quote_id], _Quote).get(quote_id)
    if quote is None or not quote.linked or quote.mark is None:
        return ()
    wording = wordings_of(session, [quote.mark]).get(quote.mark)
    evidence = {link.mark: link for link in wording.links} if wording is not None else {}
    search = {
        "size": size,
        "query": with_marks(sorted(evidence)),
        "sort": pages.SORTS[Sort.OLDEST],
        "collapse": {"field": "mark"},
        "_source": ["mark", *SOURCE],
    }
    found = []
    for first in session.search(body(search)).hits(_First):
        hit, link = reading.hit(first.id, first.source), evidence.get(first.source.mark)
        if hit is not None and link is not None:
            found.append(Link(hit, link.relation, link.score))
    return tuple(found)


def _printed(session: Session, marks: Iterable[str]) -> dict[str, list[_Printed]]:
    """For each mark, the articles that print it."""
    found: dict[str, list[_Printed]] = {}
    for part in parts(sorted(marks), CHUNK):
        query = with_marks(part)
        search = {"size": 0, "query": query, "aggs": {"page": _by_article(None)}, "track_total_hits": False}
        first = session.search(body(search)).aggregation("page", Buckets[_Printed])
        for bucket in session.all_buckets(first, query, session.names.live.quotes, _by_article):
            found.setdefault(bucket.key.mark, []).append(bucket)
    return found


def _by_article(after: Any) -> Body:
    sources = [{"mark": {"terms": {"field": "mark"}}}, {"article": {"terms": {"field": "article_id"}}}]
    return {**composite(sources, PAGE, after), "aggs": {"earliest": {"min": {"field": "when_from"}}}}

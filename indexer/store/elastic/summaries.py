"""What the whole store holds, in numbers."""

from __future__ import annotations

from functools import partial

from indexer.query import Counts
from indexer.store.elastic.connection.answers import Buckets, Count, Counted, Day
from indexer.store.elastic.connection.session import Session
from indexer.store.elastic.lease import stored
from indexer.store.elastic.requests import summaries as requests
from indexer.store.elastic.requests.lines import body


def counts(session: Session) -> Counts:
    """See ``indexer.store.base.Store.counts``."""
    live = session.names.live
    with session.connected():
        now = stored.read(session)
        articles = session.answer(session.client.count(index=live.articles)).read(Count).count
        dated = {"exists": {"field": "published"}}
        published = session.answer(session.client.count(index=live.articles, query=dated)).read(Count).count
    quotes = session.search(requests.totals())
    outlets = _distinct(session, live.articles, "outlet")
    return Counts(
        articles=articles,
        quotes=quotes.total(),
        speakers=len(_distinct(session, live.quotes, "speaker_id")),
        outlets=len(outlets),
        earliest=quotes.aggregation("earliest", Day).day,
        latest=quotes.aggregation("latest", Day).day,
        generation=now.generation,
        analysis=now.analysis,
        semantic=now.semantic,
        vectors=quotes.aggregation("vectors", Counted).doc_count,
        outdated=now.outdated,
        set_aside=_by_value(session, live.quotes, "set_aside"),
        undated=articles - published,
        without_outlet=articles - sum(each.doc_count for each in outlets),
        languages=_by_value(session, live.articles, "language"),
        readers=_by_value(session, live.articles, "reader"),
        extractors=_by_value(session, live.articles, "extractor"),
    )


def _by_value(session: Session, index: str, field: str) -> dict[str, int]:
    """How many documents have each value of a field."""
    return {each.key.value: each.doc_count for each in _distinct(session, index, field)}


def _distinct(session: Session, index: str, field: str) -> list[requests.Value]:
    """The values of a field, each with the number of documents that have it."""
    everything, aggregation = {"match_all": dict[str, str]()}, partial(requests.distinct, field)
    search = {"size": 0, "query": everything, "aggs": {"page": aggregation(None)}, "track_total_hits": False}
    first = session.search(body(search), index).aggregation("page", Buckets[requests.Value])
    return session.all_buckets(first, everything, index, aggregation)

"""Summaries of speakers and of the whole store: the requests, and what their answers give. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from indexer.model import SpeakerKind
from indexer.query import SpeakerSummary
from indexer.store.elastic.connection.answers import Answer, Bucket, Buckets, Counted, Day, Shape
from indexer.store.elastic.requests.aggregations import PAGE, composite
from indexer.store.elastic.requests.conditions import Clause
from indexer.store.elastic.requests.lines import TIME
from indexer.store.limits import MOST_PRINTED

_SUMMARY: Clause = {
    "name": {"terms": {"field": "speaker_name", "size": 1}},
    "kind": {"terms": {"field": "speaker_kind", "size": 1}},
    "printed": {"terms": {"field": "speaker_printed", "size": MOST_PRINTED}},
    # Each article has one first quote of a speaker; the engine's own count of distinct articles is an estimate.
    "articles": {"filter": {"term": {"speaker_first": True}}},
    "earliest": {"min": {"field": "when_from"}},
    "latest": {"max": {"field": "when_to"}},
}


class _Key(Shape):
    id: str


class _Id(Shape):
    key: _Key


class _Value(Shape):
    value: str


class Value(Shape):
    """A value of a field, and how many documents have it."""

    key: _Value
    doc_count: int


class _Kind(Shape):
    key: SpeakerKind


class _Speaker(Shape):
    key: _Key
    doc_count: int
    name: Buckets[Bucket]
    kind: Buckets[_Kind]
    printed: Buckets[Bucket]
    articles: Counted
    earliest: Day
    latest: Day


def summaries(ids: Sequence[str]) -> Clause:
    """The search for the summaries of these speakers."""
    return _body({"terms": {"speaker_id": list(ids)}}, {"speakers": {**_in_order(len(ids), None), "aggs": _SUMMARY}})


def summaries_of(answer: Answer) -> tuple[SpeakerSummary, ...]:
    """What ``summaries`` found, in order of id."""
    return tuple(_summary(speaker) for speaker in answer.aggregation("speakers", Buckets[_Speaker]).buckets)


def totals() -> Clause:
    """The search for the number of quotes, of those with a vector, and their first and last day."""
    aggregations = {
        "earliest": _SUMMARY["earliest"],
        "latest": _SUMMARY["latest"],
        "vectors": {"filter": {"exists": {"field": "vector"}}},
    }
    return _body({"match_all": {}}, aggregations)


def distinct(field: str, after: Any) -> Clause:
    """The aggregation with a bucket for each value of a field, a page of them in order."""
    return composite([{"value": {"terms": {"field": field}}}], PAGE, after)


def _body(query: Clause, aggregations: Clause) -> Clause:
    return {"size": 0, "track_total_hits": True, "timeout": TIME, "query": query, "aggs": aggregations}


def _in_order(size: int, after: str | None) -> Clause:
    key = {"id": after} if after is not None else None
    return composite([{"id": {"terms": {"field": "speaker_id"}}}], size, key)


def _summary(speaker: _Speaker) -> SpeakerSummary:
    names = speaker.name.buckets
    return SpeakerSummary(
        id=speaker.key.id,
        name=names[0].key if names else speaker.key.id,
        kind=speaker.kind.buckets[0].key if speaker.kind.buckets else SpeakerKind.UNKNOWN,
        quotes=speaker.doc_count,
        articles=speaker.articles.doc_count,
        printed=tuple(form.key for form in speaker.printed.buckets),
        earliest=speaker.earliest.day,
        latest=speaker.latest.day,
    )

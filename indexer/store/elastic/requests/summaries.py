"""What the whole store holds, of each speaker and in all: the searches for it, and what they say. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.model import SpeakerKind
from indexer.query import SpeakerSummary
from indexer.store.elastic.requests.aggregations import composite, day
from indexer.store.elastic.requests.conditions import Clause, starting_with
from indexer.store.elastic.requests.lines import TIME, Response
from indexer.store.limits import MOST_PRINTED

PAGE = 2_000
"""Speakers that are counted by one request."""

_SUMMARY: Clause = {
    "name": {"terms": {"field": "speaker_name", "size": 1}},
    "kind": {"terms": {"field": "speaker_kind", "size": 1}},
    "printed": {"terms": {"field": "speaker_printed", "size": MOST_PRINTED}},
    # Each article has one first quote of a speaker; the engine's own count of distinct values is an estimate.
    "articles": {"filter": {"term": {"speaker_first": True}}},
    "earliest": {"min": {"field": "when_from"}},
    "latest": {"max": {"field": "when_to"}},
}


def speaker_ids(starts: Sequence[str], size: int, after: str | None) -> Clause:
    """The search for the ids of speakers, in order, whose names have words that begin so."""
    query = starting_with("name_words", starts) if starts else {"match_all": {}}
    return _asked(query, {"speakers": _in_order(size, after)})


def ids_of(response: Response) -> list[str]:
    """The ids that ``speaker_ids`` found."""
    return [bucket["key"]["id"] for bucket in response["aggregations"]["speakers"]["buckets"]]


def summaries(ids: Sequence[str]) -> Clause:
    """The search for all that is held of these speakers."""
    return _asked({"terms": {"speaker_id": list(ids)}}, {"speakers": {**_in_order(len(ids), None), "aggs": _SUMMARY}})


def summaries_of(response: Response) -> tuple[SpeakerSummary, ...]:
    """What ``summaries`` found, in order of id."""
    return tuple(_summary(bucket) for bucket in response["aggregations"]["speakers"]["buckets"])


def totals() -> Clause:
    """The search for how many quotes there are, how many of them have a vector, and from when to when."""
    aggregations = {
        "earliest": _SUMMARY["earliest"],
        "latest": _SUMMARY["latest"],
        "vectors": {"filter": {"exists": {"field": "vector"}}},
    }
    return _asked({"match_all": {}}, aggregations)


def distinct(field: str, after: str | None) -> Clause:
    """The search for distinct values of a field, a page of them in order."""
    key = {"id": after} if after is not None else None
    return _asked({"match_all": {}}, {"values": composite([{"id": {"terms": {"field": field}}}], PAGE, key)})


def _asked(query: Clause, aggregations: Clause) -> Clause:
    return {"size": 0, "track_total_hits": True, "timeout": TIME, "query": query, "aggs": aggregations}


def _in_order(size: int, after: str | None) -> Clause:
    key = {"id": after} if after is not None else None
    return composite([{"id": {"terms": {"field": "speaker_id"}}}], size, key)


def _summary(bucket: Response) -> SpeakerSummary:
    speaker_id: str = bucket["key"]["id"]
    names = bucket["name"]["buckets"]
    return SpeakerSummary(
        id=speaker_id,
        name=names[0]["key"] if names else speaker_id,
        kind=SpeakerKind(bucket["kind"]["buckets"][0]["key"]),
        quotes=bucket["doc_count"],
        articles=bucket["articles"]["doc_count"],
        printed=tuple(form["key"] for form in bucket["printed"]["buckets"]),
        earliest=day(bucket["earliest"]),
        latest=day(bucket["latest"]),
    )

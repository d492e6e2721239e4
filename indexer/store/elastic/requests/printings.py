"""Words in print: the searches for candidates, reports, coverage and sentences, and what is read of them. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from indexer.compare import idf
from indexer.model import SpeakerKind, Stance
from indexer.printed import Attributed, Candidate, Coverage, Passage
from indexer.query import AllOf, Where
from indexer.store import conditions, passages, stored_fields
from indexer.store.attribution_counts import by_count
from indexer.store.elastic.indices import Names
from indexer.store.elastic.requests.aggregations import composite, day
from indexer.store.elastic.requests.conditions import EVERYTHING, NOTHING, Clause, compiled, is_one_token, without_dates
from indexer.store.elastic.requests.lines import Response, body, header
from indexer.store.elastic.requests.shallow import shallow
from indexer.store.elastic.session import PAGE
from indexer.store.limits import LONGEST_PHRASE

MOST_STEMS = 32
"""Different stems of a wording that are looked up: those that the frozen table of weights calls rarest."""


WHOLE = 1_000.0
"""Added to the score of what holds the whole wording: more than all its words together can be worth."""

_SPEAKER = ("speaker_id", "speaker_kind", "stance")


# --- Candidates and sentences ----------------------------------------------------------------------


def candidates(names: Names, stems: Sequence[str], condition: AllOf, size: int, but: Sequence[str]) -> list[Clause]:
    """The search for quotes that share a wording's words, but for those with one of these fingerprints."""
    query = _sharing("content_stems", stems, compiled(shallow(condition), Where.CONTENT))
    if but:
        query["bool"]["must_not"] = [{"terms": {"fingerprint": list(but)}}]
    read = ["id", "record.content.text", "fingerprint", "language"]
    found = {"size": size, "query": query, "_source": read, "track_total_hits": False}
    return [header(names.live.quotes), body(found)]


def candidates_of(response: Response) -> list[Candidate]:
    """The candidates in order."""
    return [stored_fields.candidate_from(held["_source"]) for held in response["hits"]["hits"]]


def sentences(names: Names, stems: Sequence[str], condition: AllOf) -> list[Clause]:
    """The search for articles whose own sentences share a wording's words."""
    conditions.refuse_unless_of_articles(condition)
    query = _sharing("sentence_stems", stems, compiled(shallow(condition), Where.CONTENT))
    found = {
        "size": passages.ARTICLES_AT_ONCE,
        "query": query,
        "_source": ["facts", "body", "sentence_places"],
        "track_total_hits": False,
    }
    return [header(names.live.articles), body(found)]


def passages_of(response: Response, stems: Sequence[str], size: int) -> tuple[Passage, ...]:
    """The sentences of these articles that share most."""
    found = [held["_source"] for held in response["hits"]["hits"]]
    read = ((stored_fields.article_from(fields), fields["sentence_places"]) for fields in found)
    return passages.best(read, stems, size)


def _sharing(field: str, stems: Sequence[str], condition: Clause) -> Clause:
    known = [stem for stem in stems if is_one_token(stem)]
    rarest = sorted(set(known), key=lambda stem: (-idf.weight(stem), stem))[:MOST_STEMS]
    ways: list[Clause] = [{"term": {field: {"value": stem}}} for stem in rarest]
    if 1 < len(stems) <= LONGEST_PHRASE and len(known) == len(stems):
        whole = {"match_phrase": {field: {"query": " ".join(stems)}}}
        ways.append({"constant_score": {"filter": whole, "boost": WHOLE}})
    # Without a filter that everything meets, the engine may skip whatever cannot be among the best.
    rest = {"filter": [condition]} if condition != EVERYTHING else {}
    return {"bool": {"should": ways or [NOTHING], "minimum_should_match": 1, **rest}}


# --- Reports ---------------------------------------------------------------------------------------


def reports(names: Names, query: Clause, size: int, *, counted: bool) -> list[Clause]:
    """The search for the first of the quotes that ``printed`` finds, ``counted`` with all that is counted of them."""
    found = {
        "size": size,
        "query": query,
        "sort": [{"when_from": {"order": "asc", "missing": "_last"}}, {"id": "asc"}],
        "_source": ["record", "article"],
    }
    if counted:
        found["aggs"] = {name: aggregation(None) for name, aggregation in COUNTED.items()}
    return [header(names.live.quotes), body(found)]


def printed(fingerprints: Sequence[str], condition: AllOf) -> Clause:
    """The query that finds the quotes with these fingerprints."""
    filters = [{"terms": {"fingerprint": list(fingerprints)}}, compiled(shallow(condition), Where.CONTENT)]
    return {"bool": {"filter": filters}}


def values(field: str, after: Any) -> Clause:
    """The aggregation that gives different values of a field, a page of them in order."""
    return composite([{"value": {"terms": {"field": field}}}], PAGE, after)


def attributed(after: Any) -> Clause:
    """The aggregation that gives the speakers with their stances, a page of them in order."""
    sources = [{field: {"terms": {"field": field, "missing_bucket": True}}} for field in _SPEAKER]
    names = {"terms": {"field": "speaker_name", "size": 1, "order": [{"_count": "desc"}, {"_key": "asc"}]}}
    return {**composite(sources, PAGE, after), "aggs": {"name": names, "earliest": {"min": {"field": "when_from"}}}}


COUNTED: dict[str, Callable[[Any], Clause]] = {
    "articles": partial(values, "article_id"),
    "outlets": partial(values, "outlet"),
    "speakers": attributed,
}
"""What is counted of reports: aggregations that give a page after a key."""


def attributed_of(buckets: Iterable[Response]) -> tuple[Attributed, ...]:
    """The speakers of ``attributed``."""
    return by_count(
        Attributed(
            id=bucket["key"]["speaker_id"],
            name=next((held["key"] for held in bucket["name"]["buckets"]), None),
            kind=SpeakerKind(bucket["key"]["speaker_kind"]),
            stance=Stance(bucket["key"]["stance"]),
            count=bucket["doc_count"],
            earliest=day(bucket["earliest"]),
        )
        for bucket in buckets
    )


# --- Coverage --------------------------------------------------------------------------------------


def coverage(names: Names, condition: AllOf) -> list[Clause]:
    """The searches for articles and for quotes that meet the condition, and for articles without a date."""
    query = covered(condition)
    days = {"earliest": {"min": {"field": "published"}}, "latest": {"max": {"field": "published"}}}
    articles = {"size": 0, "query": query, "aggs": {**days, "outlets": COUNTED["outlets"](None)}}
    lines = [header(names.live.articles), body(articles)]
    lines += [header(names.live.quotes), body({"size": 0, "query": query})]
    if dates := conditions.dates(condition):
        missing = without_dates(shallow(conditions.without_dates(condition)), dates, Where.CONTENT)
        lines += [header(names.live.articles), body({"size": 0, "query": missing})]
    return lines


def covered(condition: AllOf) -> Clause:
    """The query that finds the articles, or their quotes, that meet a condition of whole articles.

    Raises:
        Invalid: the condition asks for more than outlet and publication.
    """
    conditions.refuse_unless_of_articles(condition)
    return compiled(shallow(condition), Where.CONTENT)


def coverage_of(answered: Sequence[Response], outlets: int, generation: str) -> Coverage:
    """What ``coverage`` found."""
    articles, quotes, *undated = answered
    return Coverage(
        articles=articles["hits"]["total"]["value"],
        quotes=quotes["hits"]["total"]["value"],
        outlets=outlets,
        earliest=day(articles["aggregations"]["earliest"]),
        latest=day(articles["aggregations"]["latest"]),
        undated=undated[0]["hits"]["total"]["value"] if undated else None,
        generation=generation,
    )

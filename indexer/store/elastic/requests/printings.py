"""Candidates, reports, coverage and sentences: the searches, and what their answers give. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from indexer.compare import idf
from indexer.model import SpeakerKind, Stance
from indexer.printed import Attributed, Candidate, Coverage, OwnSentence
from indexer.query import AllOf, Where
from indexer.store import conditions, json_values, own_sentences
from indexer.store.attribution_counts import by_count
from indexer.store.elastic.connection.answers import Answer, Bucket, Buckets, Day, Shape, fields
from indexer.store.elastic.connection.names import Body, Names
from indexer.store.elastic.requests.aggregations import PAGE, composite
from indexer.store.elastic.requests.conditions import EVERYTHING, NOTHING, Clause, compiled, is_one_token, without_dates
from indexer.store.elastic.requests.hits import SOURCE
from indexer.store.elastic.requests.lines import OLDEST_FIRST, body, header
from indexer.store.elastic.requests.shallow import shallow
from indexer.store.limits import LONGEST_PHRASE

MOST_STEMS = 32
"""Stems of a wording that are looked up: the rarest by the table of weights that ships."""

WHOLE = 1_000.0
"""Added to the score of a text that contains the whole wording: more than all its words together can give."""


class _Text(Shape):
    text: str


class _Content(Shape):
    content: tuple[_Text, ...] = ()


class _Candidate(Shape):
    id: str
    record: _Content
    fingerprint: str
    language: str


class _Sentences(Shape):
    facts: Body
    body: Body
    sentence_places: list[tuple[int, int]]


class _Speaker(Shape):
    speaker_id: str | None
    speaker_kind: SpeakerKind
    stance: Stance


class Attribution(Shape):
    """A speaker in a stance, with the most frequent name and the earliest day."""

    key: _Speaker
    doc_count: int
    name: Buckets[Bucket]
    earliest: Day


class Value(Shape):
    """A value of a field."""


# --- Candidates and sentences ----------------------------------------------------------------------


def candidates(names: Names, stems: Sequence[str], condition: AllOf, size: int, but: Sequence[str]) -> list[Clause]:
    """The search for quotes that share a wording's stems.

    Args:
        but: fingerprints that are excluded.
    """
    query = _sharing("content_stems", stems, compiled(shallow(condition), Where.CONTENT))
    if but:
        query["bool"]["must_not"] = [{"terms": {"fingerprint": list(but)}}]
    read = ["id", "record.content.text", "fingerprint", "language"]
    found = {"size": size, "query": query, "_source": read, "track_total_hits": False}
    return [header(names.live.quotes), body(found)]


def candidates_of(answer: Answer) -> list[Candidate]:
    """The candidates that ``candidates`` found, in order."""
    return [
        Candidate(found.id, " ".join(span.text for span in found.record.content), found.fingerprint, found.language)
        for found in answer.sources(_Candidate)
    ]


def sentences(names: Names, stems: Sequence[str], condition: AllOf) -> list[Clause]:
    """The search for articles whose own sentences share a wording's stems."""
    conditions.refuse_unless_of_articles(condition)
    query = _sharing("sentence_stems", stems, compiled(shallow(condition), Where.CONTENT))
    found = {
        "size": own_sentences.ARTICLES_AT_ONCE,
        "query": query,
        "_source": fields(_Sentences),
        "track_total_hits": False,
    }
    return [header(names.live.articles), body(found)]


def sentences_of(answer: Answer, stems: Sequence[str], size: int) -> tuple[OwnSentence, ...]:
    """The sentences of the articles that ``sentences`` found which share most."""
    found = answer.sources(_Sentences)
    read = ((json_values.article_from(each.facts, each.body), each.sentence_places) for each in found)
    return own_sentences.best(read, stems, size)


def _sharing(field: str, stems: Sequence[str], condition: Clause) -> Clause:
    known = [stem for stem in stems if is_one_token(stem)]
    rarest = sorted(set(known), key=lambda stem: (-idf.weight(stem), stem))[:MOST_STEMS]
    ways: list[Clause] = [{"term": {field: {"value": stem}}} for stem in rarest]
    if 1 < len(stems) <= LONGEST_PHRASE and len(known) == len(stems):
        whole = {"match_phrase": {field: {"query": " ".join(stems)}}}
        ways.append({"constant_score": {"filter": whole, "boost": WHOLE}})
    # Without a filter that everything meets, the engine can skip what cannot be among the best.
    rest = {"filter": [condition]} if condition != EVERYTHING else {}
    return {"bool": {"should": ways or [NOTHING], "minimum_should_match": 1, **rest}}


# --- Reports ---------------------------------------------------------------------------------------


def reports(names: Names, query: Clause, size: int, *, counted: bool) -> list[Clause]:
    """The search for the earliest of the quotes that ``printed`` finds.

    Args:
        counted: with the aggregations of ``COUNTED``.
    """
    found = {
        "size": size,
        "query": query,
        "sort": OLDEST_FIRST,
        "_source": SOURCE,
    }
    if counted:
        found["aggs"] = {name: aggregation(None) for name, aggregation in COUNTED.items()}
    return [header(names.live.quotes), body(found)]


def printed(fingerprints: Sequence[str], condition: AllOf) -> Clause:
    """The query that finds the quotes with these fingerprints."""
    filters = [{"terms": {"fingerprint": list(fingerprints)}}, compiled(shallow(condition), Where.CONTENT)]
    return {"bool": {"filter": filters}}


def values(field: str, after: Any) -> Clause:
    """The aggregation that gives the values of a field, a page of them in order."""
    return composite([{"value": {"terms": {"field": field}}}], PAGE, after)


def attributed(after: Any) -> Clause:
    """The aggregation that gives the speakers with their stances, a page of them in order."""
    sources = [{field: {"terms": {"field": field, "missing_bucket": True}}} for field in fields(_Speaker)]
    names = {"terms": {"field": "speaker_name", "size": 1, "order": [{"_count": "desc"}, {"_key": "asc"}]}}
    return {**composite(sources, PAGE, after), "aggs": {"name": names, "earliest": {"min": {"field": "when_from"}}}}


COUNTED: dict[str, Callable[[Any], Clause]] = {
    "articles": partial(values, "article_id"),
    "outlets": partial(values, "outlet"),
    "speakers": attributed,
}
"""What is counted of reports: aggregations that give a page after a key."""


def attributed_of(found: Iterable[Attribution]) -> tuple[Attributed, ...]:
    """The speakers that ``attributed`` found."""
    return by_count(
        Attributed(
            id=each.key.speaker_id,
            name=next((name.key for name in each.name.buckets), None),
            kind=each.key.speaker_kind,
            stance=each.key.stance,
            count=each.doc_count,
            earliest=each.earliest.day,
        )
        for each in found
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


def coverage_of(answers: Sequence[Answer], outlets: int, generation: str) -> Coverage:
    """The coverage that ``coverage`` found."""
    articles, quotes, *undated = answers
    return Coverage(
        articles=articles.total(),
        quotes=quotes.total(),
        outlets=outlets,
        earliest=articles.aggregation("earliest", Day).day,
        latest=articles.aggregation("latest", Day).day,
        undated=undated[0].total() if undated else None,
        generation=generation,
    )

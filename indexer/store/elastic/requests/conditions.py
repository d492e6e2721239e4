"""Conditions as Elasticsearch queries: pure, and a user's words are values in them, never syntax."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from indexer.query import (
    AllOf,
    AnyOf,
    Condition,
    Interval,
    Near,
    Not,
    OfKind,
    OfStance,
    Phrase,
    Prefix,
    PrintedBy,
    PublishedIn,
    SaidIn,
    SpokenBy,
    When,
    Where,
    Words,
)
from indexer.store import conditions

Clause = dict[str, Any]

NOTHING: Clause = {"match_none": {}}
EVERYTHING: Clause = {"match_all": {}}

_DATES = {SaidIn: "said_from", PublishedIn: "published", When: "when_from"}


def compiled(condition: Condition, where: Where) -> Clause:
    """The query that finds what meets the condition; only its words count towards the score."""
    match condition:
        case Words() | Phrase() | Prefix():
            return _words(condition, where)
        case Near():
            return _near(condition, where)
        case SpokenBy(speaker_id, words):
            ways = [{"term": {"speaker_id": speaker_id}}, *(_all_in(name, words) for name in _NAMES if words)]
            return {"bool": {"should": ways, "minimum_should_match": 1}}
        case PrintedBy(words):
            return _all_in("outlet_words", words)
        case OfKind(kind):
            return {"term": {"kind": kind.value}}
        case OfStance(stance):
            return {"term": {"stance": stance.value}}
        case SaidIn(interval):
            return _overlapping("said_from", "said_to", interval)
        case PublishedIn(interval):
            return _overlapping("published", "published", interval)
        case When(interval):
            return _overlapping("when_from", "when_to", interval)
        case AllOf():
            return _all_of(condition, where)
        case AnyOf():
            return _any_of(condition, where)
        case Not(part):
            return {"bool": {"must_not": [compiled(part, where)]}}


def without_dates(condition: AllOf, dates: Sequence[conditions.DateCondition], where: Where) -> Clause:
    """The query that finds what meets the condition and lacks at least one of the dates asked for."""
    lacking = [{"bool": {"must_not": [{"exists": {"field": _DATES[type(each)]}}]}} for each in dates]
    return {"bool": {"filter": [compiled(condition, where)], "should": lacking, "minimum_should_match": 1}}


def starting_with(field: str, words: Sequence[str]) -> Clause:
    """The query that finds what has, for each of the words, a word in ``field`` that begins so."""
    return {"bool": {"filter": [{"prefix": {field: {"value": word}}} for word in words]}}


_NAMES = ("name_words", "printed_words")


def _words(condition: Words | Phrase | Prefix, where: Where) -> Clause:
    field = _field(condition, where)
    match condition:
        case Prefix(start):
            return {"prefix": {field: {"value": start}}} if is_one_token(start) else NOTHING
        case Words(words) | Phrase(words):
            if not words or not all(map(is_one_token, words)):
                return NOTHING
            if len(words) == 1:
                return {"term": {field: {"value": words[0]}}}
            return {"match_phrase": {field: {"query": " ".join(words)}}}


def _near(condition: Near, where: Where) -> Clause:
    sides = (condition.left, condition.right)
    if NOTHING in [_words(side, where) for side in sides]:
        return NOTHING
    if condition.left == condition.right:
        # Elasticsearch would ask for two of them; a word is near itself.
        return _words(condition.left, where)
    near = {"max_gaps": max(0, condition.distance), "intervals": [_interval(side, where) for side in sides]}
    # One field stands for both: a word and its stem have the same place in theirs.
    return {"intervals": {_field(condition.left, where): {"all_of": near}}}


def _interval(side: Words | Phrase | Prefix, where: Where) -> Clause:
    field = _field(side, where)
    match side:
        case Prefix(start):
            return {"prefix": {"prefix": start, "use_field": field}}
        case Words(words) | Phrase(words):
            return {"match": {"query": " ".join(words), "ordered": True, "max_gaps": 0, "use_field": field}}


def _field(condition: Words | Phrase | Prefix, where: Where) -> str:
    return f"{where.value}_stems" if isinstance(condition, Words) else f"{where.value}_words"


def is_one_token(word: str) -> bool:
    """Whether a word can be one in the index: what stands between two spaces."""
    return bool(word) and not any(character.isspace() for character in word)


def _all_in(field: str, words: Sequence[str]) -> Clause:
    return {"bool": {"filter": [{"term": {field: {"value": word}}} for word in words]}} if words else NOTHING


def _overlapping(first: str, last: str, interval: Interval) -> Clause:
    tests: list[Clause] = [{"exists": {"field": first}}]
    if interval.to is not None:
        tests.append({"range": {first: {"lte": interval.to.isoformat()}}})
    if interval.from_ is not None:
        tests.append({"range": {last: {"gte": interval.from_.isoformat()}}})
    return {"bool": {"filter": tests}}


def _all_of(condition: AllOf, where: Where) -> Clause:
    wanted: dict[str, list[Clause]] = {}
    for part in _flattened(condition):
        if isinstance(part, Not):
            wanted.setdefault("must_not", []).append(compiled(part.part, where))
        else:
            wanted.setdefault("must" if _scores(part) else "filter", []).append(compiled(part, where))
    return {"bool": wanted} if wanted else EVERYTHING


def _any_of(condition: AnyOf, where: Where) -> Clause:
    ways = [
        compiled(part, where) if _scores(part) else {"bool": {"filter": [compiled(part, where)]}}
        for part in condition.parts
    ]
    return {"bool": {"should": ways, "minimum_should_match": 1}} if ways else NOTHING


def _flattened(condition: AllOf) -> list[Condition]:
    """The parts, and those of parts that ask for all of theirs: Elasticsearch bounds how deep a query is."""
    flat: list[Condition] = []
    for part in condition.parts:
        flat += _flattened(part) if isinstance(part, AllOf) else [part]
    return flat


def _scores(condition: Condition) -> bool:
    return next(conditions.word_conditions(condition), None) is not None

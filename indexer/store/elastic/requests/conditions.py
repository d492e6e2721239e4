"""Conditions as Elasticsearch queries: pure, and a user's words are values in them, never syntax."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from indexer.query import AllOf, AnyOf, Condition, HasName, InRange, Is, Near, Not, Phrase, Prefix, Term, Where, Words
from indexer.store import conditions
from indexer.store.stored_fields import FIELDS, IDS, bound

Clause = dict[str, Any]

NOTHING: Clause = {"match_none": {}}
EVERYTHING: Clause = {"match_all": {}}


def compiled(condition: Condition, where: Where) -> Clause:
    """The query for what meets the condition; only its words count towards the score."""
    match condition:
        case Words() | Phrase() | Prefix():
            return _words(condition, where)
        case Near():
            return _near(condition, where)
        case Is(field, value):
            (name,) = FIELDS[field]
            return {"term": {name: value}}
        case HasName():
            return _named(condition)
        case InRange():
            return _in_range(condition)
        case AllOf():
            return _all_of(condition, where)
        case AnyOf():
            return _any_of(condition, where)
        case Not(part):
            return {"bool": {"must_not": [compiled(part, where)]}}


def without_dates(condition: AllOf, dates: Sequence[InRange], where: Where) -> Clause:
    """The query for what meets the condition and lacks at least one of the dates of ``dates``."""
    fields = dict.fromkeys(FIELDS[each.field][0] for each in dates)
    lacking = [{"bool": {"must_not": [{"exists": {"field": field}}]}} for field in fields]
    return {"bool": {"filter": [compiled(condition, where)], "should": lacking, "minimum_should_match": 1}}


def _words(condition: Term, where: Where) -> Clause:
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
        # Elasticsearch would want it twice; here a word is near itself.
        return _words(condition.left, where)
    near = {"max_gaps": max(0, condition.distance), "intervals": [_interval(side, where) for side in sides]}
    # One field serves for both, as a word and its stem have the same position in theirs.
    return {"intervals": {_field(condition.left, where): {"all_of": near}}}


def _interval(side: Term, where: Where) -> Clause:
    field = _field(side, where)
    match side:
        case Prefix(start):
            return {"prefix": {"prefix": start, "use_field": field}}
        case Words(words) | Phrase(words):
            return {"match": {"query": " ".join(words), "ordered": True, "max_gaps": 0, "use_field": field}}


def _field(condition: Term, where: Where) -> str:
    return f"{where.value}_stems" if isinstance(condition, Words) else f"{where.value}_words"


def is_one_token(word: str) -> bool:
    """Whether a word can be one in the index: what stands between two spaces."""
    return bool(word) and not any(character.isspace() for character in word)


def _named(condition: HasName) -> Clause:
    ids = sorted({ident for ident in (condition.id, *condition.ids) if ident is not None})
    field = IDS[condition.field]
    ways: list[Clause] = [{"term": {field: ids[0]}} if len(ids) == 1 else {"terms": {field: ids}}] if ids else []
    for name in FIELDS[condition.field] if condition.words else ():
        ways.append({"bool": {"filter": [{"term": {name: {"value": word}}} for word in condition.words]}})
    return _either(ways)


def _in_range(condition: InRange) -> Clause:
    first, last = FIELDS[condition.field]
    tests: list[Clause] = [{"exists": {"field": first}}]
    if condition.to is not None:
        tests.append({"range": {first: {"lte": bound(condition.to)}}})
    if condition.from_ is not None:
        tests.append({"range": {last: {"gte": bound(condition.from_)}}})
    return {"bool": {"filter": tests}}


def _either(ways: list[Clause]) -> Clause:
    if len(ways) == 1:
        return ways[0]
    return {"bool": {"should": ways, "minimum_should_match": 1}} if ways else NOTHING


def _all_of(condition: AllOf, where: Where) -> Clause:
    wanted: dict[str, list[Clause]] = {}
    for part in condition.flat():
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
    return _either(ways)


def _scores(condition: Condition) -> bool:
    return next(conditions.word_conditions(condition), None) is not None

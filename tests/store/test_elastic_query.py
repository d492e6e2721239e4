"""Conditions as Elasticsearch queries, told by their dicts; and deep ones made shallow without a change of meaning."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import Invalid
from indexer.model import Kind, Stance
from indexer.query import AllOf, AnyOf, Condition, HasName, InRange, Is, Near, Not, Phrase, Prefix, Where, Words
from indexer.store.conditions import DEEPEST
from indexer.store.elastic.requests.conditions import compiled, without_dates
from indexer.store.elastic.requests.shallow import DEEPEST_KEPT, shallow

FERRY = Words(("ferri",))
FERRY_QUERY = {"term": {"content_stems": {"value": "ferri"}}}
DIRECT = Is("kind", Kind.DIRECT)
DIRECT_QUERY = {"term": {"kind": "direct"}}
MAY = date(2025, 5, 1)


def side(query: str, field: str) -> dict[str, Any]:
    return {"match": {"query": query, "ordered": True, "max_gaps": 0, "use_field": field}}


@pytest.mark.parametrize(
    ("condition", "query"),
    [
        (FERRY, FERRY_QUERY),
        (Words(("long", "term")), {"match_phrase": {"content_stems": {"query": "long term"}}}),
        (Phrase(("sails",)), {"term": {"content_words": {"value": "sails"}}}),
        (Phrase(("to", "be")), {"match_phrase": {"content_words": {"query": "to be"}}}),
        (Prefix("har"), {"prefix": {"content_words": {"value": "har"}}}),
        (Prefix("*"), {"prefix": {"content_words": {"value": "*"}}}),
        (Words(()), {"match_none": {}}),
        (Phrase(("to be",)), {"match_none": {}}),
        (Prefix(""), {"match_none": {}}),
        (
            Near(FERRY, Phrase(("at", "last")), 4),
            {
                "intervals": {
                    "content_stems": {
                        "all_of": {
                            "max_gaps": 4,
                            "intervals": [side("ferri", "content_stems"), side("at last", "content_words")],
                        }
                    }
                }
            },
        ),
        (
            Near(Prefix("har"), FERRY, 0),
            {
                "intervals": {
                    "content_words": {
                        "all_of": {
                            "max_gaps": 0,
                            "intervals": [
                                {"prefix": {"prefix": "har", "use_field": "content_words"}},
                                side("ferri", "content_stems"),
                            ],
                        }
                    }
                }
            },
        ),
        (Near(FERRY, FERRY, 3), FERRY_QUERY),
        (Near(FERRY, Phrase(()), 3), {"match_none": {}}),
        (
            HasName("speaker", ("ida", "lund"), id="Ida Lund"),
            {
                "bool": {
                    "should": [
                        {"term": {"speaker_id": "Ida Lund"}},
                        *(
                            {"bool": {"filter": [{"term": {name: {"value": word}}} for word in ("ida", "lund")]}}
                            for name in ("name_words", "printed_words")
                        ),
                    ],
                    "minimum_should_match": 1,
                }
            },
        ),
        (HasName("speaker", (), id="?"), {"term": {"speaker_id": "?"}}),
        (HasName("outlet", ("post",)), {"bool": {"filter": [{"term": {"outlet_words": {"value": "post"}}}]}}),
        (HasName("outlet", ()), {"match_none": {}}),
        (DIRECT, DIRECT_QUERY),
        (Is("stance", Stance.DENIED), {"term": {"stance": "denied"}}),
        (
            InRange("said", MAY, None),
            {"bool": {"filter": [{"exists": {"field": "said_from"}}, {"range": {"said_to": {"gte": "2025-05-01"}}}]}},
        ),
        (
            InRange("published", None, MAY),
            {"bool": {"filter": [{"exists": {"field": "published"}}, {"range": {"published": {"lte": "2025-05-01"}}}]}},
        ),
        (InRange("when"), {"bool": {"filter": [{"exists": {"field": "when_from"}}]}}),
        (AllOf(()), {"match_all": {}}),
        (AnyOf(()), {"match_none": {}}),
        (Not(FERRY), {"bool": {"must_not": [FERRY_QUERY]}}),
        (
            AllOf((FERRY, DIRECT, Not(DIRECT), AllOf((FERRY,)))),
            {"bool": {"must": [FERRY_QUERY, FERRY_QUERY], "filter": [DIRECT_QUERY], "must_not": [DIRECT_QUERY]}},
        ),
        (
            AnyOf((FERRY, DIRECT)),
            {"bool": {"should": [FERRY_QUERY, {"bool": {"filter": [DIRECT_QUERY]}}], "minimum_should_match": 1}},
        ),
    ],
)
def test_a_condition_is_a_query(condition: Condition, query: dict[str, Any]) -> None:
    assert compiled(condition, Where.CONTENT) == query


@pytest.mark.parametrize("where", list(Where))
def test_words_are_put_to_the_place_asked(where: Where) -> None:
    assert compiled(FERRY, where) == {"term": {f"{where.value}_stems": {"value": "ferri"}}}


def test_undated_lacks_one_of_the_dates() -> None:
    query = without_dates(AllOf((DIRECT,)), [InRange("said"), InRange("when")], Where.CONTENT)
    assert query["bool"]["filter"] == [{"bool": {"filter": [DIRECT_QUERY]}}]
    assert [way["bool"]["must_not"][0]["exists"]["field"] for way in query["bool"]["should"]] == [
        "said_from",
        "when_from",
    ]
    assert query["bool"]["minimum_should_match"] == 1


# --- Depth ---------------------------------------------------------------------------------------

LEAVES = [Words((letter,)) for letter in "abcd"]


def holds(condition: Condition, true: set[Condition]) -> bool:
    match condition:
        case AllOf(parts):
            return all(holds(part, true) for part in parts)
        case AnyOf(parts):
            return any(holds(part, true) for part in parts)
        case Not(part):
            return not holds(part, true)
    return condition in true


def levels(condition: Condition) -> int:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return 1 + max(map(levels, parts), default=0)
        case Not(part):
            return 1 + levels(part)
    return 0


STEPS = st.lists(st.tuples(st.sampled_from(["and", "or", "not"]), st.sampled_from(LEAVES)), max_size=DEEPEST - 1)


@given(steps=STEPS, true=st.sets(st.sampled_from(LEAVES)))
def test_shallow_means_the_same(steps: list[tuple[str, Words]], true: set[Condition]) -> None:
    condition: Condition = LEAVES[0]
    for step, leaf in steps:
        match step:
            case "and":
                condition = AllOf((leaf, condition))
            case "or":
                condition = AnyOf((condition, leaf))
            case _:
                condition = Not(condition)
    made = shallow(AllOf((condition,)))
    assert levels(made) <= DEEPEST_KEPT
    assert holds(made, true) is holds(condition, true)


def test_what_is_deeper_than_sense_is_refused() -> None:
    condition: Condition = LEAVES[0]
    for _ in range(5_000):
        condition = Not(condition)
    with pytest.raises(Invalid, match="parentheses"):
        shallow(AllOf((condition,)))


def test_too_many_ways_are_refused() -> None:
    condition: Condition = LEAVES[0]
    for _ in range(DEEPEST // 2 - 1):
        condition = AllOf((AnyOf((LEAVES[1], condition)), AnyOf((LEAVES[2], LEAVES[3]))))
    with pytest.raises(Invalid, match="parentheses"):
        shallow(AllOf((condition,)))

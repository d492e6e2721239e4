from datetime import date
from typing import Any

import pytest

from indexer.errors import Invalid
from indexer.model import Kind, Stance
from indexer.query import IN_WORDS, AnyOf, Condition, Facet, HasName, InRange, Is, Sort, Where, Words
from service.parameters import Refused, SearchParameters, build, checked


@pytest.mark.parametrize(
    ("values", "conditions"),
    [
        ({"q": "mill"}, [Words(("mill",))]),
        ({"q": ["mill depot"]}, [Words(("mill",)), Words(("depot",))]),
        ({"q": "mill OR depot"}, [AnyOf((Words(("mill",)), Words(("depot",))))]),
        ({"q": "...", "kind": "direct"}, [Is("kind", Kind.DIRECT)]),
        ({"speaker": "Ida Brandt"}, [HasName("speaker", ("ida", "brandt"), id="Ida Brandt")]),
        (
            {"speaker": ["ida", "otto"]},
            [AnyOf((HasName("speaker", ("ida",), id="ida"), HasName("speaker", ("otto",), id="otto")))],
        ),
        ({"outlet": ("Valley Post",)}, [HasName("outlet", ("valley", "post"))]),
        ({"kind": ["direct", "mixed"]}, [AnyOf((Is("kind", Kind.DIRECT), Is("kind", Kind.MIXED)))]),
        ({"stance": "denied"}, [Is("stance", Stance.DENIED)]),
        (
            {"said_from": "2025", "said_to": "2025"},
            [InRange("said", from_=date(2025, 1, 1)), InRange("said", to=date(2025, 12, 31))],
        ),
        ({"said_from": date(2025, 2, 3)}, [InRange("said", from_=date(2025, 2, 3))]),
        ({"published_to": ["2024-02"]}, [InRange("published", to=date(2024, 2, 29))]),
    ],
)
def test_filters_become_conditions(values: dict[str, Any], conditions: list[Condition]) -> None:
    assert build(values).condition.parts == (*conditions, IN_WORDS)


def test_what_is_left_out_has_its_default() -> None:
    query = build({"q": "mill"})
    assert (query.where, query.sort, query.size, query.cursor, query.facets) == (
        Where.CONTENT,
        Sort.RELEVANCE,
        20,
        None,
        (),
    )


def test_all_else_is_passed_on() -> None:
    query = build(
        {"q": "mill", "in": ["quoted"], "sort": "oldest", "size": ["7"], "cursor": "c", "facets": ["year,kind", "year"]}
    )
    assert (query.where, query.sort, query.size, query.cursor) == (Where.QUOTED, Sort.OLDEST, 7, "c")
    assert query.facets == (Facet.YEAR, Facet.KIND)


@pytest.mark.parametrize(
    ("values", "field", "detail"),
    [
        ({}, "q", "needs words or a filter"),
        ({"q": "?!"}, "q", "needs words or a filter"),
        ({"q": '"mill'}, "q", "never closed"),
        ({"q": ["mill", "depot"]}, "q", "once"),
        ({"q": "mill", "size": "0"}, "size", "greater than or equal to 1"),
        ({"q": "mill", "size": "101"}, "size", "less than or equal to 100"),
        ({"q": "mill", "size": "many"}, "size", "integer"),
        ({"q": "mill", "size": ["1", "2"]}, "size", "once"),
        ({"q": "mill", "sort": "best"}, "sort", "'newest'"),
        ({"q": "mill", "in": "title"}, "in", "'quoted'"),
        ({"q": "mill", "in_": "quoted"}, "in_", "no parameter"),
        ({"q": "mill", "facets": "kind,mood"}, "facets", "'year'"),
        ({"q": "mill", "cursor": ""}, "cursor", "at least 1"),
        ({"kind": "loud"}, "kind", "'indirect'"),
        ({"stance": ["asserted", "sung"]}, "stance", "'denied'"),
        ({"speaker": "  "}, "speaker", "no name"),
        ({"outlet": ["Post", "--"]}, "outlet", "no name"),
        ({"speaker": "x" * 201}, "speaker", "200"),
        ({"said_from": "yesterday"}, "said_from", "2025-02-12"),
        ({"said_to": "2025-02-30"}, "said_to", "no day"),
        ({"published_from": ""}, "published_from", "no date"),
        ({"said_from": "2025", "said_to": "2024"}, "said_to", "before said_from"),
        ({"published_from": "2025-02", "published_to": "2025-01"}, "published_to", "before published_from"),
        ({"page": "2", "q": "mill"}, "page", "no parameter here; known are q, speaker"),
    ],
)
def test_what_cannot_be_asked_is_named(values: dict[str, Any], field: str, detail: str) -> None:
    with pytest.raises(Invalid) as caught:
        build(values)
    assert caught.value.field == field
    assert detail in caught.value.detail


def test_all_that_is_wrong_is_named_at_once() -> None:
    with pytest.raises(Refused) as caught:
        checked(SearchParameters, {"size": "0", "sort": "best", "page": "1"})
    assert [field for field, _ in caught.value.errors] == ["sort", "size", "page"]

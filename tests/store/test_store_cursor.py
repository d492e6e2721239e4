"""Cursors: they bring their position back to the search they came from, and to no other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import Invalid
from indexer.model import Kind
from indexer.query import AllOf, Facet, Is, Query, Sort, Where, Words
from indexer.store import cursor

ASKED = Query(AllOf((Words(("war",)),)), sort=Sort.NEWEST)
POSITIONS = st.lists(st.none() | st.text() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False)).map(tuple)


@given(POSITIONS)
def test_a_position_comes_back(position: cursor.Position) -> None:
    made = cursor.encode(ASKED, position)
    assert cursor.decode(replace(ASKED, cursor=made)) == position
    assert cursor.decode(replace(ASKED, cursor=made, size=7, facets=(Facet.KIND,))) == position
    assert made.isascii()
    assert not set(made) - set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")


def test_the_first_page_has_none() -> None:
    assert cursor.decode(ASKED) is None


@pytest.mark.parametrize(
    "other",
    [
        replace(ASKED, sort=Sort.OLDEST),
        replace(ASKED, where=Where.QUOTED),
        replace(ASKED, condition=AllOf((Words(("wars",)),))),
        replace(ASKED, condition=AllOf((*ASKED.condition.parts, Is("kind", Kind.DIRECT)))),
    ],
)
def test_it_is_bound_to_its_search(other: Query) -> None:
    with pytest.raises(Invalid) as caught:
        cursor.decode(replace(other, cursor=cursor.encode(ASKED, ("2025-01-01", "id"))))
    assert (caught.value.field, caught.value.reason) == ("cursor", "invalid")


def test_without_words_relevance_and_newest_are_one_search() -> None:
    relevance, newest = Query(AllOf(())), Query(AllOf(()), sort=Sort.NEWEST)
    assert cursor.decode(replace(newest, cursor=cursor.encode(relevance, (1,)))) == (1,)


@given(st.text() | st.binary().map(lambda raw: raw.decode("latin-1")))
def test_what_is_no_cursor_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as caught:
        cursor.decode(replace(ASKED, cursor=text))
    assert caught.value.field == "cursor"


@pytest.mark.parametrize("part", ["\ud800", 2**63, -(2**63) - 1, True])
def test_what_no_store_can_hold_is_refused(part: str | int) -> None:
    with pytest.raises(Invalid) as caught:
        cursor.decode(replace(ASKED, cursor=cursor.encode(ASKED, (part,))))
    assert caught.value.field == "cursor"


def test_a_changed_store_is_said_so() -> None:
    assert (cursor.changed().field, cursor.changed().reason) == ("cursor", "results-changed")

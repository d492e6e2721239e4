"""In which order answers come, and that pages neither lose nor repeat what stays."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

import pytest
from factory import article, says
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from queries import bare, exact, found, outlet, pages, put, query, search

from indexer.errors import Invalid
from indexer.model import Kind
from indexer.query import AllOf, AnyOf, Is, Not, Query, Sort, StoredArticle, Where
from indexer.store.base import Store
from indexer.store.cursor import Position, decode, encode
from indexer.store.elastic.connection import session

BOTH = pytest.mark.parametrize("sort", [Sort.NEWEST, Sort.OLDEST])


def test_by_when_its_first_day_then_by_id_undated_last(store: Store) -> None:
    put(
        store,
        article("a", says("said early", said="2019-05-01"), says("as published"), published="2021-01-01"),
        article("b", says("an interval", said="2020-01-01/2023-12-31"), published=None),
        article("c", says("undated"), says("undated too"), published=None),
        article("d", *(says(f"same day {number}") for number in range(4)), published="2020-06-01"),
    )
    same = sorted((hit.quote.id, hit.quote.text) for hit in search(store, bare("same day")).hits)
    day = [text for _, text in same]
    last = [text for _, text in sorted((hit.quote.id, hit.quote.text) for hit in search(store, bare("undated")).hits)]
    assert found(store, sort=Sort.NEWEST) == ["as published", *day, "an interval", "said early", *last]
    assert found(store, sort=Sort.OLDEST) == ["said early", "an interval", *day, "as published", *last]


def test_relevance_without_words_is_newest_first(store: Store) -> None:
    put(store, *(article(f"a{year}", f"of {year}", published=f"{year}-01-01") for year in (2003, 2001, 2004, 2002)))
    assert found(store) == ["of 2004", "of 2003", "of 2002", "of 2001"]
    assert found(store, Not(bare("2003"))) == ["of 2004", "of 2002", "of 2001"]
    assert found(store, outlet("courier"), Is("kind", Kind.DIRECT)) == found(store, sort=Sort.NEWEST)


def test_relevance_puts_the_rarer_and_the_denser_first(store: Store) -> None:
    long = "copper " + " ".join(f"filler{number}" for number in range(60))
    dense = "copper, copper and more copper again"
    put(store, article("a", long), article("b", dense), article("c", "tin and lead and zinc and iron"))
    assert found(store, bare("copper")) == [dense, long]
    either = AnyOf((bare("copper"), Is("kind", Kind.DIRECT)))
    assert found(store, either) == [dense, long, "tin and lead and zinc and iron"]


PARAPHRASE = "that the copper, copper, copper mine was closing"
PART = "that “the copper mine is done and will never open” was plain"
WORD = "that “copper” would rise in price by the spring"
FULLEST_FIRST = (
    says("“Nobody has asked the village what it thinks about the copper mine.”"),
    says(PART, kind=Kind.MIXED, quoted=("the copper mine is done and will never open",)),
    says("“Copper is all we have.”"),
    says(WORD, kind=Kind.MIXED, quoted=("copper",)),
    says(PARAPHRASE, kind=Kind.INDIRECT),
    says("“Copper!”"),
)


def test_relevance_puts_whole_sentences_before_words_in_passing(store: Store) -> None:
    put(store, *(article(f"a{number}", line) for number, line in enumerate(reversed(FULLEST_FIRST))))
    texts = [line.spans[0] for line in FULLEST_FIRST]
    order = found(store, bare("copper"))
    assert order[0] == texts[0]
    assert set(order[1:3]) == set(texts[1:3])
    assert set(order[3:5]) == set(texts[3:5])
    assert order[5] == texts[5]
    both = AnyOf((bare("copper"), Is("kind", Kind.DIRECT)))
    assert found(store, both) == order
    assert [
        text for page in pages(store, query(bare("copper"), size=2)) for text in (hit.quote.text for hit in page.hits)
    ] == order


@pytest.mark.parametrize("sort", list(Sort))
def test_a_page_may_skip_what_comes_before_it(paged: Store, sort: Sort) -> None:
    asked = query(bare("many"), sort=sort)
    whole = [hit.quote.id for hit in paged.search(replace(asked, size=100)).hits]
    for skip in (0, 1, 7, 20, 22, 23, 40):
        page = paged.search(replace(asked, size=7, skip=skip))
        assert [hit.quote.id for hit in page.hits] == whole[skip : skip + 7]
        assert page.total == 23


def lines(number: int) -> tuple[StoredArticle, ...]:
    """Articles whose days repeat, some without any, with words in common."""
    first = date(2020, 1, 1)
    return tuple(
        article(
            f"line {n}",
            says(f"line {n} of many", kind=Kind.DIRECT if n % 3 else Kind.INDIRECT),
            published=None if n % 5 == 0 else (first + timedelta(days=n % 4)).isoformat(),
        )
        for n in range(number)
    )


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("size", [1, 4, 23, 24, 100])
def test_pages_together_are_the_whole_answer(paged: Store, sort: Sort, size: int) -> None:
    for conditions in (
        (bare("many"),),
        (),
        (Is("kind", Kind.INDIRECT),),
        (AnyOf((bare("7"), Is("kind", Kind.INDIRECT))),),
    ):
        asked = query(*conditions, sort=sort)
        whole = [hit.quote.id for hit in paged.search(asked).hits]
        parts = list(pages(paged, replace(asked, size=size)))
        assert [hit.quote.id for page in parts for hit in page.hits] == whole
        assert {page.total for page in parts} == {len(whole)}
        assert all(len(page.hits) == size for page in parts[:-1])
        assert parts[-1].hits


@pytest.fixture(scope="module")
def paged(shared: Store) -> Store:
    put(shared, *lines(23))
    return shared


@BOTH
def test_size_and_facets_may_change_from_page_to_page(paged: Store, sort: Sort) -> None:
    first = paged.search(query(bare("many"), sort=sort, size=5))
    rest = paged.search(query(bare("many"), sort=sort, size=100, cursor=first.next_cursor))
    assert len(rest.hits) == 18
    assert not {hit.quote.id for hit in first.hits} & {hit.quote.id for hit in rest.hits}


@pytest.mark.parametrize("sort", list(Sort))
def test_a_cursor_of_another_search_is_refused(paged: Store, sort: Sort) -> None:
    asked = query(bare("many"), sort=sort, size=3)
    cursor = paged.search(asked).next_cursor
    others: list[Query] = [
        query(bare("line"), sort=sort),
        query(exact("many"), sort=sort),
        query(bare("many"), Is("kind", Kind.DIRECT), sort=sort),
        query(bare("many"), sort=sort, where=Where.CONTEXT),
        *(query(bare("many"), sort=other) for other in Sort if other is not sort),
    ]
    for other in others:
        with pytest.raises(Invalid) as caught:
            paged.search(replace(other, cursor=cursor))
        assert (caught.value.field, caught.value.reason) == ("cursor", "invalid")


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize(
    "broken",
    ["", "x", "AAAA", "bm90IGEgY3Vyc29y", "W10", "[1]", "é", "\0", "a" * 5000, "bnVsbA", "WzEsIHt9XQ", "=", "\ud83d"],
)
def test_a_broken_cursor_is_refused(paged: Store, sort: Sort, broken: str) -> None:
    with pytest.raises(Invalid) as caught:
        paged.search(query(bare("many"), sort=sort, cursor=broken))
    assert caught.value.field == "cursor"


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize(
    "position",
    [
        *((), (None,), (None, None), (1.5, "id"), ("2025-01-01", 1), (0,), (-1, "id"), ("x", "id", "more")),
        *(("\ud800", "id"), ("2025-01-01", "\ud800"), (None, "\ud800"), (10**30, "id"), (True, "id")),
    ],
)
def test_a_forged_cursor_gives_a_page_or_is_refused(paged: Store, sort: Sort, position: Position) -> None:
    asked = query(bare("many"), sort=sort, size=3)
    first = paged.search(asked).next_cursor
    assert first is not None
    generation = decode(replace(asked, cursor=first))
    assert generation is not None
    for forged in (position, (generation[0], *position), (generation[0], 10**30), (generation[0], 1.0, "\ud800")):
        with suppress(Invalid):
            paged.search(replace(asked, cursor=encode(asked, forged)))


def test_a_relevance_cursor_ends_with_the_next_write(store: Store) -> None:
    put(store, *lines(6))
    asked = query(bare("many"), size=2)
    cursor = store.search(asked).next_cursor
    assert store.search(replace(asked, cursor=cursor)).hits
    put(store, article("new", "one more of many"))
    with pytest.raises(Invalid) as caught:
        store.search(replace(asked, cursor=cursor))
    assert (caught.value.field, caught.value.reason) == ("cursor", "results-changed")


def rebuilt(store: Store) -> None:
    stored = list(store.scan())
    with store.rebuild() as fresh:
        fresh.replace(stored)


@pytest.mark.parametrize(
    "write",
    [
        lambda store: put(store, article("new", "one more of many")),
        lambda store: store.delete(["line 0"]),
        rebuilt,
    ],
    ids=["replace", "delete", "rebuild"],
)
def test_a_relevance_cursor_from_right_after_a_write_holds(
    store: Store, write: Callable[[Store], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    # However quick the write was: nothing is remembered across it.
    monkeypatch.setattr(session, "STATE_SECONDS", 60.0)
    put(store, *lines(6))
    asked = query(bare("many"), size=2)
    old = store.search(asked).next_cursor
    write(store)
    cursor = store.search(asked).next_cursor
    assert store.search(replace(asked, cursor=cursor)).hits
    with pytest.raises(Invalid):
        store.search(replace(asked, cursor=old))


@BOTH
def test_a_cursor_by_date_outlives_its_own_row_and_a_rebuild(store: Store, sort: Sort) -> None:
    put(store, *lines(9))
    whole = [hit.quote for hit in search(store, sort=sort).hits]
    cursor = search(store, sort=sort, size=4).next_cursor
    with store.rebuild() as fresh:
        fresh.replace([line for line in lines(9) if line.article.id != whole[3].article_id])
    assert [hit.quote for hit in search(store, sort=sort, cursor=cursor).hits] == whole[4:]


NUMBERS = count()
DAYS = st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2020, 1, 4)))
OTHER_WRITES = st.lists(st.tuples(st.sampled_from(["add", "delete", "move"]), st.integers(0, 5), DAYS), max_size=3)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    staying=st.lists(DAYS, min_size=1, max_size=8),
    writes=st.lists(OTHER_WRITES, min_size=1, max_size=4),
    size=st.integers(1, 3),
    sort=st.sampled_from([Sort.NEWEST, Sort.OLDEST]),
)
def test_rows_that_stay_come_once_whatever_else_is_written(
    store: Store, staying: list[date | None], writes: list[list[tuple[str, int, date | None]]], size: int, sort: Sort
) -> None:
    example = f"example{next(NUMBERS)}"

    def made(name: str, day: date | None) -> StoredArticle:
        return article(f"{example} {name}", name, outlet=example, published=day.isoformat() if day else None)

    stays = [made(f"stays {number}", day) for number, day in enumerate(staying)]
    put(store, *stays, *(made(f"other {number}", None) for number in range(3)))
    turns = iter(writes)
    seen: list[str] = []
    for page in pages(store, query(outlet(example), sort=sort, size=size)):
        seen += [hit.quote.id for hit in page.hits]
        for what, number, day in next(turns, []):
            if what == "delete":
                store.delete([f"{example} other {number}"])
            else:
                store.replace([made(f"other {number}", day)])
        store.flush()
    of_stays = [quote.id for stored in stays for quote in stored.quotes]
    assert sorted(quote_id for quote_id in seen if quote_id in of_stays) == sorted(of_stays)


def test_a_page_past_the_end_of_what_is_left_is_empty(store: Store) -> None:
    put(store, *lines(4))
    asked = query(AllOf(()), sort=Sort.OLDEST, size=2)
    cursor = store.search(asked).next_cursor
    store.delete([f"line {number}" for number in range(4)])
    store.flush()
    page = store.search(replace(asked, cursor=cursor))
    assert (page.total, page.hits, page.next_cursor) == (0, (), None)

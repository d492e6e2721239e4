"""All quotes of a search, one after the other."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import pytest
from factory import article, says
from queries import bare, pages, put, query

from indexer.model import Kind
from indexer.query import AnyOf, Condition, HasName, Is, Sort, StoredArticle
from indexer.store.base import Store
from indexer.store.elastic import searching as elastic
from indexer.store.sqlite import searching as sqlite


@pytest.fixture(autouse=True)
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "AT_ONCE", 4)
    monkeypatch.setattr(elastic, "AT_ONCE", 4)


def lines(number: int) -> list[StoredArticle]:
    return [
        article(
            f"line {n}",
            says(f"line {n} of many", "Ida Brandt" if n % 2 else None, kind=Kind.DIRECT if n % 3 else Kind.INDIRECT),
            published=None if n % 5 == 0 else f"2020-01-{n % 4 + 1:02d}",
        )
        for n in range(number)
    ]


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize(
    "conditions",
    [
        (),
        (bare("many"),),
        (bare("many"), Is("kind", Kind.INDIRECT)),
        (AnyOf((bare("7"), HasName("speaker", ("brandt",)))),),
        (bare("nowhere"),),
    ],
)
def test_each_gives_what_pages_give(store: Store, sort: Sort, conditions: tuple[Condition, ...]) -> None:
    put(store, *lines(17))
    asked = query(*conditions, sort=sort)
    by_when = replace(asked, sort=Sort.OLDEST if sort is Sort.OLDEST else Sort.NEWEST)
    paged = [hit for page in pages(store, replace(by_when, size=5)) for hit in page.hits]
    assert [(hit.quote, hit.article) for hit in store.each(asked)] == [(hit.quote, hit.article) for hit in paged]


def test_what_goes_meanwhile_is_left_out_and_what_stays_comes_once(store: Store) -> None:
    put(store, *lines(17))
    found = store.each(query(bare("many"), sort=Sort.OLDEST))
    first = [hit.quote.text for hit in islice(found, 4)]
    gone = {f"line {n}" for n in range(17) if n % 2} - {text.removesuffix(" of many") for text in first}
    store.delete(sorted(gone))
    store.flush()
    rest = [hit.quote.text for hit in found]
    stays = {f"line {n} of many" for n in range(17)} - {f"{name} of many" for name in gone}
    assert len(first + rest) == len(set(first + rest))
    assert stays <= set(first + rest)


def test_a_rebuild_meanwhile_changes_nothing(store: Store) -> None:
    put(store, *lines(9), article("other", says("of another matter")))
    whole = [hit.quote.text for hit in store.each(query(bare("many")))]
    found = store.each(query(bare("many")))
    first = [next(found).quote.text]
    stored = list(store.scan())
    with store.rebuild() as fresh:
        fresh.replace(stored[::-1])
    assert first + [hit.quote.text for hit in found] == whole

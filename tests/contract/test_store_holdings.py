"""What a store holds, by outlet and month."""

from __future__ import annotations

from factory import article, says
from queries import put

from indexer.query import Held
from indexer.store.base import Store


def test_articles_and_quotes_by_outlet_and_month(store: Store) -> None:
    put(
        store,
        article("a", says("one"), says("two"), outlet="Zenit", published="2021-05-31"),
        article("b", says("three"), outlet="Zenit", published="2021-05-01T09:30:00"),
        article("c", outlet="Zenit", published="2021-06-01"),
        article("d", says("four"), outlet="Alba", published=None),
        article("e", says("five"), outlet=None, published="2019-12-01"),
        article("f", outlet=None, published=None),
    )
    assert store.holdings() == (
        Held(None, None, 1, 0),
        Held(None, "2019-12", 1, 1),
        Held("Alba", None, 1, 1),
        Held("Zenit", "2021-05", 2, 3),
        Held("Zenit", "2021-06", 1, 0),
    )


def test_an_empty_store_holds_nothing(store: Store) -> None:
    assert store.holdings() == ()

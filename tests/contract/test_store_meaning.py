"""Vectors of quotes: written where it was asked for, gone with their quote, and near means near."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factory import article, says
from queries import put

from indexer.encoder import meaning
from indexer.query import AllOf, HasName, StoredArticle
from indexer.store import open_store
from indexer.store.base import Store

FERRY = "The ferry will be cancelled until the harbour has been dredged"
ASKED = "No boat is going to cross before they have dug out the port"
OTHERS = (
    "Bread has become dearer by a third since the spring",
    "The orchestra will play without its conductor on Sunday",
    "We have hired eleven nurses and two doctors for the valley",
    "Every third tree in the park is ill",
)


def archive() -> list[StoredArticle]:
    ferry = article("ferry", says(FERRY, "Ida Brandt"), outlet="Alba")
    return [ferry, article("others", *(says(text, "Omar Lund") for text in OTHERS), outlet="Zenit")]


def texts(store: Store, *conditions: HasName, size: int = 20) -> list[str]:
    return [near.hit.quote.text for near in store.near(meaning(ASKED), AllOf(conditions), size=size)]


@pytest.fixture
def semantic(store: Store) -> Store:
    store.set_semantic(True)
    return store


def test_a_store_is_not_semantic_at_first(store: Store) -> None:
    put(store, *archive())
    assert not store.semantic()
    assert (store.counts().semantic, store.counts().vectors) == (False, 0)
    assert texts(store) == []


def test_the_nearest_in_meaning_comes_first(semantic: Store) -> None:
    put(semantic, *archive())
    near = semantic.near(meaning(ASKED))
    assert near[0].hit.quote.text == FERRY
    assert near[0].hit.article.outlet == "Alba"
    assert [each.likeness for each in near] == sorted((each.likeness for each in near), reverse=True)
    assert near[0].likeness > 0.4
    assert (semantic.counts().semantic, semantic.counts().vectors) == (True, 5)


def test_what_is_the_same_is_as_near_as_can_be(semantic: Store) -> None:
    put(semantic, *archive())
    assert semantic.near(meaning(FERRY), size=1)[0].likeness == pytest.approx(1, abs=1e-4)


def test_every_process_sees_the_switch(url: str, semantic: Store) -> None:
    with open_store(url) as other:
        assert other.semantic()
        assert other.coverage().semantic
        put(other, *archive())
    assert texts(semantic)[0] == FERRY


def test_coverage_tells_the_switch(store: Store) -> None:
    put(store, *archive())
    assert not store.coverage().semantic
    store.set_semantic(True)
    assert store.coverage().semantic


def test_conditions_hold(semantic: Store) -> None:
    put(semantic, *archive())
    assert texts(semantic, HasName("outlet", ("alba",))) == [FERRY]
    assert FERRY not in texts(semantic, HasName("outlet", ("zenit",)))


def test_one_of_those_that_print_the_same_words(semantic: Store) -> None:
    put(semantic, *archive(), *(article(f"copy {number}", says(f"“{FERRY}!”")) for number in range(3)))
    assert sum("ferry" in text for text in texts(semantic)) == 1
    assert len(texts(semantic, size=1)) == 1


def test_vectors_go_with_their_quotes(semantic: Store) -> None:
    put(semantic, *archive())
    semantic.delete(["ferry"])
    semantic.flush()
    assert FERRY not in texts(semantic)
    assert semantic.counts().vectors == 4


def test_vectors_are_replaced_with_their_quotes(semantic: Store) -> None:
    put(semantic, *archive())
    put(semantic, article("ferry", says("The museum reopens in May", "Ida Brandt")))
    assert FERRY not in texts(semantic)
    assert semantic.near(meaning("In May the museum will open again"), size=1)[0].hit.quote.text.startswith(
        "The museum"
    )
    assert semantic.counts().vectors == 5


def test_vectors_stay_where_quotes_are_linked(semantic: Store) -> None:
    put(semantic, *archive(), article("copy", says(f"“{FERRY}!”")))
    while semantic.link_next(500):
        pass
    assert texts(semantic)[0].strip("“!”") == FERRY
    assert semantic.counts().vectors == 6


def test_only_some_have_vectors(store: Store) -> None:
    ferry, others = archive()
    put(store, others)
    store.set_semantic(True)
    put(store, ferry, others)
    assert texts(store) == [FERRY]
    assert store.counts().vectors == 1


def test_no_more_are_written_when_switched_off(semantic: Store) -> None:
    ferry, others = archive()
    put(semantic, ferry)
    semantic.set_semantic(False)
    put(semantic, others)
    assert not semantic.semantic()
    assert semantic.counts().vectors == 1


def test_a_rebuild_gives_vectors_to_all(store: Store) -> None:
    put(store, *archive())
    store.set_semantic(True)
    with store.rebuild() as fresh:
        fresh.replace(archive())
    assert store.semantic()
    assert texts(store)[0] == FERRY
    assert store.counts().vectors == 5


def test_a_rebuild_takes_them_away(semantic: Store) -> None:
    put(semantic, *archive())
    semantic.set_semantic(False)
    with semantic.rebuild() as fresh:
        fresh.replace(archive())
    assert not semantic.semantic()
    assert texts(semantic) == []


def test_what_is_not_in_english_has_none(semantic: Store) -> None:
    german = article("fähre", says("Die Fähre fällt aus, bis der Hafen ausgebaggert ist"))
    put(semantic, replace(german, article=replace(german.article, language="de")))
    assert semantic.counts().vectors == 0
    assert texts(semantic) == []

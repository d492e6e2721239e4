"""People of the archive: whom names stand for, found by a pass over the articles, on every engine."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from indexer.model import Act
from indexer.query import AllOf, Facet, HasName, Query, StoredArticle
from indexer.store.base import Store
from indexer.store.identifying import identify
from indexer.text import word_texts
from tests.factory import article, says

ARCHIVE = (
    article(
        "a", says("The ferry will sail.", "Ida Brandt"), says("It was late.", "Ida Brandt"), outlet="Fjord Courier"
    ),
    article("b", says("The ferry may sail.", "Ida K. Brandt", as_printed="Mrs. Brandt"), outlet="Evening Post"),
    article("c", says("No ferry today.", "Brandt"), says("Shame.", "Olav Moe"), outlet="Evening Post"),
    article("d", says("I was not there.", "Ida Moe"), outlet="Fjord Courier"),
)


def ids(store: Store) -> dict[str, set[str | None]]:
    """The persons of each article's quotes."""
    return {stored.article.id: {quote.speaker.id for quote in stored.quotes} for stored in store.scan()}


def filled(store: Store, archive: Sequence[StoredArticle] = ARCHIVE) -> Store:
    store.replace(archive)
    store.flush()
    identify(store)
    return store


def test_names_of_one_person_have_one_id(store: Store) -> None:
    assert ids(filled(store)) == {
        "a": {"ida-brandt"},
        "b": {"ida-brandt"},
        "c": {"ida-brandt", "olav-moe"},
        "d": {"ida-moe"},
    }


def test_hits_show_the_name_as_the_article_has_it(store: Store) -> None:
    page = filled(store).search(Query(AllOf((HasName("speaker", (), id="ida-brandt"),)), facets=(Facet.SPEAKER,)))
    assert {(hit.quote.speaker.name, hit.quote.speaker.key) for hit in page.hits} == {
        ("Ida Brandt", "ida-brandt"),
        ("Ida K. Brandt", "ida-k-brandt"),
        ("Brandt", "brandt"),
    }
    assert [(count.value, count.count) for count in page.facets[Facet.SPEAKER]] == [("ida-brandt", 4)]


def test_a_person_is_one_record(store: Store) -> None:
    one = filled(store).person("ida-brandt")
    assert one is not None
    assert (one.name, one.quotes, one.articles) == ("Ida Brandt", 4, 3)
    assert {(use.key, use.quotes) for use in one.names} == {("ida-brandt", 2), ("ida-k-brandt", 1), ("brandt", 1)}
    assert {(outlet.text, outlet.count) for outlet in one.outlets} == {("Fjord Courier", 2), ("Evening Post", 2)}
    assert [each.id for each in store.people()] == ["ida-brandt", "ida-moe", "olav-moe"]
    assert store.person("nobody") is None


def test_what_a_person_only_thought_or_did_is_counted_apart(store: Store) -> None:
    one = filled(
        store,
        [
            article(
                "a", "We sail.", says("it would sail", act=Act.THOUGHT), says("endorsed Moe", act=Act.DID), "We do."
            ),
            article("b", says("A notice was posted.", act=Act.WROTE)),
        ],
    ).person("ida-brandt")
    assert one is not None
    assert one.acts == ((Act.SAID, 2), (Act.DID, 1), (Act.THOUGHT, 1), (Act.WROTE, 1))
    assert (one.quotes, one.in_words) == (5, 3)


def test_the_order_of_articles_makes_no_difference(store: Store) -> None:
    filled(store)
    before = list(store.people())
    store.delete([stored.article.id for stored in ARCHIVE])
    identify(store)
    assert list(store.people()) == []
    for stored in reversed(ARCHIVE):
        filled(store, [stored])
    assert list(store.people()) == before


def test_a_second_pass_changes_nothing(store: Store) -> None:
    filled(store)
    generation = store.counts().generation
    assert identify(store) == 0
    assert store.counts().generation == generation


def test_an_article_that_goes_takes_its_names_along(store: Store) -> None:
    filled(store)
    store.delete(["a", "b"])
    identify(store)
    assert ids(store) == {"c": {"brandt", "olav-moe"}, "d": {"ida-moe"}}
    assert [one.id for one in store.people()] == ["brandt", "ida-moe", "olav-moe"]


def test_an_article_that_changes_puts_its_names_right(store: Store) -> None:
    filled(store)
    store.replace([article("c", says("No ferry today.", "Jon Brandt"), outlet="Evening Post")])
    store.flush()
    identify(store)
    assert ids(store)["c"] == {"jon-brandt"}


@pytest.mark.parametrize("passes", [0, 1])
def test_a_rebuild_finds_the_same_people(store: Store, passes: int) -> None:
    filled(store)
    before, people = ids(store), list(store.people())
    stored = list(store.scan())
    with store.rebuild() as fresh:
        fresh.replace(stored)
    for _ in range(passes + 1):
        identify(store)
    assert (ids(store), list(store.people())) == (before, people)


def test_the_same_articles_again_change_nothing(store: Store) -> None:
    written = filled(store).replace(ARCHIVE)
    assert len(written.unchanged) == len(ARCHIVE)
    assert ids(store)["b"] == {"ida-brandt"}


def found(store: Store, words: str) -> set[str]:
    """The articles with quotes of a speaker."""
    condition = HasName("speaker", tuple(words.lower().replace("-", " ").split()), id=words)
    return {hit.article.id for hit in store.search(Query(AllOf((condition,)))).hits}


@pytest.mark.parametrize("asked", ["Ida Brandt", "ida-brandt", "ida-k-brandt", "Ida K Brandt", "brandt", "Brant"])
def test_any_spelling_finds_all_that_a_person_said(store: Store, asked: str) -> None:
    assert found(filled(store), asked) == {"a", "b", "c"}


@pytest.mark.parametrize("asked", ["G.K. Lund", "G. K. Lund", "g k lund", "GK Lund", "Lund"])
def test_initials_are_one_word_however_they_are_spaced(store: Store, asked: str) -> None:
    found = filled(store, [article("g", says("We sail.", "G. K. Lund"))]).directory().meant(word_texts(asked))
    assert [each.person.name for each in found] == ["G. K. Lund"]


def test_words_of_a_name_find_everybody_who_has_them(store: Store) -> None:
    filled(store)
    assert found(store, "Moe") == {"c", "d"}
    assert found(store, "ida") == {"a", "b", "c", "d"}
    assert found(store, "Nobody Atall") == set()


def test_an_id_alone_finds_one_person(store: Store) -> None:
    page = filled(store).search(Query(AllOf((HasName("speaker", (), id="ida-k-brandt"),))))
    assert {hit.article.id for hit in page.hits} == {"a", "b", "c"}


def test_the_directory_knows_what_the_last_pass_found(store: Store) -> None:
    assert len(store.directory()) == 0
    filled(store)
    assert [each.person.id for each in store.directory().find("br")] == ["ida-brandt"]
    assert store.directory().moved("brandt") == "ida-brandt"
    filled(store, [article("f", says("No.", "Brita Aas"))])
    assert [each.person.id for each in store.directory().find("br")] == ["ida-brandt", "brita-aas"]


def test_articles_of_a_person_are_counted_once(store: Store) -> None:
    filled(store, [article("e", says("One.", "Ida Brandt"), says("Two.", "Brandt")), ARCHIVE[0]])
    found = store.person("ida-brandt")
    assert found is not None
    assert (found.quotes, found.articles) == (4, 2)

"""What a store promises of writing: once, whole, at once, and for good."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from factory import article, says
from queries import bare, by, found, put, search

from indexer.errors import Invalid, StoreError, StoreMissing
from indexer.model import Kind, Occasion, Stance
from indexer.query import Sort, StoredArticle
from indexer.store import open_store
from indexer.store.base import Store, Written, without_text

DAM = article(
    "dam",
    says("“The dam will hold.”", "Ida Brandt", as_printed="Brandt, the chief engineer,", said="2025-03-03"),
    says(("“We were", "never warned”"), "Olof Öst", kind=Kind.MIXED, quoted=("We were", "never warned")),
    says(
        "nothing had leaked",
        None,
        as_printed="officials",
        kind=Kind.INDIRECT,
        stance=Stance.DENIED,
        said="2025-02-01/2025-02-28",
        occasion=Occasion("Radio Nord", "interview", None, "told Radio Nord"),
        before="After the storm",
        after="and the valves were shut",
    ),
    others=("2025-03-06T10:15:00", "2025-03-07"),
    url="https://courier.example/dam",
    authors=("Pia Lund", "Tor Vik"),
    origin_hint="img.example",
)


def test_an_article_comes_back_as_it_was_given(store: Store) -> None:
    put(store, DAM)
    assert store.article("dam") == DAM


def test_a_quote_comes_back_with_its_article_but_the_text(store: Store) -> None:
    put(store, DAM)
    for quote in DAM.quotes:
        hit = store.quote(quote.id)
        assert hit is not None
        assert (hit.quote, hit.article, hit.highlights) == (quote, without_text(DAM.article), ())


def test_a_hit_carries_the_whole_quote(store: Store) -> None:
    put(store, DAM)
    page = search(store, sort=Sort.OLDEST)
    assert {hit.quote for hit in page.hits} == set(DAM.quotes)
    assert {hit.article for hit in page.hits} == {without_text(DAM.article)}


def test_quotes_of_an_article_are_in_order_of_their_content(store: Store) -> None:
    put(store, replace(DAM, quotes=DAM.quotes[::-1]))
    assert store.article("dam") == DAM
    assert store.replace([DAM]).unchanged == ("dam",)


def test_what_is_not_there_is_none(store: Store) -> None:
    put(store, DAM)
    for unknown in ("", "nothing", "da", "DAM", "dam*", "\0", "a" * 3000, "_all", "../dam"):
        assert store.article(unknown) is None
        assert store.quote(unknown) is None
        assert store.person(unknown) is None
        assert store.delete([unknown]) == ()


def test_writing_twice_changes_nothing(store: Store) -> None:
    assert store.replace([DAM]) == Written(added=("dam",))
    store.flush()
    before = store.counts()
    assert store.replace([DAM]) == Written(unchanged=("dam",))
    store.flush()
    assert store.counts() == before


def test_each_article_of_a_batch_is_reported_in_the_order_given(store: Store) -> None:
    first, second, third = article("b", "One."), article("a", "Two."), article("c", "Three.")
    assert store.replace([first, second]) == Written(added=("b", "a"))
    changed = article("b", "One more.")
    assert store.replace([third, second, changed]) == Written(added=("c",), changed=("b",), unchanged=("a",))
    assert store.replace([]) == Written()


def test_a_changed_article_replaces_all_its_quotes(store: Store) -> None:
    put(store, article("a", "The bridge is closed.", "The tunnel is open."), article("b", "The bridge is old."))
    written = store.replace([article("a", "The ferry sails.")])
    store.flush()
    assert written.changed == ("a",)
    assert found(store, bare("bridge")) == ["The bridge is old."]
    assert found(store, bare("tunnel")) == []
    assert found(store, bare("ferry")) == ["The ferry sails."]
    assert store.counts().quotes == 2


CHANGES: tuple[Callable[[str], StoredArticle], ...] = (
    lambda name: article(name, "The ferry sails.", title="Another title"),
    lambda name: article(name, "The ferry sails.", outlet="Another outlet"),
    lambda name: article(name, "The ferry sails.", published="2025-03-06"),
    lambda name: article(name, "The ferry sails.", published=None),
    lambda name: article(name, says("The ferry sails.", said="2025-03-01")),
    lambda name: article(name, says("The ferry sails.", "Olof Öst", as_printed="Ida Brandt")),
    lambda name: article(name, says("The ferry sails.", stance=Stance.ASKED)),
    lambda name: article(name),
)


def test_any_change_of_an_article_is_a_change(store: Store) -> None:
    names = [f"a{number}" for number in range(len(CHANGES))]
    put(store, *(article(name, "The ferry sails.") for name in names))
    changed = [change(name) for name, change in zip(names, CHANGES, strict=True)]
    assert store.replace(changed).changed == tuple(names)
    store.flush()
    assert [store.article(name) for name in names] == changed
    assert store.replace(changed).unchanged == tuple(names)


def test_of_two_with_one_id_in_a_batch_the_last_is_kept(store: Store) -> None:
    put(store, article("a", "The bridge is closed.", "The road is too."), article("a", "The ferry sails."))
    assert found(store) == ["The ferry sails."]
    assert (store.counts().articles, store.counts().quotes) == (1, 1)


def test_an_article_without_quotes_is_kept(store: Store) -> None:
    put(store, article("silent"))
    assert store.article("silent") == article("silent")
    assert (store.counts().articles, store.counts().quotes) == (1, 0)
    assert store.replace([article("silent")]).unchanged == ("silent",)


def test_delete_removes_articles_with_their_quotes(store: Store) -> None:
    put(store, article("a", "The bridge is closed."), article("b", "The bridge is old."), article("c", "No bridge."))
    assert sorted(store.delete(["c", "missing", "a"])) == ["a", "c"]
    store.flush()
    assert found(store, bare("bridge")) == ["The bridge is old."]
    assert store.article("a") is None
    assert store.counts().articles == 1
    assert store.delete(["a", "c"]) == ()
    assert store.delete([]) == ()


def test_a_deleted_article_can_be_added_again(store: Store) -> None:
    put(store, DAM)
    store.delete(["dam"])
    store.flush()
    assert store.replace([DAM]).added == ("dam",)
    store.flush()
    assert len(found(store)) == 3


def test_what_was_flushed_is_found_by_every_search_after(store: Store, url: str) -> None:
    with open_store(url) as reader:
        for number in range(5):
            put(store, article(f"a{number}", f"Boat {number} sails."))
            assert len(found(reader, bare("boats"))) == number + 1


def test_what_was_stored_outlives_the_store(url: str) -> None:
    with open_store(url, create=True) as store:
        put(store, DAM)
    with open_store(url) as again:
        assert again.article("dam") == DAM
        assert len(found(again, by("Brandt"))) == 1
    with open_store(url, create=True) as again:
        assert again.counts().quotes == 3


def test_the_generation_changes_with_every_write_and_with_nothing_else(store: Store) -> None:
    seen = [store.counts().generation]
    for write in (
        lambda: store.replace([DAM]),
        lambda: store.replace([article("dam", "Other words.")]),
        lambda: store.delete(["dam"]),
    ):
        write()
        store.flush()
        seen.append(store.counts().generation)
    assert len(set(seen)) == 4
    store.replace([])
    store.delete(["dam"])
    store.flush()
    assert store.counts().generation == seen[-1]


def test_a_refused_article_fails_alone(store: Store) -> None:
    broken = article("broken", "half a pair: \ud83d")
    written = store.replace([article("a", "The ferry sails."), broken, article("b", "The ferry waits.")])
    store.flush()
    assert written.added == ("a", "b")
    assert [article_id for article_id, _ in written.failed] == ["broken"]
    assert written.failed[0][1]
    assert store.article("broken") is None
    assert len(found(store, bare("ferry"))) == 2


def test_a_failed_change_leaves_what_was_there(store: Store) -> None:
    put(store, article("a", "The ferry sails."))
    assert store.replace([article("a", "The ferry \udfff waits.")]).failed
    store.flush()
    assert found(store, bare("ferry")) == ["The ferry sails."]


def test_a_store_that_is_not_there_is_refused(url: str) -> None:
    with pytest.raises(StoreMissing, match="onrecord index"):
        open_store(url)


def test_a_closed_store_answers_no_more(url: str) -> None:
    store = open_store(url, create=True)
    store.close()
    store.close()
    with pytest.raises(StoreError):
        store.counts()


@pytest.mark.parametrize(
    "wrong",
    ["", "quotes.db", "sqlite://", "sqlite:quotes.db", "sqlite:///", "mysql://host/quotes", "http://", "http:///x"],
)
def test_a_url_of_no_form_is_named(wrong: str) -> None:
    with pytest.raises(Invalid) as caught:
        open_store(wrong, create=True)
    assert caught.value.field == "store"

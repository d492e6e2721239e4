"""A rebuild: beside the live data, swapped in at once, thrown away when it fails; and outdated stores."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import suppress

import pytest
from factory import article, says
from queries import bare, by, found, put, query, search

from indexer.errors import StoreError, StoreOutdated, StoreUnavailable
from indexer.query import Sort
from indexer.store import open_store
from indexer.store.base import Store, Written

OLD = (article("a", says("The old bridge", "Ida Brandt")), article("b", "The old road"))
NEW = (article("b", says("The new road", "Olof Öst")), article("c", "The new ferry"))


def test_a_rebuild_swaps_all_at_once(store: Store, url: str) -> None:
    put(store, *OLD)
    with open_store(url) as reader:
        with store.rebuild() as fresh:
            assert fresh.replace(NEW[:1]) == Written(added=("b",))
            assert fresh.replace(NEW) == Written(added=("c",), unchanged=("b",))
            fresh.flush()
            for live in (store, reader):
                assert sorted(found(live)) == ["The old bridge", "The old road"]
                assert live.article("c") is None
                assert live.article("b") == OLD[1]
                assert live.counts().articles == 2
                assert live.counts().speakers == 1
                assert list(live.scan()) == list(OLD)
        for live in (store, reader):
            assert sorted(found(live)) == ["The new ferry", "The new road"]
            assert live.article("a") is None
            assert list(live.scan()) == list(NEW)
            assert found(live, by("Öst")) == ["The new road"]


def test_a_rebuild_replaces_within_itself(store: Store) -> None:
    with store.rebuild() as fresh:
        fresh.replace([article("a", "The ferry sails", "The ferry waits")])
        assert fresh.replace([article("a", "The ferry sinks")]).changed == ("a",)
    assert found(store, bare("ferry")) == ["The ferry sinks"]
    put(store, article("a", "The bridge"))
    assert found(store) == ["The bridge"]


def test_writes_go_on_after_a_rebuild_and_it_can_be_run_again(store: Store) -> None:
    put(store, *OLD)
    for _ in range(3):
        generation = store.counts().generation
        with store.rebuild() as fresh:
            fresh.replace(NEW)
        assert store.counts().generation != generation
        assert store.replace(NEW).unchanged == ("b", "c")
        put(store, *OLD)
        assert sorted(found(store, bare("old"))) == ["The old bridge", "The old road"]
        assert store.delete(["a", "b", "c"])
        store.flush()
        assert found(store) == []


def test_a_rebuild_of_nothing_leaves_nothing(store: Store) -> None:
    put(store, *OLD)
    with store.rebuild():
        pass
    assert found(store) == []
    assert store.counts().articles == 0


def _rebuild_and_fail(store: Store) -> None:
    with store.rebuild() as fresh:
        fresh.replace(NEW)
        raise KeyError("on purpose")


def test_a_rebuild_that_fails_changes_nothing(store: Store) -> None:
    put(store, *OLD)
    before = store.counts()
    with pytest.raises(KeyError):
        _rebuild_and_fail(store)
    assert store.counts() == before
    assert list(store.scan()) == list(OLD)
    put(store, *NEW)
    with store.rebuild() as fresh:
        fresh.replace(OLD)
    assert list(store.scan()) == list(OLD)


def test_other_writes_are_refused_while_a_rebuild_lasts(store: Store, url: str) -> None:
    put(store, *OLD)
    with open_store(url) as other, store.rebuild() as fresh:
        fresh.replace(OLD)
        for writer in (store, other):
            with pytest.raises(StoreUnavailable):
                writer.replace(NEW)
            with pytest.raises(StoreUnavailable):
                writer.delete(["a"])
    assert list(store.scan()) == list(OLD)
    assert store.replace(NEW) == Written(added=("c",), changed=("b",))


def test_a_rebuild_that_died_is_cleaned_up_by_the_next(url: str) -> None:
    dying = open_store(url, create=True)
    put(dying, *OLD)
    left = dying.rebuild()
    left.__enter__().replace(NEW)
    dying.close()
    with open_store(url) as store:
        assert list(store.scan()) == list(OLD)
        with store.rebuild() as fresh:
            assert fresh.replace([OLD[0]]).added == ("a",)
        assert list(store.scan()) == [OLD[0]]
        put(store, *NEW)
        assert store.counts().articles == 3
    with suppress(StoreError):
        left.__exit__(None, None, None)


def test_the_stored_articles_can_be_written_again_by_a_rebuild(store: Store) -> None:
    put(store, *OLD, *NEW)
    kept = list(store.scan())
    with store.rebuild() as fresh:
        for stored in store.scan():
            fresh.replace([stored])
    assert list(store.scan()) == kept


def test_no_search_sees_a_gap_or_a_half(store: Store, url: str) -> None:
    """Readers ask all the time while the store is rebuilt; every answer is one of the wholes."""
    put(store, *(article(f"a{number}", f"ferry of 0, {number}") for number in range(12)))
    stop = threading.Event()
    answers: list[tuple[int, frozenset[str]]] = []
    failures: list[BaseException] = []

    def read() -> None:
        try:
            with open_store(url) as reader:
                while not stop.is_set():
                    page = search(reader, bare("ferry"), sort=Sort.NEWEST)
                    answers.append((page.total, frozenset(hit.quote.text.split(",")[0] for hit in page.hits)))
        except BaseException as error:
            failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for turn in (1, 2, 3):
        with store.rebuild() as fresh:
            for number in range(12):
                fresh.replace([article(f"a{number}", f"ferry of {turn}, {number}")])
    stop.set()
    for reader in readers:
        reader.join()
    assert not failures
    assert answers
    assert {total for total, _ in answers} == {12}
    assert all(len(texts) == 1 for _, texts in answers)


# --- Another version of the analysis -------------------------------------------------------------

Pretend = Callable[[str], None]


@pytest.fixture
def pretend(monkeypatch: pytest.MonkeyPatch) -> Pretend:
    """Makes every module believe in another version of the analysis."""

    def change(version: str) -> None:
        for name, module in tuple(sys.modules.items()):
            if name.startswith("indexer") and hasattr(module, "ANALYSIS"):
                monkeypatch.setattr(module, "ANALYSIS", version)

    return change


def test_an_outdated_store_asks_for_a_rebuild(store: Store, url: str, pretend: Pretend) -> None:
    put(store, *OLD)
    pretend("another")
    with open_store(url) as outdated:
        for asked in (query(bare("old")), query()):
            with pytest.raises(StoreOutdated, match="onrecord rebuild"):
                outdated.search(asked)
        quote_id = OLD[0].quotes[0].id
        for ask in (lambda: outdated.utterances([quote_id]), lambda: outdated.links(quote_id)):
            with pytest.raises(StoreOutdated, match="onrecord rebuild"):
                ask()
        for write in (lambda: outdated.replace(NEW), lambda: outdated.link_next(1)):
            with pytest.raises(StoreOutdated):
                write()
        assert outdated.counts().articles == 2
        assert outdated.counts().analysis != "another"
        assert "onrecord rebuild" in (outdated.counts().outdated or "")
        assert list(outdated.scan()) == list(OLD)
        with outdated.rebuild() as fresh:
            for stored in outdated.scan():
                fresh.replace([stored])
        assert outdated.counts().analysis == "another"
        assert outdated.counts().outdated is None
        assert len(found(outdated, bare("old"))) == 2
        assert outdated.replace(OLD).unchanged == ("a", "b")


def test_a_rebuild_that_fails_leaves_an_outdated_store_outdated(store: Store, pretend: Pretend) -> None:
    put(store, *OLD)
    pretend("another")
    with pytest.raises(KeyError):
        _rebuild_and_fail(store)
    with pytest.raises(StoreOutdated):
        search(store, bare("old"))
    assert list(store.scan()) == list(OLD)

"""A node of its own: with security on, killed while it is written to, and started again with its data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Thread
from typing import Any

import nodes
import pytest
from elasticsearch import Elasticsearch
from factory import article, says

from indexer.errors import StoreMissing, StoreUnavailable
from indexer.query import AllOf, Page, Query, StoredArticle
from indexer.store import open_store
from indexer.store.base import Store
from indexer.store.elastic import planning, writing
from indexer.store.elastic.lease import state, write_lock

pytestmark = [pytest.mark.elasticsearch, pytest.mark.own_node]

PASSWORD = "pass:word/1"


@pytest.fixture(scope="module")
def node() -> Iterator[nodes.Node]:
    started = nodes.fresh(password=PASSWORD)
    yield started
    started.remove()


@pytest.fixture(scope="module")
def client(node: nodes.Node) -> Iterator[Elasticsearch]:
    with Elasticsearch(f"http://127.0.0.1:{node.port}", basic_auth=("elastic", PASSWORD)) as made:
        yield made


def url(node: nodes.Node, prefix: str, credentials: str = "elastic:pass%3Aword%2F1@") -> str:
    return f"http://{credentials}127.0.0.1:{node.port}/{prefix}"


def everything(store: Store) -> Page:
    return store.search(Query(AllOf(()), size=100))


def texts(stored: list[StoredArticle]) -> list[str]:
    return sorted(quote.text for each in stored for quote in each.quotes)


def is_whole(store: Store) -> bool:
    """Whether what is searched is what the articles list."""
    return sorted(hit.quote.text for hit in everything(store).hits) == texts(list(store.scan()))


def test_user_and_password_of_the_url_let_us_in(node: nodes.Node) -> None:
    with open_store(url(node, "secured"), create=True) as store:
        assert store.replace([article("a", "The ferry sails.")]).added == ("a",)
        assert everything(store).total == 1


@pytest.mark.parametrize("credentials", ["", "elastic:wrongsecret@", "nobody:pass%3Aword%2F1@"])
def test_others_are_told_so_without_a_secret(node: nodes.Node, credentials: str) -> None:
    with pytest.raises(StoreUnavailable, match="user and password") as caught:
        open_store(url(node, "secured", credentials), create=True)
    assert not any(secret in str(caught.value) for secret in ("wrongsecret", "pass:word", "pass%3A"))


def test_a_store_that_went_away_is_missing(node: nodes.Node, client: Elasticsearch) -> None:
    with open_store(url(node, "gone"), create=True) as store:
        client.indices.delete(index=[f"gone-{family}-1" for family in ("quotes", "articles", "wordings", "state")])
        for asked in (lambda: everything(store), store.counts, lambda: store.replace([article("a", "No.")])):
            with pytest.raises(StoreMissing):
                asked()


def test_writers_at_once_leave_whole_articles(node: nodes.Node) -> None:
    address = url(node, "crowd")
    open_store(address, create=True).close()
    failures: list[BaseException] = []

    def write(writer: int) -> None:
        try:
            with open_store(address) as store:
                for turn in range(4):
                    lines = [f"writer {writer}, turn {turn}, line {line}" for line in range(writer + turn)]
                    store.replace([article("shared", *lines), article(f"own {writer}", *lines)])
        except BaseException as error:
            failures.append(error)

    writers = [Thread(target=write, args=(number,)) for number in range(3)]
    for thread in writers:
        thread.start()
    for thread in writers:
        thread.join()
    assert not failures
    with open_store(address) as store:
        assert is_whole(store)
        assert [stored.article.id for stored in store.scan()] == ["own 0", "own 1", "own 2", "shared"]


def test_what_is_too_long_is_refused_before_anything_is_written(node: nodes.Node) -> None:
    with open_store(url(node, "long"), create=True) as store:
        store.replace([article("a", "The ferry sails.")])
        written = store.replace([article("a", "No.", outlet="x" * 40_000), article("b", "The tram runs.")])
        assert (written.added, written.failed) == (("b",), (("a", "outlet is longer than 32766 bytes"),))
        assert sorted(hit.quote.text for hit in everything(store).hits) == ["The ferry sails.", "The tram runs."]


def test_what_the_engine_refuses_leaves_no_half(node: nodes.Node, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "LONGEST_VALUE", 100_000)
    with open_store(url(node, "refused"), create=True) as store:
        store.replace([article("a", "The ferry sails.")])
        broken = article("a", "The ferry sails.", says("No.", "x" * 40_000))
        written = store.replace([article("b", "The tram runs."), broken, article("c", outlet="x" * 40_000)])
        assert written.added == ("b",)
        (first, why_first), (second, why_second) = written.failed
        assert (first, "speaker_name" in why_first) == ("a", True)
        assert (second, "outlet" in why_second) == ("c", True)
        assert is_whole(store)
        assert [stored.article.id for stored in store.scan()] == ["b"]


Stop = Callable[[], None]


def cut_off(store: Store, batch: list[StoredArticle], stop: Stop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write a batch while the node goes away: after its quotes, before the articles that list them."""
    put = writing.put

    def put_articles_after_the_end(index: str, document_id: str, body: bytes) -> dict[str, Any]:
        if index.endswith("-articles"):
            stop()
        return put(index, document_id, body)

    with monkeypatch.context() as patched:
        patched.setattr(writing, "put", put_articles_after_the_end)
        with pytest.raises(StoreUnavailable):
            store.replace(batch)


def test_a_writer_that_was_interrupted_keeps_nobody_waiting(node: nodes.Node, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with open_store(url(node, "interrupted"), create=True) as store:
        with monkeypatch.context() as patched:
            patched.setattr(write_lock, "remove_unlisted", interrupted)
            with pytest.raises(KeyboardInterrupt):
                store.replace([article("a", "The ferry sails.")])
        assert store.replace([article("b", "The tram runs.")]).added == ("b",)
        assert is_whole(store)


def rebuild(store: Store, batch: list[StoredArticle], meanwhile: Stop) -> None:
    with store.rebuild() as fresh:
        fresh.replace(batch[:1])
        meanwhile()
        fresh.replace(batch[1:])


def test_what_was_cut_off_is_completed_by_running_it_again(
    node: nodes.Node, client: Elasticsearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The node is killed in the middle of a batch, and of a rebuild of another store."""
    monkeypatch.setattr(state, "BATCH_SECONDS", 1.0)
    monkeypatch.setattr(state, "REBUILD_SECONDS", 1.0)
    first = [article(f"a{number}", f"Ferry {number} sails.", "It was late.") for number in range(10)]
    second = [article(f"b{number}", f"Tram {number} runs.", "It was full.") for number in range(10)]
    with open_store(url(node, "crash"), create=True) as store, open_store(url(node, "rebuilt"), create=True) as other:
        assert len(store.replace(first).added) == 10
        other.replace(first)
        with pytest.raises(StoreUnavailable):
            rebuild(other, second, lambda: cut_off(store, second, lambda: node.stop(kill=True), monkeypatch))
        for asked in (lambda: everything(store), store.counts, lambda: list(store.scan()), store.flush):
            with pytest.raises(StoreUnavailable):
                asked()
        with pytest.raises(StoreUnavailable, match="cannot be reached"):
            open_store(url(node, "crash"))

        node.start()
        # Not the same as what was cut off: its quotes would stay behind if nobody had noted them.
        again = [*first, *second[:5], article("b5", "Tram 5 stands.")]
        written = store.replace(again)
        assert (len(written.unchanged), len(written.added)) == (10, 6)
        assert is_whole(store)
        assert sorted(hit.quote.text for hit in everything(store).hits) == texts(again)

        assert list(other.scan()) == first
        rebuild(other, second, lambda: None)
        assert list(other.scan()) == second
        assert len(client.indices.get(index="rebuilt-*")) == 5

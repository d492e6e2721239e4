"""What a store makes of answers that are not Elasticsearch's: each is ``StoreUnavailable``, in bounded time."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from loopback import FOUND_STATE, NOTHING_FOUND, Raw, Server
from wrong_answers import FERRY, READING, WRITING, WRONG

from indexer.errors import StoreError, StoreUnavailable
from indexer.store import open_store
from indexer.store.base import Store
from indexer.store.elastic.connection import session, transport

VERBS = READING | WRITING


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.stop()


def opened(server: Server) -> Store:
    server.replies = lambda method, path: (200, {"status": "green"})
    return open_store(f"{server.url}/news")


@pytest.mark.parametrize("kind", WRONG)
@pytest.mark.parametrize("verb", VERBS)
def test_whatever_answers_after_a_good_first_contact_is_told(server: Server, verb: str, kind: str) -> None:
    wrong = WRONG[kind]
    with opened(server) as store:
        server.replies = lambda method, path: wrong
        with pytest.raises(StoreUnavailable) as caught:
            VERBS[verb](store)
    assert server.url in str(caught.value)
    if wrong.length is None and wrong.status not in (403, 500, 502):
        assert "answers, but not as Elasticsearch does" in str(caught.value)


@pytest.mark.parametrize("kind", WRONG)
def test_whatever_answers_at_first_contact_is_told(server: Server, kind: str) -> None:
    server.replies = lambda method, path: WRONG[kind]
    with pytest.raises(StoreError) as caught:
        open_store(f"{server.url}/news")
    assert server.url in str(caught.value)


WHOLE = Raw(b'{"responses": []}' + b" " * 2_000)


@pytest.mark.parametrize(
    "trickle",
    [
        Raw(WHOLE.content, pause=0.02),
        Raw(b"HTTP/1.1 200 OK\r\nX-Padding: " + b"x" * 2_000, pause=0.02, whole=True),
        Raw(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 300, pause=0.02, whole=True),
        Raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\n \r\n" * 300, pause=0.02, whole=True),
    ],
    ids=["body", "header", "headers", "chunks"],
)
def test_an_answer_that_trickles_is_given_up(server: Server, monkeypatch: pytest.MonkeyPatch, trickle: Raw) -> None:
    monkeypatch.setattr(session, "SEARCH_SECONDS", 0.3)
    with opened(server) as store:
        server.replies = lambda method, path: trickle
        start = time.monotonic()
        with pytest.raises(StoreUnavailable, match="did not answer within"):
            READING["search"](store)
        assert time.monotonic() - start < 3.0


def test_an_answer_that_is_too_large_is_given_up(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "MOST_BYTES", 1_000)
    with opened(server) as store:
        server.replies = lambda method, path: WHOLE
        with pytest.raises(StoreUnavailable, match="more than 1,000 bytes"):
            READING["search"](store)


def test_connections_are_used_again_within_their_own_time(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "SEARCH_SECONDS", 1.0)
    with opened(server) as store:
        server.replies = lambda method, path: (200, {"responses": [FOUND_STATE, NOTHING_FOUND]})
        for _ in range(4):
            time.sleep(0.4)
            monkeypatch.setattr(session, "STATE_SECONDS", 0.0)
            assert store.search(FERRY).total == 0

"""What becomes of documents that the engine does not take, told from a loopback server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from elasticsearch import Elasticsearch
from loopback import Server

from indexer.errors import StoreUnavailable
from indexer.store.elastic import bulk
from indexer.store.elastic.connection.names import Names
from indexer.store.elastic.connection.session import Session

LIVE = Names("news").live
SENT = [bulk.put(LIVE.quotes, "one", b'{"id": "one"}'), bulk.delete(LIVE.quotes, "two")]


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.stop()


def send(server: Server, *statuses: tuple[int, int]) -> dict[str, str]:
    """Send both actions to an engine that answers them with one pair of statuses after the other."""
    left = list(statuses)

    def items() -> list[object]:
        put, drop = left.pop(0) if len(left) > 1 else left[0]
        error = {"error": {"type": "odd_exception", "reason": "no room for this"}}
        return [
            {"index": {"_id": "one", "status": put, **(error if put >= 300 else {})}},
            {"delete": {"_id": "two", "status": drop, **(error if drop >= 300 else {})}},
        ][-len(server.asked[-1][1]) :]

    server.replies = lambda method, path: (200, {"errors": True, "items": items()})
    with Elasticsearch(server.url) as client:
        return bulk.send(Session(client, server.url, Names("news")), LIVE, SENT, lambda: None)


def test_what_is_taken_or_was_gone_already_is_not_refused(server: Server) -> None:
    assert send(server, (201, 200)) == {}
    assert send(server, (201, 404)) == {}


def test_what_is_refused_is_named_with_its_reason(server: Server) -> None:
    assert send(server, (400, 200)) == {"one": "odd_exception: no room for this"}


@pytest.mark.parametrize("status", [429, 500, 503])
def test_an_engine_that_stays_busy_is_away(server: Server, monkeypatch: pytest.MonkeyPatch, status: int) -> None:
    monkeypatch.setattr(bulk, "FIRST_PAUSE_SECONDS", 0.0)
    with pytest.raises(StoreUnavailable, match=str(status)):
        send(server, (status, 200))


def test_an_engine_that_is_busy_for_a_moment_is_asked_again(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "FIRST_PAUSE_SECONDS", 0.0)
    assert send(server, (429, 200), (429, 200), (201, 200)) == {}
    assert sum("_bulk" in path for path, _ in server.asked) == 3

"""What the server refuses before there is an application to ask: as problems, in time, and never at others' cost."""

from __future__ import annotations

import json
import selectors
import signal
import socket
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from command import MILL, PIER, run
from serving import Serving, serving
from waitress.adjustments import Adjustments

from service import limits
from service.server.connection import Connection, Waiting
from service.server.dispatcher import Dispatcher

CHECK = b"POST /v1/check HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
OLD_CHECK = CHECK.replace(b"1.1", b"1.0")
CHUNKED = b"Transfer-Encoding: chunked\r\n"
ASKED = b'{"text": "Nobody eats bread any more"}'


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of two articles."""
    folder = tmp_path_factory.mktemp("served")
    records = [{"id": "pier", "text": PIER}, {"id": "mill", "text": MILL}]
    (folder / "articles.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    run("--store", f"sqlite:///{folder}/onrecord.db", "index", str(folder / "articles.jsonl"))
    return folder


@pytest.fixture(scope="module")
def service(archive: Path) -> Iterator[Serving]:
    with serving(archive) as running:
        yield running


def problem(answer: bytes) -> dict[str, Any]:
    """The one problem that an answer consists of."""
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b"application/problem+json" in head
    found: dict[str, Any] = json.loads(body)
    assert head.startswith(b"HTTP/1.%d %d " % (head[7] - ord("0"), found["status"]))
    return found


@pytest.mark.parametrize(
    ("request_", "status", "field"),
    [
        (b"GET /v1/quotes?q=" + b"a" * 9_000 + b" HTTP/1.1\r\n\r\n", 414, "address"),
        (b"GET /v1/quotes?q=" + b"a" * 90_000 + b" HTTP/1.1\r\n\r\n", 414, "address"),
        (b"GET /v1/quotes?q=\xff HTTP/1.1\r\n\r\n", 400, "request"),
        (b"GET / HTTP/1.1\r\nMany: " + b"a" * 40_000 + b"\r\n\r\n", 431, "headers"),
        (b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 9_000 + b"\r\n", 431, "headers"),
        (b"GET / HTTP/3.0\r\n\r\n", 400, "request"),
        (b"GET /\r\n\r\n", 400, "request"),
        (b"\x16\x03\x01\x02\x00\r\n\r\n", 400, "request"),
        (b"GET / HTTP/1.1\r\nno colon\r\n\r\n", 400, "request"),
        (CHECK + b"Content-Length: -1\r\n\r\n", 400, "request"),
        (CHECK + b"Content-Length: 1e3\r\n\r\n", 400, "request"),
        (CHECK + b"Content-Length: 38\r\nContent-Length: 39\r\n\r\n" + ASKED, 400, "request"),
        (CHECK + b"Content-Length: 1000001\r\n\r\n", 413, "body"),
        (CHECK + b"Content-Length: 1000001\r\nExpect: 100-continue\r\n\r\n", 413, "body"),
        (CHECK + b"Content-Length: 9" + b"9" * 5_000 + b"\r\n\r\n", 400, "request"),
        (CHECK + b"Content-Length: 3000000\r\n\r\n" + b" " * 3_000_000, 413, "body"),
        (CHECK + CHUNKED + b"\r\n" + b"10000\r\n%b\r\n" % (b" " * 65_536) * 20, 413, "body"),
        (CHECK + CHUNKED + b"\r\nzz\r\n", 400, "request"),
        (CHECK + CHUNKED + b"\r\n-5\r\nabcde\r\n0\r\n\r\n", 400, "request"),
        (CHECK + CHUNKED + b"\r\n0x26\r\n%b\r\n0\r\n\r\n" % ASKED, 400, "request"),
        (CHECK + CHUNKED + b"\r\n5\r\nabcdefgh\r\n0\r\n\r\n", 400, "request"),
        (CHECK + CHUNKED + b"\r\n\xb2\r\nab\r\n0\r\n\r\n", 400, "request"),
        (CHECK + CHUNKED + b"Content-Length: 38\r\n\r\n26\r\n%b\r\n0\r\n\r\n" % ASKED, 400, "request"),
        (OLD_CHECK + CHUNKED + b"\r\n26\r\n%b\r\n0\r\n\r\n" % ASKED, 400, "request"),
        (CHECK + b"Transfer-Encoding: gzip\r\n\r\n", 501, "request"),
        (CHECK + b"Transfer-Encoding: gzip, chunked\r\n\r\n", 501, "request"),
        (CHECK + b"Transfer-Encoding: \x0bchunked\r\n\r\n", 400, "request"),
    ],
)
def test_what_is_no_http_is_a_problem(service: Serving, request_: bytes, status: int, field: str) -> None:
    found = problem(service.exchange(request_))
    assert (found["status"], [error["field"] for error in found["errors"]]) == (status, [field])


@pytest.mark.parametrize(
    "request_",
    [
        b"GET /v1/quotes?q=bread HTTP/1.1",
        b"GET /v1/quotes?q=bread HTTP/1.1\r\nHost: a\r\n",
        CHECK + b"Content-Length: 39\r\n\r\n" + ASKED,
        CHECK + b"Content-Length: 999999\r\n\r\n" + ASKED,
        CHECK + b"Content-Length: 39\r\n\r\n",
        CHECK + CHUNKED + b"\r\n26\r\n" + ASKED,
        CHECK + CHUNKED + b"\r\n26\r\n%b\r\n" % ASKED,
        CHECK + CHUNKED + b"\r\n26\r\n%b\r\n0\r\n" % ASKED,
    ],
)
def test_a_request_that_ends_before_it_is_whole_is_not_answered_as_if_it_were(
    service: Serving, request_: bytes
) -> None:
    assert problem(service.exchange(request_, close=True))["status"] == 400


@pytest.mark.parametrize(
    "pieces",
    [
        [CHECK + b"Connection: close\r\nContent-Length: 38\r\n\r\n" + ASKED],
        [CHECK + b"Connection: close\r\nContent-Length: 38\r\n\r\n", ASKED[:20], ASKED[20:]],
        [CHECK + b"Connection: close\r\nExpect: 100-continue\r\nContent-Length: 38\r\n\r\n", ASKED],
        [
            CHECK + CHUNKED + b"Connection: close\r\n\r\n14\r\n",
            ASKED[:20],
            b"\r\n12;a=b\r\n",
            ASKED[20:],
            b"\r\n0\r\nTrailer: a\r\n\r\n",
        ],
    ],
)
def test_what_is_http_is_answered(service: Serving, pieces: list[bytes]) -> None:
    answer = service.exchange(*pieces).removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert json.loads(answer.partition(b"\r\n\r\n")[2])["verdict"] == "verbatim"


def served_within(service: Serving, seconds: float) -> None:
    """Fail unless a search is answered within so many seconds."""
    began = time.monotonic()
    with urllib.request.urlopen(f"http://127.0.0.1:{service.port}/v1/quotes?q=bread", timeout=20) as answer:
        assert json.load(answer)["total"] == 1
    assert time.monotonic() - began < seconds


def test_slow_clients_hold_up_nobody_and_are_dropped(service: Serving) -> None:
    heads = [b"GET /v1/quotes?q=bread HTTP/1.1\r\nHost: a\r\nSlow: "] * 32
    bodies = [CHECK + b"Content-Length: 900\r\n\r\n"] * 16 + [CHECK + CHUNKED + b"\r\n300\r\n"] * 16
    slow = {socket.create_connection(("127.0.0.1", service.port)): began for began in heads + bodies}
    for client, began in slow.items():
        client.sendall(began)
    start = time.monotonic()
    dropped: dict[socket.socket, float] = {}
    with selectors.DefaultSelector() as selector:
        for client in slow:
            selector.register(client, selectors.EVENT_READ)
        while len(dropped) < len(slow):
            assert time.monotonic() - start < 60
            served_within(service, 2)
            for client in slow.keys() - dropped.keys():
                client.sendall(b"a")
            for key, _ in selector.select(0.5):
                client = key.fileobj
                assert isinstance(client, socket.socket)
                assert problem(client.recv(65_536))["reason"] == "request-timeout"
                dropped[client] = time.monotonic() - start
                selector.unregister(client)
                client.close()
    for client, began in slow.items():
        allowed = limits.HEAD_SECONDS if began in heads else limits.BODY_SECONDS
        assert allowed - 1 < dropped[client] < allowed + 4


def test_clients_that_take_no_answer_hold_up_nobody(service: Serving) -> None:
    deaf = []
    for _ in range(40):
        client = socket.socket()
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2_048)
        client.connect(("127.0.0.1", service.port))
        client.sendall(b"GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n" * 30)
        deaf.append(client)
    for _ in range(4):
        served_within(service, 2)
    for client in deaf:
        client.close()


class _Loop:
    """What a connection needs to know of the loop that it is in."""

    def __init__(self) -> None:
        self.active_channels: dict[int, Connection] = {}
        self.tasks: list[Connection] = []

    def add_task(self, connection: Connection) -> None:
        self.tasks.append(connection)


@pytest.mark.parametrize(
    ("received", "unsent", "waiting", "seconds"),
    [
        (b"", b"", Waiting.REQUEST, limits.IDLE_SECONDS),
        (b"GET / HT", b"", Waiting.HEAD, limits.HEAD_SECONDS),
        (CHECK + b"Content-Length: 38\r\n\r\n{", b"", Waiting.BODY, limits.BODY_SECONDS),
        (b"", b"an answer", Waiting.TAKEN, limits.ANSWER_SECONDS),
        (CHECK + b"Content-Length: 38\r\n\r\n" + ASKED, b"", Waiting.WORK, float("inf")),
    ],
)
def test_each_thing_that_is_waited_for_has_its_limit(
    received: bytes, unsent: bytes, waiting: Waiting, seconds: float
) -> None:
    here, there = socket.socketpair()
    with there:
        connection = Connection(_Loop(), here, ("127.0.0.1", 1), Adjustments(), map={})
        connection.received(received)
        connection.outbufs[0].append(unsent)
        connection.total_outbufs_len = len(unsent)
        assert connection.waiting is waiting
        for now in (100.0, 100.0 + min(seconds, 1_000)):
            connection.enforce_limits(now)
            assert connection.waiting is waiting
        connection.enforce_limits(102.0 + seconds if seconds < float("inf") else 9_999.0)
        assert (connection.waiting is Waiting.END or not connection.connected) is (seconds < float("inf"))
        connection.handle_close()
        connection.handle_close()


def test_a_steady_client_is_not_taken_for_a_slow_one() -> None:
    here, there = socket.socketpair()
    with there:
        connection = Connection(_Loop(), here, ("127.0.0.1", 1), Adjustments(), map={})
        for second in range(100):
            connection.received(b"GET / HTTP/1.1\r\nHost: a\r\n")
            connection.enforce_limits(float(second))
            assert connection.waiting is Waiting.HEAD
            connection.received(b"\r\n")
            connection.requests.clear()
        connection.handle_close()


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_stopping_completes_what_is_asked_or_says_so(archive: Path, stop: signal.Signals) -> None:
    sentence = "“The pier number {0} will outlive the village {0} times,” said Bo Lind, who is {0} years old.\n\n"
    draft = "".join(sentence.format(number) for number in range(200))
    body = json.dumps({"draft": draft}).encode()
    asked = CHECK + b"Connection: close\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)
    with serving(archive) as service, ThreadPoolExecutor(8) as clients:
        served_within(service, 10)
        answers = [clients.submit(service.exchange, asked, seconds=60) for _ in range(8)]
        time.sleep(1.5)
        service.process.send_signal(stop)
        for answer in answers:
            head, _, body = answer.result().partition(b"\r\n\r\n")
            status = int(head.split()[1])
            assert status in (200, 503)
            assert (b"Retry-After: " in head) is (status == 503)
            assert json.loads(body).get("reason") == ("stopping" if status == 503 else None)


class _Work:
    """A request of some kind, which is answered when it is told to be."""

    def __init__(self, dispatcher: Dispatcher, *, is_check: bool) -> None:
        self.is_check = is_check
        self.begun, self.may_end = Event(), Event()
        self._dispatcher = dispatcher

    def service(self) -> None:
        self.begun.set()
        assert self.may_end.wait(20)
        if self.is_check:
            self._dispatcher.check_done()


def test_checks_leave_threads_to_searches() -> None:
    dispatcher = Dispatcher(limits.CHECKS_AT_ONCE + 2)
    checks = [_Work(dispatcher, is_check=True) for _ in range(limits.CHECKS_AT_ONCE + 3)]
    for check in checks:
        dispatcher.add_task(check)
    at_once, later = checks[: limits.CHECKS_AT_ONCE], checks[limits.CHECKS_AT_ONCE :]
    assert all(check.begun.wait(20) for check in at_once)
    for _ in range(10):
        search = _Work(dispatcher, is_check=False)
        search.may_end.set()
        dispatcher.add_task(search)
        assert search.begun.wait(20)
    assert not any(check.begun.is_set() for check in later)
    for ended, begun in zip(checks, later, strict=False):
        ended.may_end.set()
        assert begun.begun.wait(20)
    for check in checks:
        check.may_end.set()
    dispatcher.shutdown()
    again = Dispatcher(1)
    last = _Work(again, is_check=True)
    last.may_end.set()
    again.add_task(last)
    assert last.begun.wait(20)
    again.shutdown()


def test_a_search_is_answered_at_once_while_many_drafts_are_checked(service: Serving) -> None:
    sentence = "“The pier number {0} will outlive the village {0} times,” said Bo Lind, who is {0} years old.\n\n"
    body = json.dumps({"draft": "".join(sentence.format(number) for number in range(60))}).encode()
    asked = CHECK + b"Connection: close\r\nContent-Length: %d\r\n\r\n%b" % (len(body), body)
    with ThreadPoolExecutor(24) as clients:
        answers = [clients.submit(service.exchange, asked, seconds=120) for _ in range(24)]
        time.sleep(0.5)
        for _ in range(5):
            served_within(service, 2)
        assert not all(answer.done() for answer in answers)
        for answer in answers:
            assert int(answer.result().split()[1]) in (200, 422)

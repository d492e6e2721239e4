"""What is SQLite's own: its locks, and the processes and threads that share a store."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from factory import article
from probes import FERRY, sound

from indexer.errors import StoreUnavailable
from indexer.store.sqlite import SqliteStore, connections, rebuilding


def in_another_process(path: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Run ``code`` with ``store`` opened on ``path`` and ``article`` at hand."""
    start = "import os, sys\nfrom pathlib import Path\nfrom factory import article\n"
    start += "from indexer.store.sqlite import SqliteStore\nstore = SqliteStore.open(Path(sys.argv[1]), create=True)\n"
    here = Path(__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(here), str(here.parent)])}
    command = [sys.executable, "-c", start + code, str(path)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_a_locked_file_is_unavailable(store: SqliteStore, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.replace([article("a", "The ferry sails")])
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with SqliteStore.open(path) as waiting:
        with pytest.raises(StoreUnavailable, match="another process"):
            waiting.replace([article("b", "A ferry waits")])
        assert waiting.search(FERRY).total == 1
        other.execute("ROLLBACK")
        assert waiting.replace([article("b", "A ferry waits")]).added == ("b",)
    other.close()


def test_one_rebuild_at_a_time(store: SqliteStore, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "START_SECONDS", 0.05)
    with SqliteStore.open(path) as other, store.rebuild() as fresh:
        for second in (store, other):
            with pytest.raises(StoreUnavailable, match="rebuild"), second.rebuild():
                raise AssertionError("two rebuilds at once")
        fresh.replace([article("a", "The ferry sails")])
    assert store.search(FERRY).total == 1


def test_a_rebuild_has_ended_when_its_block_has(store: SqliteStore) -> None:
    with store.rebuild() as fresh:
        fresh.flush()
    with pytest.raises(StoreUnavailable, match="ended"):
        fresh.replace([article("a", "The ferry sails")])


def test_a_process_that_dies_while_it_rebuilds(store: SqliteStore, path: Path) -> None:
    store.replace([article("a", "The ferry sails")])
    code = "rebuild = store.rebuild()\nrebuild.__enter__().replace([article('b', 'A ferry waits')])\nos._exit(9)"
    assert in_another_process(path, code).returncode == 9
    assert store.search(FERRY).total == 1
    assert store.replace([article("c", "No ferry")]).added == ("c",)
    with store.rebuild() as fresh:
        fresh.replace([article("d", "Another ferry")])
    assert [stored.article.id for stored in store.scan()] == ["d"]


def test_a_process_that_dies_while_it_writes(store: SqliteStore, path: Path) -> None:
    store.replace([article("a", "The ferry sails")])
    code = (
        "def dying():\n    yield article('b', 'A ferry waits')\n    os._exit(9)\n"
        "class Batch(list):\n    __iter__ = lambda self: dying()\nstore.replace(Batch())"
    )
    assert in_another_process(path, code).returncode == 9
    assert store.search(FERRY).total == 1
    assert store.replace([article("b", "A ferry waits")]).added == ("b",)
    assert sound(path)


def test_processes_that_make_one_store_at_once(path: Path) -> None:
    results: list[subprocess.CompletedProcess[str]] = []

    def run(number: int) -> None:
        results.append(in_another_process(path, f"print(store.replace([article('a{number}', 'A ferry')]).added)"))

    threads = [threading.Thread(target=run, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [result.stderr for result in results] == [""] * 4
    with SqliteStore.open(path) as store:
        assert store.search(FERRY).total == 4


def test_threads_read_and_write_side_by_side(store: SqliteStore, path: Path) -> None:
    failures: list[BaseException] = []

    def run(work: Callable[[], object]) -> None:
        try:
            for _ in range(15):
                work()
        except BaseException as error:
            failures.append(error)

    def write(name: str) -> Callable[[], object]:
        return lambda: store.replace([article(f"{name} {number}", "ferry") for number in range(3)])

    def remove() -> None:
        store.delete(["one 1", "two 2"])

    works = [write("one"), write("two"), remove, *[lambda: store.search(FERRY)] * 4, lambda: list(store.scan())]
    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert sound(path)


def test_a_forked_child_opens_its_own_connections(store: SqliteStore) -> None:
    store.replace([article("a", "The ferry sails")])
    child = os.fork()
    if child == 0:
        os._exit(0 if store.search(FERRY).total == 1 and store.replace([article("b", "A ferry")]).added else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert store.search(FERRY).total == 2


def test_what_a_busy_moment_opened_is_not_kept(tmp_path: Path) -> None:
    opened: list[sqlite3.Connection] = []
    lent = connections.Connections(tmp_path / "archive.db", opened.append)
    (tmp_path / "archive.db").touch()
    with ExitStack() as busy:
        for _ in range(connections.MOST_IDLE + 3):
            busy.enter_context(lent.reading())
    assert len(opened) == connections.MOST_IDLE + 3
    closed = 0
    for connection in opened:
        try:
            connection.execute("SELECT 1")
        except sqlite3.ProgrammingError:
            closed += 1
    assert closed == 3
    lent.close()

"""What is SQLite's own: the file, its locks, its processes and threads, and the index inside."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from factory import article, says
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.errors import StoreError, StoreIncompatible, StoreMissing, StoreOutdated, StoreUnavailable
from indexer.query import AllOf, Query, Words
from indexer.store.sqlite import SqliteStore, connections, nearness, rebuilding, schema

FERRY = Query(AllOf((Words(("ferri",)),)), size=100)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "quotes.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    with SqliteStore.open(path, create=True) as opened:
        yield opened


def in_another_process(path: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Run ``code`` with ``store`` opened on ``path`` and ``article`` at hand."""
    start = "import os, sys\nfrom pathlib import Path\nfrom factory import article\n"
    start += "from indexer.store.sqlite import SqliteStore\nstore = SqliteStore.open(Path(sys.argv[1]), create=True)\n"
    here = Path(__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(here), str(here.parent)])}
    command = [sys.executable, "-c", start + code, str(path)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


# --- The file ------------------------------------------------------------------------------------


def test_a_file_that_is_no_database(path: Path) -> None:
    path.write_text("Dear diary, today nobody said anything.\n" * 99)
    for create in (True, False):
        with pytest.raises(StoreIncompatible, match=r"quotes\.db"):
            SqliteStore.open(path, create=create)


def test_a_file_that_is_deleted_and_made_anew_is_the_one_that_answers(store: SqliteStore, path: Path) -> None:
    store.replace([article("old", "The ferry sails at dawn.")])
    assert store.search(FERRY).total == 1
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()
    with pytest.raises(StoreMissing):
        store.search(FERRY)
    assert not path.exists()
    with SqliteStore.open(path, create=True) as anew:
        anew.replace([article(name, "The ferry sails at noon.") for name in ("new", "newer")])
    assert store.search(FERRY).total == 2


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE recipes (name)")
    other.close()
    before = path.read_bytes()
    for create in (True, False):
        with pytest.raises(StoreIncompatible, match="another program"):
            SqliteStore.open(path, create=create)
    assert path.read_bytes() == before


def test_a_store_of_an_older_version_asks_for_a_rebuild(store: SqliteStore, path: Path) -> None:
    store.replace([article("a", "The ferry sails")])
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for table in ("terms", "sentence_search"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE meta SET value = '1' WHERE key = 'analysis'")
        connection.execute("PRAGMA user_version = 1")
    with SqliteStore.open(path) as older:
        with pytest.raises(StoreOutdated, match="onrecord rebuild"):
            older.candidates(("ferry",), ("ferri",))
        with pytest.raises(StoreOutdated):
            older.search(FERRY)
        with older.rebuild() as fresh:
            fresh.replace(list(older.scan()))
        assert [hit.quote.text for hit in older.candidates(("ferry",), ("ferri",))] == ["The ferry sails"]
        assert older.search(FERRY).total == 1
    with closing(sqlite3.connect(path)) as connection:
        assert schema.version(connection) == schema.SCHEMA


def test_a_store_of_another_version(store: SqliteStore, path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "SCHEMA", 99)
        with pytest.raises(StoreIncompatible, match="another version"):
            SqliteStore.open(path)


def test_an_empty_file_becomes_a_store_only_when_asked(path: Path) -> None:
    path.touch()
    with pytest.raises(StoreMissing):
        SqliteStore.open(path)
    SqliteStore.open(path, create=True).close()
    SqliteStore.open(path).close()


def test_a_folder_that_is_not_there_and_one_in_place_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="folder"):
        SqliteStore.open(tmp_path / "missing" / "quotes.db", create=True)
    with pytest.raises(StoreUnavailable):
        SqliteStore.open(tmp_path, create=True)
    with pytest.raises(StoreMissing):
        SqliteStore.open(tmp_path)


def test_a_damaged_file_is_an_error_of_ours(store: SqliteStore, path: Path) -> None:
    store.replace([article(f"a{number}", "ferry " * 50) for number in range(50)])
    store.close()
    content = bytearray(path.read_bytes())
    content[8192:] = b"\x55" * (len(content) - 8192)
    path.write_bytes(content)
    with pytest.raises(StoreError), SqliteStore.open(path) as damaged:
        damaged.search(FERRY)


def test_a_full_disk_keeps_what_was_stored(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with SqliteStore.open(path, create=True) as store:
        store.replace([article("a", "The ferry sails")])
        pages = path.stat().st_size // 4096 + 100
    monkeypatch.setattr(nearness, "register", lambda connection: connection.execute(f"PRAGMA max_page_count = {pages}"))
    with SqliteStore.open(path) as store:
        with pytest.raises(StoreUnavailable, match="full"):
            store.replace([article(f"b{number}", "ferry " * 5000) for number in range(50)])
        assert store.search(FERRY).total == 1
        assert store.counts().articles == 1
        assert store.replace([article("c", "A ferry waits")]).added == ("c",)


def test_a_disk_that_fills_up_during_a_rebuild_keeps_what_was_stored(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with SqliteStore.open(path, create=True) as store:
        store.replace([article("a", "The ferry sails")])
        pages = path.stat().st_size // 4096 + 200
    with monkeypatch.context() as filled:
        filled.setattr(nearness, "register", lambda connection: connection.execute(f"PRAGMA max_page_count = {pages}"))
        with SqliteStore.open(path) as store:
            with pytest.raises(StoreUnavailable, match="full"), store.rebuild() as fresh:
                fresh.replace([article(f"b{number}", "ferry " * 5000) for number in range(50)])
            assert store.search(FERRY).total == 1
            assert store.replace([article("c", "A ferry waits")]).added == ("c",)
    with SqliteStore.open(path) as store, store.rebuild() as fresh:
        fresh.replace([article("d", "The ferry is back")])
    with SqliteStore.open(path) as store:
        assert [stored.article.id for stored in store.scan()] == ["d"]


def test_what_ends_a_rebuild_is_told_even_if_its_tables_cannot_be_dropped(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    def interrupted(patched: pytest.MonkeyPatch) -> None:
        with store.rebuild():
            patched.setattr(schema, "drop_tables", full)
            raise KeyboardInterrupt

    store.replace([article("a", "The ferry sails")])
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        interrupted(patched)
    assert store.search(FERRY).total == 1
    with store.rebuild() as fresh:
        fresh.replace([article("b", "The ferry is back")])
    assert [stored.article.id for stored in store.scan()] == ["b"]


# --- Locks and processes -------------------------------------------------------------------------


def test_a_locked_file_is_unavailable(store: SqliteStore, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.replace([article("a", "The ferry sails")])
    monkeypatch.setattr(connections, "connect", partial(connections.connect, wait=0.05))
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


# --- The index inside ----------------------------------------------------------------------------

WRITES = st.lists(
    st.one_of(
        st.tuples(st.just("replace"), st.integers(0, 3), st.text("ab é'-", max_size=12)),
        st.tuples(st.just("delete"), st.integers(0, 3), st.just("")),
        st.tuples(st.just("rebuild"), st.integers(0, 3), st.text("ab é'-", max_size=12)),
    ),
    max_size=12,
)


def made(number: int, text: str) -> object:
    own = f"the {text} harbour was closed for the whole of the summer"
    return article(
        f"a{number}", says(text, "Ida Brandt", before=text[::-1], after=own), says(text + " ferry", None), outlet=text
    )


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(writes=WRITES)
def test_the_index_says_what_the_tables_say(store: SqliteStore, path: Path, writes: list[tuple[str, int, str]]) -> None:
    for what, number, text in writes:
        match what:
            case "replace":
                store.replace([made(number, text)])
            case "delete":
                store.delete([f"a{number}"])
            case _:
                with store.rebuild() as fresh:
                    fresh.replace([made(number, text), made(number + 1, text)])
                    fresh.replace([made(number, text + "!")])
    assert sound(path)
    assert kept_frequencies(path) == counted_frequencies(path)
    assert store.search(FERRY).total == store.counts().articles


def kept_frequencies(path: Path) -> dict[str, tuple[int, int]]:
    with closing(sqlite3.connect(path)) as connection:
        return {stem: (quotes, articles) for stem, quotes, articles in connection.execute("SELECT * FROM terms")}


def counted_frequencies(path: Path) -> dict[str, tuple[int, int]]:
    with closing(sqlite3.connect(path)) as connection:
        quotes = Counter(
            stem for (stems,) in connection.execute("SELECT content_stems FROM words") for stem in set(stems.split())
        )
        articles = Counter(
            stem for (stems,) in connection.execute("SELECT stems FROM sentence_search") for stem in set(stems.split())
        )
        return {stem: (quotes[stem], articles[stem]) for stem in quotes | articles}


def sound(path: Path) -> bool:
    """Whether SQLite and FTS5 find nothing wrong, and nothing is left of what is gone."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for table in schema.SEARCHES:
            connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        counts = {
            connection.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("quotes", "records", "words")
        }
        left = connection.execute("SELECT count(*) FROM sqlite_master WHERE name GLOB '*_next*'").fetchone()[0]
        return connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok" and len(counts) == 1 and not left
    finally:
        connection.close()

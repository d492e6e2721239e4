"""What is SQLite's own: the file, whatever it holds, and a disk that is full."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from factory import article
from probes import FERRY

from indexer.errors import StoreError, StoreIncompatible, StoreMissing, StoreOutdated, StoreUnavailable
from indexer.store.sqlite import SqliteStore, schema
from indexer.store.sqlite.sql import nearness


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
            older.candidates(("ferri",))
        with pytest.raises(StoreOutdated):
            older.search(FERRY)
        assert "onrecord rebuild" in (older.counts().outdated or "")
        with older.rebuild() as fresh:
            fresh.replace(list(older.scan()))
        assert [each.text for each in older.candidates(("ferri",))] == ["The ferry sails"]
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

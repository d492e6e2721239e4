"""A store that cannot be written to is searched all the same, and says what is wrong to whoever wants to write."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import tempfile
import traceback
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from factory import article
from probes import FERRY

from indexer.errors import StoreUnavailable
from indexer.store.sqlite import SqliteStore

NOBODY = 65534


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that other users may enter, which pytest's own is not."""
    made = Path(tempfile.mkdtemp(prefix="onrecord-read-only-"))
    yield made
    made.chmod(0o700)
    shutil.rmtree(made)


def stored(folder: Path) -> Path:
    path = folder / "my quotes?.db"
    with SqliteStore.open(path, create=True) as store:
        store.replace([article("a", "The ferry sails at dawn.")])
    return path


def protect(folder: Path, files: int = 0o444, itself: int = 0o555) -> None:
    for file in folder.iterdir():
        file.chmod(files)
    folder.chmod(itself)


def as_another_user(act: Callable[[], None]) -> None:
    """Run in a process without the right to write: root may write anywhere, so it becomes nobody first."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # that other threads may hold locks: none is needed here
        child = os.fork()
    if child == 0:
        status = 1
        try:
            if os.getuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            act()
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def searches(path: Path) -> None:
    with SqliteStore.open(path) as store:
        for _ in range(2):
            assert store.search(FERRY).total == 1
        assert store.counts().articles == 1
        assert [each.article.id for each in store.scan()] == ["a"]
        for write in (
            lambda: store.replace([article("b", "The ferry waits.")]),
            lambda: store.delete(["a"]),
            lambda: store.set_semantic(True),
            lambda: store.rebuild().__enter__(),
        ):
            with pytest.raises(StoreUnavailable, match="read-only here"):
                write()
        assert store.search(FERRY).total == 1


@pytest.mark.parametrize(("files", "itself"), [(0o444, 0o555), (0o666, 0o555)])
def test_a_store_in_a_read_only_folder_is_searched(folder: Path, files: int, itself: int) -> None:
    path = stored(folder)
    protect(folder, files, itself)
    as_another_user(lambda: searches(path))


def test_a_read_only_file_is_searched(folder: Path) -> None:
    path = stored(folder)
    protect(folder, 0o444, 0o777)

    def act() -> None:
        with SqliteStore.open(path) as store:
            assert store.search(FERRY).total == 1
            with pytest.raises(StoreUnavailable, match="read-only here"):
                store.replace([article("b", "The ferry waits.")])

    as_another_user(act)


def test_to_index_into_a_read_only_folder_is_refused_at_once(folder: Path) -> None:
    path = stored(folder)
    protect(folder)

    def act() -> None:
        with pytest.raises(StoreUnavailable, match="read-only here"):
            SqliteStore.open(path, create=True)
        with pytest.raises(StoreUnavailable, match="cannot be opened"):
            SqliteStore.open(folder / "another.db", create=True)

    as_another_user(act)


def test_a_store_that_others_write_to_is_searched_meanwhile(folder: Path) -> None:
    path = stored(folder)
    with SqliteStore.open(path) as writer:
        writer.replace([article("b", "The ferry waits.")])
        protect(folder)

        def act() -> None:
            with SqliteStore.open(path) as store:
                assert store.search(FERRY).total == 2

        as_another_user(act)
        folder.chmod(0o700)


def test_a_store_that_was_not_closed_says_so(folder: Path) -> None:
    path = stored(folder)
    with SqliteStore.open(path) as writer:
        writer.replace([article("b", "The ferry waits.")])
        left = folder / "left.db"
        shutil.copy(path, left)
        shutil.copy(f"{path}-wal", f"{left}-wal")
    protect(folder)

    def act() -> None:
        with pytest.raises(StoreUnavailable, match="was not closed"):
            SqliteStore.open(left)

    as_another_user(act)


def test_a_file_that_changes_under_a_reader_is_read_anew(folder: Path) -> None:
    """Its owner may write where the reader may not: what was read before holds no more."""
    path, newer = stored(folder), folder / "newer.db"
    with SqliteStore.open(newer, create=True) as store:
        store.replace([article(name, "The ferry sails at noon.") for name in ("c", "d")])
    content = newer.read_bytes()
    for file in folder.glob("newer*"):
        file.unlink()
    protect(folder)
    path.chmod(0o666)

    def act() -> None:
        with SqliteStore.open(path) as store:
            assert store.search(FERRY).total == 1
            path.write_bytes(content)  # as a checkpoint of its owner's
            assert store.search(FERRY).total == 2
            scanned = store.scan()
            assert next(scanned).article.id == "c"
            with pytest.raises(StoreUnavailable, match="while it was read"), store._connections.reading():
                os.utime(path)
            assert store.search(FERRY).total == 2

    as_another_user(act)


def test_new_files_are_for_their_owner_alone(folder: Path) -> None:
    path = folder / "quotes.db"
    old = os.umask(0o022)
    try:
        with SqliteStore.open(path, create=True) as store, store.rebuild() as fresh:
            fresh.replace([article("a", "The ferry sails at dawn.")])
            modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
    finally:
        os.umask(old)
    assert {"quotes.db", "quotes.db-rebuild", "quotes.db-shm", "quotes.db-wal"} <= modes.keys()
    assert set(modes.values()) == {0o600}


def test_the_mode_of_a_file_that_is_there_is_kept(folder: Path) -> None:
    path = folder / "quotes.db"
    sqlite3.connect(path).close()
    path.touch()
    path.chmod(0o640)
    SqliteStore.open(path, create=True).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640

"""Connections to one database file, lent to one thread at a time, and the one place where its errors are translated."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from indexer.errors import StoreError, StoreIncompatible, StoreMissing, StoreUnavailable

BUSY_SECONDS = 10.0
"""How long a write waits for another to end before it gives up."""

MOST_IDLE = 8
"""Connections that wait to be lent again, each with up to 32 MB of pages; what more came of a busy moment is closed."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn whatever SQLite raises inside the block into a ``StoreError`` that names the file."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translate(path, error) from error


def _translate(path: Path, error: sqlite3.Error) -> StoreError:
    # The low byte is the primary code, the rest refines it; errors of the Python module itself have none.
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreUnavailable(f"{path} is being written by another process; try again")
        case sqlite3.SQLITE_FULL:
            return StoreUnavailable(f"the disk that holds {path} is full")
        case sqlite3.SQLITE_CANTOPEN:
            return StoreUnavailable(f"{path} cannot be opened; is its folder there, and may it be written to?")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return StoreUnavailable(f"{path} may not be written to")
        case sqlite3.SQLITE_NOTADB:
            return StoreIncompatible(f"{path} is not an SQLite database")
        case sqlite3.SQLITE_CORRUPT:
            return StoreIncompatible(f"{path} is damaged ({error}); delete it and index again")
        case _:
            return StoreUnavailable(f"{path}: {error}")


_File = tuple[int, int]
"""Device and inode: what tells a file from another one of its name."""


class Connections:
    """As many connections as threads ask at one time; the idle ones are lent again while the file is the same.

    Args:
        path: the database file.
        prepare: called with each new connection, to register functions.
    """

    def __init__(self, path: Path, prepare: Callable[[sqlite3.Connection], None]) -> None:
        self.path = path
        self._prepare = prepare
        self._idle: deque[tuple[_File, sqlite3.Connection]] = deque()
        self._lock = threading.Lock()
        self._process = os.getpid()
        self._closed = False

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection inside a transaction that sees one state of the store."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection inside the only transaction that may write; committed unless the block raises."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        with translated(self.path), self._lent() as connection:
            connection.execute(begin)
            try:
                yield connection
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    @contextmanager
    def _lent(self) -> Iterator[sqlite3.Connection]:
        file, connection = self._take()
        try:
            yield connection
        except BaseException:
            # A failed COMMIT (a full disk, say) leaves its transaction open: the next user must not find it.
            connection.close()
            raise
        self._give_back(file, connection)

    def _take(self) -> tuple[_File, sqlite3.Connection]:
        file = self._file()
        with self._lock:
            if self._closed:
                raise StoreUnavailable(f"the store at {self.path} was closed")
            if self._process != os.getpid():
                # SQLite's connections do not survive a fork: the child leaves the parent's alone.
                self._idle, self._process = deque(), os.getpid()
            while self._idle:
                opened, connection = self._idle.pop()
                if opened == file:
                    return opened, connection
                connection.close()  # of a file that was deleted, or has another in its place
        return file, self._connect()

    def _file(self) -> _File:
        try:
            found = self.path.stat()
        except FileNotFoundError as error:
            raise StoreMissing(f"there is no store at {self.path}; `onrecord index` makes one") from error
        except OSError as error:
            raise StoreUnavailable(f"{self.path} cannot be opened: {error.strerror}") from error
        return found.st_dev, found.st_ino

    def _give_back(self, file: _File, connection: sqlite3.Connection) -> None:
        with self._lock:
            if not self._closed and self._process == os.getpid() and len(self._idle) < MOST_IDLE:
                self._idle.append((file, connection))
                return
        connection.close()

    def _connect(self) -> sqlite3.Connection:
        connection = connect(self.path)
        self._prepare(connection)
        return connection

    def close(self) -> None:
        """Close all idle connections, and those lent out once they come back."""
        with self._lock:
            self._closed = True
            while self._idle:
                self._idle.pop()[1].close()


def connect(path: Path, *, wait: float = BUSY_SECONDS) -> sqlite3.Connection:
    """A connection without automatic transactions, durable at every commit.

    Args:
        path: the database file, made empty when it is not there.
        wait: seconds to wait for a lock.
    """
    connection = sqlite3.connect(path, timeout=wait, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -32000")
        # Without it, renaming a table rewrites what refers to it: the live tables, while their successors wait.
        connection.execute("PRAGMA legacy_alter_table = ON")
    except BaseException:
        connection.close()
        raise
    return connection

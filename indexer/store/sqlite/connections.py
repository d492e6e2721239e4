"""Connections to one database file, each used by one thread at a time, and the translation of SQLite's errors.

A file that cannot be written to, by its permissions or on a read-only file system, is opened to be read alone. SQLite
needs to create files beside a database in WAL mode even to read it; where it cannot, and none are there, the database
is opened as immutable, and opened again whenever the file has changed.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from indexer.errors import StoreError, StoreIncompatible, StoreMissing, StoreUnavailable

BUSY_SECONDS = 10.0
"""How long a write waits for another to end before it gives up."""

MOST_IDLE = 8
"""Idle connections that are kept, each with up to 8 MB of pages; more are closed after use."""

_UNWRITABLE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite raises inside the block into a ``StoreError`` that names the file."""
    try:
        yield
    except sqlite3.Error as error:
        raise _translate(path, error) from error


def _translate(path: Path, error: sqlite3.Error) -> StoreError:
    match _code(error):
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreUnavailable(f"{path} is being written by another process; try again")
        case sqlite3.SQLITE_FULL:
            return StoreUnavailable(f"the disk that holds {path} is full")
        case sqlite3.SQLITE_CANTOPEN if not os.access(path, os.R_OK):
            return StoreUnavailable(f"{path} cannot be opened; is its folder there, and are you allowed to use it?")
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return StoreUnavailable(f"{path} or its folder is read-only here: it can be searched, not written to")
        case sqlite3.SQLITE_NOTADB:
            return StoreIncompatible(f"{path} is not an SQLite database")
        case sqlite3.SQLITE_CORRUPT:
            return StoreIncompatible(f"{path} is damaged ({error}); delete it and index again")
        case _:
            return StoreUnavailable(f"{path}: {error}")


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary code of an error, without what refines it; errors of the Python module have none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it is at a moment.

    Args:
        identity: device and inode, which tell it from another file of its name.
        content: its time of change and size, and the size of its log; an immutable connection holds for one content.
    """

    identity: tuple[int, int]
    content: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Opened:
    connection: sqlite3.Connection
    file: _File
    immutable: bool

    def valid(self, now: _File) -> bool:
        """Whether the connection still reads the file."""
        return self.file == now if self.immutable else self.file.identity == now.identity


class Connections:
    """As many connections as threads need at one time; idle ones are used again while the file is the same.

    Args:
        path: the database file.
        prepare: called with each new connection, to register functions.
    """

    def __init__(self, path: Path, prepare: Callable[[sqlite3.Connection], None]) -> None:
        self.path = path
        self._prepare = prepare
        self._idle: deque[_Opened] = deque()
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
        with translated(self.path), self._borrowed() as connection:
            connection.execute(begin)
            try:
                yield connection
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    @contextmanager
    def _borrowed(self) -> Iterator[sqlite3.Connection]:
        opened = self._take()
        try:
            yield opened.connection
            if opened.immutable and not opened.valid(self._file()):
                raise StoreUnavailable(f"{self.path} was written to while it was read; try again")
        except BaseException:
            # A failed COMMIT (a full disk, say) leaves its transaction open: the next user must not find it.
            opened.connection.close()
            raise
        self._give_back(opened)

    def _take(self) -> _Opened:
        now = self._file()
        with self._lock:
            if self._closed:
                raise StoreUnavailable(f"the store at {self.path} was closed")
            if self._process != os.getpid():
                # SQLite's connections do not survive a fork: the child leaves the parent's alone.
                self._idle, self._process = deque(), os.getpid()
            while self._idle:
                opened = self._idle.pop()
                if opened.valid(now):
                    return opened
                opened.connection.close()
        connection, immutable = connect(self.path)
        self._prepare(connection)
        return _Opened(connection, now, immutable)

    def _file(self) -> _File:
        try:
            found = self.path.stat()
        except FileNotFoundError as error:
            raise StoreMissing(f"there is no store at {self.path}; `onrecord index` creates one") from error
        except OSError as error:
            raise StoreUnavailable(f"{self.path} cannot be opened: {error.strerror}") from error
        content = (found.st_mtime_ns, found.st_size, _log_size(self.path))
        return _File((found.st_dev, found.st_ino), content)

    def _give_back(self, opened: _Opened) -> None:
        with self._lock:
            if not self._closed and self._process == os.getpid() and len(self._idle) < MOST_IDLE:
                self._idle.append(opened)
                return
        opened.connection.close()

    def close(self) -> None:
        """Close all idle connections, and those in use once they come back."""
        with self._lock:
            self._closed = True
            while self._idle:
                self._idle.pop().connection.close()


def connect(path: Path) -> tuple[sqlite3.Connection, bool]:
    """A connection to a database that is there, and whether it is immutable.

    Raises:
        StoreUnavailable: the database has changes in its log that SQLite cannot read here.
    """
    try:
        return _connect(str(path), read=True), False
    except sqlite3.OperationalError as error:
        if _code(error) not in _UNWRITABLE or not os.access(path, os.R_OK):
            raise
    if _log_size(path):
        raise StoreUnavailable(
            f"{path} was not closed, and its last changes cannot be read here as the folder is read-only: open it once "
            "where it can be written, by `onrecord status`"
        )
    return _connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, read=True), True


def create(path: Path, *, wait: float | None = None) -> sqlite3.Connection:
    """A connection to a file that is created if it is not there, for its owner alone: texts may be unpublished.

    Args:
        wait: seconds to wait for a lock, instead of ``BUSY_SECONDS``.
    """
    with suppress(OSError):  # SQLite says what is wrong
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    return _connect(str(path), wait=wait)


def _connect(database: str, *, wait: float | None = None, uri: bool = False, read: bool = False) -> sqlite3.Connection:
    """A connection without automatic transactions, durable at every commit.

    Args:
        read: read from the database, as it is opened no earlier.
    """
    timeout = BUSY_SECONDS if wait is None else wait
    connection = sqlite3.connect(database, timeout=timeout, isolation_level=None, check_same_thread=False, uri=uri)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -8000")
        # Without it, renaming a table rewrites what refers to it: the live tables, while their successors wait.
        connection.execute("PRAGMA legacy_alter_table = ON")
        if read:
            connection.execute("PRAGMA schema_version").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _log_size(path: Path) -> int:
    """Bytes of the write-ahead log beside a database."""
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size
    except OSError:
        return 0

"""A rebuild: who may write while it is running, and how one that died is recognised.

The store's fact ``rebuilding`` says that a rebuild began. While its process is alive it holds a lock on a file beside
the database, which the operating system releases when the process ends, however it ends.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from indexer.errors import StoreUnavailable
from indexer.query import StoredArticle
from indexer.store import decided
from indexer.store.base import Writer, Written
from indexer.store.sqlite import decisions, schema, vectors, writing
from indexer.store.sqlite.connections import Connections, create, translated
from indexer.store.vectors import Vectors

BUSY = "a rebuild of this store is running and nothing was written; try again when it has ended"

START_SECONDS = 2.0
"""How long a rebuild waits for the lock: longer than another process takes to test whether it is held."""


def refuse_while_rebuilding(connection: sqlite3.Connection, path: Path) -> None:
    """Raise StoreUnavailable while a rebuild is running; to be called inside a writing transaction.

    A rebuild begins with a write of its own, so none can begin between this call and the caller's commit.
    """
    if schema.meta(connection, "rebuilding") is not None and _Lock.held_elsewhere(path):
        raise StoreUnavailable(BUSY)


class Rebuild(Writer):
    """The writer of one rebuild: ``finish`` swaps its tables in, ``discard`` drops them."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._token = uuid.uuid4().hex
        self._lock = _Lock(connections.path)
        try:
            with connections.writing() as connection:
                schema.drop_tables(connection, schema.NEXT)
                schema.create_tables(connection, schema.NEXT)
                schema.set_meta(connection, "rebuilding", self._token)
        except BaseException:
            self._lock.release()
            raise

    def replace(self, batch: Sequence[StoredArticle]) -> Written:
        """See ``Writer.replace``; what is written is found once the rebuild has ended."""
        made = Vectors()
        with self._connections.reading() as connection:
            semantic = vectors.is_semantic(connection)
            applied = decided.apply(batch, decisions.decisions(connection))
            batch = applied.batch
        for stored in batch if semantic else ():
            made.compute(stored)
        with self._connections.writing() as connection:
            self._check(connection)
            own = made if vectors.is_semantic(connection) else None
            return applied.outcome(writing.replace(connection, batch, schema.NEXT, own))

    def flush(self) -> None:
        """Nothing to do: each batch was committed."""

    def finish(self) -> None:
        """Put the fresh tables in place of the live ones, in one transaction."""
        try:
            with self._connections.writing() as connection:
                self._check(connection)
                schema.swap(connection)
                schema.set_meta(connection, "rebuilding", None)
        finally:
            self.abandon()

    def discard(self) -> None:
        """Drop the fresh tables; the live ones stay as they are."""
        if not self._lock.held:
            return
        try:
            with self._connections.writing() as connection:
                if schema.meta(connection, "rebuilding") == self._token:
                    schema.drop_tables(connection, schema.NEXT)
                    schema.set_meta(connection, "rebuilding", None)
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Let others write; the fresh tables stay until the next rebuild drops them."""
        self._lock.release()

    def _check(self, connection: sqlite3.Connection) -> None:
        if not self._lock.held or schema.meta(connection, "rebuilding") != self._token:
            raise StoreUnavailable("this rebuild has ended")


class _Lock:
    """An exclusive lock on ``PATH-rebuild``, a file that stays empty."""

    def __init__(self, path: Path) -> None:
        with translated(path):
            try:
                self._connection = _locked(_beside(path), wait=START_SECONDS)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                    raise StoreUnavailable(BUSY) from error
                raise
        self.held = True

    def release(self) -> None:
        if self.held:
            self.held = False
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            self._connection.close()

    @staticmethod
    def held_elsewhere(path: Path) -> bool:
        """Whether some process, this one included, holds the lock."""
        if not _beside(path).exists():
            return False
        try:
            _locked(_beside(path), wait=0.0).close()
        except sqlite3.OperationalError:
            return True
        return False


def _locked(path: Path, *, wait: float) -> sqlite3.Connection:
    connection = create(path, wait=wait)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except BaseException:
        connection.close()
        raise
    return connection


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}-rebuild")

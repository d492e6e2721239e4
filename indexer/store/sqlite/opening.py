"""A store opened in its file, or created there."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from indexer.errors import StoreIncompatible, StoreMissing
from indexer.store.sqlite import connections, schema
from indexer.store.sqlite.connections import translated

_ATTEMPTS = 50
_PAUSE_SECONDS = 0.02


def open_or_create(path: Path, *, create: bool) -> None:
    """Make sure that there is a store.

    Args:
        create: create it when it is not there; it must then be writable if it is.

    Raises:
        StoreMissing: there is none, and ``create`` is False.
        StoreIncompatible: the file holds something else, or a store of a version of onrecord that cannot be read.
        StoreUnavailable: the file cannot be opened or created.
    """
    if not create and not path.is_file():
        raise StoreMissing(f"there is no store at {path}; `onrecord index` creates one")
    with translated(path), closing(connections.create(path) if create else connections.connect(path)[0]) as connection:
        if not _is_ours(connection, path):
            if not create:
                raise StoreMissing(f"{path} is empty; `onrecord index` creates a store in it")
            _create(connection, path)


def _is_ours(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the file holds a store that this version reads; False when it is empty."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application == schema.APPLICATION_ID:
        if schema.version(connection) not in {schema.SCHEMA, *schema.OLDER}:
            raise StoreIncompatible(f"{path} was made by another version of onrecord; index into a new store")
        return True
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise StoreIncompatible(f"{path} is a database of another program; give the store a file of its own")
    return False


def _create(connection: sqlite3.Connection, path: Path) -> None:
    _use_write_ahead_log(connection)
    connection.execute("BEGIN IMMEDIATE")
    if not _is_ours(connection, path):
        schema.create(connection)
    connection.execute("COMMIT")


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Let readers and the writer of this file work at the same time, from now on.

    SQLite needs exclusive use of the file for this change and does not wait for it, so it may fail at first when two
    processes create one store at the same moment.
    """
    for attempt in range(_ATTEMPTS):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if attempt == _ATTEMPTS - 1:
                raise
            time.sleep(_PAUSE_SECONDS)

"""A store found in its file, or made there."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from indexer.errors import StoreIncompatible, StoreMissing
from indexer.store.sqlite import schema
from indexer.store.sqlite.connections import connect, translated

_ATTEMPTS = 50
_PAUSE_SECONDS = 0.02


def find(path: Path, *, create: bool) -> None:
    """Make sure that there is a store.

    Args:
        create: make it when it is not there.

    Raises:
        StoreMissing: there is none, and none was to be made.
        StoreIncompatible: the file holds something else, or a store of another version of onrecord.
        StoreUnavailable: the file can be neither opened nor made.
    """
    if not create and not path.is_file():
        raise StoreMissing(f"there is no store at {path}; `onrecord index` makes one")
    with translated(path), closing(connect(path)) as connection:
        if not _is_ours(connection, path):
            if not create:
                raise StoreMissing(f"{path} is empty; `onrecord index` makes a store of it")
            _create(connection, path)


def _is_ours(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the file holds a store that this version reads; False when it holds nothing yet."""
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
    """Let readers and the writer go on side by side, in this file from now on.

    The change needs the file for itself and does not wait for it, so two processes that make one store at the
    same moment may meet here.
    """
    for attempt in range(_ATTEMPTS):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if attempt == _ATTEMPTS - 1:
                raise
            time.sleep(_PAUSE_SECONDS)

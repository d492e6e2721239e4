"""What is asked of a store in a file: a word that its articles hold, and whether its index is whole."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from indexer.query import AllOf, Query, Words
from indexer.store.sqlite import schema

FERRY = Query(AllOf((Words(("ferri",)),)), size=100)


def sound(path: Path) -> bool:
    """Whether SQLite and FTS5 find nothing wrong, and nothing is left of what is gone."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for table in schema.SEARCHES:
            connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        counts = {
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()
            for table in ("quotes", "records", "contents", "words")
        }
        left = connection.execute("SELECT count(*) FROM sqlite_master WHERE name GLOB '*_next*'").fetchone()[0]
        return connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok" and len(counts) == 1 and not left
    finally:
        connection.close()

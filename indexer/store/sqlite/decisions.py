"""What people decided: a table that no rebuild replaces."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from indexer.errors import StoreUnavailable
from indexer.identity.decisions import Decision, decision_from, decision_value

_TABLE = "CREATE TABLE IF NOT EXISTS decisions (number INTEGER PRIMARY KEY, record TEXT NOT NULL)"


def decisions(connection: sqlite3.Connection) -> tuple[Decision, ...]:
    """See ``indexer.store.base.Store.decisions``."""
    # The table comes with the first decision: stores of older versions lack it, and most stores never need it.
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'decisions'").fetchone() is None:
        return ()
    rows = connection.execute("SELECT record FROM decisions ORDER BY number")
    return tuple(decision_from(json.loads(record)) for (record,) in rows)


def decide(connection: sqlite3.Connection, made: Sequence[Decision]) -> None:
    """See ``indexer.store.base.Store.decide``."""
    connection.execute(_TABLE)
    rows = [(one.number, json.dumps(decision_value(one), separators=(",", ":"))) for one in made]
    try:
        connection.executemany("INSERT INTO decisions (number, record) VALUES (?, ?)", rows)
    except sqlite3.IntegrityError as error:
        raise StoreUnavailable("somebody else decided at the same time; nothing was stored, try again") from error

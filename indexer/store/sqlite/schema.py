"""The tables of the SQLite engine: created, swapped and dropped, inside a transaction of the caller's."""

from __future__ import annotations

import sqlite3
import uuid
from contextlib import closing
from functools import cache
from importlib.resources import files

from indexer.store import version as versions
from indexer.text import ANALYSIS

APPLICATION_ID = 0x6F6E7263
"""Marks a database file as onrecord's ("onrc"), in the header field that SQLite has for this."""

SCHEMA = 8
"""The version of ``mappings/quotes.sql``, stored in the database's ``user_version``."""

OLDER = frozenset({1, 2, 3, 4, 5, 6, 7})
"""Earlier versions whose articles and records can be read; a rebuild brings such a store up to date."""

SEARCHES = {
    "content_search": ("content_words", "content_stems"),
    "quoted_search": ("quoted_words", "quoted_stems"),
    "context_search": ("context_words", "context_stems"),
    "source_search": ("name_words", "printed_words", "outlet_words"),
}
"""The FTS5 tables, with their columns."""


def content_table(search: str) -> str:
    """The table with the words of an FTS5 table."""
    return "contents" if search == "content_search" else "words"


LINKED = ("unlinked", "wordings", "set_aside", "wording_keys", "links")
"""The tables of links between quotes that report the same words."""

TABLES = (
    "articles",
    "quotes",
    "records",
    "vectors",
    "contents",
    "words",
    *SEARCHES,
    "sentence_search",
    "terms",
    "people",
    *LINKED,
)

NEXT = "_next"


@cache
def statements(suffix: str) -> tuple[str, ...]:
    """The statements that create all tables, with names that end in ``suffix``."""
    script = files("mappings").joinpath("quotes.sql").read_text(encoding="utf-8").replace("{next}", suffix)
    return tuple(statement for statement in script.split(";") if statement.strip())


@cache
def columns_of(table: str) -> tuple[str, ...]:
    """The columns of a table, as ``mappings/quotes.sql`` declares them."""
    with closing(sqlite3.connect(":memory:")) as scratch:
        for statement in statements(""):
            scratch.execute(statement)
        return tuple(name for _, name, *_ in scratch.execute(f"PRAGMA table_info({table})"))


def create(connection: sqlite3.Connection) -> None:
    """Create an empty store of the current analysis."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA}")
    connection.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
    create_tables(connection, "")
    set_meta(connection, "analysis", ANALYSIS)
    touch(connection)


def create_tables(connection: sqlite3.Connection, suffix: str) -> None:
    """Create the tables with names that end in ``suffix``."""
    for statement in statements(suffix):
        connection.execute(statement)


def drop_tables(connection: sqlite3.Connection, suffix: str) -> None:
    """Drop those of these tables that are there."""
    for table in TABLES:
        connection.execute(f"DROP TABLE IF EXISTS {table}{suffix}")


def swap(connection: sqlite3.Connection) -> None:
    """Put the ``_next`` tables in place of the live ones; the store then has the current analysis."""
    drop_tables(connection, "")
    for table in TABLES:
        connection.execute(f"ALTER TABLE {table}{NEXT} RENAME TO {table}")
    connection.execute(f"PRAGMA user_version = {SCHEMA}")
    set_meta(connection, "analysis", ANALYSIS)
    set_meta(connection, "people", None)
    touch(connection)


def version(connection: sqlite3.Connection) -> int:
    """The version of the store's tables; see ``SCHEMA``."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def outdated(connection: sqlite3.Connection) -> str | None:
    """Why searches are refused until a rebuild, if they are."""
    return versions.outdated(meta(connection, "analysis") or "", version(connection), SCHEMA)


def refuse_outdated(connection: sqlite3.Connection) -> None:
    """Raise StoreOutdated for a store that another version wrote."""
    versions.refuse_outdated(meta(connection, "analysis") or "", version(connection), SCHEMA)


def meta(connection: sqlite3.Connection, key: str) -> str | None:
    """A fact of the store: ``analysis``, ``generation``, ``semantic`` (if vectors are stored), ``people`` (which
    pass changed them last) or ``rebuilding`` (while
    a rebuild is running)."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else None


def set_meta(connection: sqlite3.Connection, key: str, value: str | None) -> None:
    """Store a fact; None removes it."""
    if value is None:
        connection.execute("DELETE FROM meta WHERE key = ?", (key,))
    else:
        connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))


def touch(connection: sqlite3.Connection) -> None:
    """Begin another generation, which invalidates what was read before."""
    set_meta(connection, "generation", uuid.uuid4().hex)

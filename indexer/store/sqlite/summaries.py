"""What the whole store holds, in numbers."""

from __future__ import annotations

import sqlite3

from indexer.query import Counts
from indexer.store.sqlite.schema import meta, outdated
from indexer.store.sqlite.sql.columns import day


def counts(connection: sqlite3.Connection) -> Counts:
    """See ``indexer.store.base.Store.counts``."""
    articles, outlets = connection.execute("SELECT count(*), count(DISTINCT outlet) FROM articles").fetchone()
    quotes, speaker_ids, earliest, latest = connection.execute(
        "SELECT count(*), count(DISTINCT speaker_id), min(when_from), max(when_to) FROM quotes"
    ).fetchone()
    return Counts(
        articles=articles,
        quotes=quotes,
        speakers=speaker_ids,
        outlets=outlets,
        earliest=day(earliest),
        latest=day(latest),
        generation=meta(connection, "generation") or "",
        analysis=meta(connection, "analysis") or "",
        semantic=meta(connection, "semantic") is not None,
        vectors=_vectors(connection),
        outdated=outdated(connection),
        set_aside=_set_aside(connection),
        undated=connection.execute("SELECT count(*) FROM articles WHERE published IS NULL").fetchone()[0],
        without_outlet=connection.execute("SELECT count(*) FROM articles WHERE outlet IS NULL").fetchone()[0],
        languages=_by_fact(connection, "$.language"),
        readers=_by_fact(connection, "$.provenance.reader"),
        extractors=_by_fact(connection, "$.provenance.extractor"),
    )


def _by_fact(connection: sqlite3.Connection, path: str) -> dict[str, int]:
    """How many articles there are by one of their facts; those without it are left out."""
    rows = connection.execute("SELECT json_extract(facts, ?), count(*) FROM articles GROUP BY 1", (path,))
    return {value: count for value, count in rows if value is not None}


def _vectors(connection: sqlite3.Connection) -> int:
    """How many quotes have a vector."""
    if not _has_table(connection, "vectors"):
        return 0
    return int(connection.execute("SELECT count(*) FROM vectors").fetchone()[0])


def _set_aside(connection: sqlite3.Connection) -> dict[str, int]:
    """How many quotes cannot be compared with others, by the reason."""
    if not _has_table(connection, "set_aside"):
        return {}
    rows = connection.execute(
        "SELECT s.reason, count(*) FROM set_aside AS s CROSS JOIN wordings AS w ON w.number = s.wording"
        " CROSS JOIN quotes AS q ON q.mark = w.mark GROUP BY 1"
    )
    return dict(rows.fetchall())


def _has_table(connection: sqlite3.Connection, name: str) -> bool:
    """Whether there is a table, which a store of an older version may lack."""
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (name,)).fetchone() is not None

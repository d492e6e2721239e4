"""Words that are spelled nearly like one, from the store's own table of stems."""

from __future__ import annotations

import sqlite3

from indexer.store import spellings as ranked
from indexer.store.sqlite.sql.columns import storable
from indexer.store.sqlite.sql.expressions import quoted


def spellings(connection: sqlite3.Connection, stem: str, size: int) -> tuple[str, ...]:
    """See ``indexer.store.base.Store.spellings``."""
    stem = storable(stem)
    most = ranked.most_changed(stem)
    if not most:
        return ()
    known = connection.execute(
        "SELECT stem, quotes FROM terms WHERE stem >= ? AND stem < ? AND length(stem) BETWEEN ? AND ?",
        (stem[:1], chr(ord(stem[0]) + 1), len(stem) - most, len(stem) + most),
    )
    words = (_word(connection, other) for other in ranked.nearest(stem, known, size))
    return tuple(dict.fromkeys(word for word in words if word is not None))


def _word(connection: sqlite3.Connection, stem: str) -> str | None:
    """A word of a quote that has a stem."""
    row = connection.execute(
        "SELECT content_words, content_stems FROM contents WHERE number ="
        " (SELECT rowid FROM content_search WHERE content_search MATCH ? LIMIT 1)",
        (f"content_stems : {quoted((stem,))}",),
    ).fetchone()
    return ranked.word_with(stem, *row) if row else None

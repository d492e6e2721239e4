"""Articles with their quotes: one by its id, or the next in order of ids."""

from __future__ import annotations

import json
import sqlite3
from functools import partial

from indexer.query import StoredArticle
from indexer.store import json_values, set_aside
from indexer.store.sqlite.reading import person_columns, read_quote
from indexer.store.sqlite.sql.columns import storable


def article(connection: sqlite3.Connection, article_id: str) -> StoredArticle | None:
    """See ``indexer.store.base.Store.article``."""
    return _read(connection, "id = ?", storable(article_id))


def next_article(connection: sqlite3.Connection, last: str | None) -> StoredArticle | None:
    """The article whose id comes after ``last``; the first of all for None."""
    if last is None:
        return _read(connection, "1 ORDER BY id LIMIT 1")
    return _read(connection, "id > ? ORDER BY id LIMIT 1", last)


def _read(connection: sqlite3.Connection, test: str, *parameters: str) -> StoredArticle | None:
    row = connection.execute(f"SELECT number, facts, body FROM articles WHERE {test}", parameters).fetchone()
    if row is None:
        return None
    quotes = connection.execute(
        f"SELECT q.id, r.record, {person_columns(connection)} FROM quotes AS q JOIN records AS r ON r.number = q.number"
        " WHERE q.article = ? ORDER BY q.position",
        (row[0],),
    )
    article = json_values.article_from(json.loads(row[1]), json.loads(row[2]))
    read = (set_aside.shown(quote_id, partial(read_quote, *rest)) for quote_id, *rest in quotes)
    return StoredArticle(article, tuple(quote for quote in read if quote is not None))

"""Articles written and deleted, inside a transaction of the caller's."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from indexer.query import StoredArticle
from indexer.store import stored_fields
from indexer.store.base import Written
from indexer.store.sqlite import linking, vectors
from indexer.store.sqlite.frequencies import Tally
from indexer.store.sqlite.schema import SEARCHES, columns_of, content_table
from indexer.store.sqlite.sql.columns import stored_hash
from indexer.store.vectors import Vectors

REFUSALS = (sqlite3.IntegrityError, sqlite3.DataError, OverflowError, UnicodeError)
"""What SQLite raises for the values of one article; the others of the batch can still be stored."""


def replace(
    connection: sqlite3.Connection, batch: Sequence[StoredArticle], suffix: str, vectors_of: Vectors | None = None
) -> Written:
    """See ``indexer.store.base.Writer.replace``.

    Args:
        suffix: the end of the names of the tables that are written to.
        vectors_of: computes the vectors of quotes, where these are stored.
    """
    added: list[str] = []
    changed: list[str] = []
    unchanged: list[str] = []
    failed: list[tuple[str, str]] = []
    tally = Tally()
    for stored in batch:
        article_id = stored.article.id
        connection.execute("SAVEPOINT article")
        try:
            own = Tally()
            outcome = _replace_one(connection, stored, suffix, own, vectors_of)
        except REFUSALS as error:
            connection.execute("ROLLBACK TO article")
            failed.append((article_id, str(error)))
        else:
            {"added": added, "changed": changed, "unchanged": unchanged}[outcome].append(article_id)
            tally.add(own)
        connection.execute("RELEASE article")
    tally.write(connection, suffix)
    linking.regroup_after_removal(connection, tally.marks)
    return Written(tuple(added), tuple(changed), tuple(unchanged), tuple(failed))


def delete(connection: sqlite3.Connection, article_ids: Sequence[str]) -> tuple[str, ...]:
    """Delete articles with their quotes from the live tables; gives the ids of those that were there."""
    gone = []
    tally = Tally()
    for article_id in dict.fromkeys(article_ids):
        row = _stored(connection, article_id, "")
        if row is not None:
            _remove(connection, row[0], "", tally)
            gone.append(article_id)
    tally.write(connection, "")
    linking.regroup_after_removal(connection, tally.marks)
    return tuple(gone)


def changed(connection: sqlite3.Connection, batch: Sequence[StoredArticle]) -> list[StoredArticle]:
    """The articles of a batch that are not in the store, or not the same."""
    known = ((stored, _stored(connection, stored.article.id, "")) for stored in batch)
    return [stored for stored, row in known if row is None or row[1] != stored_fields.fingerprint(stored)]


def _replace_one(
    connection: sqlite3.Connection, stored: StoredArticle, suffix: str, tally: Tally, vectors_of: Vectors | None
) -> str:
    fields = stored_fields.article_fields(stored)
    before = _stored(connection, stored.article.id, suffix)
    if before is not None and before[1] == fields["fingerprint"]:
        return "unchanged"
    if before is not None:
        _remove(connection, before[0], suffix, tally)
    number = _insert(
        connection,
        f"articles{suffix}",
        {
            "id": fields["id"],
            "fingerprint": fields["fingerprint"],
            "outlet": fields["outlet"],
            "outlet_words": fields["outlet_words"],
            "published": fields["published"],
            "quotes": len(fields["quote_ids"]),
            "places": _json(fields["sentence_places"]),
            "facts": _json(fields["facts"]),
            "body": _json(fields["body"]),
            "mentions": _json(fields["mentions"]),
            "meant": "{}",
        },
    )
    _insert(connection, f"sentence_search{suffix}", {"rowid": number, "stems": fields["sentence_stems"]})
    tally.sentences(fields["sentence_stems"], 1)
    for position, quote in enumerate(stored_fields.in_order(stored.quotes)):
        quote_fields = stored_fields.quote_fields(quote, stored.article)
        row = _insert_quote(connection, quote_fields, number, position, suffix)
        vector = vectors_of.of(quote, stored.article) if vectors_of is not None else None
        if vector is not None:
            vectors.insert(connection, suffix, row, vector)
        tally.quote(quote_fields["content_stems"], 1)
    return "changed" if before is not None else "added"


def _stored(connection: sqlite3.Connection, article_id: str, suffix: str) -> tuple[int, str] | None:
    """The number and the fingerprint of an article, if it is stored."""
    statement = f"SELECT number, fingerprint FROM articles{suffix} WHERE id = ?"
    try:
        row = connection.execute(statement, (article_id,)).fetchone()
    except UnicodeEncodeError:
        return None  # an id with half a surrogate pair was never stored
    return (row[0], row[1]) if row else None


def _insert_quote(
    connection: sqlite3.Connection, fields: stored_fields.Fields, article: int, position: int, suffix: str
) -> int:
    narrow = {column: fields[column] for column in columns_of("quotes") if column in fields}
    hashes = {column: stored_hash(fields[column]) for column in ("fingerprint", "mark")}
    number = _insert(connection, f"quotes{suffix}", {**narrow, **hashes, "article": article, "position": position})
    if hashes["mark"] is not None:
        _insert(connection, f"unlinked{suffix}", {"number": number})
    _insert(connection, f"records{suffix}", {"number": number, "record": _json(fields["record"])})
    content = {"number": number, "fingerprint": hashes["fingerprint"]}
    rows: dict[str, dict[str, Any]] = {"contents": content, "words": {"number": number}}
    for table, columns in SEARCHES.items():
        words = {column: fields[column] for column in columns}
        rows[content_table(table)].update(words)
        _insert(connection, f"{table}{suffix}", {"rowid": number, **words})
    for table, row in rows.items():
        _insert(connection, f"{table}{suffix}", row)
    return number


def _remove(connection: sqlite3.Connection, article: int, suffix: str, tally: Tally) -> None:
    of_article = f"(SELECT number FROM quotes{suffix} WHERE article = ?)"
    tally.marks |= linking.marks_of(connection, article, suffix)
    for (stems,) in connection.execute(
        f"SELECT content_stems FROM contents{suffix} WHERE number IN {of_article}", (article,)
    ):
        tally.quote(stems, -1)
    for (stems,) in connection.execute(f"SELECT stems FROM sentence_search{suffix} WHERE rowid = ?", (article,)):
        tally.sentences(stems, -1)
    connection.execute(f"DELETE FROM sentence_search{suffix} WHERE rowid = ?", (article,))
    for table, columns in SEARCHES.items():
        named = ", ".join(columns)
        # FTS5 with external content keeps no copy of the words, and must be told those of a row that is deleted.
        connection.execute(
            f"INSERT INTO {table}{suffix} ({table}{suffix}, rowid, {named})"
            f" SELECT 'delete', number, {named} FROM {content_table(table)}{suffix} WHERE number IN {of_article}",
            (article,),
        )
    for table in ("records", "vectors", "contents", "words", "unlinked", "quotes"):
        connection.execute(f"DELETE FROM {table}{suffix} WHERE number IN {of_article}", (article,))
    connection.execute(f"DELETE FROM articles{suffix} WHERE number = ?", (article,))


def _insert(connection: sqlite3.Connection, table: str, row: dict[str, Any]) -> int:
    places = ", ".join("?" * len(row))
    statement = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})"
    number = connection.execute(statement, tuple(row.values())).lastrowid
    assert number is not None
    return number


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

"""The people of the archive: what articles tell of their speakers, whom these are, and the records made of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from indexer.identity.assigned import Assigned, NamedArticle
from indexer.identity.mentions import mention_from
from indexer.identity.people import Person, person_from, person_value
from indexer.store.sqlite.linking import rows_among
from indexer.store.sqlite.sql.columns import day, storable


def named(connection: sqlite3.Connection) -> Iterator[NamedArticle]:
    """See ``indexer.store.base.Store.named``."""
    rows = connection.execute(
        "SELECT id, fingerprint, outlet, published, mentions, meant FROM articles WHERE mentions <> '[]' ORDER BY id"
    )
    for article, fingerprint, outlet, published, mentions, meant in rows:
        read = (mention_from(value, article, outlet, day(published)) for value in json.loads(mentions))
        known = {key: (person, bool(probable)) for key, (person, probable) in json.loads(meant).items()}
        yield NamedArticle(article, fingerprint, tuple(read), known)


def write(
    connection: sqlite3.Connection, assigned: Sequence[Assigned], changed: Iterable[Person], gone: Iterable[str]
) -> int:
    """See ``indexer.store.base.Store.write_people``; gives the number of articles that were changed."""
    written = 0
    for each in assigned:
        # An article that was replaced since it was read is left to the next pass.
        updated = connection.execute(
            "UPDATE articles SET meant = ? WHERE id = ? AND fingerprint = ?",
            (json.dumps(each.meant, separators=(",", ":")), each.article.id, each.article.fingerprint),
        )
        if updated.rowcount:
            written += 1
            connection.executemany(
                "UPDATE quotes SET speaker_id = ?, speaker_probable = ? WHERE id = ?",
                [(storable(person), int(probable), quote) for quote, (person, probable) in each.by_quote().items()],
            )
    connection.executemany("DELETE FROM people WHERE id = ?", [(storable(ident),) for ident in gone])
    connection.executemany(
        "INSERT OR REPLACE INTO people (id, record) VALUES (?, ?)",
        [(storable(one.id), json.dumps(person_value(one), separators=(",", ":"))) for one in changed],
    )
    return written


def people(connection: sqlite3.Connection) -> Iterator[Person]:
    """See ``indexer.store.base.Store.people``."""
    for (record,) in connection.execute("SELECT record FROM people ORDER BY id"):
        yield person_from(json.loads(record))


def persons(connection: sqlite3.Connection, idents: Sequence[str]) -> dict[str, Person]:
    """See ``indexer.store.base.Store.persons``."""
    statement = "SELECT record FROM people WHERE id IN ({})"
    rows = rows_among(connection, statement, list(dict.fromkeys(map(storable, idents))))
    found = (person_from(json.loads(record)) for (record,) in rows)
    return {one.id: one for one in found}

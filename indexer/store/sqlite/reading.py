"""Quotes with their articles by the numbers of their rows, or one by its id."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from indexer.model import Quote
from indexer.printed import Candidate
from indexer.query import Hit
from indexer.store import json_values
from indexer.store.sqlite.sql.columns import storable


def quote(connection: sqlite3.Connection, quote_id: str) -> Hit | None:
    """See ``indexer.store.base.Store.quote``."""
    row = connection.execute("SELECT number FROM quotes WHERE id = ?", (storable(quote_id),)).fetchone()
    return read_hits(connection, row)[row[0]] if row else None


def read_hits(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, Hit]:
    """The quotes of these numbers with their articles, without highlights."""
    places = ", ".join("?" * len(numbers))
    rows = connection.execute(
        "SELECT q.number, r.record, a.facts FROM quotes AS q JOIN records AS r ON r.number = q.number"
        f" JOIN articles AS a ON a.number = q.article WHERE q.number IN ({places})",
        tuple(numbers),
    )
    return {
        number: Hit(read_quote(record), json_values.article_from(json.loads(facts))) for number, record, facts in rows
    }


def read_candidates(connection: sqlite3.Connection, numbers: Sequence[int]) -> tuple[Candidate, ...]:
    """The wordings of these numbers, in their order."""
    places = ", ".join("?" * len(numbers))
    rows = connection.execute(
        "SELECT q.number, q.id, r.record, q.fingerprint, a.facts FROM quotes AS q"
        " JOIN records AS r ON r.number = q.number JOIN articles AS a ON a.number = q.article"
        f" WHERE q.number IN ({places})",
        tuple(numbers),
    )
    held = {
        number: Candidate(ident, json_values.text_from(json.loads(record)), mark.hex(), json.loads(facts)["language"])
        for number, ident, record, mark, facts in rows
    }
    return tuple(held[number] for number in numbers)


def read_quote(record: str) -> Quote:
    """The quote of a row of ``records``."""
    return json_values.quote_from(json.loads(record))

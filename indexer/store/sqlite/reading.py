"""Quotes with their articles, by the numbers of their rows or by id."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from functools import partial

from indexer.identity.assigned import attributed_to
from indexer.model import Quote
from indexer.printed import Candidate
from indexer.query import Hit
from indexer.store import json_values, set_aside
from indexer.store.sqlite import schema
from indexer.store.sqlite.sql.columns import storable

PEOPLE_SINCE = 7
"""The version of the tables from which on they have people."""


def quote(connection: sqlite3.Connection, quote_id: str) -> Hit | None:
    """See ``indexer.store.base.Store.quote``."""
    row = connection.execute("SELECT number FROM quotes WHERE id = ?", (storable(quote_id),)).fetchone()
    return read_hits(connection, row).get(row[0]) if row else None


def read_hits(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, Hit]:
    """The quotes with these numbers and their articles, without highlights; those that cannot be read are left out."""
    places = ", ".join("?" * len(numbers))
    rows = connection.execute(
        f"SELECT q.number, q.id, r.record, a.facts, {person_columns(connection)}"
        " FROM quotes AS q JOIN records AS r ON r.number = q.number"
        f" JOIN articles AS a ON a.number = q.article WHERE q.number IN ({places})",
        tuple(numbers),
    )
    found = ((number, set_aside.shown(ident, partial(_hit, *rest))) for number, ident, *rest in rows)
    return {number: hit for number, hit in found if hit is not None}


def read_candidates(connection: sqlite3.Connection, numbers: Sequence[int]) -> tuple[Candidate, ...]:
    """The wordings of the quotes with these numbers, in this order; those that cannot be read are left out."""
    places = ", ".join("?" * len(numbers))
    rows = connection.execute(
        "SELECT q.number, q.id, r.record, q.fingerprint, a.facts FROM quotes AS q"
        " JOIN records AS r ON r.number = q.number JOIN articles AS a ON a.number = q.article"
        f" WHERE q.number IN ({places})",
        tuple(numbers),
    )
    read = {number: set_aside.shown(quote_id, partial(_candidate, quote_id, *rest)) for number, quote_id, *rest in rows}
    return tuple(candidate for number in numbers if (candidate := read[number]) is not None)


def person_columns(connection: sqlite3.Connection) -> str:
    """Whom the row ``q`` of ``quotes`` is attributed to: a person, and whether it is only probable."""
    # A store of an older version lacks the second, and its ids are those of names.
    return "q.speaker_id, q.speaker_probable" if schema.version(connection) >= PEOPLE_SINCE else "NULL, 0"


def read_quote(record: str, person: str | None, probable: int) -> Quote:
    """The quote of a row of ``records``, with the person of the archive whom its speaker stands for."""
    return attributed_to(json_values.quote_from(json.loads(record)), person, bool(probable))


def _hit(record: str, facts: str, person: str | None, probable: int) -> Hit:
    return Hit(read_quote(record, person, probable), json_values.article_from(json.loads(facts)))


def _candidate(quote_id: str, record: str, fingerprint: bytes, facts: str) -> Candidate:
    text = json_values.text_from(json.loads(record))
    return Candidate(quote_id, text, fingerprint.hex(), json.loads(facts)["language"])

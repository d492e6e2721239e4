"""Quotes and sentences that share a wording's rarer words, inside one transaction of the caller's."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence

from indexer.printed import Passage
from indexer.query import AllOf, Hit, Where
from indexer.store import passages, records
from indexer.store.sqlite.conditions import of_articles, of_quotes
from indexer.store.sqlite.expressions import quoted
from indexer.store.sqlite.frequencies import MOST_PLACES, Of, frequencies, rarest
from indexer.store.sqlite.searching import read_hits

LONGEST_PHRASE = 64
"""Words of a wording that is looked for as a whole: a longer one is found by its rarer words."""

MOST_ALIKE = 20
"""Rows looked through for each one to be given, as most may print the same words."""


def candidates(connection: sqlite3.Connection, stems: Sequence[str], condition: AllOf, size: int) -> tuple[Hit, ...]:
    """See ``indexer.store.base.Store.candidates``."""
    rest = of_quotes(condition, Where.CONTENT)
    numbers: dict[bytes, int] = {}
    for match, order in _asked(connection, stems, Of.QUOTES, "content_search", "content_stems"):
        rows = connection.execute(
            # CROSS JOIN keeps the order: the words first, then the rows they lead to.
            "SELECT q.fingerprint, q.number FROM content_search CROSS JOIN quotes AS q"
            " ON q.number = content_search.rowid WHERE content_search MATCH ? AND"
            f" {rest.text} {order} LIMIT ?",
            (match, *rest.parameters, size * MOST_ALIKE),
        )
        for fingerprint, number in rows:
            if len(numbers) >= size:
                break
            numbers.setdefault(fingerprint, number)
    chosen = list(numbers.values())[:size]
    held = read_hits(connection, chosen)
    return tuple(held[number] for number in chosen)


def sentences(connection: sqlite3.Connection, stems: Sequence[str], condition: AllOf, size: int) -> tuple[Passage, ...]:
    """See ``indexer.store.base.Store.sentences``."""
    rest = of_articles(condition)
    numbers: dict[int, None] = {}
    for match, order in _asked(connection, stems, Of.ARTICLES, "sentence_search", "stems"):
        rows = connection.execute(
            "SELECT a.number FROM sentence_search CROSS JOIN articles AS a ON a.number = sentence_search.rowid"
            f" WHERE sentence_search MATCH ? AND {rest.text} {order} LIMIT ?",
            (match, *rest.parameters, passages.ARTICLES_AT_ONCE),
        )
        numbers |= dict.fromkeys(number for (number,) in rows)
    chosen = list(numbers)[: passages.ARTICLES_AT_ONCE]
    places = ", ".join("?" * len(chosen))
    found = connection.execute(f"SELECT facts, body, places FROM articles WHERE number IN ({places})", chosen)
    read = ((records.article_from(json.loads(facts), json.loads(body)), json.loads(at)) for facts, body, at in found)
    return passages.best(read, stems, size)


def _asked(
    connection: sqlite3.Connection, stems: Sequence[str], of: Of, table: str, column: str
) -> Iterator[tuple[str, str]]:
    """FTS5 expressions to be asked one after the other, each with the order of its rows.

    The whole wording comes first. To rank, FTS5 counts all places of what it was asked, so what is too frequent
    for that comes in the order of the table.
    """
    found = frequencies(connection, stems, of)
    ranked = f"ORDER BY {table}.rank"
    if stems and len(stems) <= LONGEST_PHRASE and len(found) == len(set(stems)):
        yield f"{column} : {quoted(tuple(stems))}", ranked if min(found.values()) <= MOST_PLACES else ""
    chosen = rarest(found)
    if chosen:
        yield " OR ".join(f"{column} : {quoted((stem,))}" for stem in chosen), ranked

"""The rows of a page in the order of the search, and where the next page begins."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from indexer.errors import Invalid
from indexer.query import Query, Sort
from indexer.store import conditions, cursor
from indexer.store.sqlite.sql.conditions import Compiled, Sql
from indexer.store.sqlite.sql.selecting import GROUP, selected


def page(
    connection: sqlite3.Connection, query: Query, compiled: Compiled, total: int, generation: str
) -> tuple[list[int], str | None]:
    """The numbers of the rows of one page in order, and the cursor of the next page, if there is one.

    Args:
        total: the number of rows that match, or of their groups.
        generation: of the store; a cursor by relevance is valid in this one alone.

    Raises:
        Invalid: the cursor is none of this search's, or out of date.
    """
    order = conditions.order(query)
    position = cursor.decode(query)
    if order is Sort.RELEVANCE:
        start = query.skip if position is None else _offset(position, generation)
        numbers = _by_relevance(connection, compiled, query.size, start, grouped=query.group is not None)
        end = start + len(numbers)
        return numbers, cursor.encode(query, (generation, end)) if numbers and end < total else None
    after = _after(position, order) if position is not None else None
    window = (query.size + 1, query.skip if position is None else 0)
    rows = _by_when(connection, compiled, order, window, after, grouped=query.group is not None)
    page = rows[: query.size]
    more = len(rows) > query.size
    return [row[0] for row in page], cursor.encode(query, (page[-1][1], page[-1][2])) if more else None


def all_by_when(connection: sqlite3.Connection, compiled: Compiled, order: Sort) -> Iterator[str]:
    """The id of every row that matches, by date."""
    rows = selected(compiled, wide=True)
    direction = "DESC" if order is Sort.NEWEST else "ASC"
    statement = f"SELECT q.id {rows.tail} ORDER BY q.when_from {direction} NULLS LAST, q.id"
    return (quote_id for (quote_id,) in connection.execute(statement, rows.parameters))


def _offset(position: cursor.Position, generation: str) -> int:
    match position:
        case (str(seen), int(start)) if start >= 0:
            if seen != generation:
                raise cursor.changed()
            return start
    raise Invalid("cursor", "is not a cursor; leave it out for the first page")


def _by_relevance(
    connection: sqlite3.Connection, compiled: Compiled, size: int, start: int, *, grouped: bool
) -> list[int]:
    if compiled.match is not None and not grouped:
        rows = selected(compiled, wide=True)
        order = f"q.fullness DESC, {compiled.table}.rank, q.number"
        statement = f"SELECT {rows.number} {rows.tail} ORDER BY {order} LIMIT ? OFFSET ?"
        return [row[0] for row in connection.execute(statement, (*rows.parameters, size, start))]
    rows = selected(compiled, wide=True)
    tail = rows.tail.replace("WHERE", "LEFT JOIN scored ON scored.number = q.number WHERE", 1)
    order = "fullness DESC, score NULLS LAST, number"
    found = f"SELECT q.number AS number, q.fullness AS fullness, scored.score AS score, {GROUP} AS utterance {tail}"
    statement = (
        f"WITH scored AS MATERIALIZED (SELECT rowid AS number, rank AS score FROM {compiled.table}"
        f" WHERE {compiled.table} MATCH ?)"
        f" SELECT number FROM ({_firsts(found, order) if grouped else found}) ORDER BY {order} LIMIT ? OFFSET ?"
    )
    return [row[0] for row in connection.execute(statement, (compiled.score, *rows.parameters, size, start))]


def _by_when(
    connection: sqlite3.Connection,
    compiled: Compiled,
    order: Sort,
    window: tuple[int, int],
    after: Sql | None,
    *,
    grouped: bool,
) -> Sequence[tuple[int, str | None, str]]:
    direction = "DESC" if order is Sort.NEWEST else "ASC"
    by_when = f"q.when_from {direction} NULLS LAST, q.id"
    if not grouped:
        rows = selected(compiled, *([after] if after is not None else []), wide=True)
        statement = f"SELECT q.number, q.when_from, q.id {rows.tail} ORDER BY {by_when} LIMIT ? OFFSET ?"
        return connection.execute(statement, (*rows.parameters, *window)).fetchall()
    rows = selected(compiled, wide=True)
    rest = after or Sql("1")
    found = f"SELECT q.number, q.when_from, q.id, {GROUP} AS utterance {rows.tail}"
    statement = (
        f"SELECT q.number, q.when_from, q.id FROM ({_firsts(found, by_when.replace('q.', ''))}) AS q"
        f" WHERE {rest.text} ORDER BY {by_when} LIMIT ? OFFSET ?"
    )
    return connection.execute(statement, (*rows.parameters, *rest.parameters, *window)).fetchall()


def _firsts(rows: str, order: str) -> str:
    """The first row of each utterance."""
    placed = f"SELECT *, row_number() OVER (PARTITION BY utterance ORDER BY {order}) AS place FROM ({rows})"
    return f"SELECT * FROM ({placed}) WHERE place = 1"


def _after(position: cursor.Position, order: Sort) -> Sql:
    match position:
        case (None, str(last)):
            return Sql("q.when_from IS NULL AND q.id > ?", (last,))
        case (str(when), str(last)):
            later = "<" if order is Sort.NEWEST else ">"
            text = f"q.when_from {later} ? OR (q.when_from = ? AND q.id > ?) OR q.when_from IS NULL"
            return Sql(text, (when, when, last))
    raise Invalid("cursor", "is not a cursor; leave it out for the first page")

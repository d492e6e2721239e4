"""One page of an answer: counted, ordered and read inside one transaction of the caller's."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexer.errors import Invalid
from indexer.model import Quote
from indexer.query import Facet, FacetCount, Hit, Page, Query, Sort
from indexer.store import asked, cursor, records
from indexer.store.highlight import highlights
from indexer.store.sqlite.conditions import Compiled, Parameter, Sql, compile_condition, undated
from indexer.store.sqlite.schema import meta

MOST_FACET_VALUES = 20

_FACET_COLUMNS = {
    Facet.SPEAKER: "q.speaker_id",
    Facet.OUTLET: "q.outlet",
    Facet.KIND: "q.kind",
    Facet.YEAR: "substr(q.when_from, 1, 4)",
}


_GROUP = "coalesce(q.utterance, q.number)"
"""What all quotes of one utterance have in common."""


@dataclass(frozen=True, slots=True)
class Selected:
    """The rows of a search as the tail of a SELECT.

    Args:
        number: the expression of a row's number; ``q`` is there only where ``wide``.
    """

    tail: str
    parameters: tuple[Parameter, ...]
    number: str
    wide: bool


def search(connection: sqlite3.Connection, query: Query) -> Page:
    """See ``indexer.store.base.Store.search``."""
    compiled = compile_condition(query.condition, query.where)
    total = _groups(connection, compiled) if query.group else _count(connection, selected(compiled))
    generation = meta(connection, "generation") or ""
    numbers, next_cursor = _page(connection, query, compiled, total, generation)
    return Page(
        total=total,
        hits=tuple(_hits(connection, query, numbers)),
        next_cursor=next_cursor,
        undated=_undated(connection, query),
        facets={facet: _facet(connection, compiled, facet) for facet in query.facets},
    )


def selected(compiled: Compiled, *more: Sql, wide: bool = False) -> Selected:
    """The rows that meet the condition, and ``more``.

    Args:
        wide: whether the columns of ``quotes`` are needed; without them, words alone are answered by FTS5 alone.
    """
    tests = [test for test in (compiled.rest, *more) if test is not None]
    parameters = tuple(parameter for test in tests for parameter in test.parameters)
    conjunction = " AND ".join(f"({test.text})" for test in tests)
    if compiled.match is None:
        return Selected(f"FROM quotes AS q WHERE {conjunction or '1'}", parameters, "q.number", True)
    table = compiled.table
    matching = f"{table} MATCH ?"
    if not (tests or wide):
        return Selected(f"FROM {table} WHERE {matching}", (compiled.match,), f"{table}.rowid", False)
    # CROSS JOIN keeps the order: the words first, then the rows they lead to.
    joined = f"FROM {table} CROSS JOIN quotes AS q ON q.number = {table}.rowid"
    everything = f"{matching} AND {conjunction}" if conjunction else matching
    return Selected(f"{joined} WHERE {everything}", (compiled.match, *parameters), "q.number", True)


def _count(connection: sqlite3.Connection, rows: Selected) -> int:
    return int(connection.execute(f"SELECT count(*) {rows.tail}", rows.parameters).fetchone()[0])


def _groups(connection: sqlite3.Connection, compiled: Compiled) -> int:
    rows = selected(compiled, wide=True)
    return int(connection.execute(f"SELECT count(DISTINCT {_GROUP}) {rows.tail}", rows.parameters).fetchone()[0])


def _undated(connection: sqlite3.Connection, query: Query) -> int | None:
    dates = asked.dates(query)
    if not dates:
        return None
    compiled = compile_condition(asked.without_dates(query), query.where)
    return _count(connection, selected(compiled, undated(dates)))


# --- Pages ---------------------------------------------------------------------------------------


def _page(
    connection: sqlite3.Connection, query: Query, compiled: Compiled, total: int, generation: str
) -> tuple[list[int], str | None]:
    order = asked.order(query)
    position = cursor.decode(query)
    if order is Sort.RELEVANCE:
        start = _offset(position, generation)
        numbers = _by_relevance(connection, compiled, query.size, start, grouped=query.group is not None)
        end = start + len(numbers)
        return numbers, cursor.encode(query, (generation, end)) if numbers and end < total else None
    after = _after(position, order) if position is not None else None
    rows = _by_when(connection, compiled, order, query.size + 1, after, grouped=query.group is not None)
    page = rows[: query.size]
    more = len(rows) > query.size
    return [row[0] for row in page], cursor.encode(query, (page[-1][1], page[-1][2])) if more else None


def _offset(position: cursor.Position | None, generation: str) -> int:
    if position is None:
        return 0
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
        # FTS5 scores and sorts by itself, if it is asked for nothing but "rank".
        rows = selected(compiled)
        statement = f"SELECT {rows.number} {rows.tail} ORDER BY {compiled.table}.rank LIMIT ? OFFSET ?"
        return [row[0] for row in connection.execute(statement, (*rows.parameters, size, start))]
    rows = selected(compiled, wide=True)
    tail = rows.tail.replace("WHERE", "LEFT JOIN scored ON scored.number = q.number WHERE", 1)
    order = "score NULLS LAST, number"
    found = f"SELECT q.number AS number, scored.score AS score, {_GROUP} AS utterance {tail}"
    statement = (
        f"WITH scored AS MATERIALIZED (SELECT rowid AS number, rank AS score FROM {compiled.table}"
        f" WHERE {compiled.table} MATCH ?)"
        f" SELECT number FROM ({_firsts(found, order) if grouped else found}) ORDER BY {order} LIMIT ? OFFSET ?"
    )
    return [row[0] for row in connection.execute(statement, (compiled.score, *rows.parameters, size, start))]


def _by_when(
    connection: sqlite3.Connection, compiled: Compiled, order: Sort, size: int, after: Sql | None, *, grouped: bool
) -> Sequence[tuple[int, str | None, str]]:
    direction = "DESC" if order is Sort.NEWEST else "ASC"
    by_when = f"q.when_from {direction} NULLS LAST, q.id"
    if not grouped:
        rows = selected(compiled, *([after] if after is not None else []), wide=True)
        statement = f"SELECT q.number, q.when_from, q.id {rows.tail} ORDER BY {by_when} LIMIT ?"
        return connection.execute(statement, (*rows.parameters, size)).fetchall()
    rows = selected(compiled, wide=True)
    rest = after or Sql("1")
    found = f"SELECT q.number, q.when_from, q.id, {_GROUP} AS utterance {rows.tail}"
    statement = (
        f"SELECT q.number, q.when_from, q.id FROM ({_firsts(found, by_when.replace('q.', ''))}) AS q"
        f" WHERE {rest.text} ORDER BY {by_when} LIMIT ?"
    )
    return connection.execute(statement, (*rows.parameters, *rest.parameters, size)).fetchall()


def _firsts(rows: str, order: str) -> str:
    """Of the rows, the first of each utterance."""
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


# --- Hits ----------------------------------------------------------------------------------------


def _hits(connection: sqlite3.Connection, query: Query, numbers: Sequence[int]) -> Iterable[Hit]:
    held = read_hits(connection, numbers)
    for number in numbers:
        quote, article = held[number].quote, held[number].article
        yield Hit(quote, article, highlights(query.condition, query.where, quote, article.language))


def read_hits(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, Hit]:
    """The quotes of these numbers with their articles, without highlights."""
    places = ", ".join("?" * len(numbers))
    rows = connection.execute(
        "SELECT q.number, r.record, a.facts FROM quotes AS q JOIN records AS r ON r.number = q.number"
        f" JOIN articles AS a ON a.number = q.article WHERE q.number IN ({places})",
        tuple(numbers),
    )
    return {number: Hit(read_quote(record), records.article_from(json.loads(facts))) for number, record, facts in rows}


def read_quote(record: str) -> Quote:
    """The quote of a row of ``records``."""
    return records.quote_from(json.loads(record))


# --- Facets --------------------------------------------------------------------------------------


def _facet(connection: sqlite3.Connection, compiled: Compiled, facet: Facet) -> tuple[FacetCount, ...]:
    column = _FACET_COLUMNS[facet]
    rows = selected(compiled, Sql(f"{column} IS NOT NULL"), wide=True)
    statement = f"SELECT {column}, count(*) {rows.tail} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {MOST_FACET_VALUES}"
    counted = connection.execute(statement, rows.parameters).fetchall()
    labels = _names(connection, compiled, [value for value, _ in counted]) if facet is Facet.SPEAKER else {}
    return tuple(FacetCount(value, labels.get(value, value), count) for value, count in counted)


def _names(connection: sqlite3.Connection, compiled: Compiled, speaker_ids: Sequence[str]) -> dict[str, str]:
    """The most frequent name of each speaker among the matches; of two, the first by alphabet."""
    places = ", ".join("?" * len(speaker_ids))
    rows = selected(compiled, Sql(f"q.speaker_id IN ({places})", tuple(speaker_ids)), wide=True)
    statement = f"SELECT q.speaker_id, q.speaker_name, count(*) {rows.tail} GROUP BY 1, 2"
    names: dict[str, Counter[str]] = {}
    for speaker_id, name, count in connection.execute(statement, rows.parameters):
        names.setdefault(speaker_id, Counter())[name or speaker_id] = count
    return {key: min(found, key=lambda name: (-found[name], name)) for key, found in names.items()}

"""One page of a search: counted, ordered and read inside a transaction of the caller's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from indexer.query import Hit, Page, Query, Sort
from indexer.store import conditions, set_aside
from indexer.store.highlight import highlights
from indexer.store.sqlite.reading import read_hits
from indexer.store.sqlite.schema import meta
from indexer.store.sqlite.sql import facets, pages
from indexer.store.sqlite.sql.conditions import Compiled, compile_condition, undated
from indexer.store.sqlite.sql.selecting import GROUP, Selected, selected


def search(connection: sqlite3.Connection, query: Query) -> Page:
    """See ``indexer.store.base.Store.search``."""
    compiled = compile_condition(query.condition, query.where)
    total = _groups(connection, compiled) if query.group else _count(connection, selected(compiled))
    generation = meta(connection, "generation") or ""
    numbers, next_cursor = pages.page(connection, query, compiled, total, generation)
    return Page(
        total=total,
        hits=tuple(_hits(connection, query, numbers)),
        next_cursor=next_cursor,
        undated=_undated(connection, query),
        facets=facets.counts(connection, compiled, query.facets),
    )


AT_ONCE = 500
"""Quotes that are read at a time when all are wanted."""


def ordered(connection: sqlite3.Connection, query: Query) -> list[str]:
    """The ids of all quotes of a search, ``AT_ONCE`` in a text, which takes a third of the memory of as many texts.

    Newest first unless the oldest are wanted first.
    """
    order = Sort.OLDEST if query.sort is Sort.OLDEST else Sort.NEWEST
    ids = pages.all_by_when(connection, compile_condition(query.condition, query.where), order)
    return ["\n".join(part) for part in iter(lambda: list(islice(ids, AT_ONCE)), [])]


def hits_of(connection: sqlite3.Connection, part: str) -> list[Hit]:
    """The quotes of a part of ``ordered``; those that went are left out."""
    ids = part.split("\n")
    places = ", ".join("?" * len(ids))
    rows = connection.execute(f"SELECT id, number FROM quotes WHERE id IN ({places})", ids)
    numbers = dict(rows.fetchall())
    found = read_hits(connection, list(numbers.values())) if numbers else {}
    hits = (found.get(numbers.get(quote_id, -1)) for quote_id in ids)
    return [hit for hit in hits if hit is not None]


def _count(connection: sqlite3.Connection, rows: Selected) -> int:
    return int(connection.execute(f"SELECT count(*) {rows.tail}", rows.parameters).fetchone()[0])


def _groups(connection: sqlite3.Connection, compiled: Compiled) -> int:
    rows = selected(compiled, wide=True)
    return int(connection.execute(f"SELECT count(DISTINCT {GROUP}) {rows.tail}", rows.parameters).fetchone()[0])


def _undated(connection: sqlite3.Connection, query: Query) -> int | None:
    dates = conditions.dates(query.condition)
    if not dates:
        return None
    compiled = compile_condition(conditions.without_dates(query.condition), query.where)
    return _count(connection, selected(compiled, undated(dates)))


def _hits(connection: sqlite3.Connection, query: Query, numbers: Sequence[int]) -> Iterable[Hit]:
    found = read_hits(connection, numbers)
    for hit in (found[number] for number in numbers if number in found):
        shown = set_aside.shown(hit.quote.id, partial(_highlighted, query, hit))
        if shown is not None:
            yield shown


def _highlighted(query: Query, hit: Hit) -> Hit:
    return replace(hit, highlights=highlights(query.condition, query.where, hit.quote, hit.article.language))

"""Reports and coverage, inside a transaction of the caller's."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from indexer.model import SpeakerKind, Stance
from indexer.printed import Attributed, Coverage, Reports
from indexer.query import AllOf, Where
from indexer.store import conditions
from indexer.store.attribution_counts import NameCount, attributed
from indexer.store.coverage_cache import CoverageCache
from indexer.store.sqlite.reading import read_hits
from indexer.store.sqlite.schema import meta
from indexer.store.sqlite.sql import columns
from indexer.store.sqlite.sql.conditions import Parameter, of_articles, of_quotes


def reports(connection: sqlite3.Connection, fingerprints: Sequence[str], condition: AllOf, size: int) -> Reports:
    """See ``indexer.store.base.Store.reports``."""
    known = conditions.known_fingerprints(fingerprints)
    rest = of_quotes(condition, Where.CONTENT)
    # CROSS JOIN keeps the order: the fingerprints first, then the rows they lead to.
    tail = (
        f"FROM (SELECT number FROM quotes WHERE fingerprint IN ({', '.join('?' * len(known))})) AS printed"
        f" CROSS JOIN quotes AS q ON q.number = printed.number WHERE {rest.text}"
    )
    parameters = (*(bytes.fromhex(each) for each in known), *rest.parameters)
    total, articles, outlets = connection.execute(
        f"SELECT count(*), count(DISTINCT q.article), count(DISTINCT q.outlet) {tail}", parameters
    ).fetchone()
    first = connection.execute(
        f"SELECT q.number {tail} ORDER BY q.when_from NULLS LAST, q.id LIMIT ?", (*parameters, size)
    )
    numbers = [number for (number,) in first]
    found = read_hits(connection, numbers)
    hits = tuple(found[number] for number in numbers if number in found)
    return Reports(total, hits, articles, outlets, _attributed(connection, tail, parameters))


def coverage(connection: sqlite3.Connection, condition: AllOf, cache: CoverageCache) -> Coverage:
    """See ``indexer.store.base.Store.coverage``."""
    generation = meta(connection, "generation") or ""
    found = cache.get(generation, condition)
    if found is None:
        found = _coverage(connection, condition, generation)
        cache.put(condition, found)
    return replace(found, semantic=meta(connection, "semantic") is not None)


def _coverage(connection: sqlite3.Connection, condition: AllOf, generation: str) -> Coverage:
    rest = of_articles(condition)
    articles, quotes, outlets, earliest, latest = connection.execute(
        "SELECT count(*), coalesce(sum(a.quotes), 0), count(DISTINCT a.outlet), min(a.published), max(a.published)"
        f" FROM articles AS a WHERE {rest.text}",
        rest.parameters,
    ).fetchone()
    return Coverage(
        articles=articles,
        quotes=quotes,
        outlets=outlets,
        earliest=date.fromisoformat(earliest) if earliest else None,
        latest=date.fromisoformat(latest) if latest else None,
        undated=_undated(connection, condition),
        generation=generation,
    )


def _undated(connection: sqlite3.Connection, condition: AllOf) -> int | None:
    if not conditions.dates(condition):
        return None
    rest = of_articles(conditions.without_dates(condition))
    statement = f"SELECT count(*) FROM articles AS a WHERE a.published IS NULL AND {rest.text}"
    return int(connection.execute(statement, rest.parameters).fetchone()[0])


def _attributed(
    connection: sqlite3.Connection, tail: str, parameters: tuple[Parameter | bytes, ...]
) -> tuple[Attributed, ...]:
    rows = connection.execute(
        "SELECT q.speaker_id, q.speaker_kind, q.stance, q.speaker_name, count(*), min(q.when_from)"
        f" {tail} GROUP BY 1, 2, 3, 4",
        parameters,
    )
    return attributed(
        NameCount(speaker_id, SpeakerKind(kind), Stance(stance), name, count, columns.day(first))
        for speaker_id, kind, stance, name, count, first in rows
    )

"""How often each value of a facet occurs among all matches."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence

from indexer.query import Facet, FacetCount
from indexer.store.limits import MOST_FACET_VALUES, MOST_MONTHS
from indexer.store.sqlite.sql.conditions import Compiled, Sql
from indexer.store.sqlite.sql.selecting import selected

_FACET_COLUMNS = {
    Facet.SPEAKER: "q.speaker_id",
    Facet.OUTLET: "q.outlet",
    Facet.KIND: "q.kind",
    Facet.ACT: "q.act",
    Facet.STANCE: "q.stance",
    Facet.YEAR: "substr(q.when_from, 1, 4)",
    Facet.MONTH: "iif(substr(q.when_from, 1, 7) = substr(q.when_to, 1, 7), substr(q.when_from, 1, 7), NULL)",
}


def counts(connection: sqlite3.Connection, compiled: Compiled, facet: Facet) -> tuple[FacetCount, ...]:
    """The values of a facet, most frequent first; months in order of time."""
    column = _FACET_COLUMNS[facet]
    rows = selected(compiled, Sql(f"{column} IS NOT NULL"), wide=True)
    order = f"1 DESC LIMIT {MOST_MONTHS}" if facet is Facet.MONTH else f"2 DESC, 1 LIMIT {MOST_FACET_VALUES}"
    statement = f"SELECT {column}, count(*) {rows.tail} GROUP BY 1 ORDER BY {order}"
    counted = connection.execute(statement, rows.parameters).fetchall()
    if facet is Facet.MONTH:
        counted.reverse()
    labels = _names(connection, compiled, [value for value, _ in counted]) if facet is Facet.SPEAKER else {}
    return tuple(FacetCount(value, labels.get(value, value), count) for value, count in counted)


def _names(connection: sqlite3.Connection, compiled: Compiled, speaker_ids: Sequence[str]) -> dict[str, str]:
    """The most frequent name of each speaker among the matches; of two, the first in alphabetical order."""
    places = ", ".join("?" * len(speaker_ids))
    rows = selected(compiled, Sql(f"q.speaker_id IN ({places})", tuple(speaker_ids)), wide=True)
    statement = f"SELECT q.speaker_id, q.speaker_name, count(*) {rows.tail} GROUP BY 1, 2"
    names: dict[str, Counter[str]] = {}
    for speaker_id, name, count in connection.execute(statement, rows.parameters):
        names.setdefault(speaker_id, Counter())[name or speaker_id] = count
    return {key: min(found, key=lambda name: (-found[name], name)) for key, found in names.items()}

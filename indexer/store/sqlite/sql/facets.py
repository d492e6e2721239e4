"""How often each value of a facet occurs among all matches."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence

from indexer.query import Facet, FacetCount
from indexer.store.limits import MOST_FACET_VALUES, MOST_MONTHS
from indexer.store.sqlite.sql.conditions import Compiled
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

_NAMES = "names"


def counts(
    connection: sqlite3.Connection, compiled: Compiled, wanted: Sequence[Facet]
) -> dict[Facet, tuple[FacetCount, ...]]:
    """The values of each facet, most frequent first; months in order of time.

    One statement for all: the matches are read once, whatever the number of facets.
    """
    if not wanted:
        return {}
    rows = selected(compiled, wide=True)
    columns = [f"{_FACET_COLUMNS[facet]} AS {facet.value}" for facet in wanted]
    parts = [f"SELECT * FROM ({_top(facet)})" for facet in wanted]
    if Facet.SPEAKER in wanted:
        columns.append("q.speaker_name AS name")
        top = f"SELECT value FROM ({_top(Facet.SPEAKER)})"
        parts.append(f"SELECT '{_NAMES}', speaker, name, count(*) FROM found WHERE speaker IN ({top}) GROUP BY 2, 3")
    statement = f"WITH found AS (SELECT {', '.join(columns)} {rows.tail}) {' UNION ALL '.join(parts)}"
    values: dict[str, list[tuple[str, int]]] = {}
    names: dict[str, Counter[str]] = {}
    for facet, value, name, count in connection.execute(statement, rows.parameters):
        if facet == _NAMES:
            names.setdefault(value, Counter())[name or value] = count
        else:
            values.setdefault(facet, []).append((value, count))
    return {facet: _in_order(facet, values.get(facet.value, []), names) for facet in wanted}


def _top(facet: Facet) -> str:
    """The most frequent values of a facet; of months, the last."""
    order = f"2 DESC LIMIT {MOST_MONTHS}" if facet is Facet.MONTH else f"4 DESC, 2 LIMIT {MOST_FACET_VALUES}"
    column = facet.value
    counted = f"SELECT '{column}' AS facet, {column} AS value, NULL AS name, count(*)"
    return f"{counted} FROM found WHERE {column} IS NOT NULL GROUP BY 2 ORDER BY {order}"


def _in_order(facet: Facet, values: list[tuple[str, int]], names: dict[str, Counter[str]]) -> tuple[FacetCount, ...]:
    """The counts, speakers under the most frequent of their names among the matches; of two, the first by alphabet."""
    if facet is Facet.MONTH:
        values.sort()
    else:
        values.sort(key=lambda each: (-each[1], each[0]))
    own = names if facet is Facet.SPEAKER else {}
    labels = {key: min(found, key=lambda name: (-found[name], name)) for key, found in own.items()}
    return tuple(FacetCount(value, labels.get(value, value), count) for value, count in values)

"""What quotes report: counted over the links, inside a transaction of the caller's."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from indexer.compare import Relation
from indexer.printed import Link, Utterance
from indexer.store.sqlite.linking import LINKED, others_of, rows_among
from indexer.store.sqlite.reading import read_hits
from indexer.store.sqlite.sql.columns import day, storable

_Printed = tuple[int, int, str | None]
"""An article, how many quotes of one mark it has, and the first day of their earliest ``when``."""


def utterances(connection: sqlite3.Connection, quote_ids: Sequence[str]) -> dict[str, Utterance]:
    """See ``indexer.store.base.Store.utterances``."""
    wanted = list(dict.fromkeys(map(storable, quote_ids)))
    statement = (
        "SELECT q.id, q.mark, q.when_from, first.id FROM quotes AS q"
        f" LEFT JOIN quotes AS first ON first.number = q.utterance AND {LINKED} WHERE q.id IN ({{}})"
    )
    rows = list(rows_among(connection, statement, wanted))
    marks = {mark for _, mark, _, first in rows if first is not None}
    others = others_of(connection, sorted(marks))
    printed = _printed(connection, sorted(marks.union(*others.values())))
    found = {}
    for quote_id, mark, when, first in rows:
        if first is None:
            found[quote_id] = Utterance(quote_id, 1, 1, day(when))
        else:
            near = [each for one in (mark, *others[mark]) for each in printed.get(one, ())]
            days = [day for *_, day in near if day is not None]
            articles = len({article for article, *_ in near})
            earliest = day(min(days, default=None))
            found[quote_id] = Utterance(first, sum(count for _, count, _ in near), articles, earliest)
    return found


def links(connection: sqlite3.Connection, quote_id: str, size: int) -> tuple[Link, ...]:
    """See ``indexer.store.base.Store.links``."""
    rows = connection.execute(
        "SELECT l.relation, l.score, (SELECT q.number FROM quotes AS q WHERE q.mark = o.mark"
        f" AND {LINKED} ORDER BY q.when_from IS NULL, q.when_from, q.id LIMIT 1) AS first"
        " FROM quotes AS q CROSS JOIN wordings AS w ON w.mark = q.mark CROSS JOIN links AS l ON l.wording = w.number"
        f" CROSS JOIN wordings AS o ON o.number = l.other WHERE q.id = ? AND {LINKED}",
        (storable(quote_id),),
    ).fetchall()
    ordered = connection.execute(
        f"SELECT number FROM quotes WHERE number IN ({', '.join(str(first) for *_, first in rows)})"
        " ORDER BY when_from IS NULL, when_from, id LIMIT ?",
        (size,),
    )
    evidence = {first: (Relation(relation), score) for relation, score, first in rows}
    numbers = [number for (number,) in ordered]
    hits = read_hits(connection, numbers)
    return tuple(Link(hits[number], *evidence[number]) for number in numbers if number in hits)


def _printed(connection: sqlite3.Connection, marks: Sequence[bytes]) -> dict[bytes, list[_Printed]]:
    found: dict[bytes, list[_Printed]] = {}
    statement = (
        "SELECT q.mark, q.article, count(*), min(q.when_from) FROM quotes AS q"
        f" WHERE q.mark IN ({{}}) AND {LINKED} GROUP BY 1, 2"
    )
    for mark, *printed in rows_among(connection, statement, marks):
        article, count, day = printed
        found.setdefault(mark, []).append((article, count, day))
    return found

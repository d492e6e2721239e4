"""Quotes that report the same words: linked, grouped and regrouped, inside a transaction of the caller's."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import log
from typing import Any, TypeVar

from indexer.store import set_aside
from indexer.store.sqlite.reading import read_hits
from indexer.utterances import First, groups, keys
from indexer.utterances.linking import MOST_COMPARED, MOST_HOLDERS, Fresh, compare, entry, read

AT_ONCE = 400
"""Values of one statement; SQLite before 3.32 takes 999."""

LINKED = "NOT EXISTS (SELECT 1 FROM unlinked AS u WHERE u.number = q.number)"
"""Whether the row ``q`` of ``quotes`` was compared."""


def link_next(connection: sqlite3.Connection, size: int) -> int:
    """See ``indexer.store.base.Store.link_next``."""
    rows = connection.execute(
        "SELECT q.number, q.mark FROM unlinked AS u CROSS JOIN quotes AS q ON q.number = u.number"
        " ORDER BY u.number LIMIT ?",
        (size,),
    ).fetchall()
    connection.executemany("DELETE FROM unlinked WHERE number = ?", [(number,) for number, _ in rows])
    marks = {mark: number for number, mark in reversed(rows)}
    known = {mark for (mark,) in rows_among(connection, "SELECT mark FROM wordings WHERE mark IN ({})", list(marks))}
    new = {mark: number for mark, number in marks.items() if mark not in known}
    fresh = _added(connection, new)
    compared = compare(fresh, {each.key: list(_sharing(connection, each)) for each in fresh})
    connection.executemany(
        "INSERT INTO links VALUES (?, ?, ?, ?)",
        [
            (*pair, evidence.relation.value, evidence.score)
            for one, other, evidence in compared.links
            for pair in ((one, other), (other, one))
        ],
    )
    connection.executemany("INSERT INTO set_aside VALUES (?, ?)", compared.set_aside.items())
    _warn(connection, list(new.values()))
    regroup(connection, marks)
    return len(rows)


def marks_of(connection: sqlite3.Connection, article: int, suffix: str) -> set[bytes]:
    """The marks of an article's quotes; none in the tables of a rebuild, which has no links yet."""
    if suffix:
        return set()
    rows = connection.execute("SELECT mark FROM quotes WHERE article = ? AND mark IS NOT NULL", (article,))
    return {mark for (mark,) in rows}


def regroup_after_removal(connection: sqlite3.Connection, marks: Iterable[bytes]) -> None:
    """Update the groups of the quotes that were linked with removed quotes of these marks."""
    touched = set(marks)
    for mark in sorted(touched):
        row = connection.execute("SELECT number, text FROM wordings WHERE mark = ?", (mark,)).fetchone()
        if row is None:
            touched.discard(mark)
        elif _first(connection, mark) is None:
            touched.discard(mark)
            touched |= others_of(connection, [mark])[mark]
            _forget(connection, row[0], row[1])
    regroup(connection, touched)


def regroup(connection: sqlite3.Connection, marks: Iterable[bytes]) -> None:
    """Update the groups of these marks, and of those that they are linked with."""
    touched = set(marks)
    for others in others_of(connection, sorted(touched)).values():
        touched = touched | others
    linked = others_of(connection, sorted(touched))
    every = touched.union(*linked.values())
    stored = {mark: first for mark in every if (first := _first(connection, mark)) is not None}
    firsts = {mark.hex(): first for mark, (first, _) in stored.items()}
    numbers = {first.id: number for first, number in stored.values()}
    near = {mark.hex(): [other.hex() for other in others] for mark, others in linked.items()}
    found = groups([mark.hex() for mark in touched], firsts, near)
    connection.executemany(
        "UPDATE quotes AS q SET utterance = ?1 WHERE q.mark = ?2 AND q.utterance IS NOT ?1 AND " + LINKED,
        [(numbers[first.id], bytes.fromhex(mark)) for mark, first in found.items()],
    )


def _added(connection: sqlite3.Connection, new: dict[bytes, int]) -> list[Fresh[int]]:
    """Store the new wordings, with the keys of those that can be compared; gives these.

    Args:
        new: marks with the number of the first quote that was met with each.
    """
    hits = {number: hit for part in _parts(list(new.values())) for number, hit in read_hits(connection, part).items()}
    fresh = []
    for mark, number in new.items():
        hit = hits.get(number)
        made = entry(hit.quote, hit.article.language) if hit is not None else entry(None, "")
        row = connection.execute("INSERT INTO wordings (mark, text) VALUES (?, ?)", (mark, made.text)).lastrowid
        assert row is not None
        connection.executemany("INSERT INTO wording_keys VALUES (?, ?)", [(key, row) for key in made.keys])
        if made.set_aside is not None:
            connection.execute("INSERT INTO set_aside VALUES (?, ?)", (row, made.set_aside))
        if made.text is not None:
            fresh.append(Fresh(row, made.text))
    return fresh


def _warn(connection: sqlite3.Connection, numbers: Sequence[int]) -> None:
    """Log which of these quotes are set aside."""
    statement = (
        "SELECT q.id, s.reason FROM quotes AS q JOIN wordings AS w ON w.mark = q.mark"
        " JOIN set_aside AS s ON s.wording = w.number WHERE q.number IN ({})"
    )
    for quote_id, reason in rows_among(connection, statement, numbers):
        set_aside.warn(quote_id, reason)


def _sharing(connection: sqlite3.Connection, fresh: Fresh[int]) -> Iterator[tuple[int, str, int]]:
    """The wordings that share most keys, weighted by the rarity of the keys: number, text, how many they share."""
    weights: Counter[int] = Counter()
    shared: Counter[int] = Counter()
    for key in keys(read(fresh.text)):
        statement = "SELECT wording FROM wording_keys WHERE key = ? LIMIT ?"
        holders = connection.execute(statement, (key, MOST_HOLDERS + 1)).fetchall()
        if len(holders) <= MOST_HOLDERS:
            weight = round(1_000 * log(1 + MOST_HOLDERS / len(holders)))
            others = [holder for (holder,) in holders if holder != fresh.key]
            weights.update(dict.fromkeys(others, weight))
            shared.update(others)
    best = sorted(weights, key=lambda number: (-weights[number], number))[:MOST_COMPARED]
    for number, text in rows_among(connection, "SELECT number, text FROM wordings WHERE number IN ({})", best):
        yield number, text, shared[number]


def _forget(connection: sqlite3.Connection, number: int, text: str | None) -> None:
    if text is not None:
        held = [(key, number) for key in keys(read(text))]
        connection.executemany("DELETE FROM wording_keys WHERE key = ? AND wording = ?", held)
    others = connection.execute("SELECT other FROM links WHERE wording = ?", (number,)).fetchall()
    connection.executemany(
        "DELETE FROM links WHERE wording = ? AND other = ?",
        [pair for (other,) in others for pair in ((number, other), (other, number))],
    )
    for table, column in (("set_aside", "wording"), ("wordings", "number")):
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (number,))


def _first(connection: sqlite3.Connection, mark: bytes) -> tuple[First, int] | None:
    row = connection.execute(
        f"SELECT q.when_from, q.id, q.number FROM quotes AS q WHERE q.mark = ? AND {LINKED}"
        " ORDER BY q.when_from IS NULL, q.when_from, q.id LIMIT 1",
        (mark,),
    ).fetchone()
    return (First(row[0], row[1]), row[2]) if row else None


def others_of(connection: sqlite3.Connection, marks: Sequence[bytes]) -> dict[bytes, set[bytes]]:
    """The marks that each of these is linked with."""
    found: dict[bytes, set[bytes]] = {mark: set() for mark in marks}
    statement = (
        "SELECT w.mark, o.mark FROM wordings AS w CROSS JOIN links AS l ON l.wording = w.number"
        " CROSS JOIN wordings AS o ON o.number = l.other WHERE w.mark IN ({})"
    )
    for mark, other in rows_among(connection, statement, marks):
        found[mark].add(other)
    return found


T = TypeVar("T")


def rows_among(connection: sqlite3.Connection, statement: str, values: Sequence[int | str | bytes]) -> Iterator[Any]:
    """The rows of a statement in which ``{}`` stands for some of the values at a time."""
    for part in _parts(values):
        yield from connection.execute(statement.format(", ".join("?" * len(part))), part).fetchall()


def _parts(values: Sequence[T]) -> Iterator[list[T]]:
    each = iter(values)
    while part := list(islice(each, AT_ONCE)):
        yield part

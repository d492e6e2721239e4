"""An index of vectors in a table: the space of meanings is divided into regions, and a search reads those near it.

The regions are fixed and ship with the program (``training/regions.py``), so that a vector's place depends on nothing
else that is stored: rows come and go with their quotes, in their transactions, and no file lies beside the database.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from indexer.encoder import direction
from indexer.printed import Near
from indexer.query import AllOf, Where
from indexer.store.limits import FOR_ONE
from indexer.store.sqlite.reading import read_hits
from indexer.store.sqlite.schema import meta, set_meta
from indexer.store.sqlite.sharing import ANY
from indexer.store.sqlite.sql.conditions import of_quotes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_WEIGHED = 30_000
"""Rows from which on no further region is read: of up to so many quotes the nearest are found for certain. 10,000 take
17 to 20 ms of processor time, 50,000 78 to 84."""

MOST_READ = 120_000
"""The same, where a condition leaves out most of what is read."""


def is_semantic(connection: sqlite3.Connection) -> bool:
    """Whether vectors are written."""
    return meta(connection, "semantic") is not None


def set_semantic(connection: sqlite3.Connection, on: bool) -> None:
    """See ``indexer.store.base.Store.set_semantic``."""
    set_meta(connection, "semantic", "1" if on else None)


def insert(connection: sqlite3.Connection, suffix: str, number: int, vector: bytes) -> None:
    """Put the vector of a quote into its region."""
    (region,) = regions(vector, 1)
    connection.execute(
        f"INSERT INTO vectors{suffix} (region, number, vector) VALUES (?, ?, ?)", (region, number, vector)
    )


def near(connection: sqlite3.Connection, meaning: bytes, condition: AllOf, size: int) -> tuple[Near, ...]:
    """See ``indexer.store.base.Store.near``."""
    likeness: dict[int, float] = {}
    asked = direction(meaning)[0]
    for numbers, vectors in _read(connection, meaning, condition):
        cosines = _cosines(vectors, asked)
        # Of one region no more can be among the nearest of all.
        likeness |= {numbers[at]: float(cosines[at]) for at in (-cosines).argsort(kind="stable")[: FOR_ONE * size]}
    nearest = sorted(likeness, key=lambda number: (-likeness[number], number))[: FOR_ONE * size]
    marks = _fingerprints(connection, nearest)
    first: dict[bytes | int, int] = {}
    for number in nearest:
        first.setdefault(marks[number], number)
    chosen = list(first.values())[:size]
    hits = read_hits(connection, chosen)
    return tuple(Near(hits[number], likeness[number]) for number in chosen if number in hits)


def _cosines(vectors: bytes, asked: NDArray[np.float32]) -> NDArray[np.float32]:
    """The likeness of each of these vectors to one of length one, to six figures."""
    import numpy as np

    rows = np.frombuffer(vectors, dtype=np.int8).reshape(-1, len(asked)).astype(np.float32)
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    found: NDArray[np.float32] = (rows @ asked) / np.maximum(lengths, 1e-9)
    return found.round(6)


def regions(meaning: bytes, size: int | None = None) -> list[int]:
    """The numbers of the ``size`` regions nearest to a vector, nearest first; of all, when no size is given."""
    import numpy as np

    # Of two that are alike the one with the lower number, on every machine.
    order = np.argsort(-(_centres() @ direction(meaning)[0]).round(5), kind="stable")
    return [int(number) for number in order[:size]]


@cache
def _centres() -> NDArray[np.float32]:
    """The middle of each region: a row of length one."""
    return direction(files(__package__).joinpath("regions.bin").read_bytes())


def _read(connection: sqlite3.Connection, meaning: bytes, condition: AllOf) -> Iterator[tuple[list[int], bytes]]:
    """The rows of one region after the other that meet a condition: their numbers, and their vectors in a row."""
    rest = of_quotes(condition, Where.CONTENT)
    statement = "SELECT v.number, v.vector, 1 FROM vectors AS v WHERE v.region = ?"
    if rest != ANY:
        statement = (
            f"SELECT v.number, v.vector, {rest.text} FROM vectors AS v CROSS JOIN quotes AS q ON q.number = v.number"
            " WHERE v.region = ?"
        )
    read = weighed = 0
    for region in regions(meaning):
        rows = connection.execute(statement, (*rest.parameters, region)).fetchall()
        met = [(number, vector) for number, vector, meets in rows if meets]
        if met:
            yield [number for number, _ in met], b"".join(vector for _, vector in met)
        read += len(rows)
        weighed += len(met)
        if weighed >= MOST_WEIGHED or read >= MOST_READ:
            return


def _fingerprints(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, bytes | int]:
    """The fingerprint of each quote; of one that has none, its number."""
    named = ", ".join(map(str, numbers))
    rows = connection.execute(f"SELECT number, fingerprint FROM quotes WHERE number IN ({named})")
    return {number: number if mark is None else mark for number, mark in rows}

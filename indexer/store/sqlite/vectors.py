"""An index of vectors in a table: the vector space is divided into regions, and a search reads the nearest ones.

The regions are fixed and ship with the program (``training/regions.py``), so that the region of a vector depends on
nothing else that is stored: rows are written and deleted with their quotes, and no file is needed beside the database.
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
from indexer.store.limits import NEAR_READ
from indexer.store.sqlite.reading import read_hits
from indexer.store.sqlite.schema import meta, set_meta
from indexer.store.sqlite.sharing import ANY
from indexer.store.sqlite.sql.conditions import of_quotes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_WEIGHED = 30_000
"""Rows after which no further region is read; among fewer quotes the nearest are found for certain. 10,000 rows take 17
to 20 ms of processor time, 50,000 take 78 to 84."""

MOST_READ = 120_000
"""The same, counting rows that do not meet the condition."""


def is_semantic(connection: sqlite3.Connection) -> bool:
    """Whether vectors are stored."""
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
    query = direction(meaning)[0]
    for numbers, vectors in _read(connection, meaning, condition):
        cosines = _cosines(vectors, query)
        # More of one region cannot be among the nearest of all.
        likeness |= {numbers[at]: float(cosines[at]) for at in (-cosines).argsort(kind="stable")[: NEAR_READ * size]}
    nearest = sorted(likeness, key=lambda number: (-likeness[number], number))[: NEAR_READ * size]
    marks = _fingerprints(connection, nearest)
    first: dict[bytes | int, int] = {}
    for number in nearest:
        first.setdefault(marks[number], number)
    chosen = list(first.values())[:size]
    hits = read_hits(connection, chosen)
    return tuple(Near(hits[number], likeness[number]) for number in chosen if number in hits)


def _cosines(vectors: bytes, query: NDArray[np.float32]) -> NDArray[np.float32]:
    """The cosine of each of these vectors with one of length one, to six figures."""
    import numpy as np

    rows = np.frombuffer(vectors, dtype=np.int8).reshape(-1, len(query)).astype(np.float32)
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows))
    found: NDArray[np.float32] = (rows @ query) / np.maximum(lengths, 1e-9)
    return found.round(6)


def regions(meaning: bytes, size: int | None = None) -> list[int]:
    """The numbers of the ``size`` regions nearest to a vector, nearest first; of all regions if no size is given."""
    import numpy as np

    # Of two that are equally near the one with the lower number, on every machine.
    order = np.argsort(-(_centres() @ direction(meaning)[0]).round(5), kind="stable")
    return [int(number) for number in order[:size]]


@cache
def _centres() -> NDArray[np.float32]:
    """The centre of each region: a row of length one."""
    return direction(files(__package__).joinpath("regions.bin").read_bytes())


def _read(connection: sqlite3.Connection, meaning: bytes, condition: AllOf) -> Iterator[tuple[list[int], bytes]]:
    """The rows that meet a condition, one region after the other: their numbers, and their vectors joined."""
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
    """The fingerprint of each quote, or its number if it has none."""
    named = ", ".join(map(str, numbers))
    rows = connection.execute(f"SELECT number, fingerprint FROM quotes WHERE number IN ({named})")
    return {number: number if mark is None else mark for number, mark in rows}

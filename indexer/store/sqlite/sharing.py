"""Which rows share a wording's stems, by the weight of what they share: bounded for any wording.

FTS5 reads all places of every term that it is asked for, and to rank them takes three times as long as to give them.
A wording is therefore held to its rarest stems and to so many places in all, and its rows are weighed here.

Measured on 19,130 contents of PolNeAR's training articles, places scaled to 1,000,000 quotes: the 6 rarest stems held
to 50,000 places, ranked by BM25, have 88 % of the quotes spun by a program and 59 % of those translated there and
back among the first 50; 16 held to as many, 93 and 78 %; with the first 400 weighed again by all stems, 97 and 90 %,
where all stems of all quotes have 97 and 93 %. Two-word shingles added nothing to that. At 100,000 generated quotes
16 stems held to 25,000 places take 6 ms at the median and 16 ms at p95, by BM25 18 and 42 ms.
"""

from __future__ import annotations

import heapq
import math
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from indexer.store.sqlite.conditions import Sql
from indexer.store.sqlite.expressions import quoted

ANY = Sql("1")
"""The condition that every row meets."""

MOST_STEMS = 16
MOST_PLACES = 25_000
"""What one wording is held to: so many of its rarest stems, which so many rows have in all."""

FEW_STEMS = 3
"""With fewer stems that are rare enough, runs of as many are looked for besides."""

MOST_RUNS = 8

LONGEST_PHRASE = 64
"""Words of a wording that is looked for as a whole: a longer one is found by its rarer words."""

MOST_WHOLE = 1_000
"""Rows that hold the whole of it, or one run."""

WHOLE = 10_000.0
"""What the whole wording weighs: more than all its stems together."""


class Weights:
    """What each stem of a wording weighs in an archive.

    Args:
        frequencies: rows that have it, of those stems that any has.
        rows: of the archive.
    """

    def __init__(self, frequencies: Mapping[str, int], rows: int) -> None:
        self.frequencies = frequencies
        self.of = {stem: math.log(1 + rows / count) for stem, count in frequencies.items()}

    def rarest(self) -> list[str]:
        """The stems that are looked up, rarest first; none where even the rarest is everywhere."""
        chosen: list[str] = []
        places = 0
        for stem in sorted(self.of, key=lambda stem: (self.frequencies[stem], stem))[:MOST_STEMS]:
            places += self.frequencies[stem]
            if places > MOST_PLACES:
                break
            chosen.append(stem)
        return chosen

    def runs(self, stems: Sequence[str]) -> list[tuple[str, ...]]:
        """Runs of stems that stand in the wording, the rarest first."""
        every = {tuple(stems[at : at + FEW_STEMS]) for at in range(len(stems) - FEW_STEMS + 1)}
        known = [run for run in every if all(stem in self.of for stem in run)]
        return sorted(known, key=lambda run: (-sum(self.of[stem] for stem in run), run))[:MOST_RUNS]


def sharing(
    connection: sqlite3.Connection, table: str, column: str, stems: Sequence[str], weights: Weights
) -> dict[int, float]:
    """The rows that share stems of a wording, with the weight of what they share.

    Args:
        table, column: of FTS5, to be looked in.
        stems: of the wording, in order.
    """
    shared: dict[int, float] = {}
    chosen = weights.rarest()
    for stem in chosen:
        _add(connection, table, f"{column} : {quoted((stem,))}", weights.of[stem], MOST_PLACES, shared)
    if len(chosen) < FEW_STEMS:
        for run in weights.runs(stems):
            weight = sum(weights.of[stem] for stem in run)
            _add(connection, table, f"{column} : {quoted(run)}", weight, MOST_WHOLE, shared)
    if stems and len(stems) <= LONGEST_PHRASE and all(stem in weights.of for stem in stems):
        _add(connection, table, f"{column} : {quoted(tuple(stems))}", WHOLE, MOST_WHOLE, shared)
    return shared


def meeting(connection: sqlite3.Connection, rows: str, shared: dict[int, float], rest: Sql) -> dict[int, float]:
    """Those of the rows that meet a condition, which is evaluated once.

    Args:
        rows: the table with the name that ``rest`` calls its row by.
    """
    if rest == ANY:
        return shared
    name = rows.split()[-1]
    # Written out, as they are integers and may be more than the parameters that SQLite takes.
    numbers = ", ".join(map(str, shared))
    statement = f"SELECT {name}.number FROM {rows} WHERE {name}.number IN ({numbers}) AND {rest.text}"
    met = {number for (number,) in connection.execute(statement, rest.parameters)}
    return {number: weight for number, weight in shared.items() if number in met}


def heaviest(shared: dict[int, float], at_once: int) -> Iterator[list[int]]:
    """The rows that share most, in lists of so many."""
    yield heapq.nlargest(at_once, shared, key=shared.__getitem__)
    # The order of the heap is that of the sort, which most questions do not need.
    rest = iter(sorted(shared, key=shared.__getitem__, reverse=True)[at_once:])
    while part := list(islice(rest, at_once)):
        yield part


def _add(
    connection: sqlite3.Connection, table: str, match: str, weight: float, most: int, shared: dict[int, float]
) -> None:
    weight_so_far = shared.get
    for (number,) in connection.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ? LIMIT ?", (match, most)):
        shared[number] = weight_so_far(number, 0.0) + weight

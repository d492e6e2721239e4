"""How many quotes, and how many articles in their own sentences, have a stem: a table that is updated with each write.

FTS5 counts the places of a frequent word one by one, which takes 12 ms for "the" in 1,000,000 quotes.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from indexer.compare import idf
from indexer.store.sqlite.sql.expressions import is_one_token

MOST_LOOKED_UP = 250
"""Stems of a wording whose frequency is looked up; SQLite before 3.32 takes 999 values."""


class CountOf(StrEnum):
    """What is counted: the column of ``terms``."""

    QUOTES = "quotes"
    ARTICLES = "articles"


class Tally:
    """The changes of a batch to the frequencies, and the marks of the quotes that it removes."""

    def __init__(self) -> None:
        self.marks: set[bytes] = set()
        self._quotes: Counter[str] = Counter()
        self._articles: Counter[str] = Counter()

    def quote(self, stems: str, change: int) -> None:
        """A quote with these stems was added (1) or removed (-1)."""
        _count(self._quotes, stems, change)

    def sentences(self, stems: str, change: int) -> None:
        """An article whose own sentences have these stems was added (1) or removed (-1)."""
        _count(self._articles, stems, change)

    def add(self, other: Tally) -> None:
        """Add the counts and marks of another tally."""
        self.marks |= other.marks
        self._quotes.update(other._quotes)
        self._articles.update(other._articles)

    def write(self, connection: sqlite3.Connection, suffix: str) -> None:
        """Update ``terms``."""
        changed = sorted(stem for stem in self._quotes.keys() | self._articles if self._of(stem) != (0, 0))
        connection.executemany(
            f"INSERT INTO terms{suffix} VALUES (?, ?, ?) ON CONFLICT (stem) DO UPDATE"
            " SET quotes = quotes + excluded.quotes, articles = articles + excluded.articles",
            [(stem, *self._of(stem)) for stem in changed],
        )
        connection.executemany(
            f"DELETE FROM terms{suffix} WHERE stem = ? AND quotes <= 0 AND articles <= 0",
            [(stem,) for stem in changed if min(self._of(stem)) < 0],
        )

    def _of(self, stem: str) -> tuple[int, int]:
        return self._quotes.get(stem, 0), self._articles.get(stem, 0)


def _count(counter: Counter[str], stems: str, change: int) -> None:
    (counter.update if change > 0 else counter.subtract)(set(stems.split()))


def frequencies(connection: sqlite3.Connection, stems: Iterable[str], of: CountOf) -> dict[str, int]:
    """The frequency of each stem, without those that none has; of very many stems, the rarest by the table of weights.

    Args:
        of: what is counted.
    """
    rarest = sorted({stem for stem in stems if is_one_token(stem)}, key=lambda stem: (-idf.weight(stem), stem))
    places = ", ".join("?" * len(rarest[:MOST_LOOKED_UP]))
    rows = connection.execute(
        f"SELECT stem, {of} FROM terms WHERE stem IN ({places}) AND {of} > 0", rarest[:MOST_LOOKED_UP]
    )
    return dict(rows.fetchall())

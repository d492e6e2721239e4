"""How many quotes and articles have a stem, kept on write, and which stems of a wording are worth looking up.

FTS5 reads all places of every term that a query names: one frequent word costs more than all rare ones together.
A query is therefore held to its rarest stems, and to so many places in all.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

from indexer.compare import idf
from indexer.store.sqlite.expressions import is_one_token

MOST_LOOKED_UP = 250
"""Different stems of a wording whose frequency is asked for: SQLite before 3.32 takes 999 values at once."""

MOST_STEMS = 6
MOST_PLACES = 50_000
"""What one query is held to: so many of the rarest stems, which so many rows have in all.

Measured at 1,000,000 quotes: 4 and 20,000 cost 7 ms and find 99.3 % of verbatim quotes, 6 and 50,000 20 ms and all.
"""


class Of(StrEnum):
    """Whose frequency: the column of ``terms``."""

    QUOTES = "quotes"
    ARTICLES = "articles"


class Tally:
    """What a batch changes in the frequencies."""

    def __init__(self) -> None:
        self._quotes: Counter[str] = Counter()
        self._articles: Counter[str] = Counter()

    def quote(self, stems: str, change: int) -> None:
        """A quote with these stems was added (1) or removed (-1)."""
        for stem in set(stems.split()):
            self._quotes[stem] += change

    def sentences(self, stems: str, change: int) -> None:
        """An article whose own sentences have these stems was added (1) or removed (-1)."""
        for stem in set(stems.split()):
            self._articles[stem] += change

    def take(self, other: Tally) -> None:
        """Add what another tally counted."""
        self._quotes.update(other._quotes)
        self._articles.update(other._articles)

    def write(self, connection: sqlite3.Connection, suffix: str) -> None:
        """Bring ``terms`` up to date."""
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


def frequencies(connection: sqlite3.Connection, stems: Iterable[str], of: Of) -> dict[str, int]:
    """How many have each of the stems; those that none has are left out.

    Of very many stems, those that the frozen table of weights calls rarest.
    """
    asked = sorted({stem for stem in stems if is_one_token(stem)}, key=lambda stem: (-idf.weight(stem), stem))
    places = ", ".join("?" * len(asked[:MOST_LOOKED_UP]))
    rows = connection.execute(
        f"SELECT stem, {of} FROM terms WHERE stem IN ({places}) AND {of} > 0", asked[:MOST_LOOKED_UP]
    )
    return dict(rows.fetchall())


def rarest(found: dict[str, int]) -> Sequence[str]:
    """The stems that a query is held to, rarest first; none where even the rarest is everywhere."""
    chosen: list[str] = []
    places = 0
    for stem in sorted(found, key=lambda stem: (found[stem], stem))[:MOST_STEMS]:
        places += found[stem]
        if places > MOST_PLACES:
            break
        chosen.append(stem)
    return chosen

"""Quotes and sentences that share a wording's rarer words, inside one transaction of the caller's."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from math import fsum

from indexer.printed import Candidate, Passage
from indexer.query import AllOf, Where
from indexer.store import json_values, passages
from indexer.store.sqlite.frequencies import Of, frequencies
from indexer.store.sqlite.reading import read_candidates
from indexer.store.sqlite.sharing import WHOLE, Weights, heaviest, meeting, sharing
from indexer.store.sqlite.sql.conditions import of_articles, of_quotes

AT_ONCE, FOR_EACH = 400, 8
"""Quotes that are read to be weighed by all of their stems: so many at the most, as SQLite before 3.32 takes 999
values, and so many for each that is wanted."""

MOST_READ = 4_000
"""Quotes that are read at most, where many print the same words."""

MIDDLING = 22
"""Words of a middling quote: as BM25 has it, what is longer must share more."""

LONGEST = 66
"""Words from which on a longer quote need not share more: else of a quote of 171 words a changed part is not found."""


def candidates(
    connection: sqlite3.Connection, stems: Sequence[str], condition: AllOf, size: int
) -> tuple[Candidate, ...]:
    """See ``indexer.store.base.Store.candidates``."""
    rest = of_quotes(condition, Where.CONTENT)
    weights = Weights(frequencies(connection, stems, Of.QUOTES), _rows(connection, "quotes"))
    shared = sharing(connection, "content_search", "content_stems", stems, weights)
    shared = meeting(connection, "quotes AS q", shared, rest)
    best: dict[bytes, tuple[float, int]] = {}
    read = 0
    for part in heaviest(shared, min(AT_ONCE, FOR_EACH * max(size, 1))):
        rows = connection.execute(
            f"SELECT number, fingerprint, content_stems FROM contents WHERE number IN ({', '.join('?' * len(part))})",
            list(part),
        )
        for number, fingerprint, held in rows:
            read += 1
            weight = _weight(held.split(" "), weights, whole=part[number] >= WHOLE)
            best[fingerprint] = min((-weight, number), best.get(fingerprint, (0.0, number)))
        if len(best) >= size or read >= MOST_READ:
            break
    return read_candidates(connection, [number for _, number in sorted(best.values())[:size]])


def sentences(connection: sqlite3.Connection, stems: Sequence[str], condition: AllOf, size: int) -> tuple[Passage, ...]:
    """See ``indexer.store.base.Store.sentences``."""
    rest = of_articles(condition)
    weights = Weights(frequencies(connection, stems, Of.ARTICLES), _rows(connection, "articles"))
    shared = sharing(connection, "sentence_search", "stems", stems, weights)
    shared = meeting(connection, "articles AS a", shared, rest)
    chosen = next(heaviest(shared, passages.ARTICLES_AT_ONCE))
    places = ", ".join("?" * len(chosen))
    found = connection.execute(f"SELECT facts, body, places FROM articles WHERE number IN ({places})", list(chosen))
    read = (
        (json_values.article_from(json.loads(facts), json.loads(body)), json.loads(at)) for facts, body, at in found
    )
    return passages.best(read, stems, size)


def _weight(held: Sequence[str], weights: Weights, *, whole: bool) -> float:
    # fsum: the order, which a set does not keep, makes no difference.
    of = weights.of
    shared = fsum([of[stem] for stem in set(held) if stem in of])
    return (WHOLE if whole else 0.0) + shared / (1.3 + 0.9 * min(len(held), LONGEST) / MIDDLING)


def _rows(connection: sqlite3.Connection, table: str) -> int:
    """About how many: the highest number, which is known without counting."""
    return int(connection.execute(f"SELECT coalesce(max(number), 0) FROM {table}").fetchone()[0]) + 1

"""Quotes and sentences that share a wording's rarer words, inside a transaction of the caller's."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from math import fsum

from indexer.printed import Candidate, OwnSentence
from indexer.query import AllOf, Where
from indexer.store import json_values, own_sentences
from indexer.store.sqlite.frequencies import CountOf, frequencies
from indexer.store.sqlite.reading import read_candidates
from indexer.store.sqlite.sharing import WHOLE, Weights, filtered, heaviest, sharing
from indexer.store.sqlite.sql.conditions import of_articles, of_quotes

AT_ONCE, FOR_EACH = 400, 8
"""Quotes that are read at a time to be weighed by all of their stems, at most (SQLite before 3.32 takes 999 values),
and for each candidate wanted."""

MOST_READ = 4_000
"""Quotes that are read at most if many print the same words."""

USUAL_LENGTH = 22
"""Words of a quote of usual length; as in BM25, a longer one must share more."""

LONGEST = 66
"""Words from which on a quote need not share more: otherwise a changed part of a quote of 171 words is not found."""


def candidates(
    connection: sqlite3.Connection, stems: Sequence[str], condition: AllOf, size: int
) -> tuple[Candidate, ...]:
    """See ``indexer.store.base.Store.candidates``."""
    rest = of_quotes(condition, Where.CONTENT)
    weights = Weights(frequencies(connection, stems, CountOf.QUOTES), _rows(connection, "quotes"))
    shared = sharing(connection, "content_search", "content_stems", stems, weights)
    shared = filtered(connection, "quotes AS q", shared, rest)
    best: dict[bytes, tuple[float, int]] = {}
    read = 0
    for part in heaviest(shared, min(AT_ONCE, FOR_EACH * max(size, 1))):
        rows = connection.execute(
            f"SELECT number, fingerprint, content_stems FROM contents WHERE number IN ({', '.join('?' * len(part))})",
            list(part),
        )
        for number, fingerprint, stored in rows:
            read += 1
            weight = _weight(stored.split(" "), weights, whole=part[number] >= WHOLE)
            best[fingerprint] = min((-weight, number), best.get(fingerprint, (0.0, number)))
        if len(best) >= size or read >= MOST_READ:
            break
    return read_candidates(connection, [number for _, number in sorted(best.values())[:size]])


def sentences(
    connection: sqlite3.Connection, stems: Sequence[str], condition: AllOf, size: int
) -> tuple[OwnSentence, ...]:
    """See ``indexer.store.base.Store.sentences``."""
    rest = of_articles(condition)
    weights = Weights(frequencies(connection, stems, CountOf.ARTICLES), _rows(connection, "articles"))
    shared = sharing(connection, "sentence_search", "stems", stems, weights)
    shared = filtered(connection, "articles AS a", shared, rest)
    chosen = next(heaviest(shared, own_sentences.ARTICLES_AT_ONCE))
    places = ", ".join("?" * len(chosen))
    found = connection.execute(f"SELECT facts, body, places FROM articles WHERE number IN ({places})", list(chosen))
    read = (
        (json_values.article_from(json.loads(facts), json.loads(body)), json.loads(at)) for facts, body, at in found
    )
    return own_sentences.best(read, stems, size)


def _weight(stems: Sequence[str], weights: Weights, *, whole: bool) -> float:
    """The weight of what a quote shares, by its length.

    Args:
        whole: whether it has the whole wording in order.
    """
    # fsum: the result does not depend on the order of a set.
    of = weights.of
    shared = fsum([of[stem] for stem in set(stems) if stem in of])
    return (WHOLE if whole else 0.0) + shared / (1.3 + 0.9 * min(len(stems), LONGEST) / USUAL_LENGTH)


def _rows(connection: sqlite3.Connection, table: str) -> int:
    """About how many rows a table has: its highest number, which takes no counting."""
    return int(connection.execute(f"SELECT coalesce(max(number), 0) FROM {table}").fetchone()[0]) + 1

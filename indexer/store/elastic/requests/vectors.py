"""Quotes near a text in meaning: the search of the engine's index of vectors, and what its answer gives. Pure."""

from __future__ import annotations

from typing import Any

from indexer.query import AllOf, Where
from indexer.store.elastic.connection.answers import Answer, Shape, fields
from indexer.store.elastic.connection.names import Names
from indexer.store.elastic.requests.conditions import Clause, compiled
from indexer.store.elastic.requests.lines import body, header
from indexer.store.elastic.requests.shallow import shallow
from indexer.store.limits import NEAR_READ

MOST_LOOKED_AT = 1_000
CANDIDATES = 2
"""Quotes that each shard gathers for each one wanted: more find more of the nearest, and take longer."""


class _Quote(Shape):
    id: str
    fingerprint: str | None


def near(names: Names, meaning: bytes, condition: AllOf, size: int) -> list[Clause]:
    """The search for the quotes nearest to a vector."""
    looked_at = min(MOST_LOOKED_AT, NEAR_READ * size)
    search: dict[str, Any] = {
        "field": "vector",
        "query_vector": field(meaning),
        "k": looked_at,
        "num_candidates": CANDIDATES * looked_at,
        "filter": [compiled(shallow(condition), Where.CONTENT)],
    }
    found = {"size": looked_at, "knn": search, "_source": fields(_Quote), "track_total_hits": False}
    return [header(names.live.quotes), body(found)]


def field(meaning: bytes) -> list[int]:
    """The vector as a document holds it."""
    return [each - 256 if each > 127 else each for each in meaning]


def nearest_of(answer: Answer, size: int) -> list[tuple[str, float]]:
    """The ids of the nearest quotes that ``near`` found, one for each fingerprint, with their likeness."""
    first: dict[str, tuple[float, str]] = {}
    for hit in answer.hits(_Quote):
        # The engine's score of a cosine is from 0 to 1, and of single precision.
        mine = (round(1 - 2 * hit.score, 6), hit.source.id)
        mark = hit.source.fingerprint or hit.source.id
        first[mark] = min(mine, first.get(mark, mine))
    return [(quote_id, -distance) for distance, quote_id in sorted(first.values())[:size]]

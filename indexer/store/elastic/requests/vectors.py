"""Quotes near a text in meaning: the search of the engine's index of vectors, and what is read of it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from indexer.printed import Near
from indexer.query import AllOf, Where
from indexer.store import stored_fields
from indexer.store.elastic.indices import Names
from indexer.store.elastic.requests.conditions import Clause, compiled
from indexer.store.elastic.requests.lines import Response, body, header
from indexer.store.elastic.requests.shallow import shallow
from indexer.store.limits import FOR_ONE

MOST_LOOKED_AT = 1_000
CANDIDATES = 2
"""Quotes that each shard gathers for each that is looked at: more find more of the nearest, and take longer."""


def near(names: Names, meaning: bytes, condition: AllOf, size: int) -> list[Clause]:
    """The search for the quotes nearest to a vector."""
    looked_at = min(MOST_LOOKED_AT, FOR_ONE * size)
    search: dict[str, Any] = {
        "field": "vector",
        "query_vector": field(meaning),
        "k": looked_at,
        "num_candidates": CANDIDATES * looked_at,
        "filter": [compiled(shallow(condition), Where.CONTENT)],
    }
    found = {"size": looked_at, "knn": search, "_source": ["id", "fingerprint"], "track_total_hits": False}
    return [header(names.live.quotes), body(found)]


def field(meaning: bytes) -> list[int]:
    """The vector as a document holds it."""
    return [each - 256 if each > 127 else each for each in meaning]


def nearest_of(response: Response, size: int) -> list[tuple[str, float]]:
    """The ids of the nearest quotes of ``near``, one for each fingerprint, with their likeness."""
    first: dict[str, tuple[float, str]] = {}
    for held in response["hits"]["hits"]:
        fields = held["_source"]
        # The engine's score of a cosine is from 0 to 1, and of single precision.
        mine = (round(1 - 2 * held["_score"], 6), fields["id"])
        mark = fields["fingerprint"] or fields["id"]
        first[mark] = min(mine, first.get(mark, mine))
    return [(quote_id, -distance) for distance, quote_id in sorted(first.values())[:size]]


def near_of(chosen: Sequence[tuple[str, float]], held: dict[str, stored_fields.Fields]) -> tuple[Near, ...]:
    """The quotes of ``nearest_of``, but for those that have gone since."""
    return tuple(Near(stored_fields.hit_from(held[each]), likeness) for each, likeness in chosen if each in held)

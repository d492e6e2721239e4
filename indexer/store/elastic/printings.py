"""Words in print, asked of the engine: candidates, reports, coverage and sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.printed import Candidate, Coverage, Passage, Reports
from indexer.query import AllOf
from indexer.store import attribution_counts, conditions, stored_fields
from indexer.store.coverage_cache import Remembered
from indexer.store.elastic.requests import printings as requests
from indexer.store.elastic.session import Asking

MOST_ROUNDS = 5
"""Searches for one wording: one more only where many quotes print the same words."""

MANY = 10
"""Reports wanted from which on all are likely to come: they are then counted here, as the engine takes 8 ms for what
takes it 1 without counting (1,000,000 quotes, one of which is found)."""


def candidates(asking: Asking, stems: Sequence[str], condition: AllOf, size: int) -> tuple[Candidate, ...]:
    """See ``indexer.store.base.Store.candidates``."""
    chosen: dict[str, Candidate] = {}
    for _ in range(MOST_ROUNDS):
        (found,) = asking.searched(requests.candidates(asking.names, stems, condition, size, tuple(chosen)))
        likely = requests.candidates_of(found)
        for each in likely:
            chosen.setdefault(each.fingerprint, each)
        if len(likely) < size or len(chosen) >= size:
            break
    return tuple(chosen.values())[:size]


def reports(asking: Asking, fingerprints: Sequence[str], condition: AllOf, size: int) -> Reports:
    """See ``indexer.store.base.Store.reports``."""
    query = requests.printed(conditions.known_fingerprints(fingerprints), condition)
    (found,) = asking.searched(requests.reports(asking.names, query, size, counted=size < MANY))
    if "aggregations" not in found:
        hits = tuple(stored_fields.hit_from(held["_source"]) for held in found["hits"]["hits"])
        if len(hits) == found["hits"]["total"]["value"]:
            return attribution_counts.whole(hits)
        (found,) = asking.searched(requests.reports(asking.names, query, size, counted=True))
    every = {
        name: asking.every(found["aggregations"][name], query, asking.names.live.quotes, aggregation)
        for name, aggregation in requests.COUNTED.items()
    }
    return Reports(
        total=found["hits"]["total"]["value"],
        hits=tuple(stored_fields.hit_from(held["_source"]) for held in found["hits"]["hits"]),
        articles=len(every["articles"]),
        outlets=len(every["outlets"]),
        speakers=requests.attributed_of(every["speakers"]),
    )


def coverage(asking: Asking, condition: AllOf, remembered: Remembered) -> Coverage:
    """See ``indexer.store.base.Store.coverage``."""
    query = requests.covered(condition)
    # While somebody writes, a generation holds for more than one state.
    settled, semantic = asking.standing()
    found = remembered.of(settled, condition) if settled is not None else None
    if found is None:
        answered, generation = asking.current(requests.coverage(asking.names, condition))
        first = answered[0]["aggregations"]["outlets"]
        outlets = asking.every(first, query, asking.names.live.articles, requests.COUNTED["outlets"])
        found = requests.coverage_of(answered, len(outlets), generation)
        if generation == settled:
            remembered.keep(condition, found)
    return replace(found, semantic=semantic)


def sentences(asking: Asking, stems: Sequence[str], condition: AllOf, size: int) -> tuple[Passage, ...]:
    """See ``indexer.store.base.Store.sentences``."""
    (found,) = asking.searched(requests.sentences(asking.names, stems, condition))
    return requests.passages_of(found, stems, size)

"""Candidates, reports, coverage and sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.printed import Candidate, Coverage, OwnSentence, Reports
from indexer.query import AllOf, Hit
from indexer.store import attribution_counts, conditions
from indexer.store.coverage_cache import CoverageCache
from indexer.store.elastic import reading
from indexer.store.elastic.connection.answers import Answer, B, Buckets
from indexer.store.elastic.connection.session import Session
from indexer.store.elastic.requests import printings as requests
from indexer.store.elastic.requests.hits import StoredQuote

MOST_ROUNDS = 5
"""Searches for one wording. More than one is needed only where many quotes print the same words."""

MANY = 10
"""Reports wanted from which on the first search is likely to give all. They are then counted here: to find one quote
among 1,000,000 takes the engine 1 ms, and to count it as well 8 ms."""


def candidates(session: Session, stems: Sequence[str], condition: AllOf, size: int) -> tuple[Candidate, ...]:
    """See ``indexer.store.base.Store.candidates``."""
    chosen: dict[str, Candidate] = {}
    for _ in range(MOST_ROUNDS):
        (answer,) = session.run(requests.candidates(session.names, stems, condition, size, tuple(chosen)))
        likely = requests.candidates_of(answer)
        for each in likely:
            chosen.setdefault(each.fingerprint, each)
        if len(likely) < size or len(chosen) >= size:
            break
    return tuple(chosen.values())[:size]


def reports(session: Session, fingerprints: Sequence[str], condition: AllOf, size: int) -> Reports:
    """See ``indexer.store.base.Store.reports``."""
    query = requests.printed(conditions.known_fingerprints(fingerprints), condition)
    counted = size < MANY
    (answer,) = session.run(requests.reports(session.names, query, size, counted=counted))
    if not counted:
        hits = _hits(answer)
        if len(hits) == answer.total():
            return attribution_counts.count(hits)
        (answer,) = session.run(requests.reports(session.names, query, size, counted=True))
    index = session.names.live.quotes

    def every(name: str, shape: type[Buckets[B]]) -> list[B]:
        return session.all_buckets(answer.aggregation(name, shape), query, index, requests.COUNTED[name])

    return Reports(
        total=answer.total(),
        hits=_hits(answer),
        articles=len(every("articles", Buckets[requests.Value])),
        outlets=len(every("outlets", Buckets[requests.Value])),
        speakers=requests.attributed_of(every("speakers", Buckets[requests.Attribution])),
    )


def coverage(session: Session, condition: AllOf, cache: CoverageCache) -> Coverage:
    """See ``indexer.store.base.Store.coverage``."""
    query = requests.covered(condition)
    # While somebody writes, a generation holds for more than one state.
    settled, semantic = session.settled_state()
    found = cache.get(settled, condition) if settled is not None else None
    if found is None:
        answers, generation = session.run_after_state(requests.coverage(session.names, condition))
        first = answers[0].aggregation("outlets", Buckets[requests.Value])
        outlets = session.all_buckets(first, query, session.names.live.articles, requests.COUNTED["outlets"])
        found = requests.coverage_of(answers, len(outlets), generation)
        if generation == settled:
            cache.put(condition, found)
    return replace(found, semantic=semantic)


def sentences(session: Session, stems: Sequence[str], condition: AllOf, size: int) -> tuple[OwnSentence, ...]:
    """See ``indexer.store.base.Store.sentences``."""
    (answer,) = session.run(requests.sentences(session.names, stems, condition))
    return requests.sentences_of(answer, stems, size)


def _hits(answer: Answer) -> tuple[Hit, ...]:
    found = (reading.hit(hit.id, hit.source) for hit in answer.hits(StoredQuote))
    return tuple(hit for hit in found if hit is not None)

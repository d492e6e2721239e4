"""Thirteen measures of how alike the words of two wordings are, none of which decides alone.

Edit measures miss cuts, containment misses garbling, and everything contains a wording of three words; their weights
are learned (``training/judge.py``).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from indexer.compare.align import Pair, matches, runs
from indexer.compare.idf import weight
from indexer.compare.near_words import near_words
from indexer.compare.records import Measures
from indexer.compare.wording import Wording


def shared_mass(query: Wording, stored: Wording) -> float:
    """The weight of the words that both have, each as often as both have it."""
    return _shared(query.counts, stored.counts)


def found(shared: float, mass: float) -> float:
    """The share of a wording's weight; 0 if it has none."""
    return min(1.0, shared / mass) if mass else 0.0


def measure(query: Wording, stored: Wording, pairs: Sequence[Pair]) -> Measures:
    """The measures of two wordings.

    Args:
        pairs: the words whose stems correspond, in order.
    """
    near = near_words(query, stored)
    counts = stored.counts
    if near.meant:
        meant = [near.meant.get(each, each) for each in stored.stems]
        counts, pairs = Counter(meant), matches(query.stems, meant)
    shared = _shared(query.counts, counts)
    query_found, stored_found = found(shared, query.mass), found(shared, stored.mass)
    shorter, longer = sorted((len(query), len(stored)))
    lighter = min(query.mass, stored.mass)
    in_order = sum(query.weights[i] for i, _ in pairs)
    heaviest = max((sum(query.weights[i : i + length]) for i, _, length in runs(pairs)), default=0.0)
    grams = len(query.grams & stored.grams)
    few_grams, many_grams = sorted((len(query.grams), len(stored.grams)))
    return Measures(
        query_found=query_found,
        stored_found=stored_found,
        both_found=query_found * stored_found,
        either_found=max(query_found, stored_found),
        in_order=found(in_order, lighter),
        respelled=found(near.respelled, lighter),
        synonyms=found(near.synonyms, lighter),
        grams_shared=found(grams, few_grams + many_grams - grams),
        grams_found=found(grams, few_grams),
        words_kept=max(0.0, 1 - _edits(pairs, len(query), len(stored)) / longer) if longer else 0.0,
        length_ratio=found(shorter, longer),
        log_weight=math.log1p(in_order),
        log_run=math.log1p(heaviest),
    )


def _shared(counts: Mapping[str, int], others: Mapping[str, int]) -> float:
    fewer, more = (counts, others) if len(counts) <= len(others) else (others, counts)
    return sum(weight(each) * min(count, more[each]) for each, count in fewer.items() if each in more)


def _edits(pairs: Sequence[Pair], query: int, stored: int) -> int:
    """The words that an alignment replaces, adds and removes: the word-level edit distance, or a little more."""
    total = i = j = 0
    for next_i, next_j in (*pairs, (query, stored)):
        total += max(next_i - i, next_j - j)
        i, j = next_i + 1, next_j + 1
    return total

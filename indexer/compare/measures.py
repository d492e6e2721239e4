"""How alike two wordings are: thirteen measures of words, none of which decides alone.

Edit measures miss cuts, containment misses garbling, and a wording of three words is contained in everything; what
they are worth together is learned (``training/judge.py``).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from indexer.compare.align import Pair, runs
from indexer.compare.idf import weight
from indexer.compare.near_words import near_words
from indexer.compare.records import Measures
from indexer.compare.wording import Wording


def shared_mass(asked: Wording, stored: Wording) -> float:
    """The weight of the words that both have, each as often as both have it, wherever they stand."""
    fewer, more = sorted((asked.counts, stored.counts), key=len)
    return sum(weight(each) * min(count, more[each]) for each, count in fewer.items() if each in more)


def found(shared: float, mass: float) -> float:
    """The share of a wording's weight; 0 of nothing."""
    return min(1.0, shared / mass) if mass else 0.0


def measure(asked: Wording, stored: Wording, pairs: Sequence[Pair]) -> Measures:
    """The measures of two wordings, of which ``pairs`` correspond in order."""
    shared = shared_mass(asked, stored)
    asked_found, stored_found = found(shared, asked.mass), found(shared, stored.mass)
    shorter, longer = sorted((len(asked), len(stored)))
    in_order = sum(asked.weights[i] for i, _ in pairs)
    grams = len(asked.grams & stored.grams)
    few_grams, many_grams = sorted((len(asked.grams), len(stored.grams)))
    heaviest = max((sum(asked.weights[i : i + length]) for i, _, length in runs(pairs)), default=0.0)
    respelled, synonyms = near_words(asked, stored, pairs)
    return Measures(
        asked_found=asked_found,
        stored_found=stored_found,
        both_found=asked_found * stored_found,
        either_found=max(asked_found, stored_found),
        in_order=found(in_order, min(asked.mass, stored.mass)),
        respelled=respelled,
        synonyms=synonyms,
        grams_shared=found(grams, few_grams + many_grams - grams),
        grams_found=found(grams, few_grams),
        words_kept=1 - _edits(pairs, len(asked), len(stored)) / longer if longer else 0.0,
        length_ratio=found(shorter, longer),
        log_weight=math.log1p(in_order),
        log_run=math.log1p(heaviest),
    )


def _edits(pairs: Sequence[Pair], asked: int, stored: int) -> int:
    """Words replaced, added and removed, of an alignment: the word-level edit distance, or a little more."""
    total = i = j = 0
    for next_i, next_j in (*pairs, (asked, stored)):
        total += max(next_i - i, next_j - j)
        i, j = next_i + 1, next_j + 1
    return total

"""How alike two wordings are: twelve measures of words, none of which decides alone.

Edit measures miss cuts, containment misses garbling, and a wording of three words is contained in everything; what
they are worth together is learned (``training/judge.py``).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from indexer.compare.align import Pair, runs
from indexer.compare.idf import weight
from indexer.compare.records import Measures
from indexer.compare.wording import Wording

FEWEST_LETTERS = 4
LETTERS_ALIKE = 0.6
MOST_LETTERS_OFF = 2
"""Two words of four letters and more may be one spelled twice when their pairs of letters overlap this much (Dice)."""

MOST_LEFT_OVER = 60
"""Words of each side that are compared by letters, so that the work is bounded."""


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
    return Measures(
        asked_found=asked_found,
        stored_found=stored_found,
        both_found=asked_found * stored_found,
        either_found=max(asked_found, stored_found),
        in_order=found(in_order, min(asked.mass, stored.mass)),
        respelled=_respelled(asked, stored, pairs),
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


def _respelled(asked: Wording, stored: Wording, pairs: Sequence[Pair]) -> float:
    """Misread, misspelt and transcribed words: those left over that share most pairs of letters with another."""
    lighter, heavier = asked, stored
    used, other_used = {i for i, _ in pairs}, {j for _, j in pairs}
    if asked.mass > stored.mass:
        lighter, heavier, used, other_used = stored, asked, other_used, used
    left: dict[str, list[str]] = {}
    for each in _left_over(heavier, other_used):
        left.setdefault(each[0], []).append(each)
    total = 0.0
    for each in _left_over(lighter, used):
        letters = _letters(each)
        best = 0.0
        for other in left.get(each[0], ()):
            if abs(len(other) - len(each)) <= MOST_LETTERS_OFF:
                others = _letters(other)
                best = max(best, 2 * len(letters & others) / (len(letters) + len(others)))
        if best >= LETTERS_ALIKE:
            total += weight(each) * best
    return found(total, lighter.mass)


def _left_over(of: Wording, used: set[int]) -> list[str]:
    left = (each for number, each in enumerate(of.stems) if number not in used and len(each) >= FEWEST_LETTERS)
    return list(islice(left, MOST_LEFT_OVER))


@lru_cache(maxsize=50_000)
def _letters(word: str) -> frozenset[str]:
    return frozenset(word[at : at + 2] for at in range(len(word) - 1))

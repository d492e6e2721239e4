"""Finds where two wordings differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from indexer.compare.align import Pair, place
from indexer.compare.breaks import ends_sentence
from indexer.compare.records import Guard, GuardKind
from indexer.compare.wording import Wording

SHORT_HEAD = 2
"""Words cut off at the head up to which a "not" among them counts as lost, not as cut off."""

WIDEST = 4
"""Words of a difference, on either side, up to which a word may be taken to stand for one of the other side."""


class Difference(NamedTuple):
    """Words that differ, by their numbers, ends exclusive: ``i`` to ``end_i`` of the query, ``j`` to ``end_j`` of the
    stored."""

    i: int
    end_i: int
    j: int
    end_j: int

    def opposite(self, i: int) -> int:
        """The number of the stored word in the place of a word of the query."""
        return i - self.i + self.j


def find_differences(query: Wording, stored: Wording, pairs: Sequence[Pair]) -> Iterator[Difference]:
    """The differences from the first to the last pair, and at an end if neither side is cut off there.

    At an end as many words are compared as the shorter side has of its sentence, or all of a few: what one prints
    of the next sentence does not stand for what another prints of it, nor for "she told reporters".

    Args:
        pairs: the words that correspond, in order.
    """
    first_i, first_j = pairs[0]
    if first_i and first_j:
        both = min(_before(query, first_i), _before(stored, first_j))
        yield Difference(first_i - both, first_i, first_j - both, first_j)
    elif max(first_i, first_j) <= SHORT_HEAD:
        yield Difference(0, first_i, 0, first_j)
    for (i, j), (next_i, next_j) in pairwise(pairs):
        if next_i > i + 1 or next_j > j + 1:
            yield Difference(i + 1, next_i, j + 1, next_j)
        if query.texts[i] != stored.texts[j]:
            yield Difference(i, i + 1, j, j + 1)
    last_i, last_j = pairs[-1]
    if query.texts[last_i] != stored.texts[last_j]:
        yield Difference(last_i, last_i + 1, last_j, last_j + 1)
    mine, theirs = _behind(query, last_i + 1), _behind(stored, last_j + 1)
    both = min(mine, theirs)
    if max(mine, theirs) > WIDEST:
        mine = theirs = both
    if both:
        yield Difference(last_i + 1, last_i + 1 + mine, last_j + 1, last_j + 1 + theirs)


def _before(wording: Wording, end: int) -> int:
    """The number of words of the sentence before a word."""
    start = end
    while start > 0 and not ends_sentence(wording, start):
        start -= 1
    return end - start


def _behind(wording: Wording, start: int) -> int:
    """The number of words of the sentence from a word on."""
    end = start
    while end < len(wording) and not ends_sentence(wording, end):
        end += 1
    return end - start


def guard(kind: GuardKind, query: Wording, one: Pair, stored: Wording, other: Pair) -> Guard:
    """The guard for two runs of words, each by the numbers of its words, end exclusive."""
    mine, theirs = place(query, *one), place(stored, *other)
    return Guard(kind, query.text[slice(*mine)], mine, stored.text[slice(*theirs)], theirs)

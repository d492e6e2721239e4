"""Where two wordings differ, and how what stands there is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from indexer.compare.align import Pair, place
from indexer.compare.breaks import ends_sentence
from indexer.compare.records import Guard, GuardKind
from indexer.compare.wording import Wording

SHORT_HEAD = 2
"""Words: where no more than these are cut off at the head, a "not" among them is no mere cut."""

WIDEST = 4
"""Words that may stand for one another, on either side, in which one answers one: of more, it may answer others."""


class Region(NamedTuple):
    """Words that differ, ends exclusive: asked from ``i`` to ``end_i``, stored from ``j`` to ``end_j``."""

    i: int
    end_i: int
    j: int
    end_j: int


def regions(query: Wording, stored: Wording, pairs: Sequence[Pair]) -> Iterator[Region]:
    """Where the two differ, from the first to the last pair, and at an end where neither side is cut off.

    Of other words that both sides have at an end as many stand for one another as the shorter has, of the sentence:
    what one outlet prints of the next does not stand for what another does, nor for "she told reporters".
    """
    first_i, first_j = pairs[0]
    if first_i and first_j:
        both = min(_before(query, first_i), _before(stored, first_j))
        yield Region(first_i - both, first_i, first_j - both, first_j)
    elif max(first_i, first_j) <= SHORT_HEAD:
        yield Region(0, first_i, 0, first_j)
    for (i, j), (next_i, next_j) in pairwise(pairs):
        if next_i > i + 1 or next_j > j + 1:
            yield Region(i + 1, next_i, j + 1, next_j)
        if query.texts[i] != stored.texts[j]:
            yield Region(i, i + 1, j, j + 1)
    last_i, last_j = pairs[-1]
    if query.texts[last_i] != stored.texts[last_j]:
        yield Region(last_i, last_i + 1, last_j, last_j + 1)
    both = min(_behind(query, last_i + 1), _behind(stored, last_j + 1))
    if both:
        yield Region(last_i + 1, last_i + 1 + both, last_j + 1, last_j + 1 + both)


def _before(of: Wording, end: int) -> int:
    """Words of the sentence before a place."""
    start = end
    while start > 0 and not ends_sentence(of, start):
        start -= 1
    return end - start


def _behind(of: Wording, start: int) -> int:
    """Words of the sentence from a place on."""
    end = start
    while end < len(of) and not ends_sentence(of, end):
        end += 1
    return end - start


def guard(kind: GuardKind, query: Wording, one: Pair, stored: Wording, other: Pair) -> Guard:
    """The guard for two runs of words, each by its first number and its end."""
    mine, theirs = place(query, *one), place(stored, *other)
    return Guard(kind, query.text[slice(*mine)], mine, stored.text[slice(*theirs)], theirs)

"""Guards for a head that is cut off and denies the rest: "It is not true that", "I don't think"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from indexer.compare.align import Pair
from indexer.compare.breaks import ends_sentence, pause_before
from indexer.compare.guards.differences import guard
from indexer.compare.records import Guard, GuardKind
from indexer.compare.wording import Wording
from indexer.negation import denial_before


def cut_denial_guards(query: Wording, stored: Wording, pairs: Sequence[Pair]) -> Iterator[Guard]:
    """The guard for a "not" that one side alone has before all that both have, and that denies it in the same sentence.

    A "not" that merely stands before a fragment is no denial: fragments are printed so (``would not "take part"``).
    """
    i, j = pairs[0]
    if i and j:
        return
    for index in _denying(query, i):
        yield guard(GuardKind.NEGATION, query, (index, index + 1), stored, (0, 0))
    for index in _denying(stored, j):
        yield guard(GuardKind.NEGATION, query, (0, 0), stored, (index, index + 1))


def _denying(wording: Wording, start: int) -> list[int]:
    """The number of the word that denies what begins at a word, in the same sentence; empty if none does."""
    if start == 0 or ends_sentence(wording, start):
        return []
    denying = denial_before(wording.texts, start, partial(pause_before, wording))
    return [] if denying is None else [denying]

"""What is cut off before a statement and denies it: "It is not true that", "I don't think"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from indexer.compare.align import Pair
from indexer.compare.breaks import ends_sentence, pauses
from indexer.compare.guards.differences import guard
from indexer.compare.records import Guard, GuardKind
from indexer.compare.wording import Wording
from indexer.negation import denial_before


def cut_denials(query: Wording, stored: Wording, pairs: Sequence[Pair]) -> Iterator[Guard]:
    """The guard for a "not" that one side alone has, where it denies all that both have, in the same sentence.

    A "not" that only stands before a fragment is none: ``would not "take part in it"`` is how fragments are printed.
    """
    i, j = pairs[0]
    if i and j:
        return
    for number in _denying(query, i):
        yield guard(GuardKind.NEGATION, query, (number, number + 1), stored, (0, 0))
    for number in _denying(stored, j):
        yield guard(GuardKind.NEGATION, query, (0, 0), stored, (number, number + 1))


def _denying(of: Wording, place: int) -> list[int]:
    """The word that denies what begins at a place, in the same sentence."""
    if place == 0 or ends_sentence(of, place):
        return []
    denying = denial_before(of.texts, place, partial(pauses, of))
    return [] if denying is None else [denying]

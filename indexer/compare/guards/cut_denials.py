"""What is cut off before a statement and denies it: "It is not true that", "I don't think"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer.compare.align import Pair
from indexer.compare.breaks import ends_sentence, pauses
from indexer.compare.guards.differences import guard
from indexer.compare.records import Guard, GuardKind
from indexer.compare.wording import Wording
from indexer.english import NEGATION

REACH = 4
"""Words before "true", "think" or "evidence" in which a "not" denies it: "I do not for a moment think"."""

_OPENERS = frozenset(("that", "if", "whether"))
_EVER = frozenset(("whatsoever", "whatever", "ever"))


def cut_heads(asked: Wording, stored: Wording, pairs: Sequence[Pair]) -> Iterator[Guard]:
    """The guard for a "not" that one side alone has, where it denies all that both have, in the same sentence.

    A "not" that only stands before a fragment is none: ``would not "take part in it"`` is how fragments are printed.
    """
    i, j = pairs[0]
    if i and j:
        return
    for number in _denying(asked, i):
        yield guard(GuardKind.NEGATION, asked, (number, number + 1), stored, (0, 0))
    for number in _denying(stored, j):
        yield guard(GuardKind.NEGATION, asked, (0, 0), stored, (number, number + 1))


def _denying(of: Wording, place: int) -> list[int]:
    """The "not" that denies what begins at a place: that of "not true that", "no evidence that", "don't think"."""
    if place == 0 or ends_sentence(of, place):
        return []
    at = place - 1
    if of.texts[at] in _OPENERS:
        at -= 1
    while at > 0 and (of.texts[at].endswith("ly") or of.texts[at] in _EVER):
        at -= 1
    if at < 0 or (of.texts[at] not in NEGATION.deniable and not _is_untrue(of, at)):
        return []
    for number in range(at, max(-1, at - 1 - REACH), -1):
        if number < at and (pauses(of, number + 1) or of.texts[number] in _OPENERS):
            break
        if of.texts[number] in NEGATION.before and of.texts[number + 1] not in NEGATION.only:
            return [number]
        if _is_untrue(of, number):
            twice = not NEGATION.before.isdisjoint(of.texts[max(0, number - REACH) : number])
            return [] if twice else [number]
    return []


def _is_untrue(of: Wording, number: int) -> bool:
    """Whether a word says that something is not true: "a lie that", "wrong to say that"."""
    return of.texts[number] in NEGATION.untrue or of.texts[number] in NEGATION.absurd

"""Guards for another amount without a number: "most" of them for "all", "sometimes" for "always", "may" for "will"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from indexer.compare.breaks import begins_sentence
from indexer.compare.guards.differences import WIDEST, Difference, guard
from indexer.compare.records import Guard, GuardKind
from indexer.compare.wording import Wording
from indexer.english import NUMBERS

LONGEST = 3
"""Words of an amount: "a number of"."""


class _Amount(NamedTuple):
    """An amount by the numbers of its words, end exclusive."""

    start: int
    end: int
    scale: str
    amount: str


def amount_guards(query: Wording, stored: Wording, differences: Sequence[Difference]) -> Iterator[Guard]:
    """The guards for words in one place that are two amounts on one scale."""
    for difference in differences:
        if max(difference.end_i - difference.i, difference.end_j - difference.j) > WIDEST:
            continue
        mine = _amounts(query, difference.i, difference.end_i)
        theirs = _amounts(stored, difference.j, difference.end_j)
        if len(mine) == len(theirs) == 1:
            one, other = *mine, *theirs
            if one.scale == other.scale and one.amount != other.amount:
                yield guard(GuardKind.NUMBER, query, (one.start, one.end), stored, (other.start, other.end))


def _amounts(wording: Wording, start: int, end: int) -> list[_Amount]:
    """The amounts that begin or end among some words; the longest phrase at each place."""
    found: list[_Amount] = []
    at = max(0, start - LONGEST + 1)
    while at < end:
        known = _amount(wording, at)
        if known is None:
            at += 1
            continue
        if known.end > start:
            found.append(known)
        at = known.end
    return found


def _amount(wording: Wording, at: int) -> _Amount | None:
    word = wording.words[at]
    if wording.text[word.start].isupper() and not begins_sentence(wording, at):
        return None  # "in May", "Will Lund"
    for length in range(LONGEST, 0, -1):
        known = NUMBERS.amounts.get(" ".join(wording.texts[at : at + length]))
        if known is not None and at + length <= len(wording):
            return _Amount(at, at + length, *known)
    return None

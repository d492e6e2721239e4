"""Guards for another amount without a number: "most" of them for "all"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer.compare.guards.differences import WIDEST, Difference, guard
from indexer.compare.records import Guard, GuardKind
from indexer.compare.wording import Wording
from indexer.english import NUMBERS


def amount_guards(query: Wording, stored: Wording, differences: Sequence[Difference]) -> Iterator[Guard]:
    """The guards for words in one place that are two amounts on one scale."""
    for difference in differences:
        if max(difference.end_i - difference.i, difference.end_j - difference.j) > WIDEST:
            continue
        mine, theirs = _amounts(query, difference.i, difference.end_i), _amounts(stored, difference.j, difference.end_j)
        if len(mine) == len(theirs) == 1:
            (index, amount), (other, another) = *mine, *theirs
            if amount[0] == another[0] and amount != another:
                yield guard(GuardKind.NUMBER, query, (index, index + 1), stored, (other, other + 1))


def _amounts(wording: Wording, start: int, end: int) -> list[tuple[int, tuple[str, str]]]:
    """The amounts among some words: the number of the word, its scale and amount."""
    amounts = NUMBERS.amounts
    return [(index, amounts[wording.texts[index]]) for index in range(start, end) if wording.texts[index] in amounts]

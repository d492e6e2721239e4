"""Another amount, told without a number: "most" of them where the other has "all"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer.compare.guards.differences import WIDEST, Region, guard
from indexer.compare.records import Guard, GuardKind
from indexer.compare.wording import Wording
from indexer.english import QUANTITIES


def amounts(query: Wording, stored: Wording, regions: Sequence[Region]) -> Iterator[Guard]:
    """The guards for words that stand for one another and are two amounts."""
    for region in regions:
        if max(region.end_i - region.i, region.end_j - region.j) > WIDEST:
            continue
        mine, theirs = _amounts(query, region.i, region.end_i), _amounts(stored, region.j, region.end_j)
        if len(mine) == len(theirs) == 1:
            (number, amount), (other, another) = *mine, *theirs
            if amount[0] == another[0] and amount != another:
                yield guard(GuardKind.NUMBER, query, (number, number + 1), stored, (other, other + 1))


def _amounts(of: Wording, start: int, end: int) -> list[tuple[int, tuple[str, str]]]:
    """The amounts of a place: the number of the word, and its scale and amount."""
    amounts = QUANTITIES.amounts
    return [(number, amounts[of.texts[number]]) for number in range(start, end) if of.texts[number] in amounts]

"""Guards for another number: in digits, in words, or in a name such as "G4S"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from indexer.compare.align import Pair
from indexer.compare.guards.differences import Difference, guard
from indexer.compare.guards.exchanges import exchange_guards
from indexer.compare.quantities import Number, read_numbers
from indexer.compare.quantities.units import with_unit
from indexer.compare.records import Guard, GuardKind
from indexer.compare.wording import Wording

NEAR = 6
"""Words that a number may move ("his 2005 vote", "his vote in 2005") and still be the same, or stand for another."""

_DIGITS = re.compile(r"[0-9]+")


def number_guards(
    query: Wording, stored: Wording, differences: Sequence[Difference], pairs: Sequence[Pair]
) -> Iterator[Guard]:
    """The guards for numbers that differ in one place, have another unit or sign, moved, or have changed places.

    Args:
        pairs: the words that correspond, in order.
    """
    every, others = read_numbers(query), read_numbers(stored)
    lost: list[tuple[Number, Difference]] = []
    added: list[tuple[Number, Difference]] = []
    for difference in differences:
        mine, theirs = _beside(every, difference.i, difference.end_i), _beside(others, difference.j, difference.end_j)
        for one in list(mine):
            same = next((other for other in theirs if not _differ(one, other)), None)
            if same is not None:
                mine.remove(one)
                theirs.remove(same)
        both = min(len(mine), len(theirs))
        for one, other in zip(mine[:both], theirs[:both], strict=True):
            yield _guard(query, one, stored, other)
        lost += [(one, difference) for one in mine[both:]]
        added += [(other, difference) for other in theirs[both:]]
        yield from _in_names(query, stored, difference)
    yield from _moved(query, stored, lost, added)
    yield from _of_other_units(query, every, stored, others, pairs)
    runs = [number.run for number in every], [number.run for number in others]
    yield from exchange_guards(query, runs[0], stored, runs[1], GuardKind.NUMBER)


def _of_other_units(
    query: Wording, every: Sequence[Number], stored: Wording, others: Sequence[Number], pairs: Sequence[Pair]
) -> Iterator[Guard]:
    """The guards for one number with two units or signs: "$120,000", "120,000 pounds"."""
    mine, theirs = _by_word(every), _by_word(others)
    for one, other in dict.fromkeys((mine[i], theirs[j]) for i, j in pairs if i in mine and j in theirs):
        if _units_differ(one, other):
            yield _guard(query, one, stored, other)


def _by_word(found: Sequence[Number]) -> dict[int, Number]:
    return {word: number for number in found for word in range(*number.run)}


def _guard(query: Wording, mine: Number, stored: Wording, theirs: Number) -> Guard:
    if mine.said != theirs.said:
        return guard(GuardKind.NUMBER, query, mine.run, stored, theirs.run)
    one, other = with_unit(query, mine.run), with_unit(stored, theirs.run)
    return Guard(GuardKind.NUMBER, query.text[slice(*one)], one, stored.text[slice(*other)], other)


def _differ(one: Number, other: Number) -> bool:
    if one.time is not None and other.time is not None:
        return not one.time.may_be(other.time)
    return _units_differ(one, other) or (one.day != other.day and not (one.is_one or other.is_one))


def _units_differ(one: Number, other: Number) -> bool:
    return (one.unit and other.unit and one.unit != other.unit) or one.negative is not other.negative


def _moved(
    query: Wording,
    stored: Wording,
    lost: Sequence[tuple[Number, Difference]],
    added: Sequence[tuple[Number, Difference]],
) -> Iterator[Guard]:
    """The guards for lost numbers near which an altered one was added."""
    left = list(added)
    others = []
    for mine, difference in lost:
        same = next((each for each in left if mine.said == each[0].said), None)
        if same is not None:
            left.remove(same)
        else:
            others.append((mine, difference))
    for mine, difference in others:
        for each in left:
            theirs = each[0]
            near = abs(difference.opposite(mine.run[0]) - theirs.run[0]) <= NEAR
            if near and _digits_alike(mine.said, theirs.said):
                left.remove(each)
                yield guard(GuardKind.NUMBER, query, mine.run, stored, theirs.run)
                break


def _digits_alike(one: str, other: str) -> bool:
    """Whether two numbers look like one that was altered: as many digits, two or more."""
    return one.isdigit() and other.isdigit() and len(one) == len(other) > 1


def _in_names(query: Wording, stored: Wording, difference: Difference) -> Iterator[Guard]:
    """The guards for words of letters and digits that differ in their digits alone: "G2S", "G4S"."""
    mine, theirs = _mixed(query, difference.i, difference.end_i), _mixed(stored, difference.j, difference.end_j)
    for form, i in mine.items():
        j = theirs.get(form)
        if j is not None and query.texts[i] != stored.texts[j]:
            yield guard(GuardKind.NUMBER, query, (i, i + 1), stored, (j, j + 1))


def _mixed(wording: Wording, start: int, end: int) -> dict[str, int]:
    """The words of letters and digits, by their form without digits."""
    found = {}
    for index in range(start, end):
        text = wording.texts[index]
        if not text[0].isdigit() and not text.isalpha() and _DIGITS.search(text):
            found[_DIGITS.sub("#", text)] = index
    return found


def _beside(found: Sequence[Number], start: int, end: int) -> list[Number]:
    """Those of some numbers in order that stand in a place or directly beside it: "five million" beside "five"."""
    first = bisect_left(found, start, key=lambda number: number.run[1])
    return list(found[first : bisect_right(found, end, key=lambda number: number.run[0])])

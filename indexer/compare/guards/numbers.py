"""Guards for another number: in digits, in words, or in a name such as "G4S"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from indexer.compare.align import Pair
from indexer.compare.guards.differences import Difference, guard
from indexer.compare.guards.exchanges import exchange_guards
from indexer.compare.quantities import PERCENT, Number, against_another, read_numbers
from indexer.compare.quantities.units import with_unit
from indexer.compare.records import Guard, GuardKind
from indexer.compare.wording import Wording

NEAR = 6
"""Words that a number may move ("his 2005 vote", "his vote in 2005") and still be the same, or stand for another."""

MOST_SCORED = 40
"""Numbers of a wording among which scores are looked for, so that the work is bounded."""

ROUNDED = Fraction(1, 100)
"""Two shares of a whole that differ by no more are one, in other numbers: two thirds, 67 per cent."""

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
    yield from _turned(query, every, stored, others)
    yield from _of_other_units(query, every, stored, others, pairs)
    runs = [number.run for number in every], [number.run for number in others]
    yield from exchange_guards(query, runs[0], stored, runs[1], GuardKind.NUMBER)


def _of_other_units(
    query: Wording, every: Sequence[Number], stored: Wording, others: Sequence[Number], pairs: Sequence[Pair]
) -> Iterator[Guard]:
    """The guards for one number with two units or signs ("$120,000", "120,000 pounds"), and for a number cut short.

    "A million" is cut out of "half a million". What is cut off at the very end of a text is no other number.
    """
    mine, theirs = _by_word(every), _by_word(others)
    for one, other in dict.fromkeys((mine[i], theirs[j]) for i, j in pairs if i in mine and j in theirs):
        shorter = (query, one) if _length(one) < _length(other) else (stored, other)
        cut = (
            _is_inside(*shorter)
            and one.time is other.time is None
            and one.day != other.day
            and not (one.is_one or other.is_one)
        )
        if _units_differ(one, other) or (cut and _length(one) != _length(other)):
            yield _guard(query, one, stored, other)


def _length(number: Number) -> int:
    return number.run[1] - number.run[0]


def _is_inside(wording: Wording, number: Number) -> bool:
    return number.run[0] > 0 and number.run[1] < len(wording)


def _turned(query: Wording, every: Sequence[Number], stored: Wording, others: Sequence[Number]) -> Iterator[Guard]:
    """The guards for scores that are turned around: "won 9-2", "won 2-9"."""
    mine, theirs = _scores(query, every), _scores(stored, others)
    for score, (one, _) in mine.items():
        turned = theirs.get(score[::-1])
        if turned is not None and score not in theirs and score[::-1] not in mine:
            yield _guard(query, one, stored, turned[0])


def _scores(wording: Wording, found: Sequence[Number]) -> dict[tuple[str, ...], tuple[Number, Number]]:
    """The numbers that are counted against one another, by their values."""
    pairs = pairwise(found[:MOST_SCORED])
    return {(one.said, other.said): (one, other) for one, other in pairs if against_another(wording, one, other)}


def _by_word(found: Sequence[Number]) -> dict[int, Number]:
    """The numbers by their words, but for several that one run of words is."""
    runs = Counter(number.run for number in found)
    return {word: number for number in found if runs[number.run] == 1 for word in range(*number.run)}


def _guard(query: Wording, mine: Number, stored: Wording, theirs: Number) -> Guard:
    if mine.said != theirs.said:
        return guard(GuardKind.NUMBER, query, mine.run, stored, theirs.run)
    one, other = with_unit(query, mine.run), with_unit(stored, theirs.run)
    return Guard(GuardKind.NUMBER, query.text[slice(*one)], one, stored.text[slice(*other)], other)


def _differ(one: Number, other: Number) -> bool:
    mine, theirs = one.time or (other.time and one.possible_time), other.time or (one.time and other.possible_time)
    if mine is not None and theirs is not None:
        return not mine.may_be(theirs)
    if one.share is not None and other.share is not None and one.unit != other.unit:
        return abs(one.share - other.share) > ROUNDED
    return _units_differ(one, other) or (one.day != other.day and not (one.is_one or other.is_one))


def _units_differ(one: Number, other: Number) -> bool:
    if {one.unit, other.unit} == {PERCENT, None} and (one.of_whole and other.of_whole):
        return True  # "40 per cent of the pupils", "40 of the pupils"
    return bool(one.unit and other.unit and one.unit != other.unit) or one.negative is not other.negative


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
    first = bisect_left(found, start, key=lambda number: max(number.run[1], number.end))
    return list(found[first : bisect_right(found, end, key=lambda number: number.run[0])])

"""Another number, in digits, in words, or in a name such as "G4S"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from indexer import words as lists
from indexer.compare.align import Pair
from indexer.compare.clock import Time, time_of_day
from indexer.compare.records import Guard, GuardKind
from indexer.compare.regions import Region, guard
from indexer.compare.roles import exchanged
from indexer.compare.sums import Sum
from indexer.compare.units import is_negative, unit, with_unit
from indexer.compare.wording import Wording

NEAR = 6
"""Words that a number may move ("his 2005 vote", "his vote in 2005") and still be the same one, or stand for it."""

LONGEST_UNIT = 2
"""Letters of an unknown unit ("5km"): with more behind a digit ("1egs") a word was misread."""

_AND = ("and",)
_AND_A_HALF = ("and", "a", "half")
_BEFORE_AND = ("hundred", "thousand", "million")
_TIMES = ("time", "times")
_BREAKS = ",;:.!?()"
_ORDINAL = re.compile(r"([0-9]+)(?:st|nd|rd|th)")
_ONE_PART = re.compile(r"\A1 (?=[0-9]+(?:rd|th)\Z)")
_DIGITS = re.compile(r"[0-9]+")

LONGEST = 20
"""Words of one number, or of numbers in a row that are compared as one."""

Run = tuple[int, int]
"""Numbers of words that are one number, end exclusive."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is printed.

    Args:
        run: its words.
        said: the number that it is, or its numbers: "4500000" of "four and a half million", "2 1" of "2-1".
        day: the same, but of a day beside its month without its ending: "January 6th" is "January 6".
        unit: what it counts, where that is known.
        negative: it is below zero.
        time: of day, where it is one.
        is_one: it is the word "one", which stands for a person or an article too often to be another number.
    """

    run: Run
    said: str
    day: str
    unit: str | None
    negative: bool
    time: Time | None
    is_one: bool


def numbers(asked: Wording, stored: Wording, regions: Sequence[Region], pairs: Sequence[Pair]) -> Iterator[Guard]:
    """The guards for numbers that differ in the same place, that moved and are others, or that have changed places.

    And for one number of two units.

    Args:
        regions: where the two differ.
        pairs: the words that correspond, in order.
    """
    every, others = _read(asked), _read(stored)
    lost: list[tuple[Number, Region]] = []
    added: list[tuple[Number, Region]] = []
    for region in regions:
        mine, theirs = _beside(every, region.i, region.end_i), _beside(others, region.j, region.end_j)
        for one in list(mine):
            same = next((other for other in theirs if not _differ(one, other)), None)
            if same is not None:
                mine.remove(one)
                theirs.remove(same)
        both = min(len(mine), len(theirs))
        for one, other in zip(mine[:both], theirs[:both], strict=True):
            yield _guard(asked, one, stored, other)
        lost += [(one, region) for one in mine[both:]]
        added += [(other, region) for other in theirs[both:]]
        yield from _in_names(asked, stored, region)
    yield from _moved(asked, stored, lost, added)
    yield from _of_other_units(asked, every, stored, others, pairs)
    runs = [number.run for number in every], [number.run for number in others]
    yield from exchanged(asked, runs[0], stored, runs[1], GuardKind.NUMBER)


def _of_other_units(
    asked: Wording, every: Sequence[Number], stored: Wording, others: Sequence[Number], pairs: Sequence[Pair]
) -> Iterator[Guard]:
    """The guards for one number of two units: "$120,000", "120,000 pounds"; and for one below zero."""
    mine, theirs = _by_word(every), _by_word(others)
    for one, other in dict.fromkeys((mine[i], theirs[j]) for i, j in pairs if i in mine and j in theirs):
        if _units_differ(one, other):
            yield _guard(asked, one, stored, other)


def _by_word(found: Sequence[Number]) -> dict[int, Number]:
    return {word: number for number in found for word in range(*number.run)}


def _guard(asked: Wording, mine: Number, stored: Wording, theirs: Number) -> Guard:
    if mine.said != theirs.said:
        return guard(GuardKind.NUMBER, asked, mine.run, stored, theirs.run)
    one, other = with_unit(asked, mine.run), with_unit(stored, theirs.run)
    return Guard(GuardKind.NUMBER, asked.text[slice(*one)], one, stored.text[slice(*other)], other)


def _differ(one: Number, other: Number) -> bool:
    if one.time is not None and other.time is not None:
        return not one.time.may_be(other.time)
    return _units_differ(one, other) or (one.day != other.day and not (one.is_one or other.is_one))


def _units_differ(one: Number, other: Number) -> bool:
    return (one.unit and other.unit and one.unit != other.unit) or one.negative is not other.negative


def _moved(
    asked: Wording, stored: Wording, lost: Sequence[tuple[Number, Region]], added: Sequence[tuple[Number, Region]]
) -> Iterator[Guard]:
    left = list(added)
    others = []
    for mine, region in lost:
        same = next((each for each in left if mine.said == each[0].said), None)
        if same is not None:
            left.remove(same)
        else:
            others.append((mine, region))
    for mine, region in others:
        for each in left:
            theirs = each[0]
            near = abs((mine.run[0] - region.i) + region.j - theirs.run[0]) <= NEAR
            if near and _digits_alike(mine.said, theirs.said):
                left.remove(each)
                yield guard(GuardKind.NUMBER, asked, mine.run, stored, theirs.run)
                break


def _digits_alike(one: str, other: str) -> bool:
    """Whether two numbers look like one that was altered: of as many digits, both of two and more."""
    return one.isdigit() and other.isdigit() and len(one) == len(other) > 1


def _in_names(asked: Wording, stored: Wording, region: Region) -> Iterator[Guard]:
    """Words made of letters and digits that differ in their digits alone: "G2S", "G4S"."""
    mine, theirs = _mixed(asked, region.i, region.end_i), _mixed(stored, region.j, region.end_j)
    for shape, number in mine.items():
        other = theirs.get(shape)
        if other is not None and asked.texts[number] != stored.texts[other]:
            yield guard(GuardKind.NUMBER, asked, (number, number + 1), stored, (other, other + 1))


def _mixed(of: Wording, start: int, end: int) -> dict[str, int]:
    found = {}
    for number in range(start, end):
        text = of.texts[number]
        if not text[0].isdigit() and not text.isalpha() and _DIGITS.search(text):
            found[_DIGITS.sub("#", text)] = number
    return found


@cache
def _number_words() -> dict[str, str]:
    values = {word: str(value) for value, word in enumerate(lists.lines("numbers"))}
    for line in lists.lines("number_words"):
        word, _, value = line.partition(":")
        values[word] = value.strip()
    return values


@lru_cache(maxsize=10_000)
def _value(text: str) -> str | None:
    """The number that a word is, None of a word that is none."""
    if text[0].isdigit():
        digits = text.rstrip("abcdefghijklmnopqrstuvwxyz")
        unit = text[len(digits) :]
        if unit in ("st", "nd", "rd", "th"):
            return text
        value = digits.replace(",", "")
        if unit in _number_words():
            return f"{value} {_number_words()[unit]}"
        return value if len(unit) <= LONGEST_UNIT else None
    return _number_words().get(text)


def _beside(found: Sequence[Number], start: int, end: int) -> list[Number]:
    """Those of the numbers, in order, that stand in a place or directly beside it: "five million" beside "five"."""
    first = bisect_left(found, start, key=lambda number: number.run[1])
    return list(found[first : bisect_right(found, end, key=lambda number: number.run[0])])


def _read(of: Wording) -> list[Number]:
    """The numbers of a wording, in order; each word is looked at once."""
    runs: list[Run] = []
    for word in range(len(of)):
        if _is_number(of, word):
            if runs and word - runs[-1][0] < LONGEST and _goes_on(of, runs[-1][1], word):
                runs[-1] = (runs[-1][0], word + 1)
            else:
                runs.append((word, word + 1))
    return [_number(of, run) for run in runs]


def _number(of: Wording, run: Run) -> Number:
    said = _said(of, run)
    around = of.texts[max(0, run[0] - 2) : run[0]] + of.texts[run[1] : run[1] + 2]
    day = said if lists.entries("weekdays_and_months").isdisjoint(around) else _ORDINAL.sub(r"\1", said)
    is_one = of.texts[slice(*run)] == ("one",)
    return Number(run, said, day, unit(of, run), is_negative(of, run), time_of_day(of, run), is_one)


def _is_number(of: Wording, number: int) -> bool:
    """Whether a word is a number; that of "no one" is none."""
    return bool(_value(of.texts[number])) and of.texts[max(0, number - 1) : number + 1] != ("no", "one")


def _goes_on(of: Wording, end: int, number: int) -> bool:
    """Whether a number goes on with a later word, as "two hundred and five" does, and "2027, three" does not."""
    if any(mark in _BREAKS for mark in of.text[of.words[end - 1].end : of.words[number].start]):
        return False
    between = of.texts[end:number]
    return between in ((), _AND_A_HALF) or (between == _AND and of.texts[end - 1] in _BEFORE_AND)


def _said(of: Wording, run: Run) -> str:
    """The number that a run is, or its numbers: "4500000" of "four and a half million", "2 1" of "2-1"."""
    found = Sum()
    for number in range(*run):
        text = of.texts[number]
        value = _value(text)
        if value is not None:
            for part in value.split():
                found.take(part, in_words=not text[0].isdigit())
            if of.texts[number + 1 : number + 1 + len(_AND_A_HALF)] == _AND_A_HALF:
                found.add_half()
    times = [text for text in of.texts[run[1] : run[1] + 1] if text in _TIMES]
    return " ".join([_ONE_PART.sub("", found.said()), *times])

"""Another number, in digits, in words, or in a name such as "G4S"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from indexer import words as lists
from indexer.compare.align import Pair
from indexer.compare.clock import time_of_day
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

Run = tuple[int, int]
"""Numbers of words that are one number, end exclusive."""


def numbers(asked: Wording, stored: Wording, regions: Sequence[Region]) -> Iterator[Guard]:
    """The guards for numbers that differ in the same place, and for one that moved and is another."""
    lost: list[tuple[Run, Region]] = []
    added: list[tuple[Run, Region]] = []
    for region in regions:
        mine, theirs = _runs(asked, region.i, region.end_i), _runs(stored, region.j, region.end_j)
        for one in list(mine):
            same = next((other for other in theirs if not _differ(asked, one, stored, other)), None)
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
    every = _runs(asked, 0, len(asked)), _runs(stored, 0, len(stored))
    yield from exchanged(asked, every[0], stored, every[1], GuardKind.NUMBER)


def of_other_units(asked: Wording, stored: Wording, pairs: Sequence[Pair]) -> Iterator[Guard]:
    """The guards for one number of two units: "$120,000", "120,000 pounds"; and for one below zero."""
    for i, j in pairs:
        if _value(asked.texts[i]):
            mine, theirs = _run_around(asked, i), _run_around(stored, j)
            if mine and theirs and _units_differ(asked, mine, stored, theirs):
                yield _guard(asked, mine, stored, theirs)


def _guard(asked: Wording, mine: Run, stored: Wording, theirs: Run) -> Guard:
    if _said(asked, mine) != _said(stored, theirs):
        return guard(GuardKind.NUMBER, asked, mine, stored, theirs)
    one, other = with_unit(asked, mine), with_unit(stored, theirs)
    return Guard(GuardKind.NUMBER, asked.text[slice(*one)], one, stored.text[slice(*other)], other)


def _units_differ(asked: Wording, mine: Run, stored: Wording, theirs: Run) -> bool:
    one, other = unit(asked, mine), unit(stored, theirs)
    return (one and other and one != other) or is_negative(asked, mine) is not is_negative(stored, theirs)


def _moved(
    asked: Wording, stored: Wording, lost: Sequence[tuple[Run, Region]], added: Sequence[tuple[Run, Region]]
) -> Iterator[Guard]:
    left = list(added)
    others = []
    for mine, region in lost:
        same = next((each for each in left if _said(asked, mine) == _said(stored, each[0])), None)
        if same is not None:
            left.remove(same)
        else:
            others.append((mine, region))
    for mine, region in others:
        for theirs, _ in left:
            near = abs((mine[0] - region.i) + region.j - theirs[0]) <= NEAR
            if near and _digits_alike(asked, mine, stored, theirs):
                left.remove((theirs, _))
                yield guard(GuardKind.NUMBER, asked, mine, stored, theirs)
                break


def _digits_alike(asked: Wording, mine: Run, stored: Wording, theirs: Run) -> bool:
    """Whether two numbers look like one that was altered: of as many digits, both of two and more."""
    one, other = _said(asked, mine), _said(stored, theirs)
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


def _runs(of: Wording, start: int, end: int) -> list[Run]:
    """The numbers of a place, with what stands directly beside it: "five" of "five million"."""
    while start > 0 and _is_number(of, start - 1):
        start -= 1
    while end < len(of) and _is_number(of, end):
        end += 1
    found: list[Run] = []
    for number in range(start, end):
        if _is_number(of, number):
            if found and _goes_on(of, found[-1][1], number):
                found[-1] = (found[-1][0], number + 1)
            else:
                found.append((number, number + 1))
    return found


def _run_around(of: Wording, number: int) -> Run | None:
    """The whole number that a word is part of."""
    return next((run for run in _runs(of, number, number + 1) if run[0] <= number < run[1]), None)


def _is_number(of: Wording, number: int) -> bool:
    """Whether a word is a number; that of "no one" is none."""
    return bool(_value(of.texts[number])) and of.texts[max(0, number - 1) : number + 1] != ("no", "one")


def _goes_on(of: Wording, end: int, number: int) -> bool:
    """Whether a number goes on with a later word, as "two hundred and five" does, and "2027, three" does not."""
    if any(mark in _BREAKS for mark in of.text[of.words[end - 1].end : of.words[number].start]):
        return False
    between = of.texts[end:number]
    return between in ((), _AND_A_HALF) or (between == _AND and of.texts[end - 1] in _BEFORE_AND)


def _differ(asked: Wording, mine: Run, stored: Wording, theirs: Run) -> bool:
    """Whether two numbers are not one; "one" stands for a person or an article too often to be another number."""
    times = time_of_day(asked, mine), time_of_day(stored, theirs)
    if times[0] is not None and times[1] is not None:
        return not times[0].may_be(times[1])
    if _units_differ(asked, mine, stored, theirs):
        return True
    one, other = _day(asked, mine), _day(stored, theirs)
    return one != other and "one" not in (" ".join(asked.texts[slice(*mine)]), " ".join(stored.texts[slice(*theirs)]))


def _day(of: Wording, run: Run) -> str:
    """``_said``, but of a day beside its month without its ending: "January 6th" is "January 6"."""
    said = _said(of, run)
    around = of.texts[max(0, run[0] - 2) : run[0]] + of.texts[run[1] : run[1] + 2]
    return said if lists.entries("weekdays_and_months").isdisjoint(around) else _ORDINAL.sub(r"\1", said)


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

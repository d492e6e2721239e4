"""Reads the numbers of a wording: their value, unit, sign and time of day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache, lru_cache
from itertools import pairwise
from string import ascii_lowercase

from indexer.compare.breaks import separates_numbers
from indexer.compare.quantities.clock import Time, possible_time, time_in_words, time_of_day
from indexer.compare.quantities.fractions import fraction
from indexer.compare.quantities.sums import Sum
from indexer.compare.quantities.units import is_negative, unit, unit_end
from indexer.compare.wording import Wording
from indexer.english import ENDINGS, GRAMMAR, NEGATION, NUMBERS, PHRASES, TIME
from indexer.text import alternation

LONGEST_UNIT = 2
"""Letters of an unknown unit ("5km"); with more behind its digits a word is misread ("1egs")."""

_ORDINAL = re.compile(rf"([0-9]+)(?:{alternation(ENDINGS.ordinals)})")
_ONE_PART = re.compile(rf"\A1 (?=[0-9]+(?:{alternation(ENDINGS.parts)})\Z)")

MOST_DIGITS = 18
"""Digits of a number that is read at once."""

GROUP = 3
"""Digits that a space may set apart in a long number."""

_RATIO = re.compile(r"([0-9]{1,3}):([0-9]{1,3})")

_PLAIN = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")
PERCENT = "percent"

_CENTURIES = frozenset(str(century) for century in range(11, 21))
_DASHES = frozenset(("-", "–", "—", "−", "/"))

LAST_HOUR = 24

LONGEST = 20
"""Words of one number, or of several in a row that are compared as one."""

Run = tuple[int, int]
"""The words of one number, by their numbers, end exclusive."""


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number.

    Args:
        run: its words.
        said: its value in digits, or its values: "4500000" for "four and a half million", "2 1" for "2-1".
        day: the same, without the ending of a day beside its month: "6" for "January 6th".
        unit: what it counts, if that is known.
        negative: whether it is below zero.
        time: the time of day, if it is one.
        possible_time: the time of day that it is if the other side's is one: that of "6.30".
        share: of a fraction or a percentage its part of the whole.
        is_one: whether it is the word "one", which mostly stands for a person or an article.
        of_whole: whether "of" stands behind it and its unit.
        end: the number of the word behind it and its unit; 0 if no unit stands behind it.
    """

    run: Run
    said: str
    day: str
    unit: str | None
    negative: bool
    time: Time | None
    is_one: bool
    possible_time: Time | None = None
    share: Fraction | None = None
    of_whole: bool = False
    end: int = 0


def read_numbers(wording: Wording) -> list[Number]:
    """The numbers of a wording, in order; of a run of several ("fifty-fifty") each by itself."""
    return [number for found in _runs(wording) for number in _apart(found)]


def _runs(wording: Wording) -> Iterator[Number]:
    texts = wording.texts
    stroke = "/" in wording.text
    run: Run | None = None
    done = 0
    for at in [at for at, pair in enumerate(pairwise((*texts, ""))) if _tells(*pair)]:
        if at < done:
            continue
        known = None
        if _begins(texts[at], "".join(texts[at + 1 : at + 2])) or (stroke and texts[at][0].isdigit()):
            known = _time(wording, at) or _fraction(wording, at)
        if known is None and not _is_number(wording, at):
            continue
        if run is not None and (known is not None or at - run[0] >= LONGEST or not _goes_on(wording, run[1], at)):
            yield _number(wording, run)
            run = None
        if known is not None:
            yield known
            done = known.run[1]
        else:
            run = at if run is None else run[0], at + 1
    if run is not None:
        yield _number(wording, run)


@lru_cache(maxsize=50_000)
def _tells(text: str, following: str) -> bool:
    """Whether a word that another follows may belong to a number or begin a time or a fraction."""
    return _value(text) is not None or _begins(text, following)


@cache
def _out_of() -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in PHRASES.out_of)


@lru_cache(maxsize=10_000)
def _begins(text: str, following: str) -> bool:
    """Whether a time in words or a fraction may begin at a word that another follows."""
    behind = (NUMBERS.parts, NUMBERS.points, TIME.on_the_hour, TIME.clock_past, TIME.minutes, _out_of())
    if text in NUMBERS.parts or text in TIME.noons or text in TIME.midnights or not text.isascii():
        return True
    return any(following in words for words in behind) or NUMBERS.values.get(text) == "20"


def _time(wording: Wording, at: int) -> Number | None:
    found = time_in_words(wording, at)
    if found is None:
        return None
    end, time = found
    said = f"{time.hour}:{time.minute:02}"
    return Number((at, end), said, said, None, False, time, False)


def _fraction(wording: Wording, at: int) -> Number | None:
    found = fraction(wording, at)
    if found is None:
        return None
    run, said = (at, found[0]), found[1]
    value = Fraction(said)
    share = value if 0 < value < 1 else None
    return Number(run, said, said, unit(wording, run), is_negative(wording, run), None, False, share=share)


def _apart(number: Number) -> Iterator[Number]:
    """A number, or the several that one run of words is: "fifty-fifty", but "nineteen eighty-four" is a year."""
    values = number.said.split()
    if len(values) == 1 or not all(value.isdecimal() for value in values):
        yield number
        return
    if len(values) == 2 and values[0] in _CENTURIES and len(values[1]) == 2 and number.said == number.day:
        year = "".join(values)
        yield replace(number, said=year, day=year)
        return
    for value in values:
        yield replace(number, said=value, day=value)


def against_another(wording: Wording, one: Number, other: Number) -> bool:
    """Whether a number is counted against the one before it: the two of "9-2", the two of "nine to two"."""
    if one.run == other.run:
        return True
    between = range(one.run[1], other.run[0])
    if len(between) == 1:
        return wording.texts[between[0]] in NUMBERS.against
    dash = wording.text[wording.words[one.run[1] - 1].end : wording.words[other.run[0]].start]
    return not between and dash in _DASHES


@lru_cache(maxsize=10_000)
def _value(text: str) -> str | None:
    """The value of a word, or None."""
    if text[0].isdigit():
        digits = text.rstrip(ascii_lowercase)
        unit = text[len(digits) :]
        if unit in ENDINGS.ordinals:
            return text
        ratio = _RATIO.fullmatch(text)
        if ratio is not None and (len(ratio[2]) != len("00") or int(ratio[1]) > LAST_HOUR):
            return f"{ratio[1]} {ratio[2]}"
        value = digits.replace(",", "")
        if unit in NUMBERS.values:
            return f"{value} {NUMBERS.values[unit]}"
        return value if len(unit) <= LONGEST_UNIT else None
    return NUMBERS.values.get(text)


def _number(wording: Wording, run: Run) -> Number:
    said = _said(wording, run)
    around = wording.texts[max(0, run[0] - 2) : run[0]] + wording.texts[run[1] : run[1] + 2]
    day = said if TIME.days_and_months.isdisjoint(around) else _ORDINAL.sub(r"\1", said)
    is_one = run[1] - run[0] == 1 and NUMBERS.values.get(wording.texts[run[0]]) == "1"
    time, possible = time_of_day(wording, run), possible_time(wording, run)
    counted = unit(wording, run)
    share = Fraction(said) / 100 if counted == PERCENT and _PLAIN.fullmatch(said) else None
    end = unit_end(wording, run) if counted is not None else 0
    behind = max(run[1], end)
    of_whole = behind < len(wording) and wording.texts[behind] in GRAMMAR.genitive
    return Number(run, said, day, counted, is_negative(wording, run), time, is_one, possible, share, of_whole, end)


def _is_number(wording: Wording, index: int) -> bool:
    """Whether a word is a number; the "one" of "no one" is none."""
    return bool(_value(wording.texts[index])) and not _is_nobody(wording.texts[max(0, index - 1) : index + 1])


def _is_nobody(words: tuple[str, ...]) -> bool:
    return " ".join(words) in NEGATION.nobody


def _goes_on(wording: Wording, end: int, index: int) -> bool:
    """Whether a number continues with a later word: "two hundred and five" does, "2027, three" does not."""
    if separates_numbers(wording, end):
        return False
    if wording.texts[end - 1][0].isdigit() and wording.texts[index][0].isdigit():
        return len(wording.texts[index]) == GROUP and _groups_digits(wording, end, index)
    between = wording.texts[end:index]
    if not between or _is_half(between):
        return True
    return len(between) == 1 and between[0] in GRAMMAR.additive and wording.texts[end - 1] in NUMBERS.before_and


def _groups_digits(wording: Wording, end: int, index: int) -> bool:
    """Whether a space groups the digits of one number: "2 000"."""
    between = wording.text[wording.words[end - 1].end : wording.words[index].start]
    first, following = wording.texts[end - 1], wording.texts[index]
    grouped = following.isdecimal() and first.isdecimal() and len(first) <= GROUP
    return grouped and end == index and between.isspace() and following[0] == "0"


def _is_half(words: tuple[str, ...]) -> bool:
    return " ".join(words) in PHRASES.and_a_half


def _said(wording: Wording, run: Run) -> str:
    """The value or values of a run, in digits."""
    end = run[1] + 3 if _is_half(wording.texts[run[1] : run[1] + 3]) else run[1]
    times = [text for text in wording.texts[end : end + 1] if text in TIME.times]
    return " ".join([_ONE_PART.sub("", _sum(wording, run)), *times])


def _sum(wording: Wording, run: Run) -> str:
    texts = wording.texts[run[0] : run[1]]
    digits = "".join(texts)
    half = _is_half(wording.texts[run[1] : run[1] + 3])
    if digits.isascii() and digits.isdecimal() and len(digits) <= MOST_DIGITS and not half:
        return str(int(digits))
    found = Sum()
    for index in range(*run):
        text = wording.texts[index]
        value = _value(text)
        if value is not None:
            for part in value.split():
                found.take(part, in_words=not text[0].isdigit())
            if _is_half(wording.texts[index + 1 : index + 4]):
                found.add_half()
    return found.said()

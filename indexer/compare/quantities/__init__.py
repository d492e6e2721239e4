"""Reads the numbers of a wording: their value, unit, sign and time of day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_lowercase

from indexer.compare.breaks import separates_numbers
from indexer.compare.quantities.clock import Time, time_of_day
from indexer.compare.quantities.sums import Sum
from indexer.compare.quantities.units import is_negative, unit
from indexer.compare.wording import Wording
from indexer.english import ENDINGS, GRAMMAR, NEGATION, NUMBERS, PHRASES, TIME
from indexer.text import alternation

LONGEST_UNIT = 2
"""Letters of an unknown unit ("5km"); with more behind its digits a word is misread ("1egs")."""

_ORDINAL = re.compile(rf"([0-9]+)(?:{alternation(ENDINGS.ordinals)})")
_ONE_PART = re.compile(rf"\A1 (?=[0-9]+(?:{alternation(ENDINGS.parts)})\Z)")

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
        is_one: whether it is the word "one", which mostly stands for a person or an article.
    """

    run: Run
    said: str
    day: str
    unit: str | None
    negative: bool
    time: Time | None
    is_one: bool


def read_numbers(wording: Wording) -> list[Number]:
    """The numbers of a wording, in order."""
    runs: list[Run] = []
    for word in range(len(wording)):
        if _is_number(wording, word):
            if runs and word - runs[-1][0] < LONGEST and _goes_on(wording, runs[-1][1], word):
                runs[-1] = (runs[-1][0], word + 1)
            else:
                runs.append((word, word + 1))
    return [_number(wording, run) for run in runs]


@lru_cache(maxsize=10_000)
def _value(text: str) -> str | None:
    """The value of a word, or None."""
    if text[0].isdigit():
        digits = text.rstrip(ascii_lowercase)
        unit = text[len(digits) :]
        if unit in ENDINGS.ordinals:
            return text
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
    return Number(run, said, day, unit(wording, run), is_negative(wording, run), time_of_day(wording, run), is_one)


def _is_number(wording: Wording, index: int) -> bool:
    """Whether a word is a number; the "one" of "no one" is none."""
    return bool(_value(wording.texts[index])) and not _is_nobody(wording.texts[max(0, index - 1) : index + 1])


def _is_nobody(words: tuple[str, ...]) -> bool:
    return " ".join(words) in NEGATION.nobody


def _goes_on(wording: Wording, end: int, index: int) -> bool:
    """Whether a number continues with a later word: "two hundred and five" does, "2027, three" does not."""
    if separates_numbers(wording, end):
        return False
    between = wording.texts[end:index]
    if not between or _is_half(between):
        return True
    return len(between) == 1 and between[0] in GRAMMAR.additive and wording.texts[end - 1] in NUMBERS.before_and


def _is_half(words: tuple[str, ...]) -> bool:
    return " ".join(words) in PHRASES.and_a_half


def _said(wording: Wording, run: Run) -> str:
    """The value or values of a run, in digits."""
    found = Sum()
    for index in range(*run):
        text = wording.texts[index]
        value = _value(text)
        if value is not None:
            for part in value.split():
                found.take(part, in_words=not text[0].isdigit())
            if _is_half(wording.texts[index + 1 : index + 4]):
                found.add_half()
    times = [text for text in wording.texts[run[1] : run[1] + 1] if text in TIME.times]
    return " ".join([_ONE_PART.sub("", found.said()), *times])

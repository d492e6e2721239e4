"""The numbers of a wording, as they are printed and as they are meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_lowercase

from indexer.compare.breaks import parts_numbers
from indexer.compare.quantities.clock import Time, time_of_day
from indexer.compare.quantities.sums import Sum
from indexer.compare.quantities.units import is_negative, unit
from indexer.compare.wording import Wording
from indexer.english import ENDINGS, GRAMMAR, NEGATION, PHRASES, QUANTITIES, TIME
from indexer.text import alternation

LONGEST_UNIT = 2
"""Letters of an unknown unit ("5km"): with more behind a digit ("1egs") a word was misread."""

_ORDINAL = re.compile(rf"([0-9]+)(?:{alternation(ENDINGS.ordinals)})")
_ONE_PART = re.compile(rf"\A1 (?=[0-9]+(?:{alternation(ENDINGS.parts)})\Z)")

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


def read_numbers(of: Wording) -> list[Number]:
    """The numbers of a wording, in order; each word is looked at once."""
    runs: list[Run] = []
    for word in range(len(of)):
        if _is_number(of, word):
            if runs and word - runs[-1][0] < LONGEST and _goes_on(of, runs[-1][1], word):
                runs[-1] = (runs[-1][0], word + 1)
            else:
                runs.append((word, word + 1))
    return [_number(of, run) for run in runs]


@lru_cache(maxsize=10_000)
def _value(text: str) -> str | None:
    """The number that a word is, None of a word that is none."""
    if text[0].isdigit():
        digits = text.rstrip(ascii_lowercase)
        unit = text[len(digits) :]
        if unit in ENDINGS.ordinals:
            return text
        value = digits.replace(",", "")
        if unit in QUANTITIES.numbers:
            return f"{value} {QUANTITIES.numbers[unit]}"
        return value if len(unit) <= LONGEST_UNIT else None
    return QUANTITIES.numbers.get(text)


def _number(of: Wording, run: Run) -> Number:
    said = _said(of, run)
    around = of.texts[max(0, run[0] - 2) : run[0]] + of.texts[run[1] : run[1] + 2]
    day = said if TIME.days_and_months.isdisjoint(around) else _ORDINAL.sub(r"\1", said)
    is_one = run[1] - run[0] == 1 and QUANTITIES.numbers.get(of.texts[run[0]]) == "1"
    return Number(run, said, day, unit(of, run), is_negative(of, run), time_of_day(of, run), is_one)


def _is_number(of: Wording, number: int) -> bool:
    """Whether a word is a number; that of "no one" is none."""
    return bool(_value(of.texts[number])) and " ".join(of.texts[max(0, number - 1) : number + 1]) not in NEGATION.nobody


def _goes_on(of: Wording, end: int, number: int) -> bool:
    """Whether a number goes on with a later word, as "two hundred and five" does, and "2027, three" does not."""
    if parts_numbers(of, end):
        return False
    between = of.texts[end:number]
    if not between or _is_half(between):
        return True
    return len(between) == 1 and between[0] in GRAMMAR.sums and of.texts[end - 1] in QUANTITIES.before_and


def _is_half(words: tuple[str, ...]) -> bool:
    return " ".join(words) in PHRASES.halves


def _said(of: Wording, run: Run) -> str:
    """The number that a run is, or its numbers: "4500000" of "four and a half million", "2 1" of "2-1"."""
    found = Sum()
    for number in range(*run):
        text = of.texts[number]
        value = _value(text)
        if value is not None:
            for part in value.split():
                found.take(part, in_words=not text[0].isdigit())
            if _is_half(of.texts[number + 1 : number + 4]):
                found.add_half()
    times = [text for text in of.texts[run[1] : run[1] + 1] if text in TIME.times]
    return " ".join([_ONE_PART.sub("", found.said()), *times])

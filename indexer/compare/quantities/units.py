"""Tells the unit of a number (dollars, per cent, miles), and whether it is below zero."""

from __future__ import annotations

from indexer.compare.align import Pair
from indexer.compare.records import Place
from indexer.compare.wording import Wording
from indexer.english import NUMBERS

_MINUS = "-−"


def unit(wording: Wording, run: Pair) -> str | None:
    """The unit of a number, or None.

    Args:
        run: the numbers of its words, end exclusive.
    """
    start, end = _characters(wording, run)
    signs = wording.text[start - 1 : start], wording.text[end : end + 1]
    last = wording.texts[run[1] - 1]
    behind = "".join(wording.texts[run[1] : run[1] + 2])
    words = (*signs, last.lstrip("0123456789.,"), *wording.texts[run[1] : run[1] + 1], behind)
    return next((NUMBERS.units[word] for word in words if word in NUMBERS.units), None)


def unit_end(wording: Wording, run: Pair) -> int:
    """The number of the word behind a number and the word or words for its unit."""
    behind = wording.texts[run[1] : run[1] + 2]
    if behind[:1] and behind[0] in NUMBERS.units:
        return run[1] + 1
    return run[1] + len(behind) if "".join(behind) in NUMBERS.units else run[1]


def is_negative(wording: Wording, run: Pair) -> bool:
    """Whether a number is below zero: "-5", "minus 5", not "2-5"."""
    start, _ = _characters(wording, run)
    before = wording.text[max(0, start - 2) : start]
    dashed = before[-1:] in _MINUS and before[:-1].strip() == "" if before else False
    return dashed or _is_minus(wording, run)


def _is_minus(wording: Wording, run: Pair) -> bool:
    return run[0] > 0 and wording.texts[run[0] - 1] in NUMBERS.negative


def with_unit(wording: Wording, run: Pair) -> Place:
    """The characters of a number with its unit and minus sign."""
    start, end = _characters(wording, run)
    if wording.text[start - 1 : start] in NUMBERS.units or is_negative(wording, run):
        start = wording.words[run[0] - 1].start if _is_minus(wording, run) else start - 1
    if wording.text[end : end + 1] in NUMBERS.units:
        end += 1
    elif run[1] < len(wording) and wording.texts[run[1]] in NUMBERS.units:
        end = wording.words[run[1]].end
    return start, end


def _characters(wording: Wording, run: Pair) -> Place:
    return wording.words[run[0]].start, wording.words[run[1] - 1].end

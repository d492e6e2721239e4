"""What a number counts: dollars, per cent, miles; and whether it is below zero."""

from __future__ import annotations

from indexer.compare.align import Pair
from indexer.compare.records import Place
from indexer.compare.wording import Wording
from indexer.english import QUANTITIES

_MINUS = "-−"


def unit(of: Wording, run: Pair) -> str | None:
    """The unit of a number, or None of one that has none that is known.

    Args:
        run: the numbers of its words, end exclusive.
    """
    start, end = _characters(of, run)
    signs = of.text[start - 1 : start], of.text[end : end + 1]
    last = of.texts[run[1] - 1]
    behind = "".join(of.texts[run[1] : run[1] + 2])
    words = (*signs, last.lstrip("0123456789.,"), *of.texts[run[1] : run[1] + 1], behind)
    return next((QUANTITIES.units[word] for word in words if word in QUANTITIES.units), None)


def is_negative(of: Wording, run: Pair) -> bool:
    """Whether a number is below zero: "-5", "minus 5"; the dash of "2-5" says nothing."""
    start, _ = _characters(of, run)
    before = of.text[max(0, start - 2) : start]
    dashed = before[-1:] in _MINUS and before[:-1].strip() == "" if before else False
    return dashed or _is_minus(of, run)


def _is_minus(of: Wording, run: Pair) -> bool:
    return run[0] > 0 and of.texts[run[0] - 1] in QUANTITIES.negative


def with_unit(of: Wording, run: Pair) -> Place:
    """The characters of a number with the sign or the word for its unit, and a minus."""
    start, end = _characters(of, run)
    if of.text[start - 1 : start] in QUANTITIES.units or is_negative(of, run):
        start = of.words[run[0] - 1].start if _is_minus(of, run) else start - 1
    if of.text[end : end + 1] in QUANTITIES.units:
        end += 1
    elif run[1] < len(of) and of.texts[run[1]] in QUANTITIES.units:
        end = of.words[run[1]].end
    return start, end


def _characters(of: Wording, run: Pair) -> Place:
    return of.words[run[0]].start, of.words[run[1] - 1].end

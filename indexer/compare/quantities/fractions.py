"""Reads fractions: "2/3", "two thirds", "a third of", "3½", "half a million"."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from fractions import Fraction

from indexer.compare.wording import Wording
from indexer.english import GRAMMAR, NUMBERS, PHRASES

LARGEST_PART = 100
"""The largest part of a fraction in digits; "24/7" and "2024/25" are none."""

HALF = 2

_ARTICLES = GRAMMAR.articles - GRAMMAR.definite_articles

_SLASH = frozenset("/⁄")


def fraction(wording: Wording, start: int) -> tuple[int, str] | None:
    """The fraction that begins at a word: the number of the word behind it, and its value in digits ("2/3", "3.5")."""
    texts = wording.texts
    in_words = _part_of_scale(texts, start) or _out_of(texts, start) or _in_words(texts, start)
    for found in (_sign(wording, start), _in_digits(wording, start), in_words, _with_point(texts, start)):
        if found is not None:
            end, value = found
            scale = NUMBERS.scales.get(NUMBERS.values.get(texts[end], "")) if end < len(texts) else None
            return (end, _said(value)) if scale is None else (end + 1, _said(value * scale))
    return None


def _sign(wording: Wording, start: int) -> tuple[int, Fraction] | None:
    """A word that ends in a sign for a fraction: "3½", "½"."""
    word = wording.words[start]
    printed = wording.text[word.start : word.end]
    if not printed or printed[-1].isdecimal() or unicodedata.category(printed[-1]) != "No":
        return None
    part, whole = unicodedata.numeric(printed[-1]), printed[:-1]
    if part >= 1 or (whole and not whole.isdecimal()):
        return None
    return start + 1, Fraction(part).limit_denominator(LARGEST_PART) + int(whole or 0)


def _in_digits(wording: Wording, start: int) -> tuple[int, Fraction] | None:
    """Two numbers with a stroke, the first the smaller: "2/3"; with a number before them "3 1/2"."""
    texts = wording.texts
    whole = 0
    at = start
    if _small(texts, at) is not None and _ratio(wording, at) is None and _ratio(wording, at + 1) is not None:
        if wording.text[wording.words[at].end : wording.words[at + 1].start].strip():
            return None
        whole, at = int(texts[at]), at + 1
    ratio = _ratio(wording, at)
    return None if ratio is None else (at + 2, ratio + whole)


def _ratio(wording: Wording, at: int) -> Fraction | None:
    if at + 1 >= len(wording):
        return None
    above, below = _small(wording.texts, at), _small(wording.texts, at + 1)
    between = wording.text[wording.words[at].end : wording.words[at + 1].start]
    if above is None or below is None or between not in _SLASH or not 0 < above < below <= LARGEST_PART:
        return None
    # "5/12" is as often a day; a fraction is of few parts.
    return Fraction(above, below) if below in NUMBERS.parts.values() else None


def _small(texts: tuple[str, ...], at: int) -> int | None:
    text = texts[at] if at < len(texts) else ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(LARGEST_PART)) else None


def _in_words(texts: tuple[str, ...], start: int) -> tuple[int, Fraction] | None:
    """A number of parts: "two thirds", "3 quarters"; of one part only where "of" follows: "a third of"."""
    if start + 1 >= len(texts):
        return None
    value = texts[start] if texts[start].isascii() and texts[start].isdecimal() else NUMBERS.values.get(texts[start])
    one = texts[start] in _ARTICLES or value == "1"
    half = NUMBERS.parts.get(texts[start])
    if (
        half == HALF
        and texts[start + 1] in GRAMMAR.genitive | GRAMMAR.definite_articles
        and not _is_ordinal(texts, start)
    ):
        return start + 1, Fraction(1, half)
    below = NUMBERS.parts.get(texts[start + 1])
    if below is None:
        return None
    if one and texts[start + 2 : start + 3] and texts[start + 2] in GRAMMAR.genitive:
        return start + 2, Fraction(1, below)
    several = texts[start + 1].endswith("s") and value is not None and value.isdecimal()
    return (start + 2, Fraction(int(value), below)) if several and value is not None and int(value) > 1 else None


def _whole(texts: tuple[str, ...], at: int) -> int | None:
    """The whole number that one word is."""
    text = texts[at] if at < len(texts) else ""
    value = text if text.isascii() and text.isdecimal() else NUMBERS.values.get(text, "")
    return int(value) if value.isdecimal() and len(value) <= len(str(LARGEST_PART)) else None


def _out_of(texts: tuple[str, ...], start: int) -> tuple[int, Fraction] | None:
    """So many of a small number: "two out of three", "four in ten"."""
    above = _whole(texts, start)
    words = next((words for words in (1, 2) if " ".join(texts[start + 1 : start + 1 + words]) in PHRASES.out_of), None)
    if above is None or words is None:
        return None
    below = _whole(texts, start + 1 + words)
    if below is None or not 0 < above < below or below not in NUMBERS.parts.values():
        return None
    return start + 2 + words, Fraction(above, below)


def _with_point(texts: tuple[str, ...], start: int) -> tuple[int, Fraction] | None:
    """A number with a decimal point in words: "three point five"."""
    whole, part = _whole(texts, start), _whole(texts, start + 2)
    if whole is None or part is None or texts[start + 1] not in NUMBERS.points:
        return None
    return start + 3, whole + Fraction(part, 10 ** len(str(part)))


def _is_ordinal(texts: tuple[str, ...], start: int) -> bool:
    """Whether a half is one of two: "the first half of", "the other half"."""
    before = texts[start - 1] if start else ""
    return before in GRAMMAR.definite_articles or NUMBERS.values.get(before, "")[-2:].isalpha()


def _part_of_scale(texts: tuple[str, ...], start: int) -> tuple[int, Fraction] | None:
    """A part of a scale: "half a million", "half a dozen", "a quarter of a million"."""
    at = start + 1 if texts[start] in _ARTICLES else start
    below = NUMBERS.parts.get(texts[at]) if at < len(texts) else None
    at += 1
    if below is None or at >= len(texts) or " ".join(texts[max(0, at - 3) : at]) in PHRASES.and_a_half:
        return None
    if texts[at] in GRAMMAR.genitive:
        at += 1
    if at < len(texts) and texts[at] in _ARTICLES:
        at += 1
    scale = NUMBERS.scales.get(NUMBERS.values.get(texts[at], "")) if at < len(texts) else None
    return None if scale is None else (at + 1, Fraction(scale, below))


def _said(value: Fraction) -> str:
    """The value in digits, as a sum of words has it, or with a stroke where digits do not end."""
    decimal = Decimal(value.numerator) / Decimal(value.denominator)
    exact = Fraction(decimal) == value
    return f"{decimal.normalize():f}" if exact else f"{value.numerator}/{value.denominator}"

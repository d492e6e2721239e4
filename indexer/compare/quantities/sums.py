"""Adds up numbers in words: "two thousand five hundred" is 2500."""

from __future__ import annotations

import re
from decimal import Decimal

from indexer.english import NUMBERS

_PLAIN = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,9})?")
"""Numbers that are added up exactly; longer ones stand for themselves."""

_SCALES = {value: Decimal(scale) for value, scale in NUMBERS.scales.items()}
MOST = Decimal(10**15)
"""A number from which on the next word begins another, so that ``Decimal``'s 28 digits suffice."""

TEN, TWENTY, HUNDRED = Decimal(10), Decimal(20), Decimal(100)


class Sum:
    """Adds up numbers word by word: "two thousand five hundred" is one number, "two five" are two."""

    def __init__(self) -> None:
        self._said: list[str] = []
        self._whole = self._part = Decimal(0)
        self._begun = False
        self._last = Decimal(1)

    def take(self, value: str, *, in_words: bool) -> None:
        """Add the value of the next word, or multiply by it if it is a scale ("hundred", "million")."""
        if max(self._whole, self._part) >= MOST:
            self._end()
        scale = _SCALES.get(value) if in_words or not value[0].isdigit() else None
        if scale is not None:
            self._multiply(scale)
        elif _PLAIN.fullmatch(value):
            self._add(Decimal(value), in_words=in_words)
        else:
            self._end()
            self._said.append(value)

    def add_half(self) -> None:
        """Add the half of "and a half"."""
        if self._begun and self._part == 0 and self._whole > 0:
            self._whole += self._last / 2  # "a million and a half"
        else:
            self._part += Decimal("0.5") if self._begun else 0

    def said(self) -> str:
        """All numbers, in digits."""
        self._end()
        return " ".join(self._said)

    def _multiply(self, scale: Decimal) -> None:
        alone = not self._begun or (self._whole > 0 and self._part == 0)
        self._last = scale
        part, self._begun = Decimal(1) if alone else self._part, True
        if scale == HUNDRED:
            self._part = part * scale
        else:
            self._whole, self._part = self._whole + part * scale, Decimal(0)

    def _add(self, value: Decimal, *, in_words: bool) -> None:
        tens = self._part % HUNDRED >= TWENTY and self._part % TEN == 0 and 0 < value < TEN
        hundreds = self._part % HUNDRED == 0 and value < HUNDRED and (self._part > 0 or self._whole > 0)
        if not (self._begun and in_words and (tens or hundreds)):
            self._end()
        self._part, self._begun = self._part + value, True

    def _end(self) -> None:
        if self._begun:
            self._said.append(f"{(self._whole + self._part).normalize():f}")
        self._whole, self._part, self._begun = Decimal(0), Decimal(0), False

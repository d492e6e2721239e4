"""Families of inputs: each repeats something that its name says, as often as the size that is asked for allows.

A row of ``families/*.toml`` stands in the table of the step that it is made for. It is the unit that is repeated, or a
table of these:

    before, unit, after    the unit repeated between the two others
    open, close            nested as deep as it goes
    other                  the unit of a second text, where two are compared

In a unit ``{Name}`` and ``{name}`` stand for another word each time, with or without a capital, ``{number}`` for the
number of the repetition.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "families"

_SYLLABLES = tuple(consonant + vowel for consonant in "bdfgklmnprstv" for vowel in "aeiou")


@dataclass(frozen=True, slots=True)
class Family:
    """A row: see above."""

    step: str
    name: str
    unit: str = ""
    before: str = ""
    after: str = ""
    open: str = ""
    close: str = ""
    other: str = ""

    def text(self, size: int) -> str:
        """An input of about so many characters."""
        length = size - len(self.before) - len(self.after)
        if self.open:
            depth = max(1, length // len(self.open + self.close))
            inner = self.open * depth + self.close * depth
        else:
            inner = filled(self.unit, length)
        return self.before + inner + self.after

    def texts(self, size: int) -> tuple[str, str]:
        """Two inputs of about so many characters."""
        one = self.text(size)
        return one, self.before + filled(self.other, len(one)) + self.after if self.other else one

    def __str__(self) -> str:
        return f"{self.step}: {self.name}"


def families() -> list[Family]:
    """All rows, in order."""
    tables = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))]
    return [
        Family(step, name, unit=row) if isinstance(row, str) else Family(step, name, **row)
        for table in tables
        for step, rows in table.items()
        for name, row in rows.items()
    ]


def filled(unit: str, length: int) -> str:
    """A unit repeated up to a length, once at least, each time with words of its own."""
    pieces: list[str] = []
    while length > 0:
        pieces.append(_written(unit, len(pieces)))
        length -= len(pieces[-1])
    return "".join(pieces) or _written(unit, 0)


def _written(unit: str, number: int) -> str:
    if "{" not in unit:
        return unit
    word = _word(number)
    return unit.replace("{Name}", word.capitalize()).replace("{name}", word).replace("{number}", str(number))


def _word(number: int) -> str:
    """A word of four letters and more, another one for every number."""
    syllables: list[str] = []
    while number or len(syllables) < 2:
        number, rest = divmod(number, len(_SYLLABLES))
        syllables.append(_SYLLABLES[rest])
    return "".join(syllables)

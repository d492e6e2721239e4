"""The tables of a language that say what a word stands for, and which words stand for one another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources.abc import Traversable
from typing import Self

from indexer.languages.table import rows
from indexer.model import Precision


def by_member(sets: Iterable[Collection[str]]) -> dict[str, frozenset[str]]:
    """For each member of some sets all members of its sets, itself among them."""
    table: dict[str, set[str]] = {}
    for members in sets:
        for member in members:
            table.setdefault(member, set()).update(members)
    return {member: frozenset(others) for member, others in table.items()}


class Sex(StrEnum):
    """Of whom a name or a word is used."""

    MALE = "m"
    FEMALE = "f"


@dataclass(frozen=True)
class GivenNames:
    """``given_names.tsv``.

    Args:
        names: all of them.
        sexes: whose name each is that only men or only women have.
        nicknames: the names that may stand for one, itself among them, if it has short or long forms.
    """

    names: frozenset[str]
    sexes: Mapping[str, Sex]
    nicknames: Mapping[str, frozenset[str]]

    @classmethod
    def read(cls, table: Traversable) -> Self:
        """Read the table; raises ``TableError`` where a line is wrong."""
        lines = tuple(rows(table, "name", "sex", "short"))
        short = ((line.text("name"), *line.words("short")) for line in lines if line.text("short"))
        sexes = {line.text("name"): sex for line in lines if (sex := line.choice("sex", Sex))}
        return cls(frozenset(line.text("name") for line in lines), sexes, by_member(short))


@dataclass(frozen=True)
class Places:
    """``places.tsv`` and ``aliases.tsv``.

    Args:
        names: countries, states and cities.
        states: the name of an American state by each of its forms, itself among them, hyphens for its spaces.
        aliases: all names of a place or body by each of them, if it has several: "america", "united states".
    """

    names: frozenset[str]
    states: Mapping[str, str]
    aliases: Mapping[str, frozenset[str]]

    @classmethod
    def read(cls, table: Traversable, aliases: Traversable) -> Self:
        """Read the tables; raises ``TableError`` where a line is wrong."""
        places = {line.text("place"): line.words("short") for line in rows(table, "place", "short")}
        states = {name.replace(" ", "-"): short for name, short in places.items() if short}
        return cls(
            frozenset(places),
            {form: name for name, short in states.items() for form in (name, *short)},
            by_member(line.text("names").split("; ") for line in rows(aliases, "names")),
        )


class _Kind(StrEnum):
    MONTH = "month"
    SEASON = "season"
    UNIT = "unit"
    WEEKDAY = "weekday"


@dataclass(frozen=True)
class Calendar:
    """``calendar.tsv``: the words of the calendar, in every printed form.

    Args:
        months: the number of each month, from 1.
        month_names: the months, not shortened.
        weekdays: the number of each weekday, from 0 for Monday.
        seasons: the number of the first month of each season.
        units: what each unit of time is.
    """

    months: Mapping[str, int]
    month_names: frozenset[str]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    units: Mapping[str, Precision]

    @classmethod
    def read(cls, table: Traversable) -> Self:
        """Read the table; raises ``TableError`` where a line is wrong."""
        numbers: dict[_Kind, dict[str, int]] = {kind: {} for kind in _Kind}
        names, units = set(), {}
        for line in rows(table, "name", "kind", "value", "short"):
            kind = line.choice("kind", _Kind)
            if kind is _Kind.UNIT and (unit := line.choice("value", Precision)) is not None:
                units[line.text("name")] = unit
            elif kind is not None and line.text("value").isdigit():
                forms = (line.text("name"), *line.words("short"))
                numbers[kind] |= dict.fromkeys(forms, int(line.text("value")) - (kind is _Kind.WEEKDAY))
                names |= {line.text("name")} if kind is _Kind.MONTH else set()
            else:
                raise line.error(f"{line.text('value')!r} is no value for {line.text('kind')!r}")
        return cls(numbers[_Kind.MONTH], frozenset(names), numbers[_Kind.WEEKDAY], numbers[_Kind.SEASON], units)


@dataclass(frozen=True)
class Quantities:
    """``numbers.tsv``, ``amounts.tsv`` and ``units.tsv``.

    Args:
        numbers: the number that a word is, in digits.
        scales: what a number before a word's number is multiplied by.
        before_and: words behind which a number goes on with "and".
        negative: words that make the number behind them one below zero.
        amounts: scale and amount of a word for how much.
        units: the unit that a word or sign stands for.
    """

    numbers: Mapping[str, str]
    scales: Mapping[str, int]
    before_and: frozenset[str]
    negative: frozenset[str]
    amounts: Mapping[str, tuple[str, str]]
    units: Mapping[str, str]

    @classmethod
    def read(cls, numbers: Traversable, amounts: Traversable, units: Traversable) -> Self:
        """Read the tables; raises ``TableError`` where a line is wrong."""
        lines = tuple(rows(numbers, "word", "value", "scale", "classes"))
        return cls(
            {line.text("word"): line.text("value") for line in lines if line.text("value")},
            {line.text("value"): int(line.text("scale")) for line in lines if line.text("scale")},
            frozenset(line.text("word") for line in lines if "before_and" in line.words("classes")),
            frozenset(line.text("word") for line in lines if "negative" in line.words("classes")),
            {
                line.text("word"): (line.text("scale"), line.text("amount"))
                for line in rows(amounts, "word", "scale", "amount")
            },
            {word: line.text("unit") for line in rows(units, "unit", "words") for word in line.words("words")},
        )


@dataclass(frozen=True)
class Meanings:
    """``contractions.tsv``, ``opposites.tsv`` and ``synonyms.tsv``.

    Args:
        contractions: the words that a short form stands for.
        endings: the word that the end of a short form stands for: "n't".
        opposites: pairs of sides, each word of one an opposite of each of the other.
        synonyms: sets of words that stand for one another.
    """

    contractions: Mapping[str, tuple[str, ...]]
    endings: Mapping[str, str]
    opposites: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    synonyms: tuple[tuple[str, ...], ...]

    @classmethod
    def read(cls, contractions: Traversable, opposites: Traversable, synonyms: Traversable) -> Self:
        """Read the tables; raises ``TableError`` where a line is wrong."""
        short = {line.text("short"): line.words("words") for line in rows(contractions, "short", "words")}
        return cls(
            {whole: words for whole, words in short.items() if whole[0] != "*"},
            {ending[1:]: words[0] for ending, words in short.items() if ending[0] == "*"},
            tuple((line.words("words"), line.words("opposites")) for line in rows(opposites, "words", "opposites")),
            tuple(line.words("words") for line in rows(synonyms, "words")),
        )


@dataclass(frozen=True)
class Plurals:
    """``plurals.tsv``: how plurals of nouns end.

    Args:
        endings: what stands in the singular for each ending.
    """

    endings: Mapping[str, str]

    @classmethod
    def read(cls, table: Traversable) -> Self:
        """Read the table; raises ``TableError`` where a line is wrong."""
        return cls({line.text("plural"): line.text("singular") for line in rows(table, "plural", "singular")})

    def singulars(self, noun: str) -> tuple[str, ...]:
        """What a noun may be in the singular, if it is a plural; whether any of these is a word, the caller knows."""
        return tuple(noun.removesuffix(end) + one for end, one in self.endings.items() if noun.endswith(end))

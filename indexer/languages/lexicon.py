"""The tables of a language that say what a word stands for, and which words stand for one another."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources.abc import Traversable

from indexer.languages.table import Row, WordClasses, rows
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


class GivenNames:
    """``given_names.tsv``."""

    def __init__(self, table: Traversable) -> None:
        lines = tuple(rows(table, "name", "sex", "short"))
        self.names = frozenset(line.text("name") for line in lines)
        """All of them."""
        self.sexes = {line.text("name"): sex for line in lines if (sex := line.choice("sex", Sex))}
        """Whose name each is that only men or only women have."""
        self.nicknames = by_member((line.text("name"), *line.words("short")) for line in lines if line.text("short"))
        """The names that may stand for one, itself among them, if it has short or long forms."""


class Places:
    """``places.tsv`` and ``aliases.tsv``."""

    def __init__(self, table: Traversable, aliases: Traversable) -> None:
        places = {line.text("place"): line.words("short") for line in rows(table, "place", "short")}
        states = {name.replace(" ", "-"): short for name, short in places.items() if short}
        self.names = frozenset(places)
        """Countries, states and cities."""
        self.states = {form: name for name, short in states.items() for form in (name, *short)}
        """The name of an American state by each of its forms, itself among them, hyphens for its spaces."""
        self.aliases = by_member(line.text("names").split("; ") for line in rows(aliases, "names"))
        """All names of a place or body by each of them, if it has several: "america", "united states"."""


class Kind(StrEnum):
    """What a word of the calendar is."""

    HOLIDAY = "holiday"
    MONTH = "month"
    SEASON = "season"
    UNIT = "unit"
    WEEKDAY = "weekday"


@dataclass(frozen=True, slots=True)
class Holiday:
    """When a day that has a name is, in any year.

    Args:
        month: its month, or None if it goes by Easter.
        day: the day of the month, or the days after Easter; None if it goes by weekdays.
        weekday: its weekday, from 0 for Monday, if it goes by weekdays.
        which: which of the month that weekday is, from 1; from -1 if counted from the end.
    """

    month: int | None
    day: int | None
    weekday: int | None = None
    which: int = 0


class Calendar:
    """``calendar.tsv``: the words of the calendar, in every printed form."""

    def __init__(self, table: Traversable) -> None:
        numbers: dict[Kind, dict[str, int]] = {kind: {} for kind in Kind}
        self.units: dict[str, Precision] = {}
        """What each unit of time is."""
        self.several: dict[str, int] = {}
        """How many of these a unit is, if it is more than one."""
        rules: dict[str, tuple[Row, str]] = {}
        for line in rows(table, "name", "kind", "value", "short"):
            kind, value = line.choice("kind", Kind), line.text("value")
            count, _, unit = value.rpartition(" ")
            if kind is Kind.UNIT and unit in set(Precision) and count.isdigit() == bool(count):
                self.units[line.text("name")] = Precision(unit)
                if count:
                    self.several[line.text("name")] = int(count)
            elif kind is Kind.HOLIDAY:
                rules[line.text("name")] = line, value
            elif kind is not None and value.isdigit():
                numbers[kind] |= dict.fromkeys((line.text("name"), *line.words("short")), int(value))
            else:
                raise line.error(f"{value!r} is no value for {line.text('kind')!r}")
        self.months = numbers[Kind.MONTH]
        """The number of each month, from 1."""
        self.seasons = numbers[Kind.SEASON]
        """The number of the first month of each season."""
        self.weekdays = {name: number - 1 for name, number in numbers[Kind.WEEKDAY].items()}
        """The number of each weekday, from 0 for Monday."""
        self.holidays = {name: _holiday(*rule, self.weekdays) for name, rule in rules.items()}
        """The days that have a name."""


_FIXED = re.compile(r"(\d{1,2})-(\d{1,2})")
_MOVABLE = re.compile(r"(\d{1,2}) (\S+) (-?[1-5])")
_BY_EASTER = re.compile(r"easter (-?\d{1,2})")


def _holiday(line: Row, rule: str, weekdays: Mapping[str, int]) -> Holiday:
    if found := _FIXED.fullmatch(rule):
        return Holiday(int(found[1]), int(found[2]))
    if found := _BY_EASTER.fullmatch(rule):
        return Holiday(None, int(found[1]))
    if (found := _MOVABLE.fullmatch(rule)) and found[2] in weekdays:
        return Holiday(int(found[1]), None, weekdays[found[2]], int(found[3]))
    raise line.error(f"{rule!r} is no rule for a holiday")


class Numbers(WordClasses):
    """``numbers.tsv``, ``amounts.tsv`` and ``units.tsv``."""

    def __init__(self, table: Traversable, amounts: Traversable, units: Traversable) -> None:
        super().__init__(table, "word", "value", "scale", "part")
        self.values = {row.text("word"): row.text("value") for row in self.rows if row.text("value")}
        """The number that a word is, in digits."""
        self.scales = {row.text("value"): int(row.text("scale")) for row in self.rows if row.text("scale")}
        """What a number before such a number is multiplied by."""
        self.parts = {row.text("word"): int(row.text("part")) for row in self.rows if row.text("part")}
        """What a word is the part of: 3 of a "third"."""
        lines = rows(amounts, "word", "scale", "amount")
        self.amounts = {line.text("word"): (line.text("scale"), line.text("amount")) for line in lines}
        """Scale and amount of a word for how much."""
        lines = rows(units, "unit", "words")
        self.units = {word: line.text("unit") for line in lines for word in line.words("words")}
        """The unit that a word or sign stands for."""


class Meanings:
    """``contractions.tsv``, ``opposites.tsv`` and ``synonyms.tsv``."""

    def __init__(self, contractions: Traversable, opposites: Traversable, synonyms: Traversable) -> None:
        short = {line.text("short"): line.words("words") for line in rows(contractions, "short", "words")}
        self.contractions = {whole: words for whole, words in short.items() if whole[0] != "*"}
        """The words that a short form stands for."""
        self.endings = {ending[1:]: words[0] for ending, words in short.items() if ending[0] == "*"}
        """The word that the end of a short form stands for: "n't"."""
        pairs = rows(opposites, "words", "opposites")
        self.opposites = tuple((line.words("words"), line.words("opposites")) for line in pairs)
        """Pairs of sides, each word of one an opposite of each of the other."""
        self.synonyms = tuple(line.words("words") for line in rows(synonyms, "words"))
        """Sets of words that stand for one another."""


class Plurals:
    """``plurals.tsv``: how plurals of nouns end."""

    def __init__(self, table: Traversable) -> None:
        self._endings = {line.text("plural"): line.text("singular") for line in rows(table, "plural", "singular")}

    def singulars(self, noun: str) -> tuple[str, ...]:
        """What a noun may be in the singular, if it is a plural; whether any of these is a word, the caller knows."""
        return tuple(noun.removesuffix(end) + one for end, one in self._endings.items() if noun.endswith(end))


class Spellings:
    """``spellings.tsv``: how one word is spelled in two ways."""

    LEAST = 3
    """Letters before an ending, and behind a beginning, that can be spelled otherwise."""

    def __init__(self, table: Traversable) -> None:
        pairs = [(line.text("spelling"), line.text("other")) for line in rows(table, "spelling", "other")]
        both = [*pairs, *((other, spelling) for spelling, other in pairs)]
        self._endings = [(one[1:], other[1:]) for one, other in both if one[0] == other[0] == "-"]
        self._words = by_member((one, other) for one, other in pairs if "-" not in one)
        self.beginnings = tuple(one[:-1] for one, _ in pairs if one[-1] == "-")
        """Parts before a word that are written together with it, or not."""

    def others(self, word: str) -> set[str]:
        """Other spellings of a folded word, some of which may be no words; one with a space is two words."""
        found = set(self._words.get(word, ()))
        for ending, other in self._endings:
            if word.endswith(ending) and len(word) >= len(ending) + self.LEAST:
                found.add(word.removesuffix(ending) + other)
        for begin in self.beginnings:
            if word.startswith(begin) and len(word) >= len(begin) + self.LEAST:
                found.add(f"{begin} {word.removeprefix(begin)}")
        return found - {word}

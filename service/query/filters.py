"""The filters: what a search can demand of quotes besides words, one row each.

The API's parameters, the fields of the query language, the options of the command, the forms of the pages, the
parameters of a check and the documentation are all made from these rows. ``docs/filters.md`` says how to add one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Flag, StrEnum, auto
from functools import partial
from typing import Any

from indexer.model import Act, Kind, Stance
from indexer.query import Condition, HasName, InRange, Is, of_acts
from indexer.text import word_texts
from service.query.dates import EXAMPLES, MOST_WORDS, first_day, last_day

BY_ID = "id:"
"""Before a speaker's id or an outlet's whole name: that one alone, and no other whose name has the same words."""


class Place(Flag):
    """Where a filter can be given: as a parameter of a search, as a field in ``q``, as a parameter of a check.

    A check reports how many articles it has searched, so that its filters hold of whole articles, unless the row says
    that it is of quotes: then it decides which quotes of these articles are reports.
    """

    SEARCH = auto()
    Q = auto()
    CHECK = auto()


@dataclass(frozen=True, slots=True)
class ValueType:
    """What the values of a filter are.

    Args:
        read: gives the value that a text stands for; raises ValueError if there is none, with the reason.
        metavar: what a value is called in the help of the command.
        repeats: whether a search may be given several values, which mean "or".
        choices: the only values, where they can be listed.
        hint: how a value is written, shown in an empty field of a form.
        most_words: of a value that stands in ``q`` without quotation marks.
    """

    read: Callable[[str], Any]
    metavar: str
    repeats: bool = False
    choices: type[StrEnum] | None = None
    hint: str = ""
    most_words: int = 1


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter.

    Args:
        name: of the parameter, of the field in ``q``, and (with hyphens) of the command's option.
        condition: gives what a quote must meet, for one value.
        help: what it finds, in the documentation of each place where it can be given.
        example: a value.
        places: where it can be given.
        not_before: the name of the filter with the first day, where this one has the last.
        of_quotes: whether quotes of one article can differ in it, which a check must know.
    """

    name: str
    type: ValueType
    condition: Callable[[Any], Condition]
    help: str
    example: str
    places: Place = Place.SEARCH | Place.Q
    not_before: str | None = None
    of_quotes: bool = False

    @property
    def label(self) -> str:
        """The name as a form shows it."""
        return self.name.replace("_", " ").capitalize()


def _name(text: str) -> str:
    if not word_texts(text):
        raise ValueError("there is no name in it")
    return text


def one_of(choices: type[StrEnum]) -> ValueType:
    """The values of an enumeration, in lower or upper case."""

    def read(text: str) -> StrEnum:
        try:
            return choices(text.strip().lower())
        except ValueError:
            raise ValueError(f"is one of {', '.join(choices)}") from None

    return ValueType(read, "NAME", repeats=True, choices=choices)


class ActOrAny(StrEnum):
    """An act, or all of them."""

    SAID = Act.SAID.value
    WROTE = Act.WROTE.value
    THOUGHT = Act.THOUGHT.value
    DID = Act.DID.value
    ANY = "any"


def _share(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise ValueError("is a number from 0 to 1, such as 0.8")
    return value


NAME = ValueType(_name, "NAME", repeats=True)
FIRST_DAY = ValueType(first_day, "DATE", hint=EXAMPLES, most_words=MOST_WORDS)
LAST_DAY = ValueType(last_day, "DATE", hint=EXAMPLES, most_words=MOST_WORDS)
SHARE = ValueType(_share, "NUMBER", hint="0 to 1")


def speaker(value: str) -> HasName:
    """The condition of a speaker's id or name; of ``id:KEY``, of that id alone."""
    if value.startswith(BY_ID):
        return HasName("speaker", (), id=value.removeprefix(BY_ID))
    return HasName("speaker", tuple(word_texts(value)), id=value)


def outlet(value: str) -> HasName:
    """The condition of words of an outlet's name; of ``id:NAME``, of the outlet of that name alone."""
    if value.startswith(BY_ID):
        return HasName("outlet", (), id=value.removeprefix(BY_ID))
    return HasName("outlet", tuple(word_texts(value)))


def act(value: ActOrAny) -> Condition:
    """The condition of an act; of ``any``, of having one, as every quote has."""
    return of_acts(Act) if value is ActOrAny.ANY else Is("act", value.value)


def since(field: str) -> Callable[[date], InRange]:
    """The condition of a first day."""
    return lambda day: InRange(field, from_=day)


def at_least(field: str) -> Callable[[float], InRange]:
    """The condition of a least number."""
    return lambda least: InRange(field, from_=least)


def until(field: str) -> Callable[[date], InRange]:
    """The condition of a last day."""
    return lambda day: InRange(field, to=day)


def between(field: str, places: Place) -> tuple[Filter, Filter]:
    """The filters of a date's first and last day."""
    first, last = f"{field}_from", f"{field}_to"
    later, earlier = f"Only what was {field} on this day or later.", f"Only what was {field} on this day or earlier."
    return (
        Filter(first, FIRST_DAY, since(field), later, "2025-02-12", places),
        Filter(last, LAST_DAY, until(field), earlier, "2025", places, not_before=first),
    )


SEARCH, Q, CHECK = Place

FILTERS = (
    Filter(
        "speaker",
        NAME,
        speaker,
        "Only what this speaker said: an id, or words that must all occur in the resolved or a printed name; "
        "id: and an id for that speaker alone.",
        "Ada Byron",
    ),
    Filter(
        "outlet",
        NAME,
        outlet,
        "Only what was printed by an outlet in whose name all of these words occur; id: and a whole name for that "
        "outlet alone.",
        "Daily Bugle",
        SEARCH | Q | CHECK,
    ),
    Filter(
        "kind",
        one_of(Kind),
        partial(Is, "kind"),
        "Only quotes of this kind: direct, all between quotation marks; mixed, marks around a part; indirect, none.",
        "direct",
    ),
    Filter(
        "stance",
        one_of(Stance),
        partial(Is, "stance"),
        "Only quotes of this stance: asserted; denied, or not said; asked, a question put to somebody.",
        "denied",
    ),
    Filter(
        "act",
        one_of(ActOrAny),
        act,
        "Only what its source said; wrote; thought (believed, wanted, knew); or did without words (endorsed, was "
        "accused of); any for all of them. Without it, only what was said or written.",
        "wrote",
        SEARCH | Q | CHECK,
        of_quotes=True,
    ),
    Filter(
        "min_confidence",
        SHARE,
        at_least("confidence"),
        "Only quotes whose content is at least so likely to be right: 0.9, nine in ten.",
        "0.9",
        of_quotes=True,
    ),
    Filter(
        "min_speaker_confidence",
        SHARE,
        at_least("speaker_confidence"),
        "Only quotes whose speaker, or that nobody is named, is at least so likely to be right.",
        "0.8",
        of_quotes=True,
    ),
    *between("said", SEARCH),
    *between("published", SEARCH | CHECK),
    Filter(
        "after",
        FIRST_DAY,
        since("when"),
        "Only what was said, or else published, on this day or later.",
        "2025-02-12",
    ),
    Filter(
        "before",
        LAST_DAY,
        until("when"),
        "Only what was said, or else published, on this day or earlier.",
        "2025",
        not_before="after",
    ),
)


def filters_in(place: Place) -> tuple[Filter, ...]:
    """The filters that can be given in a place."""
    return tuple(each for each in FILTERS if place in each.places)

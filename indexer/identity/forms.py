"""A person's name in its parts, as identity compares it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from indexer.english import GIVEN_NAMES, NAME_PARTS, ROLES
from indexer.names.words import given_sex, with_initials_joined
from indexer.spelling import consonants, letters_in_order, sound
from indexer.text import without_possessive, word_texts

SHORTEST = 4
"""Letters of a given name that may be garbled."""

LEAST_ALIKE = 0.45
"""The share of letters in order that a word has with the one that may be its misspelling."""


@dataclass(frozen=True, slots=True)
class Form:
    """A person's name in its parts, folded and without titles.

    Args:
        words: all of it but the suffix.
        suffix: "jr" or the like, or "".
    """

    words: tuple[str, ...]
    suffix: str = ""

    @property
    def bare(self) -> bool:
        """Whether it is a single word: a surname, or the name of somebody who needs no other."""
        return len(self.words) == 1

    @property
    def given(self) -> str:
        """The first word; "" of a single one."""
        return self.words[0] if len(self.words) > 1 else ""

    @property
    def surname(self) -> str:
        """The last word."""
        return self.words[-1]

    @property
    def middle(self) -> tuple[str, ...]:
        """The words between the first and the last, particles ("van") left out."""
        return tuple(word for word in self.words[1:-1] if word not in NAME_PARTS.particles)

    @property
    def sex(self) -> str:
        """The sex that the given name tells, or ""."""
        return given_sex(self.given) if self.given else ""


@lru_cache(maxsize=200_000)
def form(name: str) -> Form:
    """The parts of a name; dotted initials in a row are one word: "G. K." is "gk"."""
    every = [without_possessive(word).replace("'", "") for word in word_texts(name)]
    suffix = next((word for word in every[1:] if word in NAME_PARTS.suffixes), "")
    kept = [word for word in every if word not in NAME_PARTS.suffixes] or every
    while len(kept) > 1 and kept[0] in _BEFORE_NAMES:
        kept.pop(0)
    return Form(tuple(with_initials_joined(kept)) or ("",), suffix)


_BEFORE_NAMES = ROLES.titles | ROLES.honorifics


def surname_sound(word: str) -> str:
    """What surnames that may be one spelled twice have in common: their consonants, as digits."""
    return "".join(map(str, consonants(word))) or word[:1]


def is_initials(word: str) -> bool:
    """Whether a word of a name stands for others: "j", "gk"."""
    return len(word) == 1 or (len(word) == 2 and word not in GIVEN_NAMES.names and not set(word) & set("aeiouy"))


def same_given(one: str, other: str) -> str:
    """How two given names can be one: "same", "short" form, "initial", or "" if they cannot."""
    if one == other:
        return "same"
    if other in GIVEN_NAMES.nicknames.get(one, ()):
        return "short"
    if is_initials(one) or is_initials(other):
        return "initial" if one[:1] == other[:1] else ""
    return ""


def may_be_one(one: Form, other: Form) -> bool:
    """Whether the words in which two full names differ can be short forms or misspellings of one another.

    "Bill" is none of "Hillary", nor "A." of "B."; a "Jr." is not the "Sr.".
    """
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    if "".join(one.words) == "".join(other.words) or has_turned(one, other):
        return True
    if one.bare or other.bare:
        return False
    if not _alike(one.surname, other.surname, given=False) and not has_surname_more(one, other):
        return False
    return _given_alike(one, other) and _middle_alike(one.middle, other.middle)


def has_turned(one: Form, other: Form) -> bool:
    """Whether two names are the same words in another order: "Nguyen Van Thanh", "Van Thanh Nguyen"."""
    return one.words != other.words and sorted(one.words) == sorted(other.words)


def has_surname_more(one: Form, other: Form) -> bool:
    """Whether one name goes on behind the surname of the other, as after a marriage: "Ida Lund", "Ida Lund Moe"."""
    if one.surname == other.surname or has_turned(one, other):
        return False
    return one.surname in other.middle or other.surname in one.middle


def may_be_garbled(one: Form, other: Form) -> bool:
    """Whether a rewriting program may have made one of two names of the other, the given name by its consonants."""
    if one.bare or other.bare or one.suffix != other.suffix or one.middle or other.middle:
        return False
    return surname_sound(one.surname) == surname_sound(other.surname) and (
        surname_sound(one.given) == surname_sound(other.given) and min(len(one.given), len(other.given)) >= SHORTEST
    )


def _given_alike(one: Form, other: Form) -> bool:
    # Who has several given names may be called by the second: "J. Edgar Hoover", "Edgar Hoover".
    return _alike(one.given, other.given, given=True) or one.given in other.middle[:1] or other.given in one.middle[:1]


def _middle_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    short, long = sorted((one, other), key=len)
    return all(any(_alike(word, each, given=True) for each in long) for word in short)


def _alike(one: str, other: str, *, given: bool) -> bool:
    if one == other or (given and other in GIVEN_NAMES.nicknames.get(one, ())):
        return True
    if given and (is_initials(one) or is_initials(other)):
        return one[:1] == other[:1]
    if given and one in GIVEN_NAMES.names and other in GIVEN_NAMES.names:
        return sound(one) == sound(other) and {given_sex(one), given_sex(other)} != {"m", "f"}
    if surname_sound(one) == surname_sound(other):
        return True
    return one[:1] == other[:1] and letters_in_order(one, other) >= LEAST_ALIKE

"""Whether two names are one, spelled twice."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache, lru_cache
from itertools import groupby

from indexer.compare import idf
from indexer.compare.misread import looks_like
from indexer.english import GIVEN_NAMES, PEOPLES, PLACES, TIME
from indexer.text import stem, word_texts

ALIKE, LONG = 0.9, 6
"""Names of so many letters and more that are this much alike lack one letter, and one is mistaken: Hegseth, Hegeth."""

MISREAD_ALIKE = 0.7
"""A name that is known and a word never seen are one name misread when they are as much alike: Cruz, Crnz."""

GIVEN_ALIKE = 0.8
"""Two known given names must be as much alike: Jon and John, not Howard and Harold."""

SOUNDING_ALIKE = 0.6
"""Names that sound alike must be more alike in their letters, too: John and Jane, Gore and Kerry are two."""

SHORTEST_BEGINNING = 4
"""Letters of a name that another may begin with and be the same, run together with the next word."""

SPELLED_ONE_WAY = (PLACES.names, PEOPLES.nations)
"""Names that are another where a letter is: Iran and Iraq, Austrian and Australian."""

_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("^(?:kh|ch|q|c|g)", "k"),
        ("^(?:j|i)", "y"),
        ("sch|tsch|tch|ch|sh|zh", "S"),
        ("ph|w", "v"),
        ("ck|kh|q|c|x", "k"),
        ("z", "s"),
        ("(?<=.)[aeiouyhj]", ""),
    )
]
"""What one consonant becomes when a name is carried over from another script: Gaddafi and Qaddafi, Janukowitsch and
Yanukovych. Vowels say nothing but at the beginning."""


@lru_cache(maxsize=10_000)
def spelled_alike(one: str, other: str) -> bool:
    """Whether two folded words may be one name in two spellings.

    Two names that sound alike ("Hansen", "Jensen") are two: their consonants differ. What differs in its vowels alone
    ("Khamenei", "Khomeini") is taken for one.
    """
    shorter, longer = sorted((one, other), key=len)
    if any(one in names and other in names for names in SPELLED_ONE_WAY):
        return one == other
    if one in TIME.days_and_months and other in TIME.days_and_months:
        return longer.startswith(shorter)  # Tue and Tuesday, not Thursday
    if (len(shorter) >= SHORTEST_BEGINNING and longer.startswith(shorter)) or looks_like(one, other):
        return True
    if not _forms(one).isdisjoint(_forms(other)):
        return True
    alike = SequenceMatcher(None, one, other, autojunk=False).ratio()
    if alike > SOUNDING_ALIKE and _sound(one) == _sound(other):
        return True
    if one in _given() and other in _given():
        return alike >= GIVEN_ALIKE
    if _is_known(one) is not _is_known(other):
        return alike >= MISREAD_ALIKE
    return alike >= ALIKE and one[0] == other[0] and len(shorter) >= LONG


def _is_known(name: str) -> bool:
    return name in _given() or any(name in names for names in SPELLED_ONE_WAY) or idf.is_known(stem(name))


def is_alias(one: str, other: str) -> bool:
    """Whether two names, of any number of folded words, are of one place or body: "america", "united states"."""
    return any(one in names and other in names for names in PLACES.aliases)


def _forms(name: str) -> frozenset[int]:
    """The lines of nicknames that have a given name."""
    return _nicknames().get(name, frozenset())


@cache
def _nicknames() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, names in enumerate(GIVEN_NAMES.nicknames):
        for name in names:
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _sound(name: str) -> str:
    for pattern, sound in _SOUNDS:
        name = pattern.sub(sound, name)
    return "".join(letter for letter, _ in groupby(name))


@cache
def _given() -> frozenset[str]:
    """The given names that are known, as they are compared."""
    return frozenset(word for name in GIVEN_NAMES.names for word in word_texts(name))

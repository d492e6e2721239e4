"""Whether two names may be one speaker's, printed by two outlets, perhaps in two spellings."""

from __future__ import annotations

from functools import cache

from indexer.english import GIVEN_NAMES, NAME_PARTS, ROLES
from indexer.names.words import nicknames
from indexer.text import word_texts

_SOUNDS = {
    letter: sound
    for sound, letters in enumerate(("bfpvw", "cgjkqsxz", "dt", "l", "mn", "r"))
    for letter in letters
}  # fmt: skip
_SHORTEST = 4


def same_name(one: str, other: str) -> bool:
    """Whether two names may be one speaker's: the same, a short form, an initial, a nickname or another spelling.

    Titles do not count, nor does the order of the words ("Wang Yi", "Yi Wang"). Spellings are compared by their
    consonants' sounds (Russell's Soundex of 1918, the first letter treated as all others): Zelensky, Zelenskyy,
    Zelinski. Of one family name, two given names that are both known are two persons; where the family name is spelled
    in two ways, the given name may be, too.
    """
    left, right = _words(one), _words(other)
    if not left or not right:
        return False
    if "".join(left) == "".join(right) or sorted(left) == sorted(right):
        return True
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) == 1:
        return any(_alike(shorter[0], word) for word in longer)
    if not _alike(shorter[-1], longer[-1]):
        return False
    spelled_alike = shorter[-1] == longer[-1]
    return all(any(_stands_for(word, each, strict=spelled_alike) for each in longer[:-1]) for word in shorter[:-1])


def begins_as_person(name: str) -> bool:
    """Whether a name begins with a title or a given name."""
    first, *_ = [word for word in word_texts(name) if word != "the"] or [""]
    return len(first) == 1 or any(first in names for names in (GIVEN_NAMES.names, ROLES.titles, ROLES.honorifics))


def _words(name: str) -> list[str]:
    words = [word.removesuffix("'s") for word in word_texts(name)]
    kept = [word for word in words if word not in _no_names()]
    return kept or words


@cache
def _no_names() -> frozenset[str]:
    return ROLES.honorifics | NAME_PARTS.suffixes | ROLES.titles | {"the"}


def _stands_for(one: str, other: str, *, strict: bool) -> bool:
    """Whether two given names are one."""
    if one == other or other in nicknames().get(one, ()):
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return not (strict and one in GIVEN_NAMES.names and other in GIVEN_NAMES.names) and _alike(one, other)


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    return min(len(one), len(other)) >= _SHORTEST and _sounds(one) == _sounds(other)


def _sounds(word: str) -> tuple[int, ...]:
    found: list[int] = []
    last: int | None = None
    for letter in word:
        sound = _SOUNDS.get(letter)
        if sound is not None and sound != last:
            found.append(sound)
        if letter not in "hy":
            # As in Soundex, "h" does not part two letters of one sound; here "y" does not, either: "skyy".
            last = sound
    return tuple(found)

"""Whether two names that one article prints are forms of one name: names are tuples of folded words.

An article spells a name in one way, so that a surname must be the same; ``misspells`` finds the odd misprint.
"""

from __future__ import annotations

from indexer.english import GIVEN_NAMES, NAME_PARTS
from indexer.spelling import letters_in_order

Name = tuple[str, ...]

SHORTEST, ALIKE = 5, 0.8
"""Letters of a surname that may be misprinted, and the share of them that stand in order in both forms."""


def without_suffix(name: Name) -> Name:
    """The name without "Jr." and the like; all of it where there is nothing else."""
    suffixes = NAME_PARTS.suffixes
    return tuple(word for word in name if word not in suffixes) or name


def suffix(name: Name) -> str:
    """The "jr" or the like at the end of a name, or ""."""
    return name[-1] if name[-1] in NAME_PARTS.suffixes else ""


def surname(name: Name) -> str:
    """The last word that is no suffix."""
    return without_suffix(name)[-1]


def is_tail(one: Name, other: Name) -> bool:
    """Whether one name is the end of the other and begins with no given name: "Suu Kyi"."""
    short, long = sorted((one, other), key=len)
    return len(short) < len(long) and long[-len(short) :] == short and short[0] not in GIVEN_NAMES.names


def is_given_form(one: str, other: str) -> bool:
    """Whether two given names are one: the same, an initial, or a short form of it."""
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other or other in GIVEN_NAMES.nicknames.get(one, ())


def share_given_names(one: Name, other: Name) -> bool:
    """Whether two names of one surname can be one person's: "Ann Bell", "Ann R. Bell", "Annie Bell"."""
    first, another = one[0], other[0]
    if not (is_given_form(first, another) or first in other[:-1] or another in one[:-1]):
        return False
    middle, others = one[1:-1], other[1:-1]
    if not middle or not others or middle == others:
        return True
    return middle[0][0] == others[0][0] or set(middle) <= set(others) or set(others) <= set(middle)


def misspells(word: str, name: str) -> bool:
    """Whether a word is a surname with a letter or two misprinted: "brandvald" for "brandvold"."""
    if min(len(word), len(name)) < SHORTEST or word[0] != name[0] or word.startswith(name) or name.startswith(word):
        return False
    return letters_in_order(word, name) >= ALIKE

"""What single words of a name are: given names and their sex, titles, nations and parties."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from indexer.english import GIVEN_NAMES, GRAMMAR, PEOPLES, PLURALS, ROLES
from indexer.text import word_texts


@lru_cache(10_000)
def people_word(low: str, *, nations_only: bool = False) -> bool:
    """Whether a folded word is that of a nation, party or faith, in the singular or the plural."""
    low = low.rsplit("-", 1)[-1] if low not in PEOPLES.nations else low
    words = {low, *PLURALS.singulars(low)}
    return not words.isdisjoint(PEOPLES.nations) or not (nations_only or words.isdisjoint(PEOPLES.parties))


def with_initials_joined(words: Sequence[str]) -> list[str]:
    """Folded words of a name, initials in a row as one word: "g", "k", "lund" are "gk", "lund"."""
    joined: list[str] = []
    for number, word in enumerate(words):
        if number and len(word) == len(words[number - 1]) == 1 and number + 1 < len(words):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def given_sex(low: str) -> str:
    """The sex that a folded given name tells: "m", "f" or ""."""
    return GIVEN_NAMES.sexes.get(low) or ""


def title_sex(title: Sequence[str]) -> str:
    """The sex that the words before a name tell: "m", "f" or ""."""
    return next((ROLES.sexes[low] for low in title if low in ROLES.sexes), "")


def begins_as_person(name: str) -> bool:
    """Whether a printed name begins with an initial, a given name or a title, "the" aside."""
    first, *_ = [word for word in word_texts(name) if word not in GRAMMAR.definite_articles] or [""]
    return len(first) == 1 or any(first in known for known in (GIVEN_NAMES.names, ROLES.titles, ROLES.honorifics))

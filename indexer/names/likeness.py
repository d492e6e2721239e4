"""How likely two printed names are one person's or organisation's, by the names alone.

The words of the two names are paired, and a few clues say what is left over: letters that differ, words that
contradict one another. Their weights were learned from labelled pairs (``python -m training.names``; figures and
alternatives in ``docs/decisions/names.md``).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from indexer.english import GIVEN_NAMES, GRAMMAR, NAME_PARTS, ROLES
from indexer.english import ORGANISATIONS as ORGANISATION_WORDS
from indexer.spelling import consonants, letters_changed, sound
from indexer.text import without_possessive, word_texts

SAME, POSSIBLE = 0.87, 0.3
"""Scores from which on two names are taken for one, and from which on they may be one."""

MOST_WORDS = 12
"""Words of a name that are compared, so that the work is bounded."""

MOST_CHANGED, MOST_CHANGED_ALIKE = 0.3, 0.6
"""The share of its letters in which a word may differ from the one that it is paired with: at all, where both sound
alike, and where they have the same consonants by Soundex."""

MOST_CHANGED_TOGETHER = 0.1
"""The share of letters in which a name without spaces may differ: "SergeiLavrof", "Sergei Lavrov"."""

FEWEST_LETTERS = 4
"""Letters of a word that is paired by its consonants alone."""

MOST_LETTERS, MOST_LEFT_OUT = 4.0, 3.0
"""Letters that differ, and words left out, beyond which more make no difference."""

SUFFIX_MISSING = 0.5
"""A "Jr." that one name alone has counts as half a contradiction: papers leave it out, and sons have it."""


class Verdict(StrEnum):
    """What the score of two names says."""

    SAME = "same"
    POSSIBLE = "possible"
    DIFFERENT = "different"


class Clues(NamedTuple):
    """What speaks against two names being one; all are 0 for a name and itself.

    Args:
        respelled: letters that differ in words that sound alike ("Zelensky", "Zelenskyy"), at most 4.
        misspelled: letters that differ in other words, at most 4.
        contradicted: words of one name in whose place the other has another word.
        left_out: words that one name has besides, at most 3.
        bare: 1 where one name is a single word and the other has more.
        turned: 1 where the words stand in another order.
    """

    respelled: float = 0.0
    misspelled: float = 0.0
    contradicted: float = 0.0
    left_out: float = 0.0
    bare: float = 0.0
    turned: float = 0.0


PERSONS = 3.8, Clues(-1.0, -1.4, -5.5, -0.7, -1.8, -2.3)
ORGANISATIONS = 2.3, Clues(0.0, -0.7, -3.3, -0.45, -0.8, 0.0)
"""The log-odds that two names without any clue are one, and what each clue adds."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How likely two names are one.

    Args:
        score: 0 to 1, a probability on the pairs that the weights were learned from.
        reasons: the clues that speak against it, the heaviest first.
    """

    score: float
    reasons: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """What the score says."""
        if self.score >= SAME:
            return Verdict.SAME
        return Verdict.POSSIBLE if self.score >= POSSIBLE else Verdict.DIFFERENT


def compare_names(one: str, other: str, *, organisation: bool = False) -> NameMatch:
    """How likely two names are one, whichever is given first.

    Args:
        organisation: compare as names of organisations: legal forms count little, and initials stand for all words.
    """
    found = clues(one, other, organisation=organisation)
    if found is None:
        return NameMatch(0.0, ("nothing in common",))
    bias, weights = ORGANISATIONS if organisation else PERSONS
    added = {name: value * weight for name, value, weight in zip(Clues._fields, found, weights, strict=True)}
    score = 1 / (1 + math.exp(-bias - sum(added.values())))
    return NameMatch(score, tuple(sorted((name for name in added if added[name] < 0), key=added.__getitem__)))


def can_be_one(one: str, other: str, *, organisation: bool = False) -> bool:
    """Whether two names are the same or possible forms of one: a short form, an initial, another spelling."""
    return compare_names(one, other, organisation=organisation).verdict is not Verdict.DIFFERENT


class _Name(NamedTuple):
    """A name as it is compared: its words, its "jr" or the like, and the numbers of words that count little."""

    words: tuple[str, ...]
    suffix: str
    minor: frozenset[int]

    def unanswered(self, paired: Collection[int]) -> int:
        """How many of the words that count are not paired."""
        return len(set(range(len(self.words))) - self.minor - set(paired))


class _Pair(NamedTuple):
    """Words of the two names, by their numbers, that stand for one another, and how many letters differ."""

    left: int
    right: int
    changed: int
    alike: bool


def clues(one: str, other: str, *, organisation: bool = False) -> Clues | None:
    """What speaks against two names being one; None where no word of one can stand for a word of the other."""
    read = _organisation if organisation else _person
    left, right = sorted((read(one), read(other)), key=lambda name: (len(name.words), name.words))
    if not left.words:
        return None
    suffix = (left.suffix != right.suffix) * (1.0 if left.suffix and right.suffix else SUFFIX_MISSING)
    together, others = "".join(left.words), "".join(right.words)
    apart = 0 if organisation and _is_acronym(left, right) else letters_changed(together, others)
    if not apart or (len(left.words) == 1 and apart <= MOST_CHANGED_TOGETHER * len(others)):
        return Clues(misspelled=apart, contradicted=suffix)
    pairs = _paired(left.words, right.words)
    if left.minor.issuperset(pair.left for pair in pairs):
        return None
    places = [pair.right for pair in pairs]
    alone, others_alone = left.unanswered([pair.left for pair in pairs]), right.unanswered(places)
    return Clues(
        respelled=min(MOST_LETTERS, sum(pair.changed for pair in pairs if pair.alike)),
        misspelled=min(MOST_LETTERS, sum(pair.changed for pair in pairs if not pair.alike)),
        contradicted=min(alone, others_alone) + suffix,
        left_out=min(MOST_LEFT_OUT, abs(alone - others_alone)),
        bare=left.unanswered(()) == 1 < right.unanswered(()),
        turned=places != sorted(places),
    )


_BEFORE_NAMES = ROLES.titles | ROLES.honorifics | GRAMMAR.definite_articles


@lru_cache(maxsize=10_000)
def _person(printed: str) -> _Name:
    """A person's name: "Lund, Ida" in order, without titles; particles ("van", "bin") count little."""
    last, comma, first = printed.partition(",")
    suffixes = NAME_PARTS.suffixes
    every = _words(f"{first} {last}" if comma and not suffixes.issuperset(_words(first)) else printed)
    words = [word for word in every if word not in suffixes] or every
    while len(words) > 1 and words[0] in _BEFORE_NAMES:
        words.pop(0)
    minor = (number for number, word in enumerate(words[:-1]) if number and word in NAME_PARTS.particles)
    return _Name(tuple(words), next((word for word in every if word in suffixes), ""), frozenset(minor))


@lru_cache(maxsize=10_000)
def _organisation(printed: str) -> _Name:
    """An organisation's name: without "the"; legal forms ("Ltd") and small words count little."""
    words = _words(printed)
    if words[:1] and words[0] in GRAMMAR.definite_articles:
        words.pop(0)
    minor = frozenset(number for number, word in enumerate(words) if word in ORGANISATION_WORDS.minor)
    return _Name(tuple(words), "", minor if len(minor) < len(words) else frozenset())


def _words(printed: str) -> list[str]:
    return [without_possessive(word).replace("'", "") for word in word_texts(printed)[:MOST_WORDS]]


def _is_acronym(short: _Name, long: _Name) -> bool:
    """Whether one name is the initials of the other: "pla", "People's Liberation Army"."""
    weighty = [word for number, word in enumerate(long.words) if number not in long.minor]
    initials = ("".join(word[0] for word in words) for words in (weighty, long.words))
    return len(short.words) == 1 and len(weighty) > 1 and short.words[0] in initials


def _paired(left: Sequence[str], right: Sequence[str]) -> list[_Pair]:
    """The words that stand for one another, in the order of the left: the likest first, then the nearest."""
    found: list[tuple[float, int, _Pair]] = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            # An initial stands for a word in the same part of the name: first, middle, or last.
            same_part = (i > 0, i + 1 == len(left)) == (j > 0, j + 1 == len(right))
            changed = _changed(one, other, same_part=same_part, same_surname=left[-1] == right[-1])
            if changed is not None:
                share = changed / max(len(one), len(other))
                found.append((share, abs(i - j), _Pair(i, j, changed, consonants(one) == consonants(other))))
    pairs: dict[int, _Pair] = {}
    taken: set[int] = set()
    for _, _, pair in sorted(found):
        if pair.left not in pairs and pair.right not in taken:
            pairs[pair.left] = pair
            taken.add(pair.right)
    return [pairs[number] for number in sorted(pairs)]


def _changed(one: str, other: str, *, same_part: bool, same_surname: bool) -> int | None:
    """How many letters differ between two words that may stand for one another; None where they may not.

    Args:
        same_surname: so that two known given names that sound otherwise are two persons'.
    """
    if one == other or other in GIVEN_NAMES.nicknames.get(one, ()):
        return 0
    if len(one) == 1 or len(other) == 1:
        return 0 if same_part and one[0] == other[0] else None
    if one.isdigit() or other.isdigit():
        return None
    if same_surname and one in GIVEN_NAMES.names and other in GIVEN_NAMES.names and sound(one) != sound(other):
        return None
    changed = letters_changed(one, other)
    share = changed / max(len(one), len(other))
    alike = min(len(one), len(other)) >= FEWEST_LETTERS and consonants(one) == consonants(other)
    return changed if share <= (MOST_CHANGED_ALIKE if alike else MOST_CHANGED) else None

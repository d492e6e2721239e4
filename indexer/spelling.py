"""How folded words are spelled: letters that differ, words that sound alike, letters that a machine misreads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from rapidfuzz.distance import OSA, Indel

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
"""What consonants become when a name is carried over from another script: Gaddafi and Qaddafi, Janukowitsch and
Yanukovych. Vowels count at the beginning only."""

_CONSONANTS = {
    letter: sound
    for sound, letters in enumerate(("bfpvw", "cgjkqsxz", "dt", "l", "mn", "r"))
    for letter in letters
}  # fmt: skip
"""The classes of Soundex (Russell, US patent 1,261,167, 1918)."""

RESPELLED, FEWEST_LETTERS, MOST_LETTERS_MORE = 0.6, 4, 2
"""Two words of so many letters, of which one has at most so many more, may be one spelled twice where they share so
many pairs of letters."""

SHORTEST_RUN, MISREAD = 9, 0.85
"""Letters of a run of words from which on it may be another run with its spaces moved ("hc'snot tbeone"), and the share
of letters that must stand in order in both."""

_LOOK_ALIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "5": "s", "8": "b", "h": "b", "e": "c", "u": "n"})


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """The word as it sounds: its first letter and its consonants, transliterations made one."""
    for pattern, instead in _SOUNDS:
        word = pattern.sub(instead, word)
    return "".join(letter for letter, _ in groupby(word))


@lru_cache(maxsize=50_000)
def consonants(word: str) -> tuple[int, ...]:
    """The Soundex classes of a word's consonants, the first letter like all others.

    As in Soundex, "h" between two letters of one class does not separate them; here "y" does not, either ("skyy").
    """
    sounds = [_CONSONANTS.get(letter) for letter in word if letter not in "hy"]
    return tuple(each for each, _ in groupby(sounds) if each is not None)


def letters_in_order(one: str, other: str) -> float:
    """The share of both words' letters that stand in order in both, 0 to 1: 2 · LCS / (length + length)."""
    return Indel.normalized_similarity(one, other)


def letters_changed(one: str, other: str) -> int:
    """How many letters are added, removed, replaced or swapped with the next between two words."""
    return OSA.distance(one, other)


def respelling(one: str, other: str) -> float:
    """How far two words may be one spelled twice, 0 to 1: the share of their pairs of letters that both have (Dice).

    They may from ``RESPELLED`` on; short words, and words of different lengths, never.
    """
    if min(len(one), len(other)) < FEWEST_LETTERS or abs(len(one) - len(other)) > MOST_LETTERS_MORE:
        return 0.0
    letters, others = _pairs_of_letters(one), _pairs_of_letters(other)
    return 2 * len(letters & others) / (len(letters) + len(others))


@lru_cache(maxsize=50_000)
def _pairs_of_letters(word: str) -> frozenset[str]:
    return frozenset(word[at : at + 2] for at in range(len(word) - 1))


def looks_like(one: str, other: str) -> bool:
    """Whether two words are one but for letters that look alike to a machine: "n0t", "not"."""
    return _look(one) == _look(other)


def is_misread(word: str, run: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a word of one run of words stands in another run with letters misread or spaces moved."""
    if any(looks_like(word, each) for each in other):
        return True
    mine, theirs = _look("".join(run)), _look("".join(other))
    if min(len(mine), len(theirs)) < SHORTEST_RUN or _look(word) not in theirs:
        return False
    return letters_in_order(mine, theirs) >= MISREAD


def _look(word: str) -> str:
    return word.replace("rn", "m").translate(_LOOK_ALIKE)

"""Words that are not the same and yet stand for one another: in another spelling, or by a synonym.

Only what exact matching leaves over is looked at, and only so much of it that the work is bounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import islice

from indexer import words as lists
from indexer.compare.align import Pair
from indexer.compare.idf import weight
from indexer.compare.wording import Wording
from indexer.text import stem

FEWEST_LETTERS = 4
LETTERS_ALIKE = 0.6
MOST_LETTERS_OFF = 2
"""Two words of four letters and more may be one spelled twice when their pairs of letters overlap this much (Dice)."""

MOST_LEFT_OVER = 60
"""Words of each side that are compared."""


def near_words(asked: Wording, stored: Wording, pairs: Sequence[Pair]) -> tuple[float, float]:
    """The weight of the lighter wording's left-over words that the other seems to hold otherwise.

    Args:
        pairs: the words that correspond exactly, by stem.

    Returns:
        (spelled otherwise, by a synonym), each over the weight of the lighter wording; a word counts once.
    """
    lighter, heavier = asked, stored
    used, other_used = {i for i, _ in pairs}, {j for _, j in pairs}
    if asked.mass > stored.mass:
        lighter, heavier, used, other_used = stored, asked, other_used, used
    left = _left_over(heavier, other_used)
    by_letter: dict[str, list[str]] = {}
    by_group: dict[int, list[str]] = {}
    for other in left:
        by_letter.setdefault(other[0], []).append(other)
        for group in _groups().get(other, ()):
            by_group.setdefault(group, []).append(other)
    respelled = synonyms = 0.0
    for each in _left_over(lighter, used):
        alike = _most_alike(each, by_letter.get(each[0], ()))
        if alike >= LETTERS_ALIKE:
            respelled += weight(each) * alike
        elif any(by_group.get(group) for group in _groups().get(each, ())):
            synonyms += weight(each)
    return (respelled / lighter.mass, synonyms / lighter.mass) if lighter.mass else (0.0, 0.0)


def _left_over(of: Wording, used: set[int]) -> list[str]:
    return list(islice((each for number, each in enumerate(of.stems) if number not in used), MOST_LEFT_OVER))


def _most_alike(word: str, others: Iterable[str]) -> float:
    if len(word) < FEWEST_LETTERS:
        return 0.0
    letters = _letters(word)
    best = 0.0
    for other in others:
        if len(other) >= FEWEST_LETTERS and abs(len(other) - len(word)) <= MOST_LETTERS_OFF:
            theirs = _letters(other)
            best = max(best, 2 * len(letters & theirs) / (len(letters) + len(theirs)))
    return best


@lru_cache(maxsize=50_000)
def _letters(word: str) -> frozenset[str]:
    return frozenset(word[at : at + 2] for at in range(len(word) - 1))


@cache
def _groups() -> dict[str, tuple[int, ...]]:
    """The groups of synonyms that a stem is in."""
    groups: dict[str, tuple[int, ...]] = {}
    for number, line in enumerate(lists.lines("synonyms")):
        for each in {stem(word) for word in line.split()}:
            groups[each] = (*groups.get(each, ()), number)
    return groups

"""Finds words that say the opposite of one another: "more" for "less"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import product

from indexer.compare.guards.differences import WIDEST, Difference
from indexer.compare.wording import Wording
from indexer.english import ENDINGS, MEANINGS, NEGATION
from indexer.text import alternation, stem

_REVERSED = re.compile(
    rf"(?:{alternation(ENDINGS.negative_prefixes)})(\w+(?:{alternation(ENDINGS.adjective_endings)}))"
)
"""A prefix that reverses an adjective or a word made of one ("illegal"); not that of "immigrant" or "improve"."""

WEIGHTY = 3.5
"""Weight of a word from which on its opposite is looked for in another place: not of "in"."""

FARTHEST = 8
"""Words between two places whose words may be opposites."""


def opposites_in_place(
    query: Wording, start: int, end: int, stored: Wording, from_: int, to: int
) -> list[tuple[int, int]]:
    """The opposites in one place, by the numbers of their words in both wordings.

    Args:
        start, end: words of the query, end exclusive.
        from_, to: words of the stored wording.
    """
    if max(end - start, to - from_) > WIDEST:
        return []
    table = _table()
    mine, theirs = query.stems[start:end], stored.stems[from_:to]
    found = []
    for at, each in enumerate(mine):
        against = table.get(each, frozenset())
        if each not in theirs and against.isdisjoint(mine):
            listed = (j for j in range(from_, to) if stored.stems[j] in against)
            word = query.texts[start + at]
            formed = (
                j for j in range(from_, to) if _reverses(word, stored.texts[j]) or _compares(word, stored.texts[j])
            )
            found += [(start + at, j) for j in (*listed, *formed)][:1]
    return found


def _reverses(one: str, other: str) -> bool:
    """Whether one of two words is formed as the opposite of the other: "illegal" of "legal", "harmless" of
    "harmful", "overpaid" of "underpaid"."""
    for word, bare in ((one, other), (other, one)):
        for much, little in product(ENDINGS.excess_prefixes, ENDINGS.shortfall_prefixes):
            if word.startswith(much) and bare == little + word.removeprefix(much):
                return True
        reversed_ = _REVERSED.fullmatch(word)
        if (reversed_ is not None and reversed_[1] == bare and word not in NEGATION.not_negated) or (
            bare.endswith(ENDINGS.affirmative_suffixes) and word in _lacking(bare)
        ):
            return True
    return False


@lru_cache(maxsize=10_000)
def _compares(one: str, other: str) -> bool:
    """Whether two words are comparatives, or superlatives, of opposites: "richer" and "poorer"."""
    for ending in (*ENDINGS.comparatives, *ENDINGS.superlatives):
        if one.endswith(ending) and other.endswith(ending):
            mine, theirs = _bases(one.removesuffix(ending)), _bases(other.removesuffix(ending))
            return any(not theirs.isdisjoint(_table()[each]) for each in mine)
    return False


def _bases(begun: str) -> frozenset[str]:
    """The stems in the table of opposites of words that differ from these letters in their last at most: "rich" of
    "rich", "big" of "bigg", "happy" of "happi", "large" of "larg"."""
    return frozenset(stem(word) for word in _adjectives() if _is_base(word, begun))


def _is_base(word: str, begun: str) -> bool:
    return abs(len(word) - len(begun)) <= 1 and begun.startswith(word[:-1]) and word.startswith(begun[:-1])


def _lacking(word: str) -> Iterator[str]:
    """The words that say that what a word has is lacking: "harmless" for "harmful"."""
    for having in ENDINGS.affirmative_suffixes:
        for lacking in ENDINGS.privative_suffixes:
            yield word.removesuffix(having) + lacking


def distant_opposites(query: Wording, stored: Wording, differences: Sequence[Difference]) -> Iterator[tuple[int, int]]:
    """Opposites in two places: "we will keep the library open", "we will close the library"."""
    table = _table()
    mine = [(i, each.opposite(i)) for each in differences for i in range(each.i, each.end_i)]
    theirs = [j for each in differences for j in range(each.j, each.end_j)]
    for index, place in mine:
        against = table.get(query.stems[index], frozenset())
        if (
            not against
            or query.weights[index] < WEIGHTY
            or query.stems[index] in stored.counts
            or not against.isdisjoint(query.counts)
        ):
            continue
        near = (other for other in theirs if stored.stems[other] in against and abs(place - other) <= FARTHEST)
        if (found := next(near, None)) is not None:
            yield index, found


@cache
def _adjectives() -> tuple[str, ...]:
    """The words of the table of opposites, as they are printed."""
    return tuple(dict.fromkeys(word for sides in MEANINGS.opposites for side in sides for word in side))


@cache
def _table() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for sides in MEANINGS.opposites:
        one, other = (set(map(stem, side)) for side in sides)
        for each in one:
            table.setdefault(each, set()).update(other)
        for each in other:
            table.setdefault(each, set()).update(one)
    return {word: frozenset(against) for word, against in table.items()}

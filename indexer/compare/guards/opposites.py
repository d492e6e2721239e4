"""Words that say the opposite of one another: "more" where the other has "less"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from indexer.compare.guards.differences import WIDEST, Region
from indexer.compare.wording import Wording
from indexer.english import ENDINGS, MEANINGS, NEGATION
from indexer.text import alternation, stem

TURNED = re.compile(rf"(?:{alternation(ENDINGS.turning)})(\w+(?:{alternation(ENDINGS.adjectives)}))")
"""What turns a word around, before an adjective and what is made of it; not in "immigrant" or "improve"."""

FARTHEST = 8
"""Words between two places in which words may be opposites of one another."""


def opposites(query: Wording, start: int, end: int, stored: Wording, from_: int, to: int) -> list[tuple[int, int]]:
    """The words of two places that stand for one another which are opposites: numbers of the asked and the stored word.

    Args:
        start, end: words of the asked wording, end exclusive.
        from_, to: of the stored one.
    """
    if max(end - start, to - from_) > WIDEST:
        return []
    table = _table()
    mine, theirs = query.stems[start:end], stored.stems[from_:to]
    found = []
    for at, each in enumerate(mine):
        against = table.get(each, frozenset())
        if each not in theirs and against.isdisjoint(mine):
            places = (place for place, other in enumerate(theirs) if other in against)
            turned = (
                place for place in range(len(theirs)) if _turned(query.texts[start + at], stored.texts[from_ + place])
            )
            found += [(start + at, from_ + place) for place in (*places, *turned)][:1]
    return found


def _turned(one: str, other: str) -> bool:
    """Whether one of two words is the other turned around: "legal" and "illegal", "harmful" and "harmless"."""
    for word, bare in ((one, other), (other, one)):
        turned = TURNED.fullmatch(word)
        if (turned is not None and turned[1] == bare and word not in NEGATION.no_negation) or (
            bare.endswith(ENDINGS.having) and word in _without(bare)
        ):
            return True
    return False


def _without(word: str) -> Iterator[str]:
    """What says of a word that it is lacking: "harmless" of "harmful"."""
    for having in ENDINGS.having:
        for lacking in ENDINGS.lacking:
            yield word.removesuffix(having) + lacking


def apart(query: Wording, stored: Wording, regions: Sequence[Region]) -> Iterator[tuple[int, int]]:
    """Opposites that stand in two places: "we will keep the library open", "we will close the library".

    Of the 348 variants of quotes by hand one has such a pair, and a "not" besides.
    """
    table = _table()
    mine = [(number, number - region.i + region.j) for region in regions for number in range(region.i, region.end_i)]
    theirs = [number for region in regions for number in range(region.j, region.end_j)]
    for number, place in mine:
        against = table.get(query.stems[number], frozenset())
        if not against or query.stems[number] in stored.counts or not against.isdisjoint(query.counts):
            continue
        near = (other for other in theirs if stored.stems[other] in against and abs(place - other) <= FARTHEST)
        if (found := next(near, None)) is not None:
            yield number, found


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

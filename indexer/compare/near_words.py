"""Words that are not the same and yet stand for one another: in another spelling, or by a synonym.

Only what exact matching leaves over is looked at, and only so much of it that the work is bounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from indexer.compare.wording import Wording
from indexer.english import MEANINGS
from indexer.spelling import RESPELLED, respelling
from indexer.text import stem

MOST_LEFT_OVER = 60
"""Words of each side that are compared."""


@dataclass(frozen=True, slots=True)
class NearWords:
    """Stems of the stored wording and the asked ones that they stand for.

    Args:
        respelled, synonyms: the weight of the asked words so held, in another spelling and by a synonym.
    """

    meant: Mapping[str, str]
    respelled: float
    synonyms: float


def near_words(query: Wording, stored: Wording) -> NearWords:
    """The asked words that the stored wording lacks, and seems to hold otherwise."""
    by_letter: dict[str, list[str]] = {}
    by_group: dict[int, list[str]] = {}
    groups = _groups()
    for number in _left_over(stored, query):
        other = stored.stems[number]
        by_letter.setdefault(other[0], []).append(other)
        for group in groups.get(other, ()):
            by_group.setdefault(group, []).append(other)
    meant: dict[str, str] = {}
    respelled = synonyms = 0.0
    for number in _left_over(query, stored):
        each = query.stems[number]
        spelled = _respelled(each, by_letter.get(each[0], ()), meant)
        held = spelled or _synonym(groups.get(each, ()), by_group, meant)
        if spelled:
            respelled += query.weights[number]
        elif held:
            synonyms += query.weights[number]
        if held:
            meant[held] = each
    return NearWords(meant, respelled, synonyms)


def _left_over(of: Wording, other: Wording) -> list[int]:
    known = other.counts
    return list(islice((number for number, each in enumerate(of.stems) if each not in known), MOST_LEFT_OVER))


def _respelled(word: str, others: Iterable[str], taken: Mapping[str, str]) -> str | None:
    best, found = RESPELLED, None
    for other in others:
        alike = respelling(word, other)
        if alike >= best and other not in taken:
            best, found = alike, other
    return found


def _synonym(groups: Iterable[int], by_group: Mapping[int, Sequence[str]], taken: Mapping[str, str]) -> str | None:
    return next((other for group in groups for other in by_group.get(group, ()) if other not in taken), None)


@lru_cache(maxsize=50_000)
def synonyms(word: str) -> frozenset[str]:
    """The stems that may stand for a stem, itself among them where there are any."""
    members = _members()
    return frozenset(other for group in _groups().get(word, ()) for other in members[group])


@cache
def _members() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(stem, words)) for words in MEANINGS.synonyms)


@cache
def _groups() -> dict[str, tuple[int, ...]]:
    """The groups of synonyms that a stem is in."""
    groups: dict[str, tuple[int, ...]] = {}
    for number, members in enumerate(_members()):
        for each in members:
            groups[each] = (*groups.get(each, ()), number)
    return groups

"""Pairs words of two wordings that differ and yet stand for one another: another spelling, or a synonym.

Only words without an equal on the other side are paired, and only so many that the work is bounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice

from indexer.compare.wording import Wording
from indexer.english import MEANINGS
from indexer.languages.lexicon import by_member
from indexer.spelling import RESPELLED, respelling
from indexer.text import stem

MOST_LEFT_OVER = 60
"""Words without an equal that are paired, of each side."""


@dataclass(frozen=True, slots=True)
class NearWords:
    """Stems of the stored wording, and the query's that they stand for.

    Args:
        meant: the query's stem by the stored one.
        respelled, synonyms: the weight of the query's words found in another spelling, and by a synonym.
    """

    meant: Mapping[str, str]
    respelled: float
    synonyms: float


def near_words(query: Wording, stored: Wording) -> NearWords:
    """The words of the query that the stored wording has in another form."""
    others = [stored.stems[number] for number in _left_over(stored, query)]
    by_letter: dict[str, list[str]] = {}
    for other in others:
        by_letter.setdefault(other[0], []).append(other)
    meant: dict[str, str] = {}
    by_spelling = by_synonym = 0.0
    for number in _left_over(query, stored):
        each = query.stems[number]
        if (found := _respelled(each, by_letter.get(each[0], ()), meant)) is not None:
            by_spelling += query.weights[number]
        elif (found := _synonym(each, others, meant)) is not None:
            by_synonym += query.weights[number]
        else:
            continue
        meant[found] = each
    return NearWords(meant, by_spelling, by_synonym)


def _left_over(wording: Wording, other: Wording) -> list[int]:
    known = other.counts
    return list(islice((number for number, each in enumerate(wording.stems) if each not in known), MOST_LEFT_OVER))


def _respelled(word: str, others: Iterable[str], taken: Mapping[str, str]) -> str | None:
    best, found = RESPELLED, None
    for other in others:
        alike = respelling(word, other)
        if alike >= best and other not in taken:
            best, found = alike, other
    return found


def _synonym(word: str, others: Iterable[str], taken: Mapping[str, str]) -> str | None:
    known = synonyms(word)
    return next((other for other in others if other in known and other not in taken), None) if known else None


def synonyms(word: str) -> frozenset[str]:
    """The stems that may stand for a stem, itself included; empty if there are none."""
    return _synonyms().get(word, frozenset())


@cache
def _synonyms() -> dict[str, frozenset[str]]:
    return by_member(frozenset(map(stem, words)) for words in MEANINGS.synonyms)

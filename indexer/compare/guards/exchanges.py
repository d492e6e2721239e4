"""Guards for two names or numbers that have changed places: who attacked whom, from what to what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from indexer.compare.align import Pair
from indexer.compare.guards.differences import guard
from indexer.compare.records import Guard, GuardKind
from indexer.compare.wording import Wording
from indexer.english import GRAMMAR

MOST_NAMES = 12
"""Names of a wording that are compared, so that the work is bounded."""


def exchange_guards(
    query: Wording, named: Sequence[Pair], stored: Wording, others: Sequence[Pair], kind: GuardKind
) -> Iterator[Guard]:
    """The guards for two names, or two numbers, each of which stands where the other wording has the other.

    A place is known by the word before or behind it, so that a sentence turned around ("Lund closed it", "it was closed
    by Lund") raises no guard, nor does a list in another order.

    Args:
        named, others: the names of the two wordings, by the numbers of their words, end exclusive.
    """
    mine, theirs = _once(query, named), _once(stored, others)
    both = [each for each in mine if each in theirs][:MOST_NAMES]
    for one, other in combinations(both, 2):
        places = mine[one], mine[other]
        against = theirs[one], theirs[other]
        turned = (places[0] < places[1]) is not (against[0] < against[1])
        if turned and not _listed(query, *sorted(places)):
            crossed = zip(places, reversed(against), strict=True)
            if all(_same_place(query, place, stored, instead) for place, instead in crossed):
                yield guard(kind, query, places[0], stored, against[1])
                return


def _once(wording: Wording, named: Sequence[Pair]) -> dict[tuple[str, ...], Pair]:
    """The names that a wording has once, by their stems."""
    found: dict[tuple[str, ...], Pair] = {}
    twice = set()
    for name in named:
        stems = wording.stems[name[0] : name[1]]
        if stems in found:
            twice.add(stems)
        found[stems] = name
    return {stems: name for stems, name in found.items() if stems not in twice}


def _listed(wording: Wording, first: Pair, last: Pair) -> bool:
    return set(wording.texts[first[1] : last[0]]) <= GRAMMAR.coordinators


def _same_place(query: Wording, name: Pair, stored: Wording, other: Pair) -> bool:
    """Whether the same word stands before both names, "the" aside, or behind both."""
    before = _before(query, name[0]), _before(stored, other[0])
    behind = query.stems[name[1] : name[1] + 1], stored.stems[other[1] : other[1] + 1]
    return any(one == another and one and one[0] not in GRAMMAR.coordinators for one, another in (before, behind))


def _before(wording: Wording, index: int) -> Sequence[str]:
    if index and wording.texts[index - 1] in GRAMMAR.articles:
        index -= 1
    return wording.stems[max(0, index - 1) : index]

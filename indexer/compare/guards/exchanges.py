"""Guards for two names, numbers or other words that have changed places: who attacked whom, from what to what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from indexer.compare.align import Pair
from indexer.compare.breaks import pause_before
from indexer.compare.guards.differences import WIDEST, Difference, guard
from indexer.compare.records import Guard, GuardKind
from indexer.compare.wording import Wording
from indexer.english import GRAMMAR

MOST_NAMES = 12
"""Names of a wording, and differences of two, that are compared, so that the work is bounded."""

WIDEST_TURNED = 16
"""Words from the first to the last of those that have changed places."""


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


def turned_guards(query: Wording, stored: Wording, differences: Sequence[Difference]) -> Iterator[Guard]:
    """The guard for words that stand in one another's place: "profit before safety", "safety before profit".

    None is raised for a list in another order, nor where two clauses have changed places.
    """
    several = [each for each in differences if each.i < each.end_i or each.j < each.end_j][:MOST_NAMES]
    pairs = sorted(combinations(several, 2), key=lambda pair: pair[0].i - pair[1].end_i)
    widest = [found for pair in pairs if (found := _ends_turned(query, stored, *pair)) is not None][:1]
    # Where more than two differ one by one, whole clauses have changed places.
    turned = widest or [found for pair in pairs if (found := _turned(query, stored, *pair)) is not None]
    if len(turned) == 1 and not _listed(query, *turned[0].mine):
        yield guard(GuardKind.OPPOSITE, query, turned[0].mine[0], stored, turned[0].theirs[0])


def is_reordered(query: Wording, stored: Wording, differences: Sequence[Difference], difference: Difference) -> bool:
    """Whether the words of a difference are one of a list that the other wording has in another order."""
    turned = (_turned(query, stored, *sorted((difference, each))) for each in differences if each is not difference)
    return any(found is not None and _listed(query, *found.mine) for found in turned)


class _Turned(NamedTuple):
    """Two places of the query, and the two of the stored wording that hold the words of the other."""

    mine: tuple[Pair, Pair]
    theirs: tuple[Pair, Pair]


def _turned(query: Wording, stored: Wording, one: Difference, other: Difference) -> _Turned | None:
    """The places of two differences, if the words of each stand in the other in the stored wording."""
    if not (0 < one.end_i - one.i <= WIDEST and 0 < other.end_i - other.i <= WIDEST):
        return None
    mine = _bearing(query, one.i, one.end_i), _bearing(query, other.i, other.end_i)
    if not all(mine) or mine != (_bearing(stored, other.j, other.end_j), _bearing(stored, one.j, one.end_j)):
        return None
    return _Turned(((one.i, one.end_i), (other.i, other.end_i)), ((one.j, one.end_j), (other.j, other.end_j)))


def _ends_turned(query: Wording, stored: Wording, one: Difference, other: Difference) -> _Turned | None:
    """The two ends of all that two differences enclose, if they have changed places around the same words."""
    size = other.end_i - one.i
    if size != other.end_j - one.j or size > WIDEST_TURNED:
        return None
    stems, others = query.stems[one.i : other.end_i], stored.stems[one.j : other.end_j]
    for first, last in product(range(1, WIDEST + 1), repeat=2):
        turned = others[size - first :] + others[last : size - first] + others[:last]
        if first + last < size and stems == turned and stems[:first] != stems[size - last :]:
            return _Turned(
                ((one.i, one.i + first), (other.end_i - last, other.end_i)),
                ((one.j, one.j + last), (other.end_j - first, other.end_j)),
            )
    return None


def _bearing(wording: Wording, start: int, end: int) -> Sequence[str]:
    """The stems of some words without articles."""
    numbers = range(start, end)
    return tuple(wording.stems[number] for number in numbers if wording.texts[number] not in GRAMMAR.articles)


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
    """Whether two places are a list: between them stand "and" or a comma, and what stands at both: "in A or in B"."""
    between = wording.texts[first[1] : last[0]]
    repeated = {
        *wording.texts[max(0, first[0] - len(between)) : first[0]],
        *wording.texts[last[1] : last[1] + len(between)],
    }
    joined = any(
        pause_before(wording, number) or wording.texts[number] in GRAMMAR.coordinators
        for number in range(first[1], last[0] + 1)
    )
    return joined and set(between) <= GRAMMAR.coordinators | repeated


def _same_place(query: Wording, name: Pair, stored: Wording, other: Pair) -> bool:
    """Whether the same word stands before both names, "the" aside, or behind both."""
    before = _before(query, name[0]), _before(stored, other[0])
    behind = query.stems[name[1] : name[1] + 1], stored.stems[other[1] : other[1] + 1]
    return any(one == another and one and one[0] not in GRAMMAR.coordinators for one, another in (before, behind))


def _before(wording: Wording, index: int) -> Sequence[str]:
    if index and wording.texts[index - 1] in GRAMMAR.articles:
        index -= 1
    return wording.stems[max(0, index - 1) : index]

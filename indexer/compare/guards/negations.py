"""A "not" lost or added, and a word turned into its opposite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer.compare.breaks import pauses
from indexer.compare.guards.differences import Region, guard
from indexer.compare.guards.opposites import apart, opposites
from indexer.compare.records import Guard, GuardKind
from indexer.compare.wording import Wording, wording_texts
from indexer.english import ENDINGS, NEGATION
from indexer.negation import is_negated, negates_nothing
from indexer.spelling import is_misread
from indexer.text import fold

NEAR = 6
"""Words that a "not" may move ("I don't think it is", "I think it is not") and still be the same one."""

LONG = 6
"""More words than these that one side lacks are a clause left out: a "not" in it turns nothing around."""

FEWEST_OF_CLAUSE = 2
"""Words between two marks that may be left out as a clause of their own: "the minister, not her deputy, signed"."""

BESIDE = 2
"""Words at either end of such a clause that may belong to what stands beside it: "I will [not, and I mean it,] go"."""

SHORTEST_REVERSED = 5
"""Letters beyond which a word may begin with an "un-" of its own."""

MOST_WORDS = 12
"""Words of a place in which a misread "not" is looked for."""


def negations(query: Wording, stored: Wording, regions: Sequence[Region]) -> Iterator[Guard]:
    """The guards for what turns the sense around."""
    lost: list[tuple[int, Region]] = []
    added: list[tuple[int, Region]] = []
    opposed = False
    for region in regions:
        i, end_i, j, end_j = region
        mine, theirs = _negating(query, i, end_i, stored, j, end_j), _negating(stored, j, end_j, query, i, end_i)
        turned = [
            (one, other)
            for one, other in opposites(query, i, end_i, stored, j, end_j)
            if one not in mine and other not in theirs
        ]
        if turned and len(mine) + len(theirs) == 1:
            # "not safe" and "dangerous" say the same.
            opposed = True
            continue
        lost += [(number, region) for number in mine]
        added += [(number, region) for number in theirs]
        if not mine and not theirs:
            for one, other in turned:
                opposed = True
                yield guard(GuardKind.OPPOSITE, query, (one, one + 1), stored, (other, other + 1))
    if not (lost or added or opposed):
        for one, other in apart(query, stored, regions):
            yield guard(GuardKind.OPPOSITE, query, (one, one + 1), stored, (other, other + 1))
    for one_lost in list(lost):
        for one_added in added:
            place = (one_lost[0] - one_lost[1].i) + one_lost[1].j
            near = abs(place - one_added[0]) <= NEAR
            if near and (one_lost[1] == one_added[1] or _in_one_clause(stored, place, one_added[0])):
                lost.remove(one_lost)
                added.remove(one_added)
                break
    for number, region in lost:
        if region.i or not is_negated(stored.texts, region.j):
            yield guard(GuardKind.NEGATION, query, (number, number + 1), stored, (region.j, region.end_j))
    for number, region in added:
        if region.j or not is_negated(query.texts, region.i):
            yield guard(GuardKind.NEGATION, query, (region.i, region.end_i), stored, (number, number + 1))


def negates(text: str) -> bool:
    """Whether what a guard names is the "not" itself, and not what stands in its place."""
    words = wording_texts(text)
    short = (*ENDINGS.negations, *ENDINGS.misprinted_negations)
    turned = len(words) == 1 and (words[0] in NEGATION.before or words[0].startswith(ENDINGS.reversing))
    return turned or fold(text) in short


def _in_one_clause(of: Wording, one: int, other: int) -> bool:
    """Whether no clause begins between two places: "equal and not free" is not "not equal and free"."""
    first, last = sorted((min(one, len(of) - 1), other))
    begun = not NEGATION.ends.isdisjoint(of.texts[first : last + 1])
    return not begun and not any(pauses(of, each) for each in range(first + 1, last + 1))


def _beside(of: Wording, start: int, end: int) -> Iterator[int]:
    """The first and the last words of a clause left out, as far as no pause parts them from the words beside it."""
    for number in range(start, start + BESIDE):
        if pauses(of, number):
            break
        yield number
    last = end
    while last > end - BESIDE and not pauses(of, last):
        last -= 1
    yield from range(last, end)


def _is_clause(of: Wording, start: int, end: int) -> bool:
    """Whether words inside a wording stand between two marks, or would if a word alike were taken for the other."""
    while start > 0 and end < len(of):
        if pauses(of, start) and pauses(of, end):
            return True
        if of.texts[start - 1] != of.texts[end - 1]:
            return False
        start, end = start - 1, end - 1
    return False


def _negating(of: Wording, start: int, end: int, other: Wording, from_: int, to: int) -> list[int]:
    """The words of a place that negate: "not" and its like, and "un-" before a word that the other side has bare."""
    known = NEGATION.before
    others = other.texts[from_:to]
    found = []
    if from_ == to and end - start >= FEWEST_OF_CLAUSE and _is_clause(of, start, end):
        return []
    left_out = from_ == to and end - start > LONG
    for number in _beside(of, start, end) if left_out else range(start, end):
        text = of.texts[number]
        goes_on = text in NEGATION.nor and is_negated(of.texts, number) and known.isdisjoint(others)
        if goes_on or negates_nothing(of.texts, number):
            continue
        reversed_ = len(text) > SHORTEST_REVERSED and text.startswith(ENDINGS.reversing)
        if text in known or (reversed_ and any(text.removeprefix(un) in others for un in ENDINGS.reversing)):
            found.append(number)
    # "no one", "not any more", "not ... nor": one negation said by several words counts once.
    return [
        number
        for number in found[:1]
        if not is_misread(of.texts[number], of.texts[start:end][:MOST_WORDS], others[:MOST_WORDS])
    ]

"""Guards for a "not" lost or added, and for a word turned into its opposite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from indexer.compare.breaks import pause_before
from indexer.compare.guards.differences import Difference, guard
from indexer.compare.guards.exchanges import is_reordered
from indexer.compare.guards.opposites import distant_opposites, opposites_in_place
from indexer.compare.records import Guard, GuardKind
from indexer.compare.wording import Wording, wording_texts
from indexer.english import ENDINGS, NEGATION
from indexer.negation import is_negated, negates_nothing
from indexer.spelling import is_misread
from indexer.text import fold

NEAR = 6
"""Words that a "not" may move ("I don't think it is", "I think it is not") and still be the same."""

LONG = 6
"""Words missing on one side beyond which they are a clause left out: a "not" inside it alters nothing."""

SHORTEST_CLAUSE = 2
"""Words between two marks from which on they may be left out as a clause: "the minister, not her deputy, signed"."""

BESIDE = 2
"""Words at either end of such a clause that may belong to the words beside it: "I will [not, and I mean it,] go"."""

SHORTEST_REVERSED = 5
"""Letters up to which a word's "un-" is no prefix ("under")."""

MOST_WORDS = 12
"""Words of a difference in which a misread "not" is looked for."""


def negation_guards(query: Wording, stored: Wording, differences: Sequence[Difference]) -> Iterator[Guard]:
    """The guards for negations lost and added, and for opposites."""
    lost: list[tuple[int, Difference]] = []
    added: list[tuple[int, Difference]] = []
    opposed = False
    for difference in differences:
        i, end_i, j, end_j = difference
        mine, theirs = _negating(query, i, end_i, stored, j, end_j), _negating(stored, j, end_j, query, i, end_i)
        turned = [
            (one, other)
            for one, other in opposites_in_place(query, i, end_i, stored, j, end_j)
            if one not in mine and other not in theirs and not is_reordered(query, stored, differences, difference)
        ]
        if turned and len(mine) + len(theirs) == 1:
            # "not safe" and "dangerous" say the same.
            opposed = True
            continue
        lost += [(index, difference) for index in mine]
        added += [(index, difference) for index in theirs]
        if not mine and not theirs:
            for one, other in turned:
                opposed = True
                yield guard(GuardKind.OPPOSITE, query, (one, one + 1), stored, (other, other + 1))
    if not (lost or added or opposed):
        for one, other in distant_opposites(query, stored, differences):
            yield guard(GuardKind.OPPOSITE, query, (one, one + 1), stored, (other, other + 1))
    for one_lost in list(lost):
        for one_added in added:
            place = one_lost[1].opposite(one_lost[0])
            near = abs(place - one_added[0]) <= NEAR
            if near and (one_lost[1] == one_added[1] or _in_one_clause(stored, place, one_added[0])):
                lost.remove(one_lost)
                added.remove(one_added)
                break
    for index, difference in lost:
        if difference.i or not is_negated(stored.texts, difference.j):
            yield guard(GuardKind.NEGATION, query, (index, index + 1), stored, (difference.j, difference.end_j))
    for index, difference in added:
        if difference.j or not is_negated(query.texts, difference.i):
            yield guard(GuardKind.NEGATION, query, (difference.i, difference.end_i), stored, (index, index + 1))


def negates(text: str) -> bool:
    """Whether one side of a guard is the negation itself, rather than the words in its place."""
    words = wording_texts(text)
    short = (*ENDINGS.negations, *ENDINGS.misprinted_negations)
    turned = len(words) == 1 and (words[0] in NEGATION.negators or words[0].startswith(ENDINGS.reversing_prefixes))
    return turned or fold(text) in short


def _in_one_clause(wording: Wording, one: int, other: int) -> bool:
    """Whether no clause begins between two words: "equal and not free" is not "not equal and free"."""
    first, last = sorted((min(one, len(wording) - 1), other))
    begun = not NEGATION.scope_ends.isdisjoint(wording.texts[first : last + 1])
    return not begun and not any(pause_before(wording, each) for each in range(first + 1, last + 1))


def _beside(wording: Wording, start: int, end: int) -> Iterator[int]:
    """The first and last words of a clause left out that no pause separates from the words beside it."""
    for index in range(start, start + BESIDE):
        if pause_before(wording, index):
            break
        yield index
    last = end
    while last > end - BESIDE and not pause_before(wording, last):
        last -= 1
    yield from range(last, end)


def _is_clause(wording: Wording, start: int, end: int) -> bool:
    """Whether words stand between two marks, or would if the run were moved over equal words."""
    while start > 0 and end < len(wording):
        if pause_before(wording, start) and pause_before(wording, end):
            return True
        if wording.texts[start - 1] != wording.texts[end - 1]:
            return False
        start, end = start - 1, end - 1
    return False


def _is_said_again(wording: Wording, start: int, end: int) -> bool:
    """Whether words between two marks only repeat words near them: "never, never", "No, no, we will not"."""
    apart = pause_before(wording, start) and pause_before(wording, end)
    near = {*wording.texts[max(0, start - NEAR) : start], *wording.texts[end : end + NEAR]}
    return apart and near.issuperset(wording.texts[start:end])


def _negating(wording: Wording, start: int, end: int, other: Wording, from_: int, to: int) -> list[int]:
    """The words of a place that negate: "not" and the like, and "un-" before a word that the other side has bare."""
    known = NEGATION.negators
    others = other.texts[from_:to]
    found = []
    if from_ == to and (
        _is_said_again(wording, start, end) or (end - start >= SHORTEST_CLAUSE and _is_clause(wording, start, end))
    ):
        return []
    left_out = from_ == to and end - start > LONG
    for index in _beside(wording, start, end) if left_out else range(start, end):
        text = wording.texts[index]
        goes_on = text in NEGATION.nor and is_negated(wording.texts, index) and known.isdisjoint(others)
        adds = text in known and not NEGATION.only_words.isdisjoint(wording.texts[index + 1 : min(end, index + 2)])
        if goes_on or adds or negates_nothing(wording.texts, index):
            continue
        phrase = any(" ".join(wording.texts[index:to_]) in NEGATION.negating_phrases for to_ in (index + 2, index + 3))
        reversed_ = len(text) > SHORTEST_REVERSED and text.startswith(ENDINGS.reversing_prefixes)
        turned = reversed_ and any(text.removeprefix(un) in others for un in ENDINGS.reversing_prefixes)
        if text in known or text in NEGATION.near_negators or phrase or turned:
            found.append(index)
    # One negation may take several words: "not any more", "not ... nor".
    return [
        index
        for index in found[:1]
        if not is_misread(wording.texts[index], wording.texts[start:end][:MOST_WORDS], others[:MOST_WORDS])
    ]

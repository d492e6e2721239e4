"""Aligns the words of two wordings, and makes a diff of them.

A longest common subsequence of the stems, by rapidfuzz (bit-parallel, Hyyrö 2004): the work is bounded by the two
lengths, whatever the words are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from indexer.compare.records import Edit, EditKind, Place
from indexer.compare.wording import Wording

STRAY, FAR, MOSTLY = 2, 8, 4
"""Words at an end that correspond by chance: at most so many, more than so many words away from the next pair, and at
most one in so many of all pairs."""

Pair = tuple[int, int]
"""The numbers of two words that correspond: of the query and of the stored wording."""


def matches(query: Sequence[str], stored: Sequence[str]) -> list[Pair]:
    """The pairs of a longest common subsequence, in order."""
    return [
        (block.b + step, block.a + step)
        for block in LCSseq.opcodes(stored, query).as_matching_blocks()
        for step in range(block.size)
    ]


def close_matches(query: Sequence[str], stored: Sequence[str]) -> list[Pair]:
    """Pairs as by ``matches``, in few unbroken runs, and of as few runs the nearest together.

    Of equal words those are taken that stand beside other pairs.
    """
    backwards = matches(query[::-1], stored[::-1])
    last_i, last_j = len(query) - 1, len(stored) - 1
    other = [(last_i - i, last_j - j) for i, j in reversed(backwards)]
    choices = [matches(query, stored), other]
    choices += [move(pairs, query, stored) for pairs in choices for move in (_towards_head, _to_last)]
    return min(choices, key=lambda pairs: (len(runs(pairs)), _span(pairs)))


def _towards_head(pairs: list[Pair], query: Sequence[str], stored: Sequence[str]) -> list[Pair]:
    """The pairs moved beside the one before, where the next words are equal."""
    moved: list[Pair] = []
    for i, j in pairs:
        if moved:
            before_i, before_j = moved[-1]
            if j > before_j + 1 and stored[before_j + 1] == query[i]:
                j = before_j + 1
            if i > before_i + 1 and query[before_i + 1] == stored[j]:
                i = before_i + 1
        moved.append((i, j))
    return moved


def _to_last(pairs: list[Pair], query: Sequence[str], stored: Sequence[str]) -> list[Pair]:
    """The pairs moved as near to the next as equal words allow, so that none stands in a sentence before."""
    moved: list[Pair] = []
    next_i, next_j = len(query), len(stored)
    for i, j in reversed(pairs):
        j = next((number for number in range(next_j - 1, j, -1) if stored[number] == query[i]), j)
        i = next((number for number in range(next_i - 1, i, -1) if query[number] == stored[j]), i)
        moved.append((i, j))
        next_i, next_j = i, j
    moved.reverse()
    return moved


def without_strays(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs without a word or two far before or behind all others, which stand in another sentence."""
    found = runs(pairs)
    first, last = 0, len(found)
    while last - first > 1 and _is_stray(found[first], _gap(found[first], found[first + 1]), pairs):
        first += 1
    while last - first > 1 and _is_stray(found[last - 1], _gap(found[last - 2], found[last - 1]), pairs):
        last -= 1
    return [(i + step, j + step) for i, j, length in found[first:last] for step in range(length)]


def _is_stray(run: tuple[int, int, int], gap: int, pairs: Sequence[Pair]) -> bool:
    return run[2] <= STRAY and gap > FAR and run[2] * MOSTLY <= len(pairs)


def _gap(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    return max(other[0] - one[0], other[1] - one[1]) - one[2]


def _span(pairs: Sequence[Pair]) -> int:
    """The number of words from the first to the last pair, of both sides together."""
    return sum(last - first for first, last in zip(pairs[0], pairs[-1], strict=True)) if pairs else 0


def runs(pairs: Sequence[Pair]) -> list[tuple[int, int, int]]:
    """The unbroken runs of pairs: (first word of the query, first stored word, number of words)."""
    found: list[tuple[int, int, int]] = []
    for i, j in pairs:
        if found:
            first_i, first_j, length = found[-1]
            if (i, j) == (first_i + length, first_j + length):
                found[-1] = (first_i, first_j, length + 1)
                continue
        found.append((i, j, 1))
    return found


def contained(inner: Wording, outer: Wording) -> list[Pair]:
    """The place of all inner words in the outer wording, unchanged: in one run, or one for each part.

    A part ends where the inner text has an ellipsis or a bracket; the parts stand in the same order.

    Returns:
        pairs of the numbers of inner and outer words; none if they do not stand there.
    """
    if not len(inner) or len(inner) > len(outer):
        return []
    pairs: list[Pair] = []
    at = first = 0
    bounds = [0, *sorted(gap for gap in inner.gaps if 0 < gap < len(inner)), len(inner)]
    for start, end in pairwise(bounds):
        found = outer.joined.find(f" {' '.join(inner.texts[start:end])} ", at)
        if found < 0:
            return []
        first += outer.joined.count(" ", at, found)
        pairs.extend((start + step, first + step) for step in range(end - start))
        at = found + sum(map(len, inner.texts[start:end])) + end - start
        first += end - start
    return pairs


@dataclass(frozen=True, slots=True)
class Step:
    """An edit by the numbers of words, of the query from ``i`` and stored from ``j``, ends exclusive."""

    kind: EditKind
    i: int
    end_i: int
    j: int
    end_j: int
    cut: bool = False


def steps(query: Wording, stored: Wording, pairs: Sequence[Pair]) -> list[Step]:
    """The edits from the query to the stored words: each word of both is in exactly one, in order.

    Different words of one stem are replaced, not kept. Heads and tails that one side lacks, and what an ellipsis or a
    bracket leaves out, are marked as cut.
    """
    found: list[Step] = []
    kept = [(i, j) for i, j in pairs if query.texts[i] == stored.texts[j]]
    i = j = 0
    for next_i, next_j, length in (*runs(kept), (len(query), len(stored), 0)):
        if next_i > i and next_j > j:
            found.append(Step(EditKind.REPLACED, i, next_i, j, next_j))
        elif next_i > i:
            cut = j in (0, len(stored)) or j in stored.gaps
            found.append(Step(EditKind.REMOVED, i, next_i, j, j, cut))
        elif next_j > j:
            cut = i in (0, len(query)) or i in query.gaps
            found.append(Step(EditKind.ADDED, i, i, j, next_j, cut))
        i, j = next_i + length, next_j + length
        if length:
            found.append(Step(EditKind.KEPT, next_i, i, next_j, j))
    return found


def diff(query: Wording, stored: Wording, steps: Sequence[Step]) -> tuple[Edit, ...]:
    """The steps as edits, by the characters of the two texts."""
    return tuple(
        Edit(step.kind, place(query, step.i, step.end_i), place(stored, step.j, step.end_j), step.cut) for step in steps
    )


def place(wording: Wording, start: int, end: int) -> Place:
    """The characters of a run of words; of an empty run the place behind the word before it, or before the first."""
    if start < end:
        return wording.words[start].start, wording.words[end - 1].end
    at = wording.words[start - 1].end if start else wording.words[0].start if wording.words else 0
    return at, at

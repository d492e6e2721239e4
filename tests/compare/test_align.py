"""Alignment of words, and the diff."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.compare import EditKind, judge, wording
from indexer.compare.align import close_matches, contained, matches, runs, steps

Shown = tuple[str, str, str]
Find = Callable[[list[str], list[str]], list[tuple[int, int]]]


def shown(query: str, stored: str) -> list[Shown]:
    found = judge(query, stored)
    return [
        (edit.kind.value + (" (cut)" if edit.cut else ""), query[slice(*edit.query)], stored[slice(*edit.stored)])
        for edit in found.diff
    ]


@pytest.mark.parametrize(
    ("query", "stored", "expected"),
    [
        (
            "We want to open the new bridge in May",
            "We want to close the new bridge in May",
            [
                ("kept", "We want to", "We want to"),
                ("replaced", "open", "close"),
                ("kept", "the new bridge in May", "the new bridge in May"),
            ],
        ),
        (
            "open the new bridge in May",
            "“We want to open the new bridge in May,” she said.",
            [
                ("added (cut)", "", "We want to"),
                ("kept", "open the new bridge in May", "open the new bridge in May"),
                ("added (cut)", "", "she said"),
            ],
        ),
        (
            "We want to open the bridge – the long one – in May",
            "We don’t want to open the bridge in May",
            [
                ("kept", "We", "We"),
                ("added", "", "don’t"),
                ("kept", "want to open the bridge", "want to open the bridge"),
                ("removed", "the long one", ""),
                ("kept", "in May", "in May"),
            ],
        ),
        (
            "We want to open … in May, and no later than that",
            "We want to open the bridge in May, and no later than that",
            [
                ("kept", "We want to open", "We want to open"),
                ("added (cut)", "", "the bridge"),
                ("kept", "in May, and no later than that", "in May, and no later than that"),
            ],
        ),
        (
            "the jobs at the yard are what we came here for",
            "the job at the yard is what we came here for",
            [
                ("kept", "the", "the"),
                ("replaced", "jobs", "job"),
                ("kept", "at the yard", "at the yard"),
                ("replaced", "are", "is"),
                ("kept", "what we came here for", "what we came here for"),
            ],
        ),
    ],
)
def test_diff(query: str, stored: str, expected: list[Shown]) -> None:
    assert shown(query, stored) == expected


@pytest.mark.parametrize(
    ("query", "stored", "expected"),
    [
        ("a b c", "a b c", [(0, 0, 3)]),
        ("a b c", "c b a", [(0, 2, 1)]),
        ("c d", "c x c d", [(0, 2, 2)]),
        ("a b", "a x b x a b", [(0, 4, 2)]),
        ("a b", "a b x a x b", [(0, 0, 2)]),
        ("", "a", []),
    ],
)
def test_close_matches_have_few_runs(query: str, stored: str, expected: list[tuple[int, int, int]]) -> None:
    found = runs(close_matches(query.split(), stored.split()))
    assert [run[2] for run in found] == [run[2] for run in expected]
    if expected and expected[0][2] > 1:
        assert found == expected


def plain_lcs(one: list[str], other: list[str]) -> int:
    row = [0] * (len(other) + 1)
    for a in one:
        before = 0
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], before + 1 if a == b else max(row[j], row[j - 1])
    return row[-1]


WORDS = st.lists(st.sampled_from("abcd"), max_size=30)


@pytest.mark.parametrize("find", [matches, close_matches])
@given(WORDS, WORDS)
def test_matches_are_a_longest_common_subsequence(find: Find, one: list[str], other: list[str]) -> None:
    pairs = find(one, other)
    assert all(one[i] == other[j] for i, j in pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))
    assert len(pairs) == plain_lcs(one, other) == len(find(other, one))


@given(WORDS, WORDS)
def test_steps_hold_every_word_once(one: list[str], other: list[str]) -> None:
    query, stored = wording(" ".join(one)), wording(" ".join(other))
    taken = steps(query, stored, matches(query.stems, stored.stems))
    assert [word for step in taken for word in query.texts[step.i : step.end_i]] == one
    assert [word for step in taken for word in stored.texts[step.j : step.end_j]] == other
    for step in taken:
        assert (step.kind is EditKind.KEPT) == (query.texts[step.i : step.end_i] == stored.texts[step.j : step.end_j])


@given(WORDS, st.data())
def test_cut_texts_are_contained(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    inner, outer = wording(" ".join(words[start:end])), wording(" ".join(words))
    pairs = contained(inner, outer)
    assert len(pairs) == end - start
    assert all(inner.texts[i] == outer.texts[j] for i, j in pairs)
    assert len(runs(pairs)) == (end > start)


def test_parts_are_contained_in_their_order_only() -> None:
    outer = wording("one two three four five six seven")
    assert contained(wording("two three … six"), outer) == [(0, 1), (1, 2), (2, 5)]
    assert contained(wording("six … two three"), outer) == []

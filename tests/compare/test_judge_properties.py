"""Properties of the judge for any two texts."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.compare import Comparison, EditKind, Relation, fingerprint, judge, wording
from indexer.compare.judge import EXACT, FEWEST_WORDS

WORDS = """
the a of to and in we will not never harbour bridge ferry mayor school money water five nine 57 75 don't can't it's Lund
Moe Bergen Narvik because if said town children winter road … [old] [W]e sold closed opened
"""
VOCABULARY = tuple(WORDS.split())
TEXTS = st.lists(st.sampled_from(VOCABULARY), max_size=40).map(" ".join)
ANY_TEXT = st.text(max_size=400)
MIRRORED = {Relation.PART: Relation.LONGER, Relation.LONGER: Relation.PART}


def all_well(query: str, stored: str, found: Comparison) -> None:
    assert 0 <= found.score <= 1
    assert found.reported == bool(found.diff)
    assert not (found.probable and not found.reported)
    assert not (found.guards and found.relation in (Relation.VERBATIM, Relation.PART, Relation.LONGER))
    for text, places in (
        (query, [edit.query for edit in found.diff]),
        (stored, [edit.stored for edit in found.diff]),
    ):
        assert all(0 <= start <= end <= len(text) for start, end in places)
        assert [place for place in places if place[0] < place[1]] == sorted(p for p in places if p[0] < p[1])
    for guard in found.guards:
        assert query[slice(*guard.query)] == guard.query_text
        assert stored[slice(*guard.stored)] == guard.stored_text


@given(TEXTS, TEXTS)
def test_any_two_texts_of_words(query: str, stored: str) -> None:
    all_well(query, stored, judge(query, stored))


@given(ANY_TEXT, ANY_TEXT)
def test_any_two_texts(query: str, stored: str) -> None:
    all_well(query, stored, judge(query, stored))


@given(TEXTS)
def test_a_text_is_verbatim_itself(text: str) -> None:
    found = judge(text, text)
    if wording(text).words:
        assert (found.relation, found.guards, found.probable) == (Relation.VERBATIM, (), False)
        assert found.score >= EXACT
        assert {edit.kind for edit in found.diff} == {EditKind.KEPT}
    else:
        assert found.relation is Relation.DIFFERENT


@given(TEXTS, TEXTS)
def test_one_fingerprint_is_verbatim(one: str, other: str) -> None:
    if wording(one).words:
        assert judge(one, one + " …").relation is Relation.VERBATIM
        assert fingerprint(one) == fingerprint(one + " …")
    if fingerprint(one) != fingerprint(other) and "[" not in one + other:
        assert judge(one, other).relation is not Relation.VERBATIM


@given(TEXTS, TEXTS)
def test_swapping_texts_swaps_relations(one: str, other: str) -> None:
    there, back = judge(one, other), judge(other, one)
    if min(len(wording(one)), len(wording(other))) < FEWEST_WORDS or not (there.score >= EXACT <= back.score):
        return
    if there.relation in MIRRORED and back.relation in MIRRORED:
        assert back.relation is MIRRORED[there.relation]


@given(st.lists(st.sampled_from(VOCABULARY[:-6]), min_size=8, max_size=40), st.data())
def test_cut_texts_are_parts(words: list[str], data: st.DataObject) -> None:
    # A cut beside a "not" or within a number ("nine five") alters the sense, and is a change.
    words = [word for word in words if word.isalpha() and word not in ("not", "never", "five", "nine")]
    if len(words) < FEWEST_WORDS:
        return
    start = data.draw(st.integers(0, len(words) - FEWEST_WORDS))
    end = data.draw(st.integers(start + FEWEST_WORDS, len(words)))
    if end - start == len(words):
        return
    whole, part = " ".join(words), " ".join(words[start:end])
    assert judge(part, whole).relation is Relation.PART
    assert judge(whole, part).relation is Relation.LONGER


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python a piece of work runs."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


ENDLESS: dict[str, Callable[[random.Random], str]] = {
    "one word": lambda chance: "harbour",
    "two words": lambda chance: chance.choice(("harbour", "bridge")),
    "ellipses": lambda chance: "harbour …",
    "brackets": lambda chance: "harbour [old]",
    "any words": lambda chance: f"word{chance.randrange(500)}",
    "one number": lambda chance: "12",
    "numbers in words": lambda chance: chance.choice(("two", "hundred", "and", "trillion")),
    "names": lambda chance: chance.choice(("Anna", "Peter")),
    "no end of nots": lambda chance: chance.choice(("not", "Lund", "57")),
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_work_is_bounded(kind: str) -> None:
    size = 10_000 if kind == "one word" else 3_000
    query, stored = (
        " ".join(ENDLESS[kind](chance) for _ in range(size)) for chance in (random.Random(1), random.Random(2))
    )
    whole, half, other = wording(query), wording(query[: len(query) // 2]), wording(f"{stored} end")
    lines = lines_run(lambda: judge(whole, other))
    assert lines < 1_000_000
    assert lines < 2.5 * lines_run(lambda: judge(half, other)) + 50_000

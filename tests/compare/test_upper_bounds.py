"""Upper bounds: of many wordings all that would be reported, and the nearest, are judged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.compare import judge, judge_likeliest, wording
from indexer.compare.upper_bounds import NEGLIGIBLE, UpperBounds

QUERY = "We will not sell the old harbour to anybody while I am mayor of this town"
NEAR = [
    QUERY,
    "while I am mayor of this town",
    "Let me say it again: we will never sell the old harbour to anybody while I am mayor, and that is that",
    "We won't sell the 0ld harb0ur to anyb0dy whi1e I'm mayor",
    "We shall not hand over the ancient port to anyone as long as I lead this city",
    "“We will not sell the old [fishing] harbour to anybody,” “while I’m mayor”",
]
FAR = [
    "Snow fell on the northern pass and forty cars were stuck until morning",
    "The cod has come back to the bay, and nobody on the quay had hoped for it",
    "I am the mayor of a town that has no harbour and wants none",
    "The cod has come back",
    "",
]

OTHERS = "harbor ancient city not n0t port sell sold [sic] … 5,000 we'll the of"
WORDS = f"{QUERY} {OTHERS}".split()
texts = st.lists(st.sampled_from(WORDS), max_size=24).map(" ".join)


@pytest.mark.parametrize("stored", NEAR)
def test_reports_are_judged(stored: str) -> None:
    number = FAR.index("") + 1
    found = judge_likeliest(wording(QUERY), [*FAR, stored])
    assert found[number] == judge(QUERY, stored)
    assert [each for each, comparison in found.items() if comparison.reported] == [number]


def test_few_others_are_judged() -> None:
    assert list(judge_likeliest(wording(QUERY), [*FAR[:2], QUERY, *FAR[3:]])) == [2]
    assert len(judge_likeliest(wording(QUERY), FAR)) < len(FAR)


def test_all_wordings_are_judged_for_short_queries() -> None:
    assert list(judge_likeliest(wording("no comment"), ["the cod has come back", "No comment"])) == [0, 1]


@given(texts, st.lists(texts, max_size=8))
def test_reports_and_the_nearest_are_judged(query: str, stored: list[str]) -> None:
    every = [judge(query, text) for text in stored]
    found = judge_likeliest(wording(query), stored)
    assert all(every[number] == comparison for number, comparison in found.items())
    assert {number for number, each in enumerate(every) if each.reported} <= found.keys()
    highest = max((each.score for each in every), default=0.0)
    assert highest <= NEGLIGIBLE or highest == max(each.score for each in found.values())


@given(texts, texts)
def test_no_score_exceeds_its_bounds(query: str, stored: str) -> None:
    bounds = UpperBounds(wording(query))
    bound = bounds.by_words(stored)
    score = judge(query, stored).score
    assert score <= bounds.by_letters(bound) + 1e-9 <= bound.score + 2e-9

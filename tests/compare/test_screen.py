"""What is let through to the judge: all that it would report."""

from __future__ import annotations

import pytest

from indexer.compare import Screen, judge, wording

ASKED = "We will not sell the old harbour to anybody while I am mayor of this town"


@pytest.mark.parametrize(
    "stored",
    [
        ASKED,
        "while I am mayor of this town",
        "I say it again and again to all who ask: we will not sell the old harbour, and that is that, my friends",
        "We won't sell the 0ld harb0ur to anyb0dy whi1e I'm mayor",
        "We shall not hand over the ancient port to anyone as long as I lead this city",
    ],
)
def test_what_may_report_it_passes(stored: str) -> None:
    assert Screen(wording(ASKED)).passes(stored)


@pytest.mark.parametrize(
    "stored", ["Snow fell on the northern pass and forty cars were stuck until morning", "The cod has come back", ""]
)
def test_what_shares_nothing_is_kept_from_the_judge(stored: str) -> None:
    assert not Screen(wording(ASKED)).passes(stored)
    assert not judge(ASKED, stored).reported


def test_synonyms_alone_pass() -> None:
    assert Screen(wording("start the huge project before the children get ill")).passes(
        "begin an enormous scheme prior to kids becoming sick"
    )


def test_of_few_words_everything_is_judged() -> None:
    assert Screen(wording("no comment")).passes("the cod has come back")

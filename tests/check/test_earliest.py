"""The earliest report, and the order of reports in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from factory import Line, article, says
from reported import reports

from indexer.check.dates import earliest, time_order
from indexer.check.headline import headline
from indexer.check.records import Answer, Verdict
from indexer.printed import Coverage
from indexer.query import StoredArticle

TEXT = "The lifeboat will be sold before the ice is off the fjord"


def line(said: str | None = None) -> Line:
    return says(TEXT, said=said)


def printed(name: str, published: str | None, said: str | None = None) -> StoredArticle:
    return article(name, line(said), published=published, outlet=name.title())


@pytest.mark.parametrize(
    ("stored", "first", "ties", "order"),
    [
        pytest.param(
            [printed("late", "2025-03-09"), printed("undated", None), printed("early", "2025-03-10", "2025-03-01")],
            "early",
            [],
            ["early", "late", "undated"],
            id="said before published, undated last",
        ),
        pytest.param(
            [
                printed("third", "2025-02-05", "2025-02-03"),
                printed("first", "2025-02-03", "2025-02-03"),
                printed("unpublished", None, "2025-02-03"),
                printed("second", "2025-02-04", "2025-02-03"),
            ],
            "first",
            ["second", "third", "unpublished"],
            ["first", "second", "third", "unpublished"],
            id="one day, published one after the other",
        ),
        pytest.param(
            [
                printed("review", "2026-01-03", "2025-01-01/2025-12-31"),
                printed("month", "2025-12-30", "2025-06-01/2025-06-30"),
                printed("later", "2025-06-04", "2025-06-03"),
                printed("same-day", "2025-06-03"),
                printed("reprint", "2025-07-01"),
            ],
            "same-day",
            ["later", "month", "review"],
            ["review", "month", "same-day", "later", "reprint"],
            id="a vague date may be the first and is not named for it",
        ),
        pytest.param(
            [printed("b-month", "2025-02-12", "2025-02-01/2025-02-28"), printed("day", "2025-02-12", "2025-02-11")],
            "day",
            ["b-month"],
            ["b-month", "day"],
            id="published on one day, the exact date first",
        ),
        pytest.param(
            [
                printed("month", "2025-03-10", "2025-02-01/2025-02-28"),
                printed("within", "2025-02-12"),
                printed("last", "2025-02-28"),
            ],
            "within",
            ["month"],
            ["month", "within", "last"],
            id="what is later than another is no tie",
        ),
    ],
)
def test_the_earliest(stored: list[StoredArticle], first: str, ties: list[str], order: list[str]) -> None:
    for found in (reports(TEXT, *stored), reports(TEXT, *reversed(stored))):
        answer = earliest(found)
        assert answer is not None
        assert answer.report.article.id == first
        assert [report.article.id for report in answer.ties] == ties
        assert [report.article.id for report in sorted(found, key=time_order)] == order


def test_competing_dates_are_kept() -> None:
    stored = article("early", line("2025-03-01"), published="2025-03-10", others=("2025-03-11",))
    first = earliest(reports(TEXT, stored))
    assert first is not None
    assert [each.from_ for each in first.report.competing] == [date(2025, 3, 10), date(2025, 3, 11)]


def test_undated_reports_have_no_earliest() -> None:
    assert earliest(reports(TEXT, printed("undated", None))) is None


@pytest.mark.parametrize(
    ("stored", "sentence"),
    [
        ([printed("alba", "2025-03-02")], "The earliest found is Alba, dated 2 March 2025."),
        (
            [printed("alba", "2025-03-09", "2025-03-02"), printed("zenit", "2025-03-10", "2025-03-02")],
            "The earliest found is Alba, dated 2 March 2025, the day on which the words were said, as it has it, "
            "published 9 March 2025; one more cannot be told to be later.",
        ),
        (
            [article("twice", line(), line(), outlet="Alba", published="2025-03-02")],
            "The earliest found is Alba, dated 2 March 2025.",
        ),
    ],
)
def test_headline_names_speakers(stored: list[StoredArticle], sentence: str) -> None:
    found = reports(TEXT, *stored)
    coverage = Coverage(len(stored), len(found), 1, None, None, None, "1")
    answer = Answer(TEXT, 12, coverage, Verdict.VERBATIM, best=found[0], reports=found, reports_total=len(found))
    assert sentence in headline(replace(answer, earliest=earliest(found)))

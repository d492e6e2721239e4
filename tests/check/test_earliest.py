"""The earliest report, and the order of reports in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from factory import Line, article, says
from reported import reports

from indexer.check.answer_records import Answer
from indexer.check.dates import dated_alike, earliest, time_order
from indexer.check.records import Verdict
from indexer.check.sentences import evidence
from indexer.check.sentences.phrases import on
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


@pytest.mark.parametrize(
    ("published", "said", "words"),
    [
        ("2025-03-02", None, "on 2 March 2025"),
        ("2025-03", None, "in March 2025"),
        ("2025-03-09", "2025-03-01/2025-03-07", "some time from 1 to 7 March 2025"),
    ],
)
def test_a_date_has_its_preposition(published: str, said: str | None, words: str) -> None:
    (report,) = reports(TEXT, printed("alba", published, said))
    assert report.dated is not None
    assert on(report.dated) == words


def test_undated_reports_have_no_earliest() -> None:
    assert earliest(reports(TEXT, printed("undated", None))) is None


@pytest.mark.parametrize(
    ("stored", "sentence"),
    [
        ([printed("alba", "2025-03-02")], "The earliest report is in Alba, dated 2 March 2025."),
        (
            [printed("alba", "2025-03-09", "2025-03-02"), printed("zenit", "2025-03-10", "2025-03-02")],
            "The earliest report is in Alba, dated 2 March 2025, the day when it says that the words were said; "
            "it was published on 9 March 2025; one more article may be as early.",
        ),
        (
            [printed("alba", "2025-03", "2025-02-01/2025-02-09")],
            "The earliest report is in Alba, dated 1 to 9 February 2025, the time when it says that the words "
            "were said; it was published in March 2025.",
        ),
        (
            [article("twice", line(), line(), outlet="Alba", published="2025-03-02")],
            "The earliest report is in Alba, dated 2 March 2025.",
        ),
    ],
)
def test_the_evidence_tells_of_the_earliest(stored: list[StoredArticle], sentence: str) -> None:
    found = reports(TEXT, *stored)
    coverage = Coverage(len(stored), len(found), 1, None, None, None, "1")
    answer = Answer(TEXT, 12, coverage, Verdict.VERBATIM, best=found[0], reports=found, reports_total=len(found))
    assert sentence in evidence(replace(answer, earliest=earliest(found)))


def test_a_day_that_is_not_sure_comes_behind_publication() -> None:
    stored = printed("alba", "2025-03-09", "2025-03-02")
    (quote,) = stored.quotes
    unsure = replace(quote, confidence=replace(quote.confidence, said=0.5))
    (report,) = reports(TEXT, replace(stored, quotes=(unsure,)))
    assert report.dated is not None
    assert report.dated.from_ == date(2025, 3, 9)
    assert [each.from_ for each in report.competing] == [date(2025, 3, 2)]


@pytest.mark.parametrize(
    ("stored", "first", "day"),
    [
        # The two date the words to different days: publication tells which is the first.
        (
            [printed("monday", "2025-03-10", "2025-03-10"), printed("friday", "2025-03-11", "2025-03-07")],
            "monday",
            date(2025, 3, 10),
        ),
        # Only one dates them, or the two agree.
        (
            [printed("monday", "2025-03-10"), printed("friday", "2025-03-11", "2025-03-07")],
            "friday",
            date(2025, 3, 7),
        ),
        (
            [printed("month", "2025-03-10", "2025-03-01/2025-03-31"), printed("friday", "2025-03-11", "2025-03-07")],
            "month",
            date(2025, 3, 1),
        ),
    ],
)
def test_days_that_contradict_one_another_date_nothing(stored: list[StoredArticle], first: str, day: date) -> None:
    answer = earliest(dated_alike(reports(TEXT, *stored)))
    assert answer is not None
    assert answer.report.dated is not None
    assert (answer.report.article.id, answer.report.dated.from_) == (first, day)

"""Which reports are copies of one text."""

from __future__ import annotations

from factory import Line, article, says

from indexer.check.gather import Printing
from indexer.check.records import Report
from indexer.check.reports import of_quote
from indexer.check.texts import grouped
from indexer.compare import judge, wording
from indexer.query import Hit, StoredArticle
from indexer.store.base import without_text

TEXT = "The quay will be closed to cars from the first of May"
BEFORE = "After a meeting that went on for most of the evening the harbour board made up its mind on one thing."
AFTER = "Two members voted against it, and a third had left the room before hands were raised and counted."


def reports(*stored: StoredArticle) -> list[Report]:
    asked = wording(TEXT)
    return [
        of_quote(asked, Printing(Hit(quote, without_text(each.article)), judge(asked, quote.text)))
        for each in stored
        for quote in each.quotes
    ]


def said(before: str = "", after: str = "", day: str | None = None) -> Line:
    return says(TEXT, before=before, after=after, said=day)


def groups(*stored: StoredArticle) -> list[int]:
    return [report.text_group for report in grouped(reports(*stored))]


def test_copies_are_one_text() -> None:
    cut = article("c", said(BEFORE, AFTER[:50]))
    edited = article("d", said(BEFORE.replace("harbour board", "board"), AFTER))
    assert groups(article("a", said(BEFORE, AFTER)), article("b", said(BEFORE, AFTER)), cut, edited) == [1, 1, 1, 1]


def test_other_surroundings_are_other_texts() -> None:
    other = article(
        "b", said("The mayor spoke first, and at length, of the winter that the town had just had.", "He sat down.")
    )
    assert groups(article("a", said(BEFORE, AFTER)), other) == [1, 2]


def test_too_little_around_a_quote_tells_nothing() -> None:
    assert groups(article("a", said("He said:")), article("b", said("He said:"))) == [1, 2]


def test_one_article_is_one_text() -> None:
    assert groups(article("a", said(), said()), article("b", said())) == [1, 1, 2]

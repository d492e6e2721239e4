"""Which reports are copies of one text."""

from __future__ import annotations

from factory import Line, article, says
from reported import reports

from indexer.check.copies import group_copies
from indexer.query import StoredArticle

TEXT = "The quay will be closed to cars from the first of May"
BEFORE = "After a meeting that went on for most of the evening the harbour board made up its mind on one thing."
AFTER = "Two members voted against it, and a third had left the room before hands were raised and counted."


def said(before: str = "", after: str = "", day: str | None = None) -> Line:
    return says(TEXT, before=before, after=after, said=day)


def groups(*stored: StoredArticle) -> list[int]:
    return [report.text_group for report in group_copies(reports(TEXT, *stored))]


def test_copies_are_one_text() -> None:
    cut = article("c", said(BEFORE, AFTER[:50]))
    edited = article("d", said(BEFORE.replace("harbour board", "board"), AFTER))
    assert groups(article("a", said(BEFORE, AFTER)), article("b", said(BEFORE, AFTER)), cut, edited) == [1, 1, 1, 1]


def test_other_words_around_a_quote_make_another_text() -> None:
    other = article(
        "b", said("The mayor spoke first, and at length, of the winter that the town had just had.", "He sat down.")
    )
    assert groups(article("a", said(BEFORE, AFTER)), other) == [1, 2]


def test_few_words_around_a_quote_make_a_text_of_its_own() -> None:
    assert groups(article("a", said("He said:")), article("b", said("He said:"))) == [1, 2]


def test_one_article_is_one_text() -> None:
    assert groups(article("a", said(), said()), article("b", said())) == [1, 1, 2]


FERRY = "Nobody has told us when the ferry will sail again"
BREAD = "We ran, and we left the bread in the ovens"
TOLD = [
    (
        "A gas leak closed the harbour quarter on Monday night.",
        f"said Rosa Venn, a baker. “{BREAD},” said her brother, Timo Venn. “{FERRY},” said Lars Ohm, a tailor.",
    ),
    (
        f"Hundreds of people had to leave their homes. “{FERRY},” said Lars Ohm. “{BREAD},” said Timo Venn.",
        "Rosa Venn said.",
    ),
    (
        "Police kept the streets closed for two whole days.",
        f'said Rosa Venn. "{BREAD}," said Timo Venn. "{FERRY}," Lars Ohm said.',
    ),
]


def test_three_reporters_who_quote_the_same_speakers_are_three() -> None:
    assert groups(*(article(f"a{n}", said(*around)) for n, around in enumerate(TOLD))) == [1, 2, 3]


def test_copies_among_quotes_are_one_text() -> None:
    for around in TOLD:
        assert groups(*(article(f"a{n}", said(*around)) for n in range(40))) == [1] * 40
    cut = article("cut", said(TOLD[0][0], TOLD[0][1][: TOLD[0][1].index("“Nobody")]))
    assert groups(article("whole", said(*TOLD[0])), cut) == [1, 1]


def test_an_unfinished_quote_is_not_the_articles_words() -> None:
    begun = f"and we left the bread in the ovens,” said Timo Venn. “{FERRY}."
    one = article("one", said(begun, f"The mayor had no answer to that on Monday. “{BREAD}"))
    other = article("other", said(begun, f"Nobody from the gas works came to the door. “{BREAD}"))
    assert groups(one, other) == [1, 2]

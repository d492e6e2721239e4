"""A whole draft against an archive that holds an article like it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.check import TooLong, Verdict, check_draft, draft_article
from indexer.check.correspondence import Sign
from indexer.errors import Invalid
from indexer.extract import extract
from indexer.model import WORDS
from indexer.query import StoredArticle
from indexer.store import open_store
from indexer.store.base import EVERYTHING, Store

ARCHIVED = """The harbour board met on Monday evening.

“The quay will be closed to cars from the first of May until the end of the season,” said Ida Brandt.

The work would begin “at once”, she said.

“There has not been a single summer without an accident on that quay,” Brandt said.

“Tourists can walk the four hundred metres from the car park like everybody else,” she added.

The plan was “very popular”, she said.

“Nobody in this town has ever missed a ferry for want of a parking place,” said Olof Holm.
"""

DRAFT = """A plan for the quay

“The quay is to be closed to all cars from the first of May until the end of the season,” said Ida Brandt.

The work would begin “right away”, she said.

“There hasn’t been one summer without an accident on that quay,” said Brandt.

“Tourists can walk the four hundred yards from the car park like everyone else,” she added.

The plan was “well liked”, she said.

“Nobody in this town has ever missed a ferry for want of a parking place,” said Olof Holm.

“The gulls will be the first to notice that the lorries have gone,” said Mona Lie.
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path / 'archive.db'}", create=True) as store:
        article = draft_article(ARCHIVED)
        store.replace([StoredArticle(article, extract(article))])
        store.flush()
        yield store


def test_each_quote_is_answered_in_its_place(store: Store) -> None:
    answer = check_draft(store, draft_article(DRAFT))
    assert answer.quotes
    for each in answer.quotes:
        for span in each.quote.content:
            assert DRAFT[span.start : span.end] == span.text
        assert each.answer.text == each.quote.text
    verdicts = {each.quote.text: each.answer.verdict for each in answer.quotes}
    assert verdicts["“Nobody in this town has ever missed a ferry for want of a parking place,”"] is Verdict.VERBATIM
    assert verdicts["“The gulls will be the first to notice that the lorries have gone,”"] is Verdict.NOT_FOUND


def test_the_drafts_own_attribution_is_compared(store: Store) -> None:
    other = DRAFT.replace("said Olof Holm", "said Nils Eide")
    agreed = {
        each.quote.speaker.name: each.answer.speaker_agrees
        for text in (DRAFT, other)
        for each in check_draft(store, draft_article(text)).quotes
        if "missed a ferry" in each.quote.text
    }
    assert agreed == {"Olof Holm": "agrees", "Nils Eide": "disagrees"}
    given = check_draft(store, draft_article(DRAFT), speaker="Nils Eide")
    assert given.quotes[-2].answer.speaker_agrees == "disagrees"


def test_short_quotes_are_found_in_their_place(store: Store) -> None:
    answer = check_draft(store, draft_article(DRAFT))
    (found,) = answer.corresponds_to
    pairs = {answer.quotes[pair.number].quote.text: pair for pair in found.pairs}
    assert pairs["The work would begin “right away”"].quote.text == "The work would begin “at once”"
    liked = pairs["The plan was “well liked”"]
    assert (liked.quote.text, liked.sign) == ("The plan was “very popular”", Sign.PLACE)
    assert answer.quotes[liked.number].answer.verdict is Verdict.TOO_SHORT
    assert len(pairs) == found.of - 1
    assert not any("gulls" in text for text in pairs)
    places = [pair.quote.content[0].start for pair in found.pairs]
    assert places == sorted(places)


def test_one_quote_in_common_is_no_correspondence(store: Store) -> None:
    text = "“Nobody in this town has ever missed a ferry for want of a parking place,” said Olof Holm.\n"
    assert check_draft(store, draft_article(text)).corresponds_to == ()


def test_reversed_quotes_do_not_correspond(store: Store) -> None:
    turned = "\n\n".join(reversed(DRAFT.strip().split("\n\n")))
    answer = check_draft(store, draft_article(turned))
    assert sum(each.answer.reported for each in answer.quotes) > 2
    assert answer.corresponds_to == ()


@pytest.mark.parametrize(
    ("text", "query", "verdict"),
    [
        (
            "Olof Holm answered that “nobody in this town has ever missed a ferry for want of a parking place”.",
            "nobody in this town has ever missed a ferry for want of a parking place",
            Verdict.VERBATIM,
        ),
        (
            "She answered that “the quay will be closed to cars from the first of May until the end”.",
            "the quay will be closed to cars from the first of May until the end",
            Verdict.PART,
        ),
        (
            "Holm answered that “nobody in this town has ever missed a bus for want of a parking place”.",
            "that “nobody in this town has ever missed a bus for want of a parking place”",
            Verdict.CHANGED,
        ),
    ],
)
def test_the_part_between_marks_is_answered_if_it_alone_is_printed(
    store: Store, text: str, query: str, verdict: Verdict
) -> None:
    (found,) = check_draft(store, draft_article(text + "\n")).quotes
    assert (found.answer.text, found.answer.verdict) == (query, verdict)


def test_a_draft_with_too_many_quotes_is_refused(store: Store) -> None:
    with pytest.raises(TooLong, match="251 quotes"):
        check_draft(store, draft_article("“Yes,” said Ida Brandt.\n\n" * 251))


def test_a_draft_without_an_article_is_refused() -> None:
    with pytest.raises(Invalid) as caught:
        draft_article("2025-03-05\n")
    assert caught.value.field == "draft"


def test_what_nobody_said_is_not_checked_unless_asked_for(store: Store) -> None:
    text = DRAFT + "\nThe council has supported the free crossing of islanders and their dogs since May.\n"
    text += "\nHolm believes that the quay will be closed to all cars before the end of the season.\n"
    asked = [each.quote for each in check_draft(store, draft_article(text)).quotes]
    every = [each.quote for each in check_draft(store, draft_article(text), quotes=EVERYTHING).quotes]
    assert {quote.act for quote in asked} <= set(WORDS)
    assert any(quote.act not in WORDS for quote in every)
    assert [quote for quote in every if quote.act in WORDS or quote.quoted] == asked

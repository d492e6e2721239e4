"""What the article says that somebody did with a content: sentences of every act, and look-alikes of another."""

from __future__ import annotations

import pytest

from indexer.document import Document
from indexer.extract import extract
from indexer.extract.act import acts
from indexer.model import WORDS, Act, Article, Attribution, Kind, Span, Stance

ROWS = """
said: <Ada Lund> [said] {the ferry would sail on Monday}.
said: <The mayor> [told reporters] {that the quay was safe}.
said: <Olaf Moe>, the skipper, [asked] {whether anybody had read the plans}.
said: <She> [promised] {to rebuild the pier}.
said: <Moe> [criticised] {the board's decision}.
wrote: [According to] <a report by the harbour board>, {the piles are rotten}.
wrote: <Lund> [wrote in an email] {that she would resign}.
wrote: <The survey> [found] {four in ten passengers had never taken the ferry}.
wrote: <Moe> [tweeted] {that the crane had fallen}.
thought: <Lund> [believes] {the bridge will hold}.
thought: <The islanders> [hope] {that a doctor will come}.
thought: <Moe> [wanted] {to sell the boat}.
thought: <He> [knew] {that the ice was thin}.
did: <The council> [approved] {a new berth for the ferry}.
did: <Moe> [has supported] {the harbour tolls}.
did: <The union> [endorsed] {Ada Lund}.
did: <Lund> [voted for] {the toll}.
"""


def of_row(row: str) -> tuple[Act, Document, Attribution]:
    act, _, marked = row.partition(": ")
    text, places = "", {}
    for character in marked:
        if character in "<[{":
            opened = len(text)
        elif character in ">]}":
            places[character] = Span(opened, len(text), text[opened:])
        else:
            text += character
    content, source, cue = ((places[mark],) for mark in "}>]")
    attribution = Attribution(content, source, cue, Kind.INDIRECT, Stance.ASSERTED, (), 1.0)
    return Act(act), Document(Article("row", text)), attribution


@pytest.mark.parametrize("row", ROWS.strip().splitlines())
def test_the_act_is_read_from_cue_source_and_content(row: str) -> None:
    act, document, attribution = of_row(row)
    ((found, probability),) = acts(document, [attribution])
    assert found is act
    assert probability > 0.4


@pytest.mark.parametrize(
    ("nonce", "act"),
    [
        ("<Lund> [guffawed] {that nobody would pay the toll}.", Act.SAID),
        ("<Moe> [fancies] {that the ferry will be free}.", Act.THOUGHT),
    ],
)
def test_a_verb_without_a_label_is_read_like_those_near_it_in_meaning(nonce: str, act: Act) -> None:
    _, document, attribution = of_row(f"said: {nonce}")
    assert acts(document, [attribution])[0][0] is act


def test_every_quote_has_an_act_and_its_confidence() -> None:
    text = "“The ferry sails at noon,” Ada Lund said.\n\nOlaf Moe believes that the tide will turn.\n"
    found = extract(Article("a", text))
    assert [(quote.act, quote.confidence.act > 0.5) for quote in found] == [(Act.SAID, True), (Act.THOUGHT, True)]


def test_in_a_language_without_tables_marked_passages_count_as_said_without_any_confidence() -> None:
    (quote,) = extract(Article("a", "« Le bac part à midi », a dit Ada Lund.\n", language="fr"))
    assert (quote.act, quote.confidence.act) == (Act.SAID, 0.0)


def test_passages_between_marks_are_words() -> None:
    text = "“We will never close the harbour,” thundered Moe. Lund, “tired of waiting,” left.\n"
    assert all(quote.act in WORDS for quote in extract(Article("a", text)) if quote.kind is Kind.DIRECT)

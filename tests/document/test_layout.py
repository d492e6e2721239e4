"""Where paragraphs and sentences begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.document import LONGEST_PARAGRAPH, LONGEST_SENTENCE, Document
from indexer.model import Article, Span


def sentences(text: str) -> list[list[str]]:
    paragraphs = Document(Article("a", text)).paragraphs
    return [[text[s.start : s.end] for s in paragraph.sentences] for paragraph in paragraphs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One went. Two came!", [["One went.", "Two came!"]]),
        ("Dr. Ada Lund met Mr. Moe.", [["Dr. Ada Lund met Mr. Moe."]]),
        ("J. R. Holm of the U.S. Senate spoke.", [["J. R. Holm of the U.S. Senate spoke."]]),
        (
            "Will it rain? According to her, no. Holm agreed.",
            [["Will it rain?", "According to her, no.", "Holm agreed."]],
        ),
        ("It is No. 5 on the list.", [["It is No. 5 on the list."]]),
        ("It cost 2.5 crowns. Then 3.", [["It cost 2.5 crowns.", "Then 3."]]),
        ("“We won.” Holm left.", [["“We won.”", "Holm left."]]),
        ("“Really?” she asked.", [["“Really?” she asked."]]),
        ("He waited … then left.", [["He waited … then left."]]),
        ("First line\nSecond line", [["First line"], ["Second line"]]),
        ("First.\n\n\nSecond.", [["First."], ["Second."]]),
    ],
)
def test_sentences(text: str, expected: list[list[str]]) -> None:
    assert sentences(text) == expected


def test_lines_cut_at_one_width_are_one_paragraph() -> None:
    lines = [
        "The council of the small harbour town has agreed to pay",
        "for a new ferry, although half of its members had voted",
        "against the plan in the spring, when the price was first",
        "made known by the builder who had been asked to draw up",
        "the papers, and who has since moved his yard elsewhere,",
        "as the mayor said.",
    ]
    assert len(sentences("\n".join(lines) + "\n\nThe end.")) == 2


def test_furniture_is_left_out() -> None:
    text = "Home | News\nThe ferry sails. It is new.\nLEAVE A REPLY"
    furniture = (Span.of(text, 0, 11), Span.of(text, text.index("LEAVE"), len(text)))
    found = Document(Article("a", text, furniture=furniture)).paragraphs
    assert [text[p.start : p.end] for p in found] == ["The ferry sails. It is new."]


@given(st.text(alphabet="Ab .!?…\n“”\"'’", max_size=200))
def test_every_letter_stands_in_one_sentence(text: str) -> None:
    places = [
        position
        for sentence in Document(Article("a", text)).sentences
        for position in range(sentence.start, sentence.end)
    ]
    assert len(places) == len(set(places))
    assert {p for p, character in enumerate(text) if character.isalpha()} <= set(places)


@pytest.mark.parametrize(
    "text",
    [
        "The quay is closed today. " * 4_000,
        "harbour " * 4_000,
        "a" * 30_000,
        "…" * 30_000,
        "no" + " " * 30_000 + "stop" + "\xa0" * 30_000 + "here",
        "“" * 30_000,
    ],
)
def test_what_has_lost_its_breaks_is_cut(text: str) -> None:
    document = Document(Article("a", text))
    found = document.sentences
    assert max(paragraph.end - paragraph.start for paragraph in document.paragraphs) <= LONGEST_PARAGRAPH
    assert max(sentence.end - sentence.start for sentence in found) <= LONGEST_SENTENCE
    assert "".join("".join(text[s.start : s.end].split()) for s in found) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(found))

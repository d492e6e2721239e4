"""Which quotation marks open, which close, and what stands between them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.document import Document
from indexer.model import Article


def document(text: str) -> Document:
    return Document(Article("a", text))


def passages(text: str) -> list[tuple[int, str]]:
    """(depth, text with its marks) of each passage."""
    return [(m.depth, text[m.start : m.end]) for m in document(text).passages]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We sail,” she said.", ["“We sail,”"]),
        ('"We sail," she said. "At dawn."', ['"We sail,"', '"At dawn."']),
        ("«Nous partons», dit-elle.", ["«Nous partons»"]),
        ("„Wir fahren“, sagte sie.", ["„Wir fahren“"]),
        ("„Wir fahren”, sagte sie.", ["„Wir fahren”"]),
        ("‘We sail,’ she said.", ["‘We sail,’"]),
        ("''We sail,'' she said.", ["''We sail,''"]),
        ("``We sail,'' she said.", ["``We sail,''"]),
        ("She called it ‘a gift’ and left.", ["‘a gift’"]),
        ("The workers’ rights and the 1990s’ songs.", []),
        ("Don’t, can’t, rock ’n’ roll.", []),
        ("He is 6'3\" tall.", []),
    ],
)
def test_every_family_is_read(text: str, expected: list[str]) -> None:
    assert [passage for _, passage in passages(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“She told me ‘go home’ twice.”", [(0, "“She told me ‘go home’ twice.”"), (1, "‘go home’")]),
        ("“It isn’t the sailors’ ‘last call.’”", [(0, "“It isn’t the sailors’ ‘last call.’”"), (1, "‘last call.’")]),
        (
            '"The “Fair Tides Act” is dead," he said.',
            [(0, '"The “Fair Tides Act” is dead,"'), (1, "“Fair Tides Act”")],
        ),
        ("‘They said “patience” to us.’", [(0, "‘They said “patience” to us.’"), (1, "“patience”")]),
        ("''They cried 'shame' at us,'' he said.", [(0, "''They cried 'shame' at us,''"), (1, "'shame'")]),
    ],
)
def test_passages_within_passages(text: str, expected: list[tuple[int, str]]) -> None:
    assert passages(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a closing mark for an opening one, and the other way round
        ("”The quay is closed,” Holm said.", ["”The quay is closed,”"]),
        ("She said it was “mostly empty.“", ["“mostly empty.“"]),
        ('Holm called it “no loss" at all.', ['“no loss"']),
        # the closing mark has slipped over its space
        (
            "The quay will be closed, we have no money, “Holm wrote to the board. “It ends here.”",
            ["The quay will be closed, we have no money, “", "“It ends here.”"],
        ),
        # crossed around the cue
        (
            "“We need paint and rope. Holm said:” We will ask the town for both. “",
            ["“We need paint and rope.", "” We will ask the town for both. “"],
        ),
        # a single mark that opens where a double one closes what nothing opened
        ("'Tides are late« we heard.'", ["'Tides are late«"]),
        # nothing to close with, and what is read then
        ("Holm said, “The quay is closed.", ["“The quay is closed."]),
        ("The harbour, an island “of sorts, is closed.", []),
    ],
)
def test_crossed_and_missing_marks(text: str, expected: list[str]) -> None:
    assert [passage for _, passage in passages(text)] == expected


def test_a_broken_paragraph_costs_no_other() -> None:
    text = "Holm spoke “of much.\n“We sail,” she said.\nThey ”left.\n“At dawn.”"
    assert [passage for _, passage in passages(text)] == ["“We sail,”", "“At dawn.”"]


def test_a_quote_goes_on_in_the_next_paragraph() -> None:
    text = "“We sail at dawn.\n“And we return by night.”"
    first, second = document(text).passages
    assert (first.continues, second.continues) == (True, False)
    assert (first.sure, second.sure) == (True, True)


def test_marks_read_against_their_glyph_are_unsure() -> None:
    text = "”The quay is closed,” Holm said."
    assert [passage.sure for passage in document(text).passages] == [False]


@given(st.text(alphabet="aB ,.:?\n“”\"‘’'«»„", max_size=120))
def test_any_marks_give_passages_that_lie_in_order(text: str) -> None:
    read = document(text)
    for passage in read.passages:
        assert passage.start <= passage.inner_start <= passage.inner_end <= passage.end
        assert any(p.start <= passage.start and passage.end <= p.end for p in read.paragraphs)
    assert all(a.end <= b.start for a, b in pairwise(read.outer))

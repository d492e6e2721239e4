"""Word pieces know their places, whatever the text is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.encoder import CLS, SEP, pieces


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry sank.", ["The", "ferry", "sank", "."]),
        ("“No,” she said", ["“", "No", ",", "”", "she", "said"]),
        ("Zürich’s trams don't run", ["Zürich", "’", "s", "trams", "don", "'", "t", "run"]),
        ("1,204 votes", ["1", ",", "204", "votes"]),
        ("🙂 fine\n\nthen", ["🙂", "fine", "then"]),
        ("", []),
        ("  \u00a0\n", []),
    ],
    ids=["words", "marks", "accents", "numbers", "beyond the first plane", "empty", "spaces"],
)
def test_pieces_are_slices_of_the_text(text: str, expected: list[str]) -> None:
    found = pieces(text)
    assert [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)] == expected


def test_case_and_accents_make_no_difference() -> None:
    assert pieces("Café OWNERS").ids == pieces("cafe owners").ids


@pytest.mark.parametrize("text", ["[CLS] and [SEP] and [MASK]", "he wrote [SEP] there"])
def test_what_frames_a_text_is_not_read_from_it(text: str) -> None:
    assert not {CLS, SEP} & set(pieces(text).ids)


def test_long_texts_are_not_cut() -> None:
    text = "the harbour master has resigned " * 4000
    found = pieces(text)
    assert len(found) == 5 * 4000
    assert text[found.starts[-1] : found.ends[-1]] == "resigned"


def test_a_word_without_end_is_one_piece() -> None:
    assert len(pieces("a" * 20_000)) == 1


@given(st.text(st.characters(codec=None), max_size=80))
def test_places_are_in_order_and_inside(text: str) -> None:
    found = pieces(text)
    assert len(found.ids) == len(found.starts) == len(found.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(found.starts, found.ends, strict=True))
    assert list(found.starts) == sorted(found.starts)

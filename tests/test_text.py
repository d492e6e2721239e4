"""How words are folded, split and stemmed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.text import LONGEST_WORD, fold, stem, stems, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don’t stop", ["don't", "stop"]),
        ("don't", ["don't"]),
        ("The mayor’s plan", ["the", "mayor's", "plan"]),
        ("the workers’ rights", ["the", "workers", "rights"]),
        ("long-term, cease–fire—now", ["long", "term", "cease", "fire", "now"]),
        ("Café Zoë, naïve", ["cafe", "zoe", "naive"]),
        ("cote\u0301 written apart", ["cote", "written", "apart"]),
        ("the U.S. president", ["the", "us", "president"]),
        ("N.A.T.O. said", ["nato", "said"]),
        ("1,000 jobs, 2.5 %, at 11:33", ["1,000", "jobs", "2.5", "at", "11:33"]),
        ("the 21st of May, $5bn", ["the", "21st", "of", "may", "5bn"]),
        ("ﬁnally", ["finally"]),
        ("Straße", ["strasse"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("戦争だ", ["戦", "争", "だ"]),
        ("a\u00a0b", ["a", "b"]),
        ("har\u00adbour\u200b, \ufeffwe", ["harbour", "we"]),
        ("…?!“”", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [word.text for word in words(text)] == expected


def test_words_point_into_the_text_as_it_was() -> None:
    text = "Zoë’s “long–term” U.S. plan"
    assert [text[word.start : word.end] for word in words(text)] == ["Zoë’s", "long", "term", "U.S.", "plan"]


def test_a_word_is_cut_where_engines_would_differ() -> None:
    assert [len(word.text) for word in words("x" * 300)] == [LONGEST_WORD]


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("promises", "en", "promis"),
        ("promised", "en", "promis"),
        ("mayor's", "en", "mayor"),
        ("don't", "en", "don't"),
        ("maisons", "fr", "maison"),
        ("maisons", "xx", "maisons"),
    ],
)
def test_stem(word: str, language: str, expected: str) -> None:
    assert stem(word, language) == expected


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_words_are_in_order_and_without_spaces(text: str) -> None:
    found = words(text)
    position = 0
    for word in found:
        assert position <= word.start < word.end <= len(text)
        assert word.text
        assert " " not in word.text
        position = word.end
    assert len(stems(text)) == len(found)

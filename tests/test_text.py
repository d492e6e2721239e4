"""How words are folded, split and stemmed."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.text import LONGEST_WORD, alternation, fold, stem, stems, without_possessive, word_texts, words


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
        ("har\u2060bour \u200edock\u200f", ["harbour", "dock"]),
        ("…?!“”", []),
        # What is left of a word without its accents and invisible characters.
        ("“Lindt”\u200b’s", ["lindt", "s"]),
        ("“Lindt”\u0301’s", ["lindt", "s"]),
        ("Lindt\u200b’s", ["lindt's"]),
        ("Lindt’\u00ads", ["lindt's"]),
        ("the docks’\u200b", ["the", "docks"]),
        ("Lindt’\u200b’s", ["lindt's"]),
        ("\u200b ❤\ufe0f", []),
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
        ("'s", "en", "'s"),
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


@pytest.mark.parametrize("form", ["{}'s", "Lindt{}'s", "Lindt'{}", "{}"])
def test_no_character_makes_an_empty_word_or_stem(form: str) -> None:
    assigned = [c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c) not in ("Cn", "Co", "Cs")]
    text = " ; ".join(map(form.format, assigned))
    assert {word for word in word_texts(text) if word.strip("'") != word or not word} == set()
    assert all(stems(text))


@given(st.text(st.sampled_from("abzu19.,:'`_-$ \n\tABI") | st.characters(max_codepoint=127), max_size=60))
def test_plain_letters_are_read_as_in_a_text_of_other_scripts(text: str) -> None:
    assert fold(text) + " e" == fold(text + " é")
    *same, last = words(text + " ﺍ")
    assert (tuple(same), last.text) == (words(text), "ا")
    assert word_texts(text) == [word.text for word in same]


@given(
    st.text(st.sampled_from("ab'’“”.-5 \u0301\u0338\u00ad\u200b\u200d\ufe0f\u3164\u0e31\u0915\u093e戦")),
    st.sampled_from(["en", "de", "xx"]),
)
def test_no_text_makes_an_empty_word_or_stem(text: str, language: str) -> None:
    assert all(word.strip("'") == word != "" for word in word_texts(text))
    assert all(stems(text, language))


@pytest.mark.parametrize(
    ("word", "language", "bare"),
    [
        ("mayor's", "en", "mayor"),
        ("mayors", "en", "mayors"),
        ("'s", "en", "'s"),
        ("mayor's", "de", "mayor's"),
    ],
)
def test_a_possessive_ending_is_taken_off(word: str, language: str, bare: str) -> None:
    assert without_possessive(word, language) == bare


def test_an_alternation_matches_the_longest_entry_as_it_stands() -> None:
    pattern = re.compile(alternation({"sept", "sept.", "news (radio)"}))
    assert [match[0] for match in pattern.finditer("sept. 3, sept 4, septx, news (radio), news radio")] == [
        *("sept.", "sept", "sept", "news (radio)"),
    ]


def test_an_alternation_has_capitals_where_they_are_wanted() -> None:
    assert re.fullmatch(alternation({"last night"}, capitals=True), "Last night")
    assert not re.fullmatch(alternation({"last night"}, capitals=True), "Last Night")
    assert not re.fullmatch(alternation({"last night"}), "Last night")

"""Fingerprints and wordings: what counts as the same words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.compare import fingerprint, judge, wording
from indexer.compare.records import Relation

SAME = [
    ("The ferry will sail again in May.", "the ferry WILL sail again in may"),
    ("“We won’t wait,” she said", "We won't wait she said"),
    ("They shouldn't sell the pier", "They should not sell the pier"),
    ("It's late and we're tired", "It is late and we are tired"),
    ("I cannot say", "I can't say"),
    ("You dont know", "You do not know"),
    ("a well-known harbour – and a safe one", "a well known harbour, and a safe one"),
    ("We waited … and waited", "We waited... and waited"),
    ("He will [surely] be asked", "He will be asked"),
    ("[W]e want[ed] a bridge", "We wanted a bridge"),
    ("1,000 crowns", "1000 crowns"),
    ("Café Ørsted", "Cafe Orsted"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_printing_does_not_change_the_fingerprint(one: str, other: str) -> None:
    assert fingerprint(one) == fingerprint(other)
    assert judge(one, other).relation is Relation.VERBATIM


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry will sail again in May.", "The ferry will sail again in June."),
        ("We will wait", "We won't wait"),
        ("Lund's boat", "Lund boat"),
        ("two boats came", "boats two came"),
        ("1,000 crowns", "100 crowns"),
    ],
)
def test_words_change_the_fingerprint(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_without_words_there_is_no_fingerprint() -> None:
    assert fingerprint("… – !") == fingerprint("") == ""
    assert len(fingerprint("yes")) == 32


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("don't", [("do", "do"), ("not", "n't")]),
        ("won’t", [("will", "wo"), ("not", "n’t")]),
        ("can't", [("can", "ca"), ("not", "n't")]),
        ("it's", [("it", "it"), ("is", "'s")]),
        ("shouldn't've", [("should", "should"), ("not", "n't"), ("have", "'ve")]),
        ("Moe's", [("moe's", "Moe's")]),
        ("[directly] asked", [("asked", "asked")]),
        ("[directly]", [("directly", "directly")]),
        ("[T]he pier", [("the", "T]he"), ("pier", "pier")]),
    ],
)
def test_every_word_knows_its_characters(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(word.text, text[word.start : word.end]) for word in wording(text).words] == expected


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("one two … three", {2}),
        ("… one two", {0}),
        ("one two . . . three ...", {2, 3}),
        ("one [two] three", {1}),
        ("one two", set()),
    ],
)
def test_gaps(text: str, gaps: set[int]) -> None:
    assert wording(text).gaps == gaps


@given(st.text(max_size=300))
def test_places_are_in_order_and_in_the_text(text: str) -> None:
    found = wording(text).words
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(one.start <= other.start and one.end <= other.end for one, other in pairwise(found))


@given(st.text(alphabet="abc 'nt.…[]-“”1,", max_size=80))
def test_case_and_marks_are_ignored(text: str) -> None:
    assert fingerprint(text) == fingerprint(text.upper()) == fingerprint(f"“{text}” ")

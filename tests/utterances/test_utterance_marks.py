"""Marks: which quotes are one by their words alone."""

from __future__ import annotations

import pytest
from factory import Line, article, says

from indexer.model import Kind, Stance
from indexer.utterances import mark, plain
from indexer.utterances.marks import compared

QUAY = "The old quay at Lunde will be rebuilt in granite, whatever the ministry writes."
SHORT = "We have nothing to add"
LIGHT = "I think we have to do that now"


def of(line: Line | str, language: str = "en") -> str | None:
    return mark(article("a", line).quotes[0], language)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (QUAY, f"“{QUAY.rstrip('.')},”"),
        (QUAY, f"''{QUAY}''"),
        (QUAY, says(QUAY, "Olof Öst")),
        (QUAY, says(QUAY, None)),
        (("“The old quay at Lunde", "will be rebuilt in granite, whatever the ministry writes.”"), QUAY),
        (SHORT, "“we have nothing to add.”"),
        (LIGHT, LIGHT.upper()),
    ],
)
def test_one_mark(one: Line | str | tuple[str, str], other: Line | str) -> None:
    assert of(says(one) if isinstance(one, tuple) else one) == of(other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (QUAY, QUAY.replace("granite", "timber")),
        (SHORT, says(SHORT, "Olof Öst")),
        (LIGHT, says(LIGHT, "Olof Öst")),
        (SHORT, LIGHT),
        (QUAY, says(QUAY, kind=Kind.INDIRECT)),
    ],
)
def test_different_marks(one: Line | str, other: Line | str) -> None:
    assert of(one) != of(other)


@pytest.mark.parametrize(
    "line",
    [
        says(QUAY, stance=Stance.DENIED),
        says(QUAY, stance=Stance.ASKED),
        says(SHORT, None),
        says(LIGHT, None),
        says("…"),
    ],
)
def test_quotes_without_mark(line: Line) -> None:
    assert of(line) is None


@pytest.mark.parametrize(
    "line",
    [
        # few words, or light ones
        says("Harbour"),
        says("We will see"),
        says("You tell me"),
        says("No comment from them"),
        says("and the harbour “as such”", kind=Kind.MIXED, quoted=("as such",)),
        # what articles say in their own words: names, noun phrases, infinitives, answers
        says("to stop the ferry line from reaching the four hundred passengers of a whole winter", kind=Kind.INDIRECT),
        says("not to enter the harbour before the pilots of Olsund come aboard", kind=Kind.INDIRECT),
        says("an in-depth assessment of fishing cases before the Harbour Court of Olsund", kind=Kind.INDIRECT),
        says("no to the granite quay of Olsund and the ferry tunnel", kind=Kind.INDIRECT),
        says("a candidate “and her crew”", kind=Kind.MIXED, quoted=("and her crew",)),
        says("the quay is granite", kind=Kind.INDIRECT),
    ],
)
def test_what_says_too_little_has_no_mark(line: Line) -> None:
    assert of(line) is None


@pytest.mark.parametrize(
    "line",
    [
        says("that the old quay at Lunde will be rebuilt in granite before the pilots leave", kind=Kind.INDIRECT),
        says("The pilots have never counted the passengers of the night ferry to Olsund", kind=Kind.INDIRECT),
        says(
            "a quay “of granite from Olsund and nothing else”",
            kind=Kind.MIXED,
            quoted=("of granite from Olsund and nothing else",),
        ),
        says("To stop the ferry would be to stop the heart of this island"),
    ],
)
def test_what_says_enough_has_a_mark(line: Line) -> None:
    assert of(line) is not None


def test_only_weighty_english_quotes_are_compared() -> None:
    assert compared(article("a", f"“{QUAY}”").quotes[0], "en") == f"“{QUAY.rstrip('.')}”"
    assert compared(article("a", says(QUAY, kind=Kind.INDIRECT)).quotes[0], "en") == QUAY.rstrip(".")
    for line in (says(SHORT), says(LIGHT), says(QUAY, stance=Stance.DENIED)):
        assert compared(article("a", line).quotes[0], "en") is None
    assert compared(article("a", QUAY).quotes[0], "da") is None


def test_quotes_in_other_languages_are_marked_by_their_words() -> None:
    assert of(QUAY, "da") == of(QUAY.upper(), "da") != of(QUAY, "sv")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It’s ‘ours’ —\nall of it,” ", "It's 'ours' - all of it"),
        ("``Stay,'' \"now\"!", "Stay, now"),
        ("", ""),
    ],
)
def test_plain_text(text: str, expected: str) -> None:
    assert plain(text) == expected

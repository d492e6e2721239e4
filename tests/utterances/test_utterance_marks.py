"""Marks: which quotes are one by their words alone."""

from __future__ import annotations

import pytest
from factory import Line, article, says

from indexer.model import Kind, Stance
from indexer.utterances import mark, plain
from indexer.utterances.marks import compared

QUAY = "The old quay at Lunde will be rebuilt in granite, whatever the ministry writes."
SHORT = "We will see"
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
        (SHORT, "“we will see.”"),
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

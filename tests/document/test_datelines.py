"""Datelines: where the article's own words begin behind one, and its date."""

from __future__ import annotations

import pytest

from indexer.document.dateline import closes_dateline, dateline


@pytest.mark.parametrize(
    ("dated", "date"),
    [
        ("SANDVIK, March 3, 2026 (NorthWire) — ", "March 3, 2026"),
        ("Sandvik, 3 March 2026 -- ", "3 March 2026"),
        ("SANDVIK, March 3 (NorthWire) - ", None),
        ("NEW SANDVIK, Norland — ", None),
        ("SANDVIK – ", None),
    ],
)
def test_the_words_behind_a_dateline(dated: str, date: str | None) -> None:
    found = dateline(f"{dated}“The ferry sails.”", 0)
    assert found is not None
    assert (found.date, found.end) == (date, len(dated))


@pytest.mark.parametrize(
    "text", ["Sandvik – the ferry sails.", "THE FERRY sails — at last.", "SANDVIK (NorthWire) sails."]
)
def test_a_line_that_only_has_a_dash_or_a_bracket(text: str) -> None:
    assert dateline(text, 0) is None


def test_what_may_close_a_dateline() -> None:
    text = "SANDVIK, March 3 (NorthWire) — The ferry sails."
    assert closes_dateline(text, text.index(" (North"))
    assert not closes_dateline(text, len("SANDVIK"))

"""Paragraphs of twenty languages with two speakers, in all families of marks and after dashes (two_speakers.tsv)."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.extract import extract
from indexer.languages.table import Row, rows
from indexer.model import Article

ROWS = list(rows(Path(__file__).parent / "two_speakers.tsv", "text", "language", "first", "second", "lost"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.text('language')} {row.text('first')}")
def test_the_words_of_two_people_are_never_one_quote(row: Row) -> None:
    text = row.text("text").replace("⏎", "\n")
    quotes = extract(Article("a", text, language=row.text("language")))
    first, second = row.text("first"), row.text("second")
    assert first in text
    assert second in text
    assert [quote.text for quote in quotes if first in quote.text and second in quote.text] == []
    found = {side for side, said in (("first", first), ("second", second)) if any(said in q.text for q in quotes)}
    assert found == {"first", "second"} - {row.text("lost")}
    speakers = [quote.speaker.name for quote in quotes if quote.speaker.name is not None]
    assert len(speakers) == len(set(speakers)) or len(quotes) > 2

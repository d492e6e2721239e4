"""Reports that are all here are counted as an engine counts them."""

from __future__ import annotations

from datetime import date

from factory import article, says

from indexer.model import SpeakerKind, Stance
from indexer.printed import Attributed
from indexer.query import Hit
from indexer.store.attribution_counts import count
from indexer.store.base import without_text

WORDS = "We won’t sell the harbour"


def test_all_reports_are_counted() -> None:
    stored = (
        article("a", says(WORDS, "Ida Brandt", said="2020-05-01"), outlet="Alba", published="2021-01-01"),
        article("b", says(WORDS, "Ida  Brandt"), says(WORDS, "Ida Brandt"), outlet="Alba", published="2020-03-01"),
        article("c", says(WORDS, None), outlet=None, published=None),
        article("d", says(WORDS, "Olof Öst", stance=Stance.DENIED), outlet="Zenit", published="2020-05-01"),
    )
    hits = tuple(Hit(quote, without_text(each.article)) for each in stored for quote in each.quotes)
    found = count(hits)
    assert (found.total, found.articles, found.outlets, found.hits) == (5, 4, 2, hits)
    assert found.speakers == (
        Attributed("ida-brandt", "Ida Brandt", SpeakerKind.PERSON, Stance.ASSERTED, 3, date(2020, 3, 1)),
        Attributed("olof-ost", "Olof Öst", SpeakerKind.PERSON, Stance.DENIED, 1, date(2020, 5, 1)),
        Attributed(None, None, SpeakerKind.UNKNOWN, Stance.ASSERTED, 1, None),
    )

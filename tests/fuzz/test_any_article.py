"""Whatever an article is made of, its quotes are slices of it, and the same each time."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from texts_to_break import ANYTHING, examples

from indexer.extract import EXTRACTORS
from indexer.model import Article, Basis, Published, PublishedDate, Quote, Span

PUBLISHED = Published(PublishedDate("2026-03-12", None, Basis.GIVEN, "2026-03-12"))


def article(text: str) -> Article:
    return Article(id="a", text=text, published=PUBLISHED)


@examples(300)
@given(ANYTHING)
@example("\ud800“\x00”")
def test_by_rules(text: str) -> None:
    all_well(text, EXTRACTORS["rules"](article(text)))


@examples(100)
@given(ANYTHING)
def test_by_the_model(text: str) -> None:
    all_well(text, EXTRACTORS["learned"](article(text)))


@examples(40)
@given(ANYTHING)
@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_the_same_text_has_the_same_quotes(extractor: str, text: str) -> None:
    extract = EXTRACTORS[extractor]
    assert extract(article(text)) == extract(article(text))


def all_well(text: str, quotes: tuple[Quote, ...]) -> None:
    ids = [quote.id for quote in quotes]
    assert len(set(ids)) == len(ids)
    assert ids == [quote.id for quote in sorted(quotes, key=lambda quote: quote.content[0].start)]
    for quote in quotes:
        for span in (*quote.content, *quote.source, *quote.cue):
            assert 0 <= span.start < span.end <= len(text)
            assert span.text == text[span.start : span.end]
        assert quote.content
        assert apart(quote.content)
        assert apart((*quote.source, *quote.cue))
        assert apart((*quote.content, *quote.cue)) or quote.inside
        for part in quote.quoted:
            assert part in text
        assert quote.inside is None or (quote.inside in ids and quote.inside != quote.id)
        assert (quote.speaker.id is None) == (quote.speaker.name is None)
        assert quote.speaker.as_printed or not quote.source
        if quote.said is not None:
            evidence = quote.said.evidence
            assert quote.said.from_ <= quote.said.to
            assert evidence.text == text[evidence.start : evidence.end]
        for sure in (quote.confidence.content, quote.confidence.speaker, quote.confidence.said):
            assert 0 <= sure <= 1


def apart(spans: tuple[Span, ...]) -> bool:
    return all(one.end <= other.start for one, other in pairwise(sorted(spans)))

"""The quotes of a live blog: each entry is extracted by itself, and no pronoun or quote reaches into another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from indexer.model import Article, Quote, Span

Whole = Callable[[Article], tuple[Quote, ...]]


def by_entry(article: Article, extract: Whole, quote_id: Callable[[str, int], str]) -> tuple[Quote, ...]:
    """The quotes of an article with entries, in order of where their content begins.

    Args:
        extract: finds the quotes of an article without entries.
        quote_id: makes the id of a quote from its article's id and where its content begins.
    """
    found: list[Quote] = []
    for part, start in _parts(article):
        quotes = extract(part)
        ids = {quote.id: quote_id(article.id, quote.content[0].start + start) for quote in quotes}
        found += [_moved(quote, start, ids) for quote in quotes]
    return tuple(sorted(found, key=lambda quote: (quote.content[0].start, -quote.content[-1].end)))


def _parts(article: Article) -> Iterator[tuple[Article, int]]:
    """What stands before, between and behind the entries, and each entry, with where it begins."""
    position = 0
    for entry in (*article.entries, None):
        start = len(article.text) if entry is None else entry.start
        if article.text[position:start].strip():
            yield _part(article, position, start), position
        if entry is not None:
            yield _part(article, entry.start, entry.end), entry.start
            position = entry.end


def _part(article: Article, start: int, end: int) -> Article:
    furniture = [span for span in article.furniture if start <= span.start and span.end <= end]
    return replace(
        article,
        text=article.text[start:end],
        published=article.at(start).published,
        furniture=tuple(Span(span.start - start, span.end - start, span.text) for span in furniture),
        entries=(),
    )


def _moved(quote: Quote, by: int, ids: dict[str, str]) -> Quote:
    """The quote with its places in the whole article."""
    return replace(
        quote,
        id=ids[quote.id],
        content=_all_moved(quote.content, by),
        source=_all_moved(quote.source, by),
        cue=_all_moved(quote.cue, by),
        said=None if quote.said is None else replace(quote.said, evidence=_span_moved(quote.said.evidence, by)),
        inside=None if quote.inside is None else ids[quote.inside],
    )


def _all_moved(spans: Sequence[Span], by: int) -> tuple[Span, ...]:
    return tuple(_span_moved(span, by) for span in spans)


def _span_moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by, span.text)

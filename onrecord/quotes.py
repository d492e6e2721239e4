"""The quotes of one article: a sequence that prints well and goes into a table in one call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, overload

from indexer.errors import Invalid
from indexer.extract import EXTRACTORS
from indexer.model import Article, Quote
from indexer.rows import row
from onrecord.articles import Day, as_article


@dataclass(frozen=True, slots=True, repr=False)
class Quotes(Sequence[Quote]):
    """The quotes of an article, in order of where their content begins."""

    article: Article
    found: tuple[Quote, ...]

    def __len__(self) -> int:
        return len(self.found)

    @overload
    def __getitem__(self, place: int) -> Quote: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Quote, ...]: ...

    def __getitem__(self, place: int | slice) -> Quote | tuple[Quote, ...]:
        return self.found[place]

    def __iter__(self) -> Iterator[Quote]:
        return iter(self.found)

    def to_dicts(self) -> list[dict[str, Any]]:
        """One flat row a quote, with the columns of ``indexer.rows``: ``pandas.DataFrame(quotes.to_dicts())``."""
        return [row(quote, self.article) for quote in self.found]

    def __str__(self) -> str:
        from service.cli.tables import quote_lines, width

        columns = width()
        return "\n".join(line for quote in self.found for line in quote_lines(quote, columns)) or "  no quotes"

    def __repr__(self) -> str:
        return str(self)


def extract(
    article: Article | str,
    *,
    published: Day | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    extractor: str = "learned",
) -> Quotes:
    """The quotes of an article: who said what, in which words, and when.

    Args:
        article: an ``Article``, or its plain text.
        published: when it appeared. Words such as "on Tuesday" can be dated only when this is known.
        outlet, title, url: what else is known of it.
        extractor: ``learned`` (a language model, the default) or ``rules`` (faster, finds less).

    Raises:
        Invalid: there are no words in the text, ``published`` is no date, or there is no such extractor.
        EncoderUnavailable: ``learned`` is wanted, and onnxruntime is missing or broken.
    """
    if extractor not in EXTRACTORS:
        raise Invalid("extractor", f"is one of {', '.join(EXTRACTORS)}, not {extractor!r}")
    read = as_article(article, published=published, outlet=outlet, title=title, url=url)
    return Quotes(read, EXTRACTORS[extractor](read))

"""The vectors of the quotes of a batch, each computed once, before a lock is taken or while it is held."""

from __future__ import annotations

from indexer.encoder import meaning
from indexer.languages import tables
from indexer.model import Article, Quote
from indexer.query import StoredArticle


class Vectors:
    """Computes and caches vectors."""

    def __init__(self) -> None:
        self._cache: dict[str, bytes] = {}

    def of(self, quote: Quote, article: Article) -> bytes | None:
        """The vector of a quote; None in an article in a language without tables, which the model does not read."""
        if tables(article.language) is None:
            return None
        if quote.text not in self._cache:
            self._cache[quote.text] = meaning(quote.text)
        return self._cache[quote.text]

    def compute(self, stored: StoredArticle) -> None:
        """Compute those of an article, so that nobody waits for them later."""
        for quote in stored.quotes:
            self.of(quote, stored.article)

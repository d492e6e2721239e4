"""The vectors of the quotes of a batch: each is made once, before a lock is taken or inside of it."""

from __future__ import annotations

from indexer.encoder import meaning
from indexer.languages import tables
from indexer.model import Article, Quote
from indexer.query import StoredArticle


class Vectors:
    """Makes and keeps vectors."""

    def __init__(self) -> None:
        self._made: dict[str, bytes] = {}

    def of(self, quote: Quote, article: Article) -> bytes | None:
        """The vector of a quote; None in an article in a language without tables, which the model does not read."""
        if tables(article.language) is None:
            return None
        if quote.text not in self._made:
            self._made[quote.text] = meaning(quote.text)
        return self._made[quote.text]

    def make(self, stored: StoredArticle) -> None:
        """Make those of an article, so that none need be waited for later."""
        for quote in stored.quotes:
            self.of(quote, stored.article)

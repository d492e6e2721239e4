"""The parts of a quote's document that a hit is made of. Pure."""

from __future__ import annotations

from typing import Any

from indexer.identity.assigned import attributed_to
from indexer.query import Hit
from indexer.store import json_values
from indexer.store.elastic.connection.answers import Shape, fields


class StoredQuote(Shape):
    """The parts of a quote's document that a hit is made of: the quote, its article, and whom it is attributed to."""

    record: dict[str, Any]
    article: dict[str, Any]
    speaker_id: str | None = None
    speaker_probable: bool = False

    def hit(self) -> Hit:
        """The hit, without highlights."""
        quote = attributed_to(json_values.quote_from(self.record), self.speaker_id, self.speaker_probable)
        return Hit(quote, json_values.article_from(self.article))


SOURCE = fields(StoredQuote)
"""What a search asks for."""

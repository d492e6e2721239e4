"""The parts of a quote's document that a hit is made of. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from indexer.identity.assigned import attributed_to
from indexer.query import Hit
from indexer.store import stored_fields
from indexer.store.elastic.connection.answers import Shape, fields


class StoredQuote(Shape):
    """The parts of a quote's document that a hit is made of: the quote, its article, and whom it is attributed to."""

    record: dict[str, Any]
    article: dict[str, Any]
    speaker_id: str | None = None
    speaker_probable: bool = False

    def hit(self) -> Hit:
        """The hit, without highlights."""
        found = stored_fields.hit_from(self.record, self.article)
        return replace(found, quote=attributed_to(found.quote, self.speaker_id, self.speaker_probable))


SOURCE = fields(StoredQuote)
"""What a search asks for."""

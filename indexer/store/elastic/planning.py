"""What a batch of articles changes, by comparison with what is stored."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from indexer.query import StoredArticle
from indexer.store import stored_fields
from indexer.store.elastic.connection.answers import Shape
from indexer.store.elastic.connection.names import IndexSet
from indexer.store.elastic.connection.session import Session
from indexer.store.elastic.requests.vectors import field as vector_field
from indexer.store.vectors import Vectors

LONGEST_ID = 512
"""Bytes of a document's id: Elasticsearch's limit."""

LONGEST_VALUE = 32_766
"""Bytes of an exact value: Lucene's limit."""


class StoredDocument(Shape):
    """What an article's document says of it: its fingerprint, and its quotes."""

    fingerprint: str
    quote_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One article to be written.

    Args:
        body: its document, as the JSON that is sent.
        quotes: the documents of its quotes by their ids, in order.
        before: the document that it replaces, or None.
    """

    article_id: str
    key: str
    body: bytes
    quotes: dict[str, bytes]
    before: StoredDocument | None

    @property
    def replaced(self) -> tuple[str, ...]:
        """Ids of the quotes that it had before."""
        return self.before.quote_ids if self.before is not None else ()

    @property
    def added(self) -> list[str]:
        """Ids of quotes that it did not have before."""
        before = set(self.replaced)
        return [quote_id for quote_id in self.quotes if quote_id not in before]

    @property
    def gone(self) -> list[str]:
        """Ids of quotes that it has no more."""
        return [quote_id for quote_id in self.replaced if quote_id not in self.quotes]


@dataclass(slots=True)
class Plan:
    """What a batch changes: the articles to be written, and those that need not or cannot be."""

    changes: list[Change] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)

    @property
    def replaced(self) -> list[str]:
        """Ids of the quotes that the changed articles had before."""
        return [quote_id for change in self.changes for quote_id in change.replaced]

    @property
    def begun(self) -> dict[str, list[str]]:
        """Article keys to the quotes that will be added."""
        return {change.key: change.added for change in self.changes if change.added}


def key(article_id: str) -> str:
    """The id of an article's document: its own id may be longer than Elasticsearch allows."""
    return hashlib.sha256(article_id.encode("utf-8", "surrogatepass")).hexdigest()


def without_repeats(batch: Sequence[StoredArticle]) -> Iterator[list[StoredArticle]]:
    """The batch in parts, in each of which an article occurs once."""
    part: dict[str, StoredArticle] = {}
    for stored in batch:
        if stored.article.id in part:
            yield list(part.values())
            part = {}
        part[stored.article.id] = stored
    if part:
        yield list(part.values())


def stored_articles(session: Session, target: IndexSet, keys: Iterable[str]) -> dict[str, StoredDocument]:
    """The documents of these articles by their keys, as of now, refreshed or not."""
    return session.documents(target.articles, keys, StoredDocument, realtime=True)


def plan(
    session: Session,
    target: IndexSet,
    batch: Sequence[StoredArticle],
    vectors: Vectors | None = None,
    keep_alive: Callable[[], None] = lambda: None,
) -> Plan:
    """Compare a batch, in which each article occurs once, with what is stored.

    Args:
        vectors: makes the vectors of quotes, where these are written.
        keep_alive: called between articles, as vectors take their time.
    """
    keys = {stored.article.id: key(stored.article.id) for stored in batch}
    stored_before = stored_articles(session, target, keys.values())
    planned = Plan()
    for stored in batch:
        article_id = stored.article.id
        before = stored_before.get(keys[article_id])
        fields = stored_fields.article_fields(stored)
        if before is not None and before.fingerprint == fields["fingerprint"]:
            planned.unchanged.append(article_id)
            continue
        try:
            keep_alive()
            quotes = {each["id"]: _json(each) for each in _quotes(stored, vectors)}
            planned.changes.append(Change(article_id, keys[article_id], _json({**fields, "meant": []}), quotes, before))
        except ValueError as refusal:
            planned.failed.append((article_id, str(refusal)))
    return planned


def _quotes(stored: StoredArticle, vectors: Vectors | None) -> Iterator[stored_fields.Fields]:
    """The quotes in order."""
    for quote in stored_fields.in_order(stored.quotes):
        vector = vectors.of(quote, stored.article) if vectors is not None else None
        more = {} if vector is None else {"vector": vector_field(vector)}
        fields = stored_fields.quote_fields(quote, stored.article)
        yield {**fields, "linked": fields["mark"] is None, "utterance": quote.id, **more}


def _json(fields: stored_fields.Fields) -> bytes:
    """The document as it is sent.

    Raises:
        ValueError: the engine would refuse it, which is better known before anything is written.
    """
    if not 0 < len(fields["id"].encode()) <= LONGEST_ID and "article_id" in fields:
        raise ValueError(f"the id of a quote must have 1 to {LONGEST_ID} bytes")
    for name in ("id", "article_id", "speaker_id", "speaker_name", "outlet", "language"):
        if len((fields.get(name) or "").encode()) > LONGEST_VALUE:
            raise ValueError(f"{name} is longer than {LONGEST_VALUE} bytes")
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()

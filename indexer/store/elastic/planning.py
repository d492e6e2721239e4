"""What a batch of articles comes to, compared with what is stored of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from elasticsearch import Elasticsearch

from indexer.model import Quote
from indexer.query import StoredArticle
from indexer.store import stored_fields
from indexer.store.elastic.indices import Shelf
from indexer.store.elastic.parts import CHUNK, parts
from indexer.store.elastic.requests.vectors import field as vector_field
from indexer.store.vectors import Vectors

LONGEST_ID = 512
"""Bytes of a document's id, by Elasticsearch's own limit."""

LONGEST_VALUE = 32_766
"""Bytes of an exact value, by Lucene's own limit."""


@dataclass(frozen=True, slots=True)
class Known:
    """What an article's document says of it: its fingerprint, and its quotes."""

    fingerprint: str
    quote_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One article to be written in place of what is known of it, or of nothing.

    Args:
        body: its document, as the JSON that is sent.
        quotes: the ids of its quotes in order, with the same of each.
    """

    article_id: str
    key: str
    body: bytes
    quotes: dict[str, bytes]
    known: Known | None

    @property
    def added(self) -> list[str]:
        """Ids of quotes that were not there before."""
        before = set(self.known.quote_ids if self.known else ())
        return [quote_id for quote_id in self.quotes if quote_id not in before]

    @property
    def gone(self) -> list[str]:
        """Ids of quotes that are there no more."""
        return [quote_id for quote_id in (self.known.quote_ids if self.known else ()) if quote_id not in self.quotes]


@dataclass(slots=True)
class Plan:
    """What a batch comes to: what is to be written, and what need not or cannot be."""

    changes: list[Change] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)

    @property
    def replaced(self) -> list[str]:
        """Ids of the quotes that were there before, of all articles that change."""
        return [quote_id for change in self.changes if change.known for quote_id in change.known.quote_ids]

    @property
    def begun(self) -> dict[str, list[str]]:
        """Article keys to the quotes that will be added."""
        return {change.key: change.added for change in self.changes if change.added}


def key(article_id: str) -> str:
    """The id of an article's document: its own id may be longer than Elasticsearch allows."""
    return hashlib.sha256(article_id.encode("utf-8", "surrogatepass")).hexdigest()


def rounds(batch: Sequence[StoredArticle]) -> Iterator[list[StoredArticle]]:
    """The batch in parts, in each of which an article occurs once."""
    part: dict[str, StoredArticle] = {}
    for stored in batch:
        if stored.article.id in part:
            yield list(part.values())
            part = {}
        part[stored.article.id] = stored
    if part:
        yield list(part.values())


def known(client: Elasticsearch, shelf: Shelf, keys: Iterable[str]) -> dict[str, Known]:
    """What is stored of these articles, written this moment or long ago."""
    found: dict[str, Known] = {}
    for part in parts(list(keys), CHUNK):
        answer = client.mget(index=shelf.articles, ids=part, source_includes=["fingerprint", "quote_ids"])
        for item in answer["docs"]:
            if item.get("found"):
                source = item["_source"]
                found[item["_id"]] = Known(source["fingerprint"], tuple(source["quote_ids"]))
    return found


def plan(
    client: Elasticsearch,
    shelf: Shelf,
    batch: Sequence[StoredArticle],
    made: Vectors | None = None,
    alive: Callable[[], None] = lambda: None,
) -> Plan:
    """Compare a batch, in which each article occurs once, with what is stored.

    Args:
        made: gives the vectors of quotes, where these are written.
        alive: is called between articles, as vectors take their time.
    """
    keys = {stored.article.id: key(stored.article.id) for stored in batch}
    stored_before = known(client, shelf, keys.values())
    planned = Plan()
    for stored in batch:
        article_id = stored.article.id
        before = stored_before.get(keys[article_id])
        fields = stored_fields.article_fields(stored)
        if before is not None and before.fingerprint == fields["fingerprint"]:
            planned.unchanged.append(article_id)
            continue
        try:
            alive()
            quotes = {held["id"]: _json(held) for held in _quotes(stored, made)}
            planned.changes.append(Change(article_id, keys[article_id], _json(fields), quotes, before))
        except ValueError as refusal:
            planned.failed.append((article_id, str(refusal)))
    return planned


def _quotes(stored: StoredArticle, made: Vectors | None) -> Iterator[stored_fields.Fields]:
    """The quotes in order; the first of each speaker says so, so that articles of a speaker can be counted."""
    seen: set[str | None] = set()
    for quote in stored_fields.in_order(stored.quotes):
        vector = made.of(quote, stored.article) if made is not None else None
        held = {} if vector is None else {"vector": vector_field(vector)}
        yield {**_quote(quote, stored, first=quote.speaker.id not in seen), **held}
        seen.add(quote.speaker.id)


def _quote(quote: Quote, stored: StoredArticle, *, first: bool) -> stored_fields.Fields:
    fields = stored_fields.quote_fields(quote, stored.article)
    linking = {"linked": fields["mark"] is None, "utterance": quote.id}
    return {**fields, **linking, "speaker_first": first and quote.speaker.id is not None}


def _json(fields: stored_fields.Fields) -> bytes:
    """The document as it is sent.

    Raises:
        ValueError: the engine would refuse it; known before anything is written.
    """
    if not 0 < len(fields["id"].encode()) <= LONGEST_ID and "article_id" in fields:
        raise ValueError(f"the id of a quote has not 1 to {LONGEST_ID} bytes")
    for name in ("id", "article_id", "speaker_id", "speaker_name", "outlet", "language"):
        if len((fields.get(name) or "").encode()) > LONGEST_VALUE:
            raise ValueError(f"{name} is longer than {LONGEST_VALUE} bytes")
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()

"""Articles with their quotes into the indices, and out of them, by bulk.

An article's document lists its quotes and is written after them. Whoever replaces it reads that list (by id,
so that nothing waits for a refresh) and deletes what is no longer in it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from elasticsearch import Elasticsearch
from elasticsearch.helpers import streaming_bulk

from indexer.errors import StoreUnavailable
from indexer.model import Quote
from indexer.query import StoredArticle
from indexer.store import document
from indexer.store.base import Written
from indexer.store.elastic import vectors
from indexer.store.elastic.client import BUSY_STATUSES
from indexer.store.elastic.indices import WAIT, Body, Shelf
from indexer.store.vectors import Vectors

CHUNK = 500
CHUNK_BYTES = 8 * 1024 * 1024
RETRIES = 5
FIRST_PAUSE_SECONDS = 0.5

LONGEST_ID = 512
"""Bytes of a document's id, by Elasticsearch's own limit."""

LONGEST_VALUE = 32_766
"""Bytes of an exact value, by Lucene's own limit."""

Action = Body
"""One line of a bulk request, in the client's form."""


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
        fields = document.article_fields(stored)
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


def carry_out(client: Elasticsearch, shelf: Shelf, planned: Plan, alive: Callable[[], None]) -> Written:
    """Write a plan; ``alive`` is called between the parts of it.

    Raises:
        StoreUnavailable: the engine stayed busy, or lost something on the way.
    """
    errors = bulk(client, shelf, _quote_actions(shelf, planned.changes), alive)
    refused = {_owner(planned.changes, quote_id): reason for quote_id, reason in errors.items()}
    whole = [change for change in planned.changes if change.key not in refused]
    refused |= bulk(client, shelf, (put(shelf.articles, change.key, change.body) for change in whole), alive)
    broken = [change for change in planned.changes if change.key in refused]
    if broken:
        # Half of an article is worse than none; what it was before is gone by now.
        remove(client, shelf, {change.key: [*change.added, *_held(change)] for change in broken}, alive)
    done = [change for change in planned.changes if change.key not in refused]
    return Written(
        added=tuple(change.article_id for change in done if change.known is None),
        changed=tuple(change.article_id for change in done if change.known is not None),
        unchanged=tuple(planned.unchanged),
        failed=(*planned.failed, *((change.article_id, refused[change.key]) for change in broken)),
    )


def remove(
    client: Elasticsearch, shelf: Shelf, articles: Mapping[str, Iterable[str]], alive: Callable[[], None]
) -> None:
    """Delete quotes, and after them the articles (by their keys) that list them."""
    quote_ids = (quote_id for ids in articles.values() for quote_id in ids)
    bulk(client, shelf, (drop(shelf.quotes, quote_id) for quote_id in quote_ids), alive)
    bulk(client, shelf, (drop(shelf.articles, article_key) for article_key in articles), alive)


def remove_unlisted(
    client: Elasticsearch, shelf: Shelf, begun: Mapping[str, Sequence[str]], alive: Callable[[], None]
) -> None:
    """Delete those quotes of a batch that was cut off which no article lists."""
    listed = known(client, shelf, begun)
    unlisted = (
        quote_id
        for article_key, ids in begun.items()
        for quote_id in set(ids).difference(listed[article_key].quote_ids if article_key in listed else ())
    )
    bulk(client, shelf, (drop(shelf.quotes, quote_id) for quote_id in unlisted), alive)


def joined(written: Sequence[Written]) -> Written:
    """What became of several parts of a batch, as one."""
    return Written(
        added=tuple(article_id for part in written for article_id in part.added),
        changed=tuple(article_id for part in written for article_id in part.changed),
        unchanged=tuple(article_id for part in written for article_id in part.unchanged),
        failed=tuple(failure for part in written for failure in part.failed),
    )


def parts(values: Sequence[str], size: int) -> Iterator[list[str]]:
    """The values in lists of ``size``."""
    for start in range(0, len(values), size):
        yield list(values[start : start + size])


def _quotes(stored: StoredArticle, made: Vectors | None) -> Iterator[document.Fields]:
    """The quotes in order; the first of each speaker says so, so that articles of a speaker can be counted."""
    seen: set[str | None] = set()
    for quote in document.in_order(stored.quotes):
        vector = made.of(quote, stored.article) if made is not None else None
        held = {} if vector is None else {"vector": vectors.field(vector)}
        yield {**_quote(quote, stored, first=quote.speaker.id not in seen), **held}
        seen.add(quote.speaker.id)


def _quote(quote: Quote, stored: StoredArticle, *, first: bool) -> document.Fields:
    fields = document.quote_fields(quote, stored.article)
    linking = {"linked": fields["mark"] is None, "utterance": quote.id}
    return {**fields, **linking, "speaker_first": first and quote.speaker.id is not None}


def _json(fields: document.Fields) -> bytes:
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


def _held(change: Change) -> tuple[str, ...]:
    return change.known.quote_ids if change.known else ()


def _quote_actions(shelf: Shelf, changes: Sequence[Change]) -> Iterator[Action]:
    for change in changes:
        for quote_id in change.gone:
            yield drop(shelf.quotes, quote_id)
        for quote_id, body in change.quotes.items():
            yield put(shelf.quotes, quote_id, body)


def put(index: str, document_id: str, body: bytes) -> Action:
    """Write a document, in place of what was there."""
    return {"_op_type": "index", "_index": index, "_id": document_id, "_source": body}


def drop(index: str, document_id: str) -> Action:
    """Delete a document."""
    return {"_op_type": "delete", "_index": index, "_id": document_id}


def amend(index: str, document_id: str, fields: Body) -> Action:
    """Write some fields of a document that is there."""
    return {"_op_type": "update", "_index": index, "_id": document_id, "doc": fields}


def _owner(changes: Sequence[Change], quote_id: str) -> str:
    return next(change.key for change in changes if quote_id in change.quotes or quote_id in change.gone)


def bulk(client: Elasticsearch, shelf: Shelf, actions: Iterable[Action], alive: Callable[[], None]) -> dict[str, str]:
    """Send the actions; gives the ids of the documents that the engine refused, with what it said."""
    refused: dict[str, str] = {}
    for number, (done, result) in enumerate(
        streaming_bulk(
            client,
            actions,
            chunk_size=CHUNK,
            max_chunk_bytes=CHUNK_BYTES,
            raise_on_error=False,
            max_retries=RETRIES,
            initial_backoff=FIRST_PAUSE_SECONDS,
            retry_on_status=BUSY_STATUSES,
            require_alias=shelf.aliased,
            timeout=WAIT,
        ),
        start=1,
    ):
        if number % CHUNK == 0:
            alive()
        verb, item = next(iter(result.items()))
        status = int(item.get("status", 500))
        if done or (verb in ("delete", "update") and status == 404):
            continue
        if status in BUSY_STATUSES or status >= 500:
            raise StoreUnavailable(f"the engine is too busy to write, or lost a part of itself ({status})")
        refused[item["_id"]] = _reason(item.get("error"))
    return refused


def _reason(error: object) -> str:
    if isinstance(error, Mapping):
        return f"{error.get('type')}: {error.get('reason')}"[:200]
    return str(error)[:200]

"""Articles with their quotes: one by its id, or all in their order.

Two indices never change in one moment: while an article is being replaced, not all quotes that it lists are there.
It is then read again.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Any

from elasticsearch import Elasticsearch

from indexer.query import StoredArticle
from indexer.store import stored_fields
from indexer.store.elastic.indices import Shelf
from indexer.store.elastic.planning import key
from indexer.store.elastic.reading import documents
from indexer.store.elastic.requests.lines import TIME
from indexer.store.elastic.session import Asking

AT_ONCE = 20
"""Articles of a scan that are held in memory: each may have 5 MB of text."""

_FIELDS = ("facts", "body", "quote_ids")
"""The fields of an article's document that a ``StoredArticle`` is made of."""

_READINGS = 10
_PAUSE_SECONDS = 0.05


def article(asking: Asking, article_id: str) -> StoredArticle | None:
    """See ``indexer.store.base.Store.article``."""
    document_id, live = key(article_id), asking.names.live
    stored = None
    for _ in range(_READINGS):
        with asking.open():
            found = documents(asking.client, live.articles, [document_id], _FIELDS)
            stored, whole = next(_with_quotes(asking.client, live, list(found.values())), (None, True))
        if whole:
            break
        time.sleep(_PAUSE_SECONDS)
    return stored


def scan(asking: Asking) -> Iterator[StoredArticle]:
    """See ``indexer.store.base.Store.scan``; nothing is held open in the engine between two pages."""
    last: list[Any] | None = None
    while True:
        body: dict[str, Any] = {
            "size": AT_ONCE,
            "sort": [{"id": "asc"}],
            "_source": list(_FIELDS),
            "timeout": TIME,
            **({"search_after": last} if last is not None else {}),
        }
        found = asking.search(body, asking.names.live.articles)["hits"]["hits"]
        if not found:
            return
        with asking.open():
            sources = [hit["_source"] for hit in found]
            page = list(_with_quotes(asking.client, asking.names.live, sources))
        for stored, whole in page:
            again = stored if whole else article(asking, stored.article.id)
            if again is not None:
                yield again
        last = found[-1]["sort"]


def _with_quotes(
    client: Elasticsearch, shelf: Shelf, articles: Sequence[stored_fields.Fields]
) -> Iterator[tuple[StoredArticle, bool]]:
    """Each article with its quotes, and whether all that it lists were there."""
    ids = [quote_id for fields in articles for quote_id in fields["quote_ids"]]
    quotes = documents(client, shelf.quotes, ids, ["record"])
    for fields in articles:
        own = tuple(stored_fields.quote_from(quotes[held]) for held in fields["quote_ids"] if held in quotes)
        yield StoredArticle(stored_fields.article_from(fields), own), len(own) == len(fields["quote_ids"])

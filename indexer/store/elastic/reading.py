"""Articles and quotes by their ids, as searches see them: after a refresh, not before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elasticsearch import Elasticsearch

from indexer.query import StoredArticle
from indexer.store import document
from indexer.store.elastic.indices import Shelf
from indexer.store.elastic.writing import CHUNK, parts

ARTICLE = ("facts", "body", "quote_ids")
"""The fields of an article's document that a ``StoredArticle`` is made of."""


def documents(
    client: Elasticsearch, index: str, ids: Sequence[str], fields: Sequence[str]
) -> dict[str, document.Fields]:
    """Those of these documents that are there, by their ids."""
    found: dict[str, document.Fields] = {}
    # Asked for in a body: an id in a path could be another path.
    for part in parts([held for held in ids if held], CHUNK):
        answer = client.mget(index=index, ids=part, realtime=False, source_includes=list(fields))
        found |= {item["_id"]: item["_source"] for item in answer["docs"] if item.get("found")}
    return found


def with_quotes(
    client: Elasticsearch, shelf: Shelf, articles: Sequence[document.Fields]
) -> Iterator[tuple[StoredArticle, bool]]:
    """Each article with its quotes, and whether all that it lists were there.

    They are not while it is being replaced, as two indices never change in one moment.
    """
    ids = [quote_id for fields in articles for quote_id in fields["quote_ids"]]
    quotes = documents(client, shelf.quotes, ids, ["record"])
    for fields in articles:
        own = tuple(document.quote_from(quotes[held]) for held in fields["quote_ids"] if held in quotes)
        yield StoredArticle(document.article_from(fields), own), len(own) == len(fields["quote_ids"])

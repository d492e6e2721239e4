"""Articles with their quotes: one by its id, or all in order.

Two indices never change at the same moment: while an article is being replaced, some of the quotes that it lists are
missing. It is then read again.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from functools import partial

from indexer.identity.assigned import attributed_to
from indexer.model import Quote
from indexer.query import StoredArticle
from indexer.store import json_values, set_aside
from indexer.store.elastic.connection.answers import Shape, fields
from indexer.store.elastic.connection.names import Body
from indexer.store.elastic.connection.session import Session
from indexer.store.elastic.planning import key
from indexer.store.elastic.requests.lines import TIME

AT_ONCE = 20
"""Articles of a scan that are held in memory: each may have 5 MB of text."""

_READINGS = 10
_PAUSE_SECONDS = 0.05


class _Article(Shape):
    facts: Body
    body: Body
    quote_ids: tuple[str, ...]


class _Record(Shape):
    record: Body
    speaker_id: str | None = None
    speaker_probable: bool = False


def article(session: Session, article_id: str) -> StoredArticle | None:
    """See ``indexer.store.base.Store.article``."""
    document_id, index = key(article_id), session.names.live.articles
    stored = None
    for _ in range(_READINGS):
        found = session.documents(index, [document_id], _Article)
        stored, complete = next(_with_quotes(session, list(found.values())), (None, True))
        if complete:
            break
        time.sleep(_PAUSE_SECONDS)
    return stored


def scan(session: Session) -> Iterator[StoredArticle]:
    """See ``indexer.store.base.Store.scan``; the engine holds nothing open between two pages."""
    search: Body = {"size": AT_ONCE, "sort": [{"id": "asc"}], "_source": fields(_Article), "timeout": TIME}
    for page in session.pages(search, _Article, session.names.live.articles):
        for stored, complete in _with_quotes(session, [hit.source for hit in page]):
            again = stored if complete else article(session, stored.article.id)
            if again is not None:
                yield again


def _with_quotes(session: Session, articles: Sequence[_Article]) -> Iterator[tuple[StoredArticle, bool]]:
    """Each article with its quotes, and whether all that it lists were there."""
    ids = [quote_id for each in articles for quote_id in each.quote_ids]
    quotes = session.documents(session.names.live.quotes, ids, _Record)
    for each in articles:
        listed = [quote_id for quote_id in each.quote_ids if quote_id in quotes]
        read = (set_aside.shown(one, partial(_quote, quotes[one])) for one in listed)
        own = tuple(quote for quote in read if quote is not None)
        yield StoredArticle(json_values.article_from(each.facts, each.body), own), len(listed) == len(each.quote_ids)


def _quote(stored: _Record) -> Quote:
    return attributed_to(json_values.quote_from(stored.record), stored.speaker_id, stored.speaker_probable)

"""The people of the archive: what articles tell of their speakers, whom these are, and the records made of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import uuid4

from indexer.identity.assigned import Assigned, NamedArticle
from indexer.identity.mentions import mention_from
from indexer.identity.people import Person, person_from, person_value
from indexer.store.elastic import bulk, indices
from indexer.store.elastic.bulk import Action, put, send, update
from indexer.store.elastic.connection.answers import Shape, fields, not_elasticsearch
from indexer.store.elastic.connection.names import Body
from indexer.store.elastic.connection.session import Session
from indexer.store.elastic.lease.write_lock import busy, free_states, write_lock
from indexer.store.elastic.planning import key, stored_articles
from indexer.store.elastic.requests.lines import TIME

AT_ONCE = 1_000
"""Articles, and people, of one page."""


STAMP = "stamp"
"""The id of the document that changes with each pass."""


class _Article(Shape):
    id: str
    fingerprint: str
    outlet: str | None = None
    published: date | None = None
    mentions: tuple[dict[str, Any], ...] = ()
    meant: tuple[tuple[str, str, bool], ...] = ()


class _Person(Shape):
    record: Body


class _Stamp(Shape):
    stamp: str


def named(session: Session) -> Iterator[NamedArticle]:
    """See ``indexer.store.base.Store.named``."""
    session.refuse_outdated()
    search: Body = {"size": AT_ONCE, "sort": [{"id": "asc"}], "_source": fields(_Article), "timeout": TIME}
    for page in session.pages(search, _Article, session.names.live.articles):
        for each in (hit.source for hit in page):
            if each.mentions:
                yield _named(session, each)


def _named(session: Session, article: _Article) -> NamedArticle:
    try:
        read = tuple(mention_from(value, article.id, article.outlet, article.published) for value in article.mentions)
    except (AttributeError, KeyError, TypeError, ValueError):
        raise not_elasticsearch(session.node) from None
    meant = {name: (person, probable) for name, person, probable in article.meant}
    return NamedArticle(article.id, article.fingerprint, read, meant)


def write(session: Session, assigned: Sequence[Assigned], changed: Sequence[Person], gone: Sequence[str]) -> int:
    """See ``indexer.store.base.Store.write_people``."""
    with session.connected():
        for state in free_states(session):
            state.refuse_outdated()
            with write_lock(session, state) as lock:
                if lock is None:
                    continue
                live = session.names.live
                now = stored_articles(session, live, [key(each.article.id) for each in assigned])
                # An article that was replaced since it was read is left to the next pass.
                still = [
                    each
                    for each in assigned
                    if (found := now.get(key(each.article.id))) is not None
                    and found.fingerprint == each.article.fingerprint
                ]
                # The articles last: a pass that was cut off finds those that it did not reach as they were.
                send(session, live, (action for each in still for action in _of_quotes(live.quotes, each)), lock.renew)
                send(session, live, (_of_article(live.articles, each) for each in still), lock.renew)
                removed = (bulk.delete(live.people, _document(ident)) for ident in gone)
                send(session, live, removed, lock.renew)
                send(session, live, (put(live.people, _document(one.id), _body(one)) for one in changed), lock.renew)
                send(session, live, [put(live.people, STAMP, json.dumps({"stamp": uuid4().hex}).encode())], lock.renew)
                indices.refresh(session, live.people)
                session.invalidate()
                return len(still)
    raise busy()


def people(session: Session) -> Iterator[Person]:
    """See ``indexer.store.base.Store.people``."""
    session.refuse_outdated()
    everybody = {"exists": {"field": "id"}}
    search: Body = {"size": AT_ONCE, "query": everybody, "sort": [{"id": "asc"}], "_source": fields(_Person)}
    for page in session.pages(search, _Person, session.names.live.people):
        yield from (person_from(hit.source.record) for hit in page)


def persons(session: Session, idents: Sequence[str]) -> dict[str, Person]:
    """See ``indexer.store.base.Store.persons``."""
    session.refuse_outdated()
    found = session.documents(session.names.live.people, map(_document, dict.fromkeys(idents)), _Person)
    every = (person_from(each.record) for each in found.values())
    return {one.id: one for one in every}


def stamp(session: Session) -> str | None:
    """What tells the people of one pass from those of another; None before the first."""
    found = session.cached_document(session.names.live.people, STAMP, _Stamp)
    return found.stamp if found is not None else None


def _of_quotes(index: str, assigned: Assigned) -> Iterator[Action]:
    """Whom the article's quotes are attributed to: all of them, as a pass that was cut off may have changed some."""
    for mention in assigned.article.mentions:
        person, probable = assigned.meant.get(mention.key, (mention.key, False))
        for quote in mention.quotes:
            yield update(index, quote, {"speaker_id": person, "speaker_probable": probable})


def _of_article(index: str, assigned: Assigned) -> Action:
    meant = [[name, person, probable] for name, (person, probable) in sorted(assigned.meant.items())]
    return update(index, key(assigned.article.id), {"meant": meant})


def _document(ident: str) -> str:
    """The id of a person's document: their own may be longer than Elasticsearch allows."""
    return sha256(ident.encode("utf-8", "surrogatepass")).hexdigest()


def _body(one: Person) -> bytes:
    return json.dumps({"id": one.id, "record": person_value(one)}, ensure_ascii=False, separators=(",", ":")).encode()

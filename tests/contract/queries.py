"""Shortcuts to query a store and to read what it answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from indexer.compare import fingerprint
from indexer.query import AllOf, Condition, HasName, InRange, Page, Phrase, Prefix, Query, StoredArticle, Where, Words
from indexer.store.base import Store
from indexer.text import stems, words

CONTENT, QUOTED, CONTEXT = Where.CONTENT, Where.QUOTED, Where.CONTEXT


def folded(text: str) -> tuple[str, ...]:
    return tuple(word.text for word in words(text))


def bare(text: str) -> Words:
    """``text`` as typed without marks."""
    return Words(stems(text))


def exact(text: str) -> Phrase:
    """``text`` as typed between marks."""
    return Phrase(folded(text))


def prefix(start: str) -> Prefix:
    return Prefix(folded(start)[0])


def by(speaker: str) -> HasName:
    return HasName("speaker", folded(speaker), id=speaker)


def outlet(name: str) -> HasName:
    return HasName("outlet", folded(name))


def said(from_: str | None, to: str | None) -> InRange:
    return _days("said", from_, to)


def published(from_: str | None, to: str | None) -> InRange:
    return _days("published", from_, to)


def when(from_: str | None, to: str | None) -> InRange:
    return _days("when", from_, to)


def _days(field: str, from_: str | None, to: str | None) -> InRange:
    return InRange(field, date.fromisoformat(from_) if from_ else None, date.fromisoformat(to) if to else None)


def query(*conditions: Condition, **more: Any) -> Query:
    return Query(AllOf(conditions), **{"size": 100, **more})


def search(store: Store, *conditions: Condition, **more: Any) -> Page:
    return store.search(query(*conditions, **more))


def found(store: Store, *conditions: Condition, **more: Any) -> list[str]:
    """The texts of all hits of the first page, in order, after checking that the total says the same."""
    page = search(store, *conditions, **more)
    assert page.total == len(page.hits)
    return [hit.quote.text for hit in page.hits]


def pages(store: Store, asked: Query) -> Iterator[Page]:
    """Every page of an answer."""
    page = store.search(asked)
    yield page
    while page.next_cursor is not None:
        page = store.search(replace(asked, cursor=page.next_cursor))
        yield page


def put(store: Store, *articles: StoredArticle) -> None:
    """Store the articles, so that the next search finds them."""
    written = store.replace(articles)
    assert not written.failed
    store.flush()


def candidates(store: Store, text: str, *conditions: Condition, **more: Any) -> list[str]:
    """The texts of the candidates for a wording, in order."""
    found = store.candidates(stems(text), AllOf(conditions), **more)
    assert all(each.fingerprint == fingerprint(each.text) for each in found)
    return [each.text for each in found]


def passages(store: Store, text: str, *conditions: Condition, **more: Any) -> list[str]:
    """The sentences found for a wording, in order."""
    return [found.span.text for found in store.sentences(stems(text), AllOf(conditions), **more)]

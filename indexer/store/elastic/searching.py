"""One page of a search, with the generation of the store that it was read in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from indexer.query import Hit, Page, Query, Sort
from indexer.store import conditions
from indexer.store import spellings as ranked
from indexer.store.elastic import grouping, reading
from indexer.store.elastic.connection.answers import Answer, Shape, fields
from indexer.store.elastic.connection.session import Session
from indexer.store.elastic.requests import pages
from indexer.store.elastic.requests.conditions import Clause
from indexer.store.elastic.requests.hits import StoredQuote
from indexer.store.elastic.requests.lines import body

AT_ONCE = 500
"""Quotes that are read at a time when all are wanted."""


def search(session: Session, query: Query) -> Page:
    """See ``indexer.store.base.Store.search``.

    A first page by relevance may carry the generation of up to ``session.STATE_SECONDS`` before: a write of another
    process in that time then invalidates its cursor.
    """
    # The rows of a later page are read before the state, so that none of them was written after it.
    rows = grouping.later_rows(session, query) if query.group and query.cursor else None
    (found, *missing), generation = _run(session, query, pages.requests(query, session.names))
    total = grouping.count(session, query, found) if query.group else found.total()
    rows = rows if rows is not None else found.hits(pages.Row)
    return pages.page_of(query, generation, total, rows, found, missing[0] if missing else None)


def each(session: Session, query: Query) -> Iterator[Hit]:
    """See ``indexer.store.base.Store.each``."""
    session.refuse_outdated()
    for page in session.pages(pages.all_of(query, AT_ONCE), StoredQuote, session.names.live.quotes):
        hits = (reading.hit(found.id, found.source) for found in page)
        yield from (hit for hit in hits if hit is not None)


def _run(session: Session, query: Query, searches: list[Clause]) -> tuple[list[Answer], str]:
    """The answers, with the generation where a cursor needs one.

    It is not newer than a first page, and not older than a later one: if both pages have the same, nothing was written
    between them.
    """
    if conditions.order(query) is not Sort.RELEVANCE:
        return session.run(searches), ""
    return session.run_before_state(searches) if query.cursor else session.run_with_generation(searches)


class _Option(Shape):
    text: str
    freq: int


class _Suggestion(Shape):
    options: list[_Option]


class _Suggested(Shape):
    suggest: Mapping[str, list[_Suggestion]]


class _Words(Shape):
    content_words: str
    content_stems: str


MOST_SUGGESTED = 50
"""Stems that the engine suggests, for ``indexer.store.spellings`` to rank."""


def spellings(session: Session, stem: str, size: int) -> tuple[str, ...]:
    """See ``indexer.store.base.Store.spellings``."""
    if not ranked.most_changed(stem):
        return ()
    asked = {
        "field": "content_stems",
        "suggest_mode": "always",
        # The stemmer may have changed a letter besides; ``ranked`` decides.
        "max_edits": 2,
        "prefix_length": 1,
        "min_word_length": ranked.SHORTEST,
        "max_term_freq": 1_000_000_000,
        "accuracy": 0.1,
        "string_distance": "damerau_levenshtein",
        "size": MOST_SUGGESTED,
        "max_inspections": 20,
    }
    search: Clause = {"size": 0, "suggest": {"near": {"text": stem, "term": asked}}, "track_total_hits": False}
    found = session.search(body(search)).read(_Suggested).suggest.get("near", [])
    known = ((option.text, option.freq) for each in found for option in each.options)
    words = (_word(session, other) for other in ranked.nearest(stem, known, size))
    return tuple(dict.fromkeys(word for word in words if word is not None))


def _word(session: Session, stem: str) -> str | None:
    """A word of a quote that has a stem."""
    search: Clause = {
        "size": 1,
        "query": {"term": {"content_stems": {"value": stem}}},
        "_source": fields(_Words),
        "track_total_hits": False,
    }
    for each in session.search(body(search)).sources(_Words):
        return ranked.word_with(stem, each.content_words, each.content_stems)
    return None

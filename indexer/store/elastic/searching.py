"""One page of an answer, asked of the engine with the generation of the store that it is of."""

from __future__ import annotations

from indexer.query import Page, Query, Sort
from indexer.store import conditions
from indexer.store.elastic import grouping
from indexer.store.elastic.requests import pages
from indexer.store.elastic.requests.conditions import Clause
from indexer.store.elastic.requests.lines import Response
from indexer.store.elastic.session import Asking


def search(asking: Asking, query: Query) -> Page:
    """See ``indexer.store.base.Store.search``.

    A first page by relevance counts as old as the generation that was found up to ``CURRENT_SECONDS`` before: what
    another process wrote in between may count as written since, and end its cursor.
    """
    # The rows that go on from a page are read before the state, so that none of them was written since.
    rows = grouping.rows(asking, query) if query.group and query.cursor else None
    (found, *missing), generation = _answered(asking, query, pages.requests(query, asking.names))
    if query.group:
        found = grouping.grouped(asking, query, found, rows)
    return pages.page_of(query, generation, found, missing[0] if missing else None)


def _answered(asking: Asking, query: Query, searches: list[Clause]) -> tuple[list[Response], str]:
    """The answers, with the generation where a cursor needs one.

    It is never newer than a first page, and never older than one that goes on: so nothing was written from the one
    page to the other if it is the same.
    """
    if conditions.order(query) is not Sort.RELEVANCE:
        return asking.searched(searches), ""
    return asking.followed(searches) if query.cursor else asking.stamped(searches)

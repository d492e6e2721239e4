"""One page of an answer, asked of the engine with the state of the store that it is of."""

from __future__ import annotations

from indexer.query import Page, Query
from indexer.store.elastic import grouping, pages, state
from indexer.store.elastic.asking import Asking


def search(asking: Asking, query: Query) -> Page:
    """See ``indexer.store.base.Store.search``."""
    lines = pages.requests(query, asking.names)
    # As in ``requests``: what goes on from a page is read before the state, a first page after it.
    rows = grouping.rows(asking, query) if query.group and query.cursor else []
    held, page, undated = pages.responses(query, asking.msearch(lines))
    state.refuse_outdated(held["analysis"], held["mapping"])
    if query.group:
        rows = rows if query.cursor else grouping.rows(asking, query)
        page = {**page, "hits": {"total": {"value": grouping.total(asking, query)}, "hits": rows}}
    return pages.page_of(query, held["generation"], page, undated)

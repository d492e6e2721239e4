"""One page of a search: the requests, and what their answers give. Pure."""

from __future__ import annotations

from functools import partial
from math import isfinite
from typing import Any

from indexer.errors import Invalid
from indexer.query import AllOf, Hit, Page, Query, Sort
from indexer.store import conditions, cursor, set_aside
from indexer.store.elastic.connection.answers import Answer, not_elasticsearch
from indexer.store.elastic.connection.answers import Hit as Found
from indexer.store.elastic.connection.names import Names
from indexer.store.elastic.requests import facets
from indexer.store.elastic.requests.aggregations import PAGE, composite
from indexer.store.elastic.requests.conditions import Clause, compiled, without_dates
from indexer.store.elastic.requests.hits import SOURCE, StoredQuote
from indexer.store.elastic.requests.lines import OLDEST_FIRST, body, header
from indexer.store.elastic.requests.shallow import shallow
from indexer.store.highlight import highlights

UTTERANCES = "utterances"
"""The name of the aggregation that counts them."""


Row = StoredQuote
"""The parts of a quote's document that a row of a page is made of."""


def requests(query: Query, names: Names) -> list[Clause]:
    """The searches for a page, and for the quotes that lack the dates asked for, if any are.

    Raises:
        Invalid: the cursor is none of this search's, or the condition is nested too deep.
    """
    condition = shallow(query.condition)
    position = cursor.decode(query)
    lines = [header(names.live.quotes), _page(query, condition, position)]
    if dates := conditions.dates(query.condition):
        missing = without_dates(shallow(conditions.without_dates(query.condition)), dates, query.where)
        lines += [header(names.live.quotes), body({"size": 0, "query": missing})]
    return lines


def _page(query: Query, condition: AllOf, position: cursor.Position | None) -> Clause:
    """The body of the search for one page, with one hit more, which tells whether another page follows."""
    order = conditions.order(query)
    page: Clause = {
        "size": query.size + 1,
        "query": compiled(condition, query.where),
        "sort": SORTS[order],
        "_source": SOURCE,
    }
    aggregations = {facet.value: facets.aggregation(facet) for facet in query.facets}
    if query.group:
        # The engine groups the rows of a first page; those of a later one are read by ``grouping``.
        page |= {"collapse": {"field": "utterance"}} if position is None else {"size": 0}
        aggregations[UTTERANCES] = utterances(None)
    elif position is not None:
        page["search_after"] = after(order, position)
    if query.skip and position is None:
        page["from"] = query.skip
    if aggregations:
        page["aggs"] = aggregations
    return body(page)


def all_of(query: Query, size: int) -> Clause:
    """The body of a search for all hits, newest first unless the oldest are wanted first, a page of a size."""
    return {
        "size": size,
        "query": compiled(shallow(query.condition), query.where),
        "sort": SORTS[Sort.OLDEST if query.sort is Sort.OLDEST else Sort.NEWEST],
        "_source": SOURCE,
    }


def utterances(after: Any) -> Clause:
    """The aggregation that gives the utterances of all matches, a page of them in order."""
    return composite([{"utterance": {"terms": {"field": "utterance"}}}], PAGE, after)


def page_of(
    query: Query, generation: str, total: int, rows: list[Found[Row]], answer: Answer, undated: Answer | None
) -> Page:
    """The page that the answers give.

    Args:
        generation: of the store, for a search by relevance.
        total: all matches, or utterances.
        rows: of the page, and one more if another page follows.
        answer, undated: to ``requests``.

    Raises:
        Invalid: the cursor is one by relevance, and the store has been written to since.
    """
    order = conditions.order(query)
    position = cursor.decode(query)
    if order is Sort.RELEVANCE and position is not None and position[0] != generation:
        raise cursor.changed()
    shown = rows[: query.size]
    next_cursor = None
    if len(rows) > query.size and shown:
        last = shown[-1].sort
        end = (generation, *last) if order is Sort.RELEVANCE else last
        try:
            after(order, end)
        except Invalid:
            raise not_elasticsearch(answer.node) from None
        next_cursor = cursor.encode(query, end)
    hits = (set_aside.shown(row.id, partial(_hit, query, row.source)) for row in shown)
    return Page(
        total=total,
        hits=tuple(hit for hit in hits if hit is not None),
        next_cursor=next_cursor,
        undated=undated.total() if undated is not None else None,
        facets={facet: facets.counts(answer, facet) for facet in query.facets},
    )


SORTS: dict[Sort, list[Clause]] = {
    Sort.RELEVANCE: [{"fullness": "desc"}, {"_score": "desc"}, {"id": "asc"}],
    Sort.NEWEST: [{"when_from": {"order": "desc", "missing": "_last"}}, {"id": "asc"}],
    Sort.OLDEST: OLDEST_FIRST,
}
"""The sort of each order."""


def after(order: Sort, position: cursor.Position) -> list[Any]:
    """The sort values after which a page begins.

    Raises:
        Invalid: the position is none of this order's.
    """
    match position:
        case (str(), int(full), float() as score, str(last)) if order is Sort.RELEVANCE and isfinite(score):
            return [full, score, last]
        case (int(when), str(last)) if order is not Sort.RELEVANCE:
            return [when, last]
    raise Invalid("cursor", "is not a cursor of this store; leave it out for the first page")


def _hit(query: Query, row: Row) -> Hit:
    hit = row.hit()
    return Hit(hit.quote, hit.article, highlights(query.condition, query.where, hit.quote, hit.article.language))

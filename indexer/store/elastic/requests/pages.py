"""One page of an answer: the requests that ask for it, and what their responses say. Pure."""

from __future__ import annotations

from math import isfinite
from typing import Any

from indexer.errors import Invalid
from indexer.query import AllOf, Hit, Page, Query, Sort
from indexer.store import conditions, cursor, stored_fields
from indexer.store.elastic.indices import Names
from indexer.store.elastic.requests import facets
from indexer.store.elastic.requests.aggregations import composite
from indexer.store.elastic.requests.conditions import Clause, compiled, without_dates
from indexer.store.elastic.requests.lines import Response, body, header
from indexer.store.elastic.requests.shallow import shallow
from indexer.store.elastic.session import PAGE
from indexer.store.highlight import highlights

UTTERANCES = "utterances"
"""The name of what counts them."""


def requests(query: Query, names: Names) -> list[Clause]:
    """The searches for a page, and for what lacks the dates that are asked for, if any are.

    Raises:
        Invalid: the cursor is none of this search's, or the condition is nested too deep.
    """
    condition = shallow(query.condition)
    position = cursor.decode(query)
    lines = [header(names.live.quotes), pagebody(query, condition, position)]
    if dates := conditions.dates(query.condition):
        missing = without_dates(shallow(conditions.without_dates(query.condition)), dates, query.where)
        lines += [header(names.live.quotes), body({"size": 0, "query": missing})]
    return lines


def pagebody(query: Query, condition: AllOf, position: cursor.Position | None) -> Clause:
    """The body of the search for one page of what meets ``condition``.

    It asks for one hit more than the page has, to know whether another page follows.
    """
    order = conditions.order(query)
    page: Clause = {
        "size": query.size + 1,
        "query": compiled(condition, query.where),
        "sort": SORTS[order],
        "_source": ["record", "article"],
    }
    aggregations = {facet.value: facets.aggregation(facet) for facet in query.facets}
    if query.group:
        # The engine groups the rows of a first page by itself; those that go on are read by ``grouping``.
        page |= {"collapse": {"field": "utterance"}} if position is None else {"size": 0}
        aggregations[UTTERANCES] = utterances(None)
    elif position is not None:
        page["search_after"] = after(order, position)
    if aggregations:
        page["aggs"] = aggregations
    return body(page)


def utterances(after: Any) -> Clause:
    """The aggregation that gives the utterances of all that match, a page of them in order."""
    return composite([{"utterance": {"terms": {"field": "utterance"}}}], PAGE, after)


def page_of(query: Query, generation: str, response: Response, undated: Response | None) -> Page:
    """The page that the responses give.

    Raises:
        Invalid: the cursor is one by relevance, and the store has been written to since.
    """
    order = conditions.order(query)
    position = cursor.decode(query)
    if order is Sort.RELEVANCE and position is not None and position[0] != generation:
        raise cursor.changed()
    found = response["hits"]["hits"]
    shown = found[: query.size]
    next_cursor = None
    if len(found) > query.size and shown:
        last = shown[-1]["sort"]
        next_cursor = cursor.encode(query, (generation, *last) if order is Sort.RELEVANCE else tuple(last))
    return Page(
        total=response["hits"]["total"]["value"],
        hits=tuple(_hit(query, held["_source"]) for held in shown),
        next_cursor=next_cursor,
        undated=undated["hits"]["total"]["value"] if undated is not None else None,
        facets={facet: facets.counts(response["aggregations"][facet.value]) for facet in query.facets},
    )


SORTS: dict[Sort, list[Clause]] = {
    Sort.RELEVANCE: [{"_score": "desc"}, {"id": "asc"}],
    Sort.NEWEST: [{"when_from": {"order": "desc", "missing": "_last"}}, {"id": "asc"}],
    Sort.OLDEST: [{"when_from": {"order": "asc", "missing": "_last"}}, {"id": "asc"}],
}
"""What each order sorts by."""


def after(order: Sort, position: cursor.Position) -> list[Any]:
    """What a page goes on from.

    Raises:
        Invalid: the position is none of this order's.
    """
    match position:
        case (str(), float() as score, str(last)) if order is Sort.RELEVANCE and isfinite(score):
            return [score, last]
        case (int(when), str(last)) if order is not Sort.RELEVANCE:
            return [when, last]
    raise Invalid("cursor", "is not a cursor of this store; leave it out for the first page")


def _hit(query: Query, fields: stored_fields.Fields) -> Hit:
    hit = stored_fields.hit_from(fields)
    return Hit(hit.quote, hit.article, highlights(query.condition, query.where, hit.quote, hit.article.language))

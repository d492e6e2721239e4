"""The two lines of every search: the header, which names the index, and the body. Pure."""

from __future__ import annotations

from indexer.store.elastic.connection.answers import fields
from indexer.store.elastic.connection.names import Names
from indexer.store.elastic.lease.state import DOCUMENT, StateFields
from indexer.store.elastic.requests.conditions import Clause

TIME = "20s"
"""The engine's own limit for a search. An answer that ran out of time is never shown as a whole one."""

OLDEST_FIRST: list[Clause] = [{"when_from": {"order": "asc", "missing": "_last"}}, {"id": "asc"}]
"""The order of quotes by the first day of ``when``, undated ones last, then by id."""


def header(index: str) -> Clause:
    """The header of a search of an index."""
    # The same copy of a shard for all searches: two copies may score the same quote differently.
    return {"index": index, "allow_partial_search_results": False, "preference": "onrecord"}


def body(search: Clause) -> Clause:
    """The body of a search, with an exact count unless it says otherwise, and given up after ``TIME``."""
    return {"track_total_hits": True, "timeout": TIME, **search}


def state_lines(names: Names) -> list[Clause]:
    """The search for the state of the store."""
    return [header(names.state), {"query": {"ids": {"values": [DOCUMENT]}}, "_source": fields(StateFields)}]

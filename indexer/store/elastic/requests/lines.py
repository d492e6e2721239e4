"""The lines that every search is sent by, two each: where to look, and what for. Pure."""

from __future__ import annotations

from typing import Any

from indexer.store.elastic.indices import Names
from indexer.store.elastic.lease.state import DOCUMENT
from indexer.store.elastic.requests.conditions import Clause

Response = dict[str, Any]

TIME = "20s"
"""After which the engine gives up a search; an answer that ran out of time is never shown as a whole one."""


def header(index: str) -> Clause:
    """The line before a search of an index."""
    # One copy of the shard for all: two copies may score alike quotes differently.
    return {"index": index, "allow_partial_search_results": False, "preference": "onrecord"}


def body(search: Clause) -> Clause:
    """The line of a search: counted exactly unless it says otherwise, and given up after ``TIME``."""
    return {"track_total_hits": True, "timeout": TIME, **search}


def state_lines(names: Names) -> list[Clause]:
    """The search for the state of the store."""
    return [header(names.state), {"query": {"ids": {"values": [DOCUMENT]}}, "_source": {"excludes": ["begun"]}}]


def state_of(response: Response) -> Response:
    """What ``state_lines`` found."""
    held: Response = response["hits"]["hits"][0]["_source"]
    return held

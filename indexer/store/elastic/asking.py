"""The searches of one store, run so that only whole answers come back, and its exceptions as ours."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from elasticsearch import Elasticsearch

from indexer.errors import OnrecordError, StoreUnavailable
from indexer.store.elastic import lines, state
from indexer.store.elastic.client import refused, translated
from indexer.store.elastic.indices import Names
from indexer.store.elastic.lines import Response, state_lines, state_of
from indexer.store.elastic.query import Clause

SEARCH_SECONDS = 25.0
"""How long a search may take, somewhat longer than the engine gives itself for it (``lines.TIME``)."""


CURRENT_SECONDS = 1.0
"""How long a store is taken to be of the version that it was found to be: only a rebuild makes it another."""

PAGE = 5_000
"""Different values that are counted by one request."""


class Asking:
    """Asks the engine for a store, until it is closed.

    Args:
        client: of the node.
        node: its address, fit to be printed.
        names: of the store's indices.
    """

    def __init__(self, client: Elasticsearch, node: str, names: Names) -> None:
        self.names = names
        self.client = client
        self.closed = False
        self._current_until = 0.0
        self.node = node
        self._searcher = client.options(request_timeout=SEARCH_SECONDS, max_retries=1)

    @contextmanager
    def open(self) -> Iterator[None]:
        """The block in which the engine may be asked: whatever its client raises becomes a ``StoreError``."""
        if self.closed:
            raise StoreUnavailable("this store was closed")
        with translated(self.node):
            yield

    def msearch(self, searches: Sequence[Clause]) -> list[Response]:
        """Searches run one after the other.

        Raises:
            StoreUnavailable: one of them failed, or was answered only in part.
        """
        responses: list[Response] = []
        # Once more if something failed: a rebuild may have put another index in place of the one that was asked.
        for _ in range(2):
            with self.open():
                responses = self._searcher.msearch(searches=searches, max_concurrent_searches=1)["responses"]
            if all(_is_whole(response) for response in responses):
                return responses
        raise next(self._failure(response) for response in responses if not _is_whole(response))

    def search(self, body: Clause, index: str | None = None) -> Response:
        """One search, of the quotes unless another index is named."""
        header = {"index": index or self.names.live.quotes, "allow_partial_search_results": False}
        return self.msearch([header, body])[0]

    def state(self) -> Response:
        """What the document of the store's state says.

        Raises:
            StoreOutdated: the store was written by another version.
        """
        held = state_of(self.msearch(state_lines(self.names))[0])
        self._refuse_outdated(held)
        return held

    def searched(self, searches: Sequence[Clause]) -> list[Response]:
        """The answers to some searches of a store of this version, which is looked at again every ``CURRENT_SECONDS``.

        Raises:
            StoreOutdated: the store was written by another version.
        """
        if time.monotonic() < self._current_until:
            return self.msearch(searches)
        return self.current(searches)[0]

    def current(self, searches: Sequence[Clause]) -> tuple[list[Response], str]:
        """The answers to some searches, and the generation of the store that they are not older than.

        Raises:
            StoreOutdated: the store was written by another version.
        """
        first, *answered = self.msearch([*state_lines(self.names), *searches])
        held = state_of(first)
        self._refuse_outdated(held)
        return answered, held["generation"]

    def every(self, first: Response, query: Clause, index: str, aggregation: Callable[[Any], Clause]) -> list[Response]:
        """The buckets of an aggregation that gives ``PAGE`` of them after a key.

        Args:
            first: its first page.
            query: what it is over.
        """
        buckets, page = list(first["buckets"]), first
        while len(page["buckets"]) == PAGE:
            body = {"size": 0, "query": query, "aggs": {"page": aggregation(page["after_key"])}}
            page = self.search(lines.body(body), index)["aggregations"]["page"]
            buckets += page["buckets"]
        return buckets

    def _refuse_outdated(self, held: Response) -> None:
        self._current_until = 0.0
        state.refuse_outdated(held["analysis"], held["mapping"])
        self._current_until = time.monotonic() + CURRENT_SECONDS

    def _failure(self, response: Response) -> OnrecordError:
        if "error" in response:
            return refused(self.node, response.get("status", 500), response["error"])
        return StoreUnavailable(f"{self.node} answered only in part, within {lines.TIME}")


def _is_whole(response: Response) -> bool:
    return not ("error" in response or response["timed_out"] or response["_shards"]["failed"])

"""The searches of one store, run so that only whole answers come back, and its exceptions as ours."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from elasticsearch import Elasticsearch

from indexer.errors import OnrecordError, StoreUnavailable
from indexer.store import version
from indexer.store.elastic.client import refused, translated
from indexer.store.elastic.indices import Names, mapping_version
from indexer.store.elastic.requests import lines
from indexer.store.elastic.requests.conditions import Clause
from indexer.store.elastic.requests.lines import Response, state_lines, state_of

SEARCH_SECONDS = 25.0
"""How long a search may take, somewhat longer than the engine gives itself for it (``lines.TIME``)."""


CURRENT_SECONDS = 1.0
"""How long a store is taken to be as it was found to be, when nothing is written by this process."""

PAGE = 5_000
"""Different values that are counted by one request."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The state of a store of this version, as it was found.

    Args:
        settled: the generation, if nobody was writing.
        semantic: whether vectors are written with quotes.
        until: how long it is taken for granted, by ``time.monotonic``.
    """

    settled: str | None = None
    semantic: bool = False
    until: float = 0.0

    @property
    def lasts(self) -> bool:
        """Whether it is still taken for granted."""
        return time.monotonic() < self.until


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
        self._found = _Found()
        self.node = node
        self._searcher = client.options(request_timeout=SEARCH_SECONDS, max_retries=1)

    def forget(self) -> None:
        """Look at the state anew with the next search: this process writes to the store from now on.

        While it does, no generation is ``settled``, so that none of before is taken for that of after.
        """
        self._found = _Found()

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
        return self.msearch([lines.header(index or self.names.live.quotes), body])[0]

    def state(self) -> Response:
        """What the document of the store's state says.

        Raises:
            StoreOutdated: the store was written by another version.
        """
        held = state_of(self.msearch(state_lines(self.names))[0])
        self._took(held)
        return held

    def standing(self) -> tuple[str | None, bool]:
        """The generation, if nobody writes, and whether vectors are written; as of ``CURRENT_SECONDS`` ago at most.

        Raises:
            StoreOutdated: the store was written by another version.
        """
        self.refuse_outdated()
        return self._found.settled, self._found.semantic

    def refuse_outdated(self) -> None:
        """Raise StoreOutdated for a store of another version, which is looked at again every ``CURRENT_SECONDS``."""
        if not self._found.lasts:
            self.state()

    def searched(self, searches: Sequence[Clause]) -> list[Response]:
        """The answers to some searches of a store of this version, which is looked at again every ``CURRENT_SECONDS``.

        Raises:
            StoreOutdated: the store was written by another version.
        """
        return self.msearch(searches) if self._found.lasts else self.current(searches)[0]

    def stamped(self, searches: Sequence[Clause]) -> tuple[list[Response], str]:
        """As ``current``; but the generation may be that of ``CURRENT_SECONDS`` ago, if nobody was writing then.

        Raises:
            StoreOutdated: the store was written by another version.
        """
        found = self._found
        if found.lasts and found.settled is not None:
            return self.msearch(searches), found.settled
        return self.current(searches)

    def current(self, searches: Sequence[Clause]) -> tuple[list[Response], str]:
        """The answers to some searches, and the generation of the store that they are not older than.

        Raises:
            StoreOutdated: the store was written by another version.
        """
        first, *answered = self.msearch([*state_lines(self.names), *searches])
        return answered, self._took(state_of(first))

    def followed(self, searches: Sequence[Clause]) -> tuple[list[Response], str]:
        """The answers to some searches, and the generation of the store that they are not newer than.

        Raises:
            StoreOutdated: the store was written by another version.
        """
        *answered, last = self.msearch([*searches, *state_lines(self.names)])
        return answered, self._took(state_of(last))

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

    def _took(self, held: Response) -> str:
        """The generation of a state, which is remembered unless it is of another version."""
        self.forget()
        version.refuse_outdated(held["analysis"], held["mapping"], mapping_version())
        generation: str = held["generation"]
        settled = generation if held.get("lease") is None else None
        self._found = _Found(settled, held.get("semantic", False), time.monotonic() + CURRENT_SECONDS)
        return generation

    def _failure(self, response: Response) -> OnrecordError:
        if "error" in response:
            return refused(self.node, response.get("status", 500), response["error"])
        return StoreUnavailable(f"{self.node} answered only in part, within {lines.TIME}")


def _is_whole(response: Response) -> bool:
    return not ("error" in response or response["timed_out"] or response["_shards"]["failed"])

"""Requests to the engine for one store: only whole answers come back, and only the store's own exceptions."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from elastic_transport import ApiResponse
from elasticsearch import Elasticsearch

from indexer.errors import OnrecordError, StoreMissing, StoreUnavailable
from indexer.store import version
from indexer.store.elastic.connection import answers
from indexer.store.elastic.connection.answers import Answer, B, Buckets, Hit, S, Shape
from indexer.store.elastic.connection.client import refused, translated
from indexer.store.elastic.connection.names import Names, mapping_version
from indexer.store.elastic.lease.state import StateFields
from indexer.store.elastic.parts import CHUNK, parts
from indexer.store.elastic.requests import lines
from indexer.store.elastic.requests.aggregations import PAGE
from indexer.store.elastic.requests.conditions import Clause

SEARCH_SECONDS = 25.0
"""How long a search may take: somewhat longer than the engine's own limit (``lines.TIME``)."""

STATE_SECONDS = 1.0
"""How long the state of a store is cached, unless this process writes."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _CachedState:
    """The state of a store of this version.

    Args:
        settled: the generation, if nobody was writing.
        semantic: whether vectors are written with quotes.
        until: when the cache expires, by ``time.monotonic``.
        documents: those that were read since by their index and id; None for one that is not there.
    """

    settled: str | None = None
    semantic: bool = False
    until: float = 0.0
    documents: dict[tuple[str, str], Shape | None] = field(default_factory=dict)

    @property
    def valid(self) -> bool:
        """Whether it has not expired."""
        return time.monotonic() < self.until


class Session:
    """Requests to the engine for one store, until it is closed.

    Args:
        client: of the node.
        node: its address, fit to be printed.
        names: of the store's indices.

    Attributes:
        known: whether the node has answered as Elasticsearch.
    """

    def __init__(self, client: Elasticsearch, node: str, names: Names) -> None:
        self.client = client
        self.node = node
        self.names = names
        self.closed = False
        self.known = False
        self._state = _CachedState()
        self._searcher = client.options(request_timeout=SEARCH_SECONDS, max_retries=1)

    def invalidate(self) -> None:
        """Read the state again with the next search, as this process begins to write.

        While it writes no generation counts as settled, so no cached one outlives the write.
        """
        self._state = _CachedState()

    @contextmanager
    def connected(self) -> Iterator[None]:
        """The block in which the client may be used: whatever it raises becomes a ``StoreError``."""
        if self.closed:
            raise StoreUnavailable("this store was closed")
        with translated(self.node, known=self.known):
            yield

    # --- Answers ----------------------------------------------------------------------------------

    def answer(self, response: ApiResponse[Any]) -> Answer:
        """A response of the client's, to be read by its shape."""
        return Answer(self.node, response.body)

    def confirm(self, response: ApiResponse[Any]) -> None:
        """Make sure that a change of indices or aliases was completed.

        Raises:
            StoreUnavailable: it was not, within the time given for it.
        """
        if not self.answer(response).read(answers.Acknowledged).acknowledged:
            raise StoreUnavailable(f"{self.node} did not complete a change of its indices in time")

    def documents(self, index: str, ids: Iterable[str], shape: type[S], *, realtime: bool = False) -> dict[str, S]:
        """Those of these documents that are there, by their ids.

        Args:
            realtime: as they are now, rather than as searches see them, which is after a refresh.
        """
        found: dict[str, S] = {}
        wanted = answers.fields(shape)
        for part in parts([each for each in ids if each], CHUNK):
            with self.connected():
                # The ids go into the body: an id in a path could be another path.
                response = self.client.mget(index=index, ids=part, realtime=realtime, source_includes=wanted)
            held = self.answer(response).read(answers.Documents).docs
            if len(held) != len(part):
                raise answers.not_elasticsearch(self.node)
            for document in held:
                if document.error is not None:
                    raise refused(self.node, 503, {"error": document.error})
                if document.found:
                    found[document.id] = Answer(self.node, document.source).read(shape)
        return found

    def cached_document(self, index: str, ident: str, shape: type[B]) -> B | None:
        """One document, or None; it is read again whenever the state of the store is.

        Raises:
            StoreOutdated: the store was written by another version.
        """
        self.refuse_outdated()
        cached = self._state.documents
        if (index, ident) not in cached:
            cached[index, ident] = self.documents(index, [ident], shape).get(ident)
        found = cached[index, ident]
        return found if isinstance(found, shape) else None

    # --- Searches ---------------------------------------------------------------------------------

    def msearch(self, searches: Sequence[Clause]) -> list[Answer]:
        """The answers to several searches, in order.

        Args:
            searches: of each search its header and its body (``requests.lines``).

        Raises:
            StoreUnavailable: one of them failed, or was answered only in part.
        """
        failure: OnrecordError | None = None
        # Once more if something failed: a rebuild may have put another index in place of the one that was searched.
        for _ in range(2):
            with self.connected():
                response = self._searcher.msearch(searches=searches, max_concurrent_searches=1)
            every = [Answer(self.node, each) for each in self.answer(response).read(answers.Responses).responses]
            if 2 * len(every) != len(searches):
                raise answers.not_elasticsearch(self.node)
            failure = next((failed for each in every if (failed := self._failure(each)) is not None), None)
            if failure is None:
                return every
        assert failure is not None
        raise failure

    def search(self, body: Clause, index: str | None = None) -> Answer:
        """One search, of the quotes unless another index is named."""
        return self.msearch([lines.header(index or self.names.live.quotes), body])[0]

    def run(self, searches: Sequence[Clause]) -> list[Answer]:
        """The answers to searches of a store of this version, which is checked every ``STATE_SECONDS``.

        Raises:
            StoreOutdated: the store was written by another version.
        """
        return self.msearch(searches) if self._state.valid else self.run_after_state(searches)[0]

    def run_with_generation(self, searches: Sequence[Clause]) -> tuple[list[Answer], str]:
        """As ``run_after_state``, but a generation of up to ``STATE_SECONDS`` ago is used if nobody was writing then.

        Raises:
            StoreOutdated: the store was written by another version.
        """
        cached = self._state
        if cached.valid and cached.settled is not None:
            return self.msearch(searches), cached.settled
        return self.run_after_state(searches)

    def run_after_state(self, searches: Sequence[Clause]) -> tuple[list[Answer], str]:
        """The answers to searches, and a generation of the store that is not newer than they are.

        Raises:
            StoreOutdated: the store was written by another version.
        """
        first, *answered = self.msearch([*lines.state_lines(self.names), *searches])
        return answered, self._cache(first)

    def run_before_state(self, searches: Sequence[Clause]) -> tuple[list[Answer], str]:
        """The answers to searches, and a generation of the store that is not older than they are.

        Raises:
            StoreOutdated: the store was written by another version.
        """
        *answered, last = self.msearch([*searches, *lines.state_lines(self.names)])
        return answered, self._cache(last)

    def settled_state(self) -> tuple[str | None, bool]:
        """The generation, if nobody writes, and whether vectors are written; up to ``STATE_SECONDS`` old.

        Raises:
            StoreOutdated: the store was written by another version.
        """
        self.refuse_outdated()
        return self._state.settled, self._state.semantic

    def refuse_outdated(self) -> None:
        """Raise StoreOutdated for a store of another version, which is checked every ``STATE_SECONDS``."""
        if not self._state.valid:
            self._cache(self.msearch(lines.state_lines(self.names))[0])

    def all_buckets(
        self, first: Buckets[B], query: Clause, index: str, aggregation: Callable[[Any], Clause]
    ) -> list[B]:
        """All buckets of a composite aggregation, of which a request gives ``PAGE``.

        Args:
            first: its first page.
            query: the documents that it is over.
            aggregation: makes it, to go on after a key.
        """
        buckets, page, after = list(first.buckets), first, None
        while len(page.buckets) == PAGE:
            after = self.advanced(after, page.after_key)
            body = {"size": 0, "query": query, "aggs": {"page": aggregation(after)}}
            page = self.search(lines.body(body), index).aggregation("page", type(first))
            buckets += page.buckets
        return buckets

    def pages(self, search: Clause, shape: type[S], index: str | None = None) -> Iterator[list[Hit[S]]]:
        """All hits of a search that has a size and an order, a page at a time."""
        after = None
        while True:
            going_on: Clause = {"search_after": list(after)} if after is not None else {}
            hits = self.search(lines.body({"track_total_hits": False, **search, **going_on}), index).hits(shape)
            yield hits
            if len(hits) < search["size"]:
                return
            after = self.advanced(after, hits[-1].sort)

    def advanced(self, before: T | None, after: T | None) -> T:
        """The key after which the next page begins, which must differ from the last one: else a loop never ends."""
        if after is None or after == before:
            raise answers.not_elasticsearch(self.node)
        return after

    def _cache(self, answer: Answer) -> str:
        """Cache the state that a search found, unless it is of another version; gives its generation."""
        self.invalidate()
        found = answer.sources(StateFields)
        if not found:
            raise StoreMissing(f"there is no store {self.names.prefix!r} at {self.node} any more")
        state = found[0]
        version.refuse_outdated(state.analysis, state.mapping, mapping_version())
        settled = state.generation if state.lease is None else None
        self._state = _CachedState(settled, state.semantic, time.monotonic() + STATE_SECONDS)
        return state.generation

    def _failure(self, answer: Answer) -> OnrecordError | None:
        """Why a search was not answered as a whole; None where it was."""
        if isinstance(answer.value, dict) and "error" in answer.value:
            failed = answer.read(answers.Failed)
            return refused(self.node, failed.status, {"error": failed.error})
        if not answer.read(answers.Completed).whole:
            return StoreUnavailable(f"{self.node} answered only in part, within {lines.TIME}")
        return None

"""A rebuild: fresh indices beside the live ones, and one step that puts them in their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace

from elasticsearch import Elasticsearch

from indexer.errors import StoreUnavailable
from indexer.query import StoredArticle
from indexer.store.base import Writer, Written
from indexer.store.elastic import indices, state, writing
from indexer.store.elastic.indices import Names, Shelf
from indexer.store.elastic.state import Held, Lease, State
from indexer.store.vectors import Vectors

Asking = Callable[[], AbstractContextManager[None]]
"""Makes the block in which the engine may be asked: where its exceptions become ours."""


class Rebuild(Writer):
    """The writer of one rebuild: ``finish`` swaps its indices in, ``discard`` drops them."""

    def __init__(self, client: Elasticsearch, names: Names, held: Held, shelf: Shelf, asking: Asking) -> None:
        self._client = client
        self._held: Held | None = held
        self._shelf = shelf
        self._names = names
        self._asking = asking

    @classmethod
    def begin(cls, client: Elasticsearch, names: Names, asking: Asking) -> Rebuild:
        """Take the right to write, clear away what rebuilds that died have left, and make fresh indices.

        Raises:
            StoreUnavailable: somebody else is writing.
        """
        held = None
        while held is None:
            now = state.read_free(client, names)
            held = Held.take(client, names, replace(now, lease=Lease.taken(rebuild=True)))
        try:
            indices.drop(client, indices.leftovers(client, names))
            shelf = indices.next_shelf(client, names)
            indices.create_shelf(client, shelf)
        except BaseException:
            held.let_go()
            raise
        return cls(client, names, held, shelf, asking)

    def replace(self, batch: Sequence[StoredArticle]) -> Written:
        """See ``Writer.replace``; what is written is found once the rebuild has ended."""
        written = []
        with self._asking():
            for part in writing.rounds(batch):
                held = self._still_held()
                held.renew()
                made = Vectors() if held.state.semantic else None
                planned = writing.plan(self._client, self._shelf, part, made, held.renew)
                written.append(writing.carry_out(self._client, self._shelf, planned, held.renew))
        return writing.joined(written)

    def flush(self) -> None:
        """Nothing waits: what was written is found by searches once the rebuild has ended."""
        with self._asking():
            self._still_held().renew()

    def finish(self) -> None:
        """Put the fresh indices in place of the live ones, in one step, and drop those."""
        with self._asking():
            held = self._still_held()
            indices.refresh(self._client, self._shelf)
            held.renew(always=True)
            held.change_generation()
            before = indices.swap(self._client, self._names, self._shelf)
            held.give_back(State.fresh(semantic=held.state.semantic))
            self._held = None
            indices.drop(self._client, before)

    def discard(self) -> None:
        """Drop the fresh indices; the live ones stay as they are."""
        if self._held is not None:
            with self._asking():
                held, self._held = self._held, None
                indices.drop(self._client, list(self._shelf.families.values()))
                held.give_back(changed=False)

    def abandon(self) -> None:
        """Let other writes go on; the fresh indices stay until the next rebuild drops them."""
        if self._held is not None:
            with self._asking():
                held, self._held = self._held, None
                held.give_back(changed=False)

    def _still_held(self) -> Held:
        if self._held is None:
            raise StoreUnavailable("this rebuild has ended")
        return self._held

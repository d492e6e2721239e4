"""A rebuild: fresh indices beside the live ones, and one step that puts them in their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.errors import StoreUnavailable
from indexer.query import StoredArticle
from indexer.store.base import Writer, Written
from indexer.store.elastic import indices
from indexer.store.elastic.indices import Shelf
from indexer.store.elastic.lease import Held, read_free
from indexer.store.elastic.lease.state import Lease, State
from indexer.store.elastic.planning import plan, rounds
from indexer.store.elastic.session import Asking
from indexer.store.elastic.writing import carry_out, joined
from indexer.store.vectors import Vectors


class Rebuild(Writer):
    """The writer of one rebuild: ``finish`` swaps its indices in, ``discard`` drops them."""

    def __init__(self, asking: Asking, held: Held, shelf: Shelf) -> None:
        self._asking = asking
        self._client = asking.client
        self._names = asking.names
        self._held: Held | None = held
        self._shelf = shelf

    @classmethod
    def begin(cls, asking: Asking) -> Rebuild:
        """Take the right to write, clear away what rebuilds that died have left, and make fresh indices.

        Raises:
            StoreUnavailable: somebody else is writing.
        """
        client, names = asking.client, asking.names
        held = None
        while held is None:
            now = read_free(client, names)
            held = Held.take(client, names, replace(now, lease=Lease.taken(rebuild=True)))
        asking.forget()
        try:
            indices.drop(client, indices.leftovers(client, names))
            shelf = indices.next_shelf(client, names)
            indices.create_shelf(client, shelf)
        except BaseException:
            held.let_go()
            raise
        return cls(asking, held, shelf)

    def replace(self, batch: Sequence[StoredArticle]) -> Written:
        """See ``Writer.replace``; what is written is found once the rebuild has ended."""
        written = []
        with self._asking.open():
            for part in rounds(batch):
                held = self._still_held()
                held.renew()
                made = Vectors() if held.state.semantic else None
                planned = plan(self._client, self._shelf, part, made, held.renew)
                written.append(carry_out(self._client, self._shelf, planned, held.renew))
        return joined(written)

    def flush(self) -> None:
        """Nothing waits: what was written is found by searches once the rebuild has ended."""
        with self._asking.open():
            self._still_held().renew()

    def finish(self) -> None:
        """Put the fresh indices in place of the live ones, in one step, and drop those."""
        with self._asking.open():
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
            with self._asking.open():
                held, self._held = self._held, None
                indices.drop(self._client, list(self._shelf.families.values()))
                held.give_back(changed=False)

    def abandon(self) -> None:
        """Let other writes go on; the fresh indices stay until the next rebuild drops them."""
        if self._held is not None:
            with self._asking.open():
                held, self._held = self._held, None
                held.give_back(changed=False)

    def _still_held(self) -> Held:
        if self._held is None:
            raise StoreUnavailable("this rebuild has ended")
        return self._held

"""A rebuild: fresh indices beside the live ones, and one step that puts them in their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.errors import StoreUnavailable
from indexer.query import StoredArticle
from indexer.store import decided
from indexer.store.base import Writer, Written
from indexer.store.elastic import decisions, indices
from indexer.store.elastic.connection.names import IndexSet
from indexer.store.elastic.connection.session import Session
from indexer.store.elastic.lease.state import Lease, State
from indexer.store.elastic.lease.write_lock import WriteLock, free_state
from indexer.store.elastic.planning import plan, without_repeats
from indexer.store.elastic.writing import carry_out, combined
from indexer.store.vectors import Vectors


class Rebuild(Writer):
    """The writer of one rebuild: ``finish`` swaps its indices in, ``discard`` drops them."""

    def __init__(self, session: Session, lock: WriteLock, fresh: IndexSet) -> None:
        self._session = session
        self._lock: WriteLock | None = lock
        self._fresh = fresh

    @classmethod
    def begin(cls, session: Session) -> Rebuild:
        """Lock the store, clear up after rebuilds that died, and create fresh indices.

        Raises:
            StoreUnavailable: somebody else is writing.
        """
        lock = None
        while lock is None:
            state = free_state(session)
            lock = WriteLock.take(session, replace(state, lease=Lease.begin(rebuild=True)))
        session.invalidate()
        try:
            indices.drop(session, indices.leftovers(session))
            fresh = indices.create_fresh(session)
        except BaseException:
            lock.abandon()
            raise
        return cls(session, lock, fresh)

    def replace(self, batch: Sequence[StoredArticle]) -> Written:
        """See ``Writer.replace``; what is written is found once the rebuild has ended."""
        written = []
        applied = decided.apply(batch, decisions.decisions(self._session))
        with self._session.connected():
            for part in without_repeats(applied.batch):
                lock = self._locked()
                lock.renew()
                vectors = Vectors() if lock.state.semantic else None
                planned = plan(self._session, self._fresh, part, vectors, lock.renew)
                written.append(carry_out(self._session, self._fresh, planned, lock.renew))
        return applied.outcome(combined(written))

    def flush(self) -> None:
        """Nothing to do: what was written is found by searches once the rebuild has ended."""
        with self._session.connected():
            self._locked().renew()

    def finish(self) -> None:
        """Put the fresh indices in place of the live ones, in one step, and drop those."""
        with self._session.connected():
            lock = self._locked()
            indices.refresh_all(self._session, self._fresh)
            lock.renew(always=True)
            lock.change_generation()
            before = indices.swap(self._session, self._fresh)
            lock.release(State.fresh(semantic=lock.state.semantic))
            self._lock = None
            self._session.invalidate()
            indices.drop(self._session, before)

    def discard(self) -> None:
        """Drop the fresh indices; the live ones stay as they are."""
        if self._lock is not None:
            with self._session.connected():
                lock, self._lock = self._lock, None
                indices.drop(self._session, list(self._fresh.by_family.values()))
                lock.release(changed=False)

    def abandon(self) -> None:
        """Let others write; the fresh indices stay until the next rebuild drops them."""
        if self._lock is not None:
            with self._session.connected():
                lock, self._lock = self._lock, None
                lock.release(changed=False)

    def _locked(self) -> WriteLock:
        if self._lock is None:
            raise StoreUnavailable("this rebuild has ended")
        return self._lock

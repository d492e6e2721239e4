"""The right to write to a store: taken when nobody else has it, renewed, and released."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace

from indexer.errors import StoreUnavailable
from indexer.store.elastic import indices
from indexer.store.elastic.bulk import delete, send
from indexer.store.elastic.connection.session import Session
from indexer.store.elastic.lease import stored
from indexer.store.elastic.lease.state import BATCH_SECONDS, REBUILD_SECONDS, Lease, State, new_generation
from indexer.store.elastic.planning import stored_articles

ATTEMPTS = 20
"""How often a writer tries again because another came first."""

_PAUSE_SECONDS = 0.1
_RELEASE_SECONDS = 2.0


def free_states(session: Session) -> Iterator[State]:
    """The state of the store each time that nobody writes, ``ATTEMPTS`` times.

    Raises:
        StoreUnavailable: a rebuild is running, or another writer does not end.
    """
    for _ in range(ATTEMPTS):
        yield free_state(session)


def busy() -> StoreUnavailable:
    """What to raise when another writer came first in every attempt."""
    return StoreUnavailable("other processes keep writing to this store; try again when they have ended")


def free_state(session: Session) -> State:
    """The state of the store, once no other writer has an active lease.

    Raises:
        StoreUnavailable: a rebuild is running, or another batch has not ended within the time of its lease.
    """
    limit = time.monotonic() + 2 * BATCH_SECONDS
    while (state := stored.read(session)).lease is not None and state.lease.active:
        if state.lease.rebuild:
            raise StoreUnavailable(
                "a rebuild of this store is running and nothing was written; try again when it has ended "
                f"(if it was killed, in {REBUILD_SECONDS:.0f} seconds)"
            )
        if time.monotonic() > limit:
            raise StoreUnavailable("another process keeps writing to this store; try again when it has ended")
        time.sleep(_PAUSE_SECONDS)
    return state


class WriteLock:
    """The lease of one writer, renewed while it works."""

    def __init__(self, session: Session, state: State) -> None:
        self._session = session
        self.state = state

    @classmethod
    def take(cls, session: Session, state: State) -> WriteLock | None:
        """Store ``state``, which has a lease; None when another writer came first."""
        written = stored.write(session, state)
        return cls(session, written) if written is not None else None

    def renew(self, *, always: bool = False) -> None:
        """Renew the lease if it is due; cheap to call often.

        Raises:
            StoreUnavailable: it expired, and another writer has taken the store.
        """
        lease = self.state.lease
        if lease is not None and (always or lease.due):
            self._change(replace(self.state, lease=lease.renewed()))

    def change_generation(self) -> None:
        """Invalidate every cursor of a search by relevance."""
        self._change(replace(self.state, generation=new_generation()))

    def release(self, ending: State | None = None, *, changed: bool = True) -> None:
        """Let others write, with the store in the state ``ending``: by default as it is.

        Args:
            changed: whether a search may find anything else than before.
        """
        last = replace(ending or self.state, lease=None, revision=self.state.revision)
        self._change(replace(last, generation=new_generation()) if changed else last)

    def abandon(self) -> None:
        """Release it after a failure, if the engine answers at once; the next writer clears up what was begun."""
        client = self._session.client.options(max_retries=0, request_timeout=_RELEASE_SECONDS)
        self._session = Session(client, self._session.node, self._session.names)
        with suppress(Exception):
            self.release()

    def _change(self, state: State) -> None:
        written = stored.write(self._session, state)
        if written is None:
            raise StoreUnavailable("another process has taken over writing to this store; run this again")
        self.state = written


@contextmanager
def write_lock(session: Session, state: State, begun: dict[str, list[str]] | None = None) -> Iterator[WriteLock | None]:
    """The lock for one batch, if nobody wrote since ``state`` was read; None if somebody did.

    Quotes that a writer that died had begun to add are noted with this batch, and removed before it. What the block
    writes is found by searches when it ends.

    Args:
        begun: article keys to the quotes that are about to be added; those of the writer that died are added to it.
    """
    noted = begun if begun is not None else {}
    for key, ids in state.begun.items():
        noted.setdefault(key, []).extend(ids)
    lock = WriteLock.take(session, state.writing(Lease.begin(rebuild=False), noted))
    if lock is None:
        yield None
        return
    session.invalidate()
    try:
        remove_unlisted(session, state.begun, lock.renew)
        yield lock
        indices.refresh_all(session, session.names.live)
    except BaseException:
        lock.abandon()
        raise
    lock.release(replace(lock.state, begun={}))


def remove_unlisted(session: Session, begun: Mapping[str, Sequence[str]], keep_alive: Callable[[], None]) -> None:
    """Delete the quotes of a batch that was cut off which no article lists."""
    live = session.names.live
    listed = stored_articles(session, live, begun)
    unlisted = (
        quote_id
        for article_key, ids in begun.items()
        for quote_id in set(ids).difference(listed[article_key].quote_ids if article_key in listed else ())
    )
    send(session, live, (delete(live.quotes, quote_id) for quote_id in unlisted), keep_alive)

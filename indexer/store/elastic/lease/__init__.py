"""Who may write to a store: a lease taken once nobody else has one, renewed, and given back."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace

from elasticsearch import Elasticsearch

from indexer.errors import StoreUnavailable
from indexer.store.elastic.indices import Names
from indexer.store.elastic.lease.state import BATCH_SECONDS, REBUILD_SECONDS, State, new_generation, read, write

_PAUSE_SECONDS = 0.1
_LAST_WORD_SECONDS = 2.0


def read_free(client: Elasticsearch, names: Names) -> State:
    """The state, once no other writer has a living lease.

    Raises:
        StoreUnavailable: a rebuild has it, or another batch has not ended within the time of its lease.
    """
    limit = time.monotonic() + 2 * BATCH_SECONDS
    while (state := read(client, names)).lease is not None and state.lease.lives:
        if state.lease.rebuild:
            raise StoreUnavailable(
                "a rebuild of this store is running; what was to be written was not, try again when it has ended "
                f"(if it was killed, in {REBUILD_SECONDS:.0f} seconds)"
            )
        if time.monotonic() > limit:
            raise StoreUnavailable("another process keeps writing to this store; try again when it has ended")
        time.sleep(_PAUSE_SECONDS)
    return state


class Held:
    """A lease that is held: renewed while its owner works, and given back at the end."""

    def __init__(self, client: Elasticsearch, names: Names, state: State) -> None:
        self._client = client
        self._names = names
        self.state = state

    @classmethod
    def take(cls, client: Elasticsearch, names: Names, state: State) -> Held | None:
        """Write ``state``, which has a lease; None when somebody else came first."""
        written = write(client, names, state)
        return cls(client, names, written) if written is not None else None

    def renew(self, *, always: bool = False) -> None:
        """Go on holding it; asked often, it writes only when half of the time is over.

        Raises:
            StoreUnavailable: the lease ran out, and somebody else has it.
        """
        lease = self.state.lease
        if lease is not None and (always or lease.half_over):
            self._change(replace(self.state, lease=lease.renewed()))

    def change_generation(self) -> None:
        """Make every cursor of a search by relevance out of date."""
        self._change(replace(self.state, generation=new_generation()))

    def give_back(self, ending: State | None = None, *, changed: bool = True) -> None:
        """Let others write, with the store in the state ``ending``: by default as it is.

        Args:
            changed: whether a search may find anything else than before.
        """
        last = replace(ending or self.state, lease=None, held_at=self.state.held_at)
        self._change(replace(last, generation=new_generation()) if changed else last)

    def let_go(self) -> None:
        """Give back as it is after something went wrong, if the engine can be told at once: it may be away.

        What was begun stays noted, for the next writer to clear away.
        """
        self._client = self._client.options(max_retries=0, request_timeout=_LAST_WORD_SECONDS)
        with suppress(Exception):
            self.give_back()

    def _change(self, state: State) -> None:
        written = write(self._client, self._names, state)
        if written is None:
            raise StoreUnavailable("another process has taken over writing to this store; run this again")
        self.state = written

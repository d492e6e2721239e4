"""The right to write one batch, to one writer after the other; what a writer that died has begun is removed first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from elasticsearch import Elasticsearch

from indexer.errors import StoreUnavailable
from indexer.store.elastic import indices
from indexer.store.elastic.bulk import drop, send
from indexer.store.elastic.indices import Shelf
from indexer.store.elastic.lease import Held, read_free
from indexer.store.elastic.lease.state import Lease, State
from indexer.store.elastic.planning import known
from indexer.store.elastic.session import Asking

MOST_TURNS = 20
"""Times that a writer tries anew because another came first."""


def turns(asking: Asking) -> Iterator[State]:
    """The state of the store each time that nobody writes, ``MOST_TURNS`` times.

    Raises:
        StoreUnavailable: a rebuild goes on, or another writer does not end.
    """
    for _ in range(MOST_TURNS):
        yield read_free(asking.client, asking.names)


def crowded() -> StoreUnavailable:
    """What to raise when none of the turns was had."""
    return StoreUnavailable("other processes keep writing to this store; try again when they have ended")


@contextmanager
def claimed(asking: Asking, now: State, begun: dict[str, list[str]] | None = None) -> Iterator[Held | None]:
    """The right to write one batch, if nobody wrote since ``now`` was read; None if somebody did.

    What a writer that died has begun is noted with this batch, and removed before it. What was written is found by
    searches when the block ends.

    Args:
        begun: article keys to the quotes that are about to be added; completed by what was begun before.
    """
    noted = begun if begun is not None else {}
    for key, ids in now.begun.items():
        noted.setdefault(key, []).extend(ids)
    live = asking.names.live
    held = Held.take(asking.client, asking.names, now.claimed(Lease.taken(rebuild=False), noted))
    if held is None:
        yield None
        return
    asking.forget()
    try:
        remove_unlisted(asking.client, live, now.begun, held.renew)
        yield held
        indices.refresh(asking.client, live)
    except BaseException:
        held.let_go()
        raise
    held.give_back(replace(held.state, begun={}))


def remove_unlisted(
    client: Elasticsearch, shelf: Shelf, begun: Mapping[str, Sequence[str]], alive: Callable[[], None]
) -> None:
    """Delete those quotes of a batch that was cut off which no article lists."""
    listed = known(client, shelf, begun)
    unlisted = (
        quote_id
        for article_key, ids in begun.items()
        for quote_id in set(ids).difference(listed[article_key].quote_ids if article_key in listed else ())
    )
    send(client, shelf, (drop(shelf.quotes, quote_id) for quote_id in unlisted), alive)

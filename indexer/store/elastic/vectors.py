"""Quotes near a text in meaning, by the engine's own index of vectors, and whether vectors are written."""

from __future__ import annotations

from dataclasses import replace

from indexer.printed import Near
from indexer.query import AllOf
from indexer.store.elastic import indices
from indexer.store.elastic.lease import state
from indexer.store.elastic.lease.write_lock import crowded, turns
from indexer.store.elastic.reading import documents
from indexer.store.elastic.requests import vectors as requests
from indexer.store.elastic.session import Asking


def is_semantic(asking: Asking) -> bool:
    """See ``indexer.store.base.Store.semantic``."""
    with asking.open():
        return state.read(asking.client, asking.names).semantic


def set_semantic(asking: Asking, on: bool) -> None:
    """See ``indexer.store.base.Store.set_semantic``."""
    asking.forget()
    with asking.open():
        for now in turns(asking):
            if now.semantic == on:
                return
            indices.add_to_state(asking.client, asking.names)
            if state.write(asking.client, asking.names, replace(now, semantic=on)) is not None:
                asking.forget()
                return
    raise crowded()


def near(asking: Asking, meaning: bytes, condition: AllOf, size: int) -> tuple[Near, ...]:
    """See ``indexer.store.base.Store.near``."""
    (found,), _ = asking.current(requests.near(asking.names, meaning, condition, size))
    chosen = requests.nearest_of(found, size)
    with asking.open():
        ids = [quote_id for quote_id, _ in chosen]
        held = documents(asking.client, asking.names.live.quotes, ids, ["record", "article"])
    return requests.near_of(chosen, held)

"""A store found at its address, or made there."""

from __future__ import annotations

from indexer.errors import StoreMissing
from indexer.store.elastic import indices
from indexer.store.elastic.lease import state
from indexer.store.elastic.session import Asking


def find(asking: Asking, *, create: bool) -> None:
    """Make sure that there is a store.

    Args:
        create: make it when it is not there.

    Raises:
        StoreMissing: there is none, and none was to be made.
    """
    client, names = asking.client, asking.names
    with asking.open():
        # Asked first: an answer to HEAD has no body, and so no reason in it.
        client.cluster.health(timeout=indices.WAIT)
        if state.exists(client, names):
            return
        if not create:
            raise StoreMissing(f"there is no store at {asking.node}/{names.prefix}; `onrecord index` makes one")
        indices.create_store(client, names)
        state.create(client, names)

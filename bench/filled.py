"""Fills a store with articles that a measurement made."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice

from indexer.query import StoredArticle
from indexer.store import open_store

BATCH = 200
"""Articles that are stored at a time."""


def fill(url: str, stream: Iterator[StoredArticle]) -> float:
    """Store all articles in a new store; gives the seconds that storing took, without making them."""
    taken = 0.0
    with open_store(url, create=True) as store:
        while batch := list(islice(stream, BATCH)):
            start = time.perf_counter()
            written = store.replace(batch)
            taken += time.perf_counter() - start
            assert not written.failed, written.failed[0]
        store.flush()
    return taken

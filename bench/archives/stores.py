"""New stores for measurements, on either engine: filled with articles, and gone afterwards."""

from __future__ import annotations

import contextlib
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from elasticsearch import Elasticsearch

from indexer.query import StoredArticle
from indexer.store import open_store

ENGINES = {"sqlite": "SQLite", "elasticsearch": "Elasticsearch"}
"""What they are called."""

BATCH = 200
"""Articles that are stored at a time."""

TESTS = Path(__file__).resolve().parents[2] / "tests"


def engines_of(choice: str) -> tuple[str, ...]:
    """The engines of a choice: one of them, or "both"."""
    return tuple(ENGINES) if choice == "both" else (choice,)


@contextlib.contextmanager
def new_store(engine: str) -> Iterator[str | None]:
    """The URL of a store that is not there yet, and is deleted in the end; None where there is no such engine.

    Elasticsearch is that at ONRECORD_TEST_ELASTICSEARCH, or else a node that tests/nodes.py fetches and starts.
    """
    if engine == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{Path(folder) / 'bench.db'}"
        return
    address = _elasticsearch_address()
    if address is None:
        yield None
        return
    prefix = f"bench-{time.time_ns()}"
    try:
        yield f"{address}/{prefix}"
    finally:
        client = Elasticsearch(address)
        for name in client.indices.get(index=f"{prefix}*"):
            client.indices.delete(index=name)


def fill(url: str, articles: Iterable[StoredArticle], *, semantic: bool = False) -> float:
    """Store all articles in a new store; gives the seconds that storing took, without making them."""
    taken = 0.0
    stream = iter(articles)
    with open_store(url, create=True) as store:
        store.set_semantic(semantic)
        while batch := list(islice(stream, BATCH)):
            start = time.perf_counter()
            written = store.replace(batch)
            taken += time.perf_counter() - start
            assert not written.failed, written.failed[0]
        store.flush()
    return taken


def path_of(url: str) -> Path | None:
    """The file of a store in SQLite; None for one in Elasticsearch."""
    scheme, _, rest = url.partition(":///")
    return Path(rest) if scheme == "sqlite" else None


def _elasticsearch_address() -> str | None:
    sys.path.insert(0, str(TESTS))
    import nodes

    try:
        return nodes.address()
    except nodes.Missing as missing:
        print(f"\nElasticsearch was not measured: {missing}")
        return None

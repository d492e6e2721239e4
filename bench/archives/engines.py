"""The same search put to the bare engine: what an answer costs before anything of ours is added."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from elasticsearch import Elasticsearch

from bench.archives.stores import path_of
from indexer.text import stem

Bare = Callable[[str], float]
"""Milliseconds for the first twenty by relevance and the number of all that match one word."""


def bare(url: str) -> Bare:
    """The engine of a store, asked without onrecord."""
    path = path_of(url)
    return _sqlite(path) if path is not None else _elasticsearch(*url.rsplit("/", 1))


def _sqlite(path: Path) -> Bare:
    """FTS5 in the store's file."""
    connection = sqlite3.connect(path)
    matching = "FROM content_search WHERE content_search MATCH ?"

    def ask(word: str) -> float:
        expression = f'content_stems : "{stem(word)}"'
        start = time.perf_counter()
        connection.execute(f"SELECT count(*) {matching}", (expression,)).fetchone()
        connection.execute(f"SELECT rowid {matching} ORDER BY rank LIMIT 20", (expression,)).fetchall()
        return (time.perf_counter() - start) * 1000

    return ask


def _elasticsearch(address: str, prefix: str) -> Bare:
    """Elasticsearch's own ``took``, which leaves out the way there and back."""
    client = Elasticsearch(address)

    def ask(word: str) -> float:
        query = {"match": {"content_stems": stem(word)}}
        answer = client.search(index=f"{prefix}-quotes", query=query, size=20, track_total_hits=True)
        return float(answer["took"])

    return ask

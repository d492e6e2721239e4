"""What an engine does with a quote by itself: all words in order, 70 % of the words, the best 50 by BM25."""

from __future__ import annotations

import math
import sqlite3
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from elasticsearch import Elasticsearch

from bench.archives.stores import path_of
from indexer.store import json_values
from indexer.store.sqlite.sql.expressions import quoted
from indexer.text import stem, word_texts

SHARE = 0.7
BEST = 50
MOST_WORDS = 400
"""Words of a longer text that are asked for: engines refuse more than some thousand."""


@dataclass(frozen=True, slots=True)
class Found:
    """The first quote of an engine's answer."""

    article: str
    text: str


class Plain(Protocol):
    """The engine without any of the check."""

    def phrase(self, text: str) -> Found | None:
        """The best quote that holds all words in order."""

    def most_words(self, text: str) -> Found | None:
        """The best quote that holds 70 % of the words."""

    def best_fifty(self, text: str) -> float:
        """Milliseconds for the 50 quotes that share most of the words' stems, by BM25."""


class Sqlite:
    """FTS5 in the store's file; what it cannot ask for, 70 % of the words, is counted here, and is not timed."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path)
        self._rows = 0

    @cached_property
    def _postings(self) -> dict[str, list[int]]:
        postings: dict[str, list[int]] = defaultdict(list)
        for number, words in self._connection.execute("SELECT number, content_words FROM contents"):
            self._rows += 1
            for word in set(words.split()):
                postings[word].append(number)
        return postings

    def phrase(self, text: str) -> Found | None:
        expression = f"content_words : {quoted(tuple(word_texts(text)[:MOST_WORDS]))}"
        statement = "SELECT rowid FROM content_search WHERE content_search MATCH ? ORDER BY rank LIMIT 1"
        row = self._connection.execute(statement, (expression,)).fetchone()
        return self._read(row[0]) if row else None

    def most_words(self, text: str) -> Found | None:
        words, postings = set(word_texts(text)), self._postings
        held: Counter[int] = Counter()
        weights: dict[int, float] = defaultdict(float)
        for word in words & postings.keys():
            weight = math.log(1 + self._rows / len(postings[word]))
            for number in postings[word]:
                held[number] += 1
                weights[number] += weight
        enough = [number for number, count in held.items() if count >= math.floor(SHARE * len(words))]
        best = max(enough, key=lambda number: (weights[number], -number), default=None)
        return self._read(best) if best is not None else None

    def best_fifty(self, text: str) -> float:
        any_of = " OR ".join(quoted((each,)) for each in _stems(text))
        statement = "SELECT rowid FROM content_search WHERE content_search MATCH ? ORDER BY rank LIMIT ?"
        start = time.perf_counter()
        self._connection.execute(statement, (f"content_stems : ({any_of})", BEST)).fetchall()
        return (time.perf_counter() - start) * 1000

    def _read(self, number: int) -> Found:
        statement = (
            "SELECT a.id, w.content_words FROM quotes AS q JOIN articles AS a ON a.number = q.article"
            " JOIN contents AS w ON w.number = q.number WHERE q.number = ?"
        )
        return Found(*self._connection.execute(statement, (number,)).fetchone())


class OfElasticsearch:
    """The quotes' index, asked by Elasticsearch's own queries."""

    def __init__(self, address: str, prefix: str) -> None:
        self._client = Elasticsearch(address)
        self._index = f"{prefix}-quotes"

    def phrase(self, text: str) -> Found | None:
        return self._first({"match_phrase": {"content_words": " ".join(word_texts(text)[:MOST_WORDS])}})

    def most_words(self, text: str) -> Found | None:
        words = " ".join(word_texts(text)[:MOST_WORDS])
        return self._first({"match": {"content_words": {"query": words, "minimum_should_match": f"{SHARE:.0%}"}}})

    def best_fifty(self, text: str) -> float:
        query = {"match": {"content_stems": " ".join(_stems(text))}}
        start = time.perf_counter()
        self._client.search(index=self._index, query=query, size=BEST, track_total_hits=False)
        return (time.perf_counter() - start) * 1000

    def _first(self, query: dict[str, Any]) -> Found | None:
        answer = self._client.search(index=self._index, query=query, size=1, track_total_hits=False)
        for held in answer["hits"]["hits"]:
            return Found(held["_source"]["article_id"], json_values.text_from(held["_source"]["record"]))
        return None


def _stems(text: str) -> Sequence[str]:
    return list(dict.fromkeys(stem(word) for word in word_texts(text)[:MOST_WORDS]))


def plain(url: str) -> Plain:
    """The engine of a store, asked without onrecord."""
    path = path_of(url)
    return Sqlite(path) if path is not None else OfElasticsearch(*url.rsplit("/", 1))

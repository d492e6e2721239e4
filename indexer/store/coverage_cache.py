"""A cache of coverages, each of which holds until the next write."""

from __future__ import annotations

import threading
from collections import OrderedDict

from indexer.printed import Coverage
from indexer.query import AllOf

LARGEST = 256
"""Coverages kept."""


class CoverageCache:
    """Coverages of one store by condition and generation, for any number of threads."""

    def __init__(self) -> None:
        self._coverages: OrderedDict[tuple[str, AllOf], Coverage] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, generation: str, condition: AllOf) -> Coverage | None:
        """The coverage of a condition in a generation of the store, if it is cached."""
        with self._lock:
            return self._coverages.get((generation, condition))

    def put(self, condition: AllOf, coverage: Coverage) -> None:
        """Cache a coverage; the oldest makes room for it."""
        with self._lock:
            self._coverages[coverage.generation, condition] = coverage
            while len(self._coverages) > LARGEST:
                self._coverages.popitem(last=False)

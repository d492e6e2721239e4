"""What was looked through, remembered for as long as nothing is written."""

from __future__ import annotations

import threading
from collections import OrderedDict

from indexer.printed import Coverage
from indexer.query import AllOf

MOST = 256
"""Conditions whose coverage is remembered."""


class Remembered:
    """Coverages of one store, for any number of threads: each holds for its own generation alone."""

    def __init__(self) -> None:
        self._held: OrderedDict[tuple[str, AllOf], Coverage] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, generation: str, condition: AllOf) -> Coverage | None:
        """What was remembered for this condition, when the store was in this generation."""
        with self._lock:
            return self._held.get((generation, condition))

    def keep(self, condition: AllOf, coverage: Coverage) -> None:
        """Remember a coverage; the oldest is forgotten for it."""
        with self._lock:
            self._held[coverage.generation, condition] = coverage
            while len(self._held) > MOST:
                self._held.popitem(last=False)

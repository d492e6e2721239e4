"""A small BM25 in memory, so that the judge can be measured without a store."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Sequence

from indexer.compare import Wording

K1, B = 1.2, 0.75
MOST_STEMS = 16
"""Only the rarest stems of a query are looked up, as an embedded store would do."""


class Candidates:
    """The wordings of an archive, by the stems that they hold."""

    def __init__(self, archive: Sequence[Wording]) -> None:
        self.archive = archive
        self._postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, each in enumerate(archive):
            for stem, count in each.counts.items():
                self._postings[stem].append((number, count))
        self._mean = sum(map(len, archive)) / max(1, len(archive))

    def best(self, asked: Wording, size: int = 50) -> list[int]:
        """The numbers of the ``size`` wordings that rank first, best first."""
        stems = sorted((each for each in asked.counts if each in self._postings), key=lambda s: len(self._postings[s]))
        scores: dict[int, float] = defaultdict(float)
        for stem in stems[:MOST_STEMS]:
            postings = self._postings[stem]
            weight = math.log(1 + (len(self.archive) - len(postings) + 0.5) / (len(postings) + 0.5))
            for number, count in postings:
                norm = K1 * (1 - B + B * len(self.archive[number]) / self._mean)
                scores[number] += weight * count * (K1 + 1) / (count + norm)
        return heapq.nlargest(size, scores, key=lambda number: (scores[number], -number))

"""The weight of a word: its inverse document frequency, from a frozen table that ships with the package.

The table has the number of sentences of PolNeAR's training articles with each stem (``python -m training.idf`` makes
it). It is frozen so that a verdict does not drift with the archive.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

TABLE = "idf.txt.gz"


@cache
def _weights() -> tuple[dict[str, float], float]:
    packed = files("indexer.compare").joinpath(TABLE).read_bytes()
    first, *lines = gzip.decompress(packed).decode("utf-8").splitlines()
    sentences = int(first)
    weights = {}
    for line in lines:
        stem, count = line.split(" ")
        weights[stem] = math.log(1 + sentences / int(count))
    return weights, math.log(1 + sentences)


def weight(stem: str) -> float:
    """The weight of a stem: ``log(1 + sentences / sentences that have it)``; one never seen counts as seen once."""
    weights, unseen = _weights()
    return weights.get(stem, unseen)


def weights(stems: Iterable[str]) -> list[float]:
    """``weight`` of each stem, in order."""
    table, never_seen = _weights()
    get = table.get
    return [get(stem, never_seen) for stem in stems]


def is_known(stem: str) -> bool:
    """Whether the table has the stem."""
    return stem in _weights()[0]


def unseen() -> float:
    """The weight of a stem that the table does not have."""
    return _weights()[1]

"""Words that are names wherever they stand, from a frozen table that ships with the package.

It has the stems that PolNeAR's training articles print with a capital inside sentences nine times in ten or more
(``python -m training.capitals`` makes it).
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files

TABLE = "capitals.txt.gz"


@cache
def capitalised() -> frozenset[str]:
    """The stems of words that have a capital wherever they stand: mostly of names."""
    return frozenset(gzip.decompress(files("indexer.compare").joinpath(TABLE).read_bytes()).decode("utf-8").split("\n"))

"""Which words are names wherever they stand, from a frozen table that ships with the package.

The table has the stems that PolNeAR's training articles write with a capital inside of sentences, nine times in ten
(``python -m training.capitals`` makes it again).
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files

TABLE = "capitals.txt.gz"


@cache
def capitalised() -> frozenset[str]:
    """The stems of words that have a capital anywhere: of names, above all."""
    return frozenset(gzip.decompress(files("indexer.compare").joinpath(TABLE).read_bytes()).decode("utf-8").split("\n"))

"""The keys of a wording, by which those worth comparing are found: pairs of its weightier words, as numbers."""

from __future__ import annotations

from hashlib import blake2b
from itertools import pairwise

from indexer.compare import Wording, fingerprint

WEIGHTY = 4.0
"""Weight from which on a word takes part in a key; lighter words stand in every eighteenth sentence or more often."""

MOST_KEYS = 400
"""Keys of a wording at most; of a longer one those of its beginning."""


def keys(wording: Wording) -> tuple[int, ...]:
    """The keys of a wording, numbers of 63 bits: one for all its words, and one for each two consecutive weighty stems.

    On PolNeAR's training articles a wording has nine, and shares them with three or four others; of the pairs that the
    judge is sure of, one in twelve shares none.
    """
    weighty = [stem for stem, weight in zip(wording.stems, wording.weights, strict=True) if weight >= WEIGHTY]
    pairs = dict.fromkeys(f"{one} {other}" for one, other in pairwise(weighty))
    return tuple(_number(key) for key in (fingerprint(wording), *list(pairs)[: MOST_KEYS - 1]))


def _number(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1

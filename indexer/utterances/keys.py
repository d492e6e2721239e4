"""What two wordings share that are worth comparing: pairs of their weightier words, as numbers to be looked up."""

from __future__ import annotations

from hashlib import blake2b
from itertools import pairwise

from indexer.compare import Wording, fingerprint

WEIGHTY = 4.0
"""Weight from which on a word takes part in a key: those below stand in every eighteenth sentence and oftener."""

MOST_KEYS = 400
"""Keys of a wording at most: those of its beginning."""


def keys(wording: Wording) -> tuple[int, ...]:
    """The keys of a wording: one of all its words, and one of each two weighty stems that follow one another, whatever
    stands between them. Each is a number of 63 bits.

    On PolNeAR's training articles a wording has nine, and meets three or four others by them; of the pairs that the
    judge is sure of, one in twelve is lost by looking no further.
    """
    weighty = [stem for stem, weight in zip(wording.stems, wording.weights, strict=True) if weight >= WEIGHTY]
    pairs = dict.fromkeys(f"{one} {other}" for one, other in pairwise(weighty))
    return tuple(_number(key) for key in (fingerprint(wording), *list(pairs)[: MOST_KEYS - 1]))


def _number(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1

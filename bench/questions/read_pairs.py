"""Pairs of wordings that were read one by one, because a check called the one a report of the other.

``bench.check`` takes a quote of an article that is not stored for one that the archive does not hold. It may be told
there all the same, in other words than six in a row: a poll's result, a statement that every paper reported. Whoever
reads what the table counts as false, and finds it right, notes the pair in ``read_pairs.txt`` by the fingerprints of
the two texts; one whose texts change is counted as false again.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from indexer.compare import fingerprint

FILE = Path(__file__).with_name("read_pairs.txt")


def is_one_utterance(query: str, stored: str) -> bool:
    """Whether somebody read both and found that the stored text reports what the other does."""
    return (fingerprint(query), fingerprint(stored)) in _pairs()


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" ", 2) for line in lines if line and not line.startswith("#"))
    return frozenset((one, other) for one, other, _ in pairs)

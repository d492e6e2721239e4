"""Letters misread by a machine: "n0t" is "not", "no w" is "now"."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

_LOOK_ALIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "5": "s", "8": "b", "h": "b", "e": "c", "u": "n"})

RUN_TOGETHER = 9
"""Letters of what differs from which on it may be the same words with other spaces: "hc'snot tbeone"."""

MOST_ALIKE = 0.85


def looks_like(one: str, other: str) -> bool:
    """Whether two words are one, but for letters that look alike."""
    return _seen(one) == _seen(other)


def is_misread(word: str, of: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a word that only one of two places has stands in the other with some letters misread or spaces moved.

    Args:
        word: one of ``of``.
        of, other: the words of the two places.
    """
    if any(looks_like(word, each) for each in other):
        return True
    mine, theirs = _seen("".join(of)), _seen("".join(other))
    if min(len(mine), len(theirs)) < RUN_TOGETHER or _seen(word) not in theirs:
        return False
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= MOST_ALIKE


def _seen(word: str) -> str:
    return word.replace("rn", "m").translate(_LOOK_ALIKE)

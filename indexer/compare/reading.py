"""Reads a wording with the language model: its word pieces with their states and weights."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indexer.compare.wording import Wording
from indexer.encoder import first, in_bytes, pieces, states

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Reading:
    """A wording as the language model reads it.

    Args:
        weights: [n], of each piece its share of its word's weight; 0 for punctuation and for words left out.
        states: [n, 384], of the last layer, each of length 1.
        sentence: [384], of the whole text, of length 1.
        meaning: the sentence's vector in bytes, as stores keep it.
    """

    weights: NDArray[np.float32]
    states: NDArray[np.float32]
    sentence: NDArray[np.float32]
    meaning: bytes


def reading(wording: Wording) -> Reading:
    """Read a wording, or the first 200 words or so of a longer one.

    Raises:
        EncoderUnavailable: see ``indexer.encoder.opened``.
    """
    import numpy as np

    known = first(pieces(wording.text))
    found = states(known)
    weights = np.zeros(len(known), dtype=np.float32)
    for word, weight in zip(wording.words, wording.weights, strict=True):
        start = end = bisect_left(known.starts, word.start)
        while end < len(known) and known.ends[end] <= word.end:
            end += 1
        if end > start:
            weights[start:end] += weight / (end - start)
    last = found.pieces
    lengths = np.maximum(np.linalg.norm(last, axis=1, keepdims=True), 1e-9)
    return Reading(weights, last / lengths, found.sentence, in_bytes(found))

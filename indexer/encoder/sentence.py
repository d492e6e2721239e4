"""One vector for a whole text, in 384 whole numbers: texts near in meaning have vectors in nearly one direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indexer.encoder.pieces import Pieces, pieces
from indexer.encoder.states import WIDTH, States, states

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_READ = 254
"""Pieces of a text that are read, about 200 words: the model was made for no more."""


def first(text: Pieces) -> Pieces:
    """As much of a text as is read."""
    return Pieces(text.ids[:MOST_READ], text.starts[:MOST_READ], text.ends[:MOST_READ])


def meaning(text: str) -> bytes:
    """The vector of a text as it is stored: 384 signed bytes, of which only the direction tells.

    Raises:
        EncoderUnavailable: see ``indexer.encoder.opened``.
    """
    return in_bytes(states(first(pieces(text))))


def in_bytes(of: States) -> bytes:
    """The vector of a text whose states are known, as ``meaning`` gives it."""
    import numpy as np

    scaled: NDArray[np.float32] = of.sentence * (127 / np.abs(of.sentence).max())
    return bytes(np.rint(scaled).astype(np.int8))


def direction(stored: bytes) -> NDArray[np.float32]:
    """Stored vectors one after the other as the rows of [n, 384], each of length one."""
    import numpy as np

    rows = np.frombuffer(stored, dtype=np.int8).reshape(-1, WIDTH).astype(np.float32)
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return rows

"""What the model makes of a text: a vector for each of its word pieces, as it stands in its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from indexer.encoder.pieces import CLS, SEP, Pieces
from indexer.encoder.session import opened
from indexer.encoder.vectors import embedded

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WIDTH = 384
"""Numbers of a vector, of a word piece and of a text."""

LAST = "layer6"
"""The graph's output that holds the states of its last layer."""
MOST_PIECES = 510
"""Pieces that the model reads at once, apart from [CLS] and [SEP]; it has no places for more."""


@dataclass(frozen=True, slots=True)
class States:
    """The states of n pieces.

    Args:
        pieces: [n, 384], the model's last layer, [CLS] and [SEP] left out.
        sentence: [384], the mean of that layer over all pieces, these two included, of length one.
    """

    pieces: NDArray[np.float32]
    sentence: NDArray[np.float32]


def states(text: Pieces) -> States:
    """What the model makes of a text of at most ``MOST_PIECES`` pieces; of a longer one, of its first.

    A text is always read by itself, so that the same text has the same states whatever is asked with it.

    Raises:
        EncoderUnavailable: see ``opened``.
    """
    import numpy as np

    words = embedded((CLS, *text.ids[:MOST_PIECES], SEP))[None]
    mask = np.ones(words.shape[:2], dtype=np.float32)
    last = opened(__package__, "meaning.onnx")({"words": words, "mask": mask}, LAST)[0][0]
    mean = last.mean(axis=0)
    return States(last[1:-1], mean / np.linalg.norm(mean))

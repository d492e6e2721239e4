"""The vectors of word pieces, before the model has read them in their sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def embedded(ids: Sequence[int]) -> NDArray[np.float32]:
    """The vectors of pieces.

    Args:
        ids: as ``pieces`` gives them, ``CLS`` and ``SEP`` where a graph wants them.

    Returns:
        [n, 384], the n of the ids.
    """
    import numpy as np

    rows, scales = _table()
    wanted = np.asarray(ids, dtype=np.int64)
    return rows[wanted].astype(np.float32) * scales[wanted, None]


@cache
def _table() -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """All vectors in eight bits, and what to multiply each by; processes share the memory of the file."""
    import numpy as np

    folder = files(__package__)
    with as_file(folder.joinpath("vectors.npy")) as rows, as_file(folder.joinpath("vector_scales.npy")) as scales:
        return np.load(rows, mmap_mode="r"), np.load(scales)

"""all-MiniLM-L6-v2 as its authors ship it, in PyTorch at full precision: what the learned extractor's speed is beside.

Needs the extra ``training``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from indexer.encoder import CLS, SEP, pieces
from indexer.model import Article

WINDOW = 254
"""Pieces of a window; with the model's own two, 256."""


def reader(step: int) -> Callable[[Article], Sequence[object]] | None:
    """Reads a whole article in windows of ``WINDOW`` pieces, on one thread; None where torch is not installed.

    Args:
        step: pieces from one window to the next: ``WINDOW`` without overlap, half of it for what is usual.
    """
    try:
        import torch
        from safetensors.torch import load_file

        from training.encoder import folder
        from training.encoder_torch import hidden_states
    except ModuleNotFoundError:
        return None
    torch.set_num_threads(1)
    tensors = load_file(folder() / "model.safetensors")

    def read(article: Article) -> Sequence[object]:
        ids = pieces(article.text).ids
        windows = [ids[first : first + WINDOW] for first in range(0, max(1, len(ids) - WINDOW + step), step)]
        return [hidden_states(tensors, torch.tensor([CLS, *window, SEP]), 6)[-1] for window in windows]

    return read

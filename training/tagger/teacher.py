"""A small network from a large one: what it begins with, and what it learns from it (Hinton et al. 2015)."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.tagger.network import HEAD_WIDTH, Network, Size

KEPT = {4: (0, 2, 3, 5), 5: (0, 1, 2, 3, 5), 6: (0, 1, 2, 3, 4, 5)}
"""The layers of six that a network of so many begins with."""
TAGS_SHARE, TIES_SHARE = 1.0, 0.5
"""What the teacher's tags and ties weigh beside the gold ones."""


class Teacher:
    """A trained network that says what it would answer."""

    def __init__(self, network: Network) -> None:
        self._network = network.eval()

    def loss(self, vectors: Tensor, features: Tensor, attended: Tensor, tags: Tensor, ties: Tensor) -> Tensor:
        """How far the answers of another network to the same windows are from its own.

        Args:
            vectors: [batch, n, WIDTH]; features: [batch, 3, n]; attended: [batch, n].
            tags: what the other answers, [batch, n, TAGS]; ties: [batch, n, len(PARTS) * ties.WIDTH].
        """
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            wanted_tags, wanted_ties = self._network(vectors, features, attended)
        have = functional.log_softmax(tags[attended].float(), dim=-1)
        want = functional.log_softmax(wanted_tags[attended].float(), dim=-1)
        away = functional.kl_div(have, want, reduction="batchmean", log_target=True)
        return TAGS_SHARE * away + TIES_SHARE * functional.mse_loss(
            ties[attended].float(), wanted_ties[attended].float()
        )


def smaller(teacher: Network, size: Size) -> Network:
    """A network with some layers of the teacher's, and in each the heads and inner units that weigh most."""
    found = Network(size)
    state = {name: value for name, value in teacher.state_dict().items() if not name.startswith("layers.")}
    for place, layer in enumerate(KEPT[size.layers]):
        chosen = _units(_heads(teacher.layers[layer].state_dict(), size.heads), size.inner)
        state |= {f"layers.{place}.{name}": value for name, value in chosen.items()}
    found.load_state_dict(state)
    return found


def _heads(layer: dict[str, Tensor], kept: int) -> dict[str, Tensor]:
    values = layer["attended.weight"].chunk(3)[2].unflatten(0, (-1, HEAD_WIDTH))
    joined = layer["joined.weight"].unflatten(1, (-1, HEAD_WIDTH))
    columns = _most(values.norm(dim=(1, 2)) * joined.norm(dim=(0, 2)), kept, HEAD_WIDTH)
    rows = torch.cat([columns + part * layer["joined.weight"].shape[1] for part in range(3)])
    return layer | {
        "attended.weight": layer["attended.weight"][rows],
        "attended.bias": layer["attended.bias"][rows],
        "joined.weight": layer["joined.weight"][:, columns],
    }


def _units(layer: dict[str, Tensor], kept: int) -> dict[str, Tensor]:
    units = _most(layer["widened.weight"].norm(dim=1) * layer["narrowed.weight"].norm(dim=0), kept, 1)
    return layer | {
        "widened.weight": layer["widened.weight"][units],
        "widened.bias": layer["widened.bias"][units],
        "narrowed.weight": layer["narrowed.weight"][:, units],
    }


def _most(weigh: Tensor, kept: int, width: int) -> Tensor:
    """The places of the heaviest, in order, where each takes ``width`` places."""
    chosen = weigh.topk(kept).indices.sort().values
    return (chosen[:, None] * width + torch.arange(width)).flatten()

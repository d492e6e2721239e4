"""What a trained network gives for windows, for a smaller one to learn from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random

import torch
from torch import Tensor

from training.tagger.data import Example, Gold, examples
from training.tagger.network import Network
from training.tagger.train import padded

BATCH = 16
"""Windows that the teacher reads at a time."""

PACKINGS = 2
"""Ways to cut the articles into windows: a teacher reads each once, and epochs take them in turn."""


def taught(teacher: Network, vectors: Tensor, golds: Sequence[Gold], packing: int) -> list[Example]:
    """The windows of one packing, each with what the teacher gives for it."""
    teacher.eval()
    random = Random(packing)
    found = sorted((each for gold in golds for each in examples(gold, random)), key=lambda each: len(each.tags))
    return [each for first in range(0, len(found), BATCH) for each in _taught(teacher, vectors, found[first:][:BATCH])]


def _taught(teacher: Network, vectors: Tensor, batch: Sequence[Example]) -> Iterator[Example]:
    inputs, attended = padded(batch)
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        tags, ties = teacher(vectors[inputs[:, 0]], inputs[:, 1:], attended)
    for row, example in enumerate(batch):
        length = len(example.tags)
        yield replace(example, taught=(tags[row, :length].half().numpy(), ties[row, :length].half().numpy()))


def smaller(teacher: Network, layers: Sequence[int], inner: int) -> Network:
    """A network with these layers of the teacher's, and in each the ``inner`` units that weigh most."""
    found = Network(len(layers), inner)
    state = {name: value for name, value in teacher.state_dict().items() if not name.startswith("layers.")}
    for place, layer in enumerate(layers):
        chosen = teacher.layers[layer].state_dict()
        weigh = chosen["widened.weight"].norm(dim=1) * chosen["narrowed.weight"].norm(dim=0)
        units = weigh.topk(inner).indices.sort().values
        chosen["widened.weight"] = chosen["widened.weight"][units]
        chosen["widened.bias"] = chosen["widened.bias"][units]
        chosen["narrowed.weight"] = chosen["narrowed.weight"][:, units]
        state |= {f"layers.{place}.{name}": value for name, value in chosen.items()}
    found.load_state_dict(state)
    return found

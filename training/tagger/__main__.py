"""Trains the tagger in two steps, a network of six layers and from it one of four; stopped, it goes on where it was.

    python -m training.tagger FOLDER [--threads N]

FOLDER keeps the checkpoints. ``python -m training.tagger.export FOLDER/small/epoch-N.pt`` then makes the files that
ship. Needs the extra ``training`` (pyproject.toml) and the gold articles in ``../shared`` (or ONRECORD_SHARED).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
import torch
from safetensors.torch import load_file
from torch import Tensor

from bench.corpus import SHARED
from indexer.encoder import embedded
from training.encoder import folder as encoder_folder
from training.tagger.data import Example, Gold, examples, read_gold
from training.tagger.network import Network
from training.tagger.teacher import PACKINGS, smaller, taught
from training.tagger.train import Schedule, latest, train

KEPT = (0, 2, 3, 5)
"""The layers of the large network that the small one begins with: four of six, and half of what each has inside, are
what five times the encoder's speed in PyTorch leaves room for (bench/speed.py)."""
INNER = 768
PIECES = 30_522


def main() -> None:
    """Train both, each in its folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    golds = list(read_gold(SHARED / "data" / "polnear-train.jsonl.gz"))
    vectors = torch.from_numpy(np.array(embedded(range(PIECES))))
    large = _large(golds, vectors, arguments.folder / "large")
    _small(large, golds, vectors, arguments.folder / "small")


def _large(golds: Sequence[Gold], vectors: Tensor, folder: Path) -> Network:
    schedule = Schedule(epochs=7, until=4)
    torch.manual_seed(schedule.seed)
    network = Network(6)
    network.load_encoder(load_file(encoder_folder() / "model.safetensors"))

    def windows(epoch: int) -> list[Example]:
        random = Random(schedule.seed + epoch)
        return [example for gold in golds for example in examples(gold, random)]

    train(network, vectors, windows, schedule, folder)
    print("the large network is trained", flush=True)
    return network


def _small(large: Network, golds: Sequence[Gold], vectors: Tensor, folder: Path) -> None:
    schedule = Schedule(epochs=5, until=5, rate=2e-4, head_rate=5e-4)
    if latest(folder) == schedule.until - 1:
        return
    packings = [taught(large, vectors, golds, number) for number in range(PACKINGS)]
    print("it has been heard", flush=True)
    torch.manual_seed(schedule.seed)
    train(smaller(large, KEPT, INNER), vectors, lambda epoch: packings[epoch % PACKINGS], schedule, folder)


if __name__ == "__main__":
    main()

"""Trains the tagger; stopped, it goes on where it was.

    python -m training.tagger FOLDER [--threads N]

FOLDER keeps a checkpoint of each epoch. ``python -m training.tagger.export FOLDER/epoch-6.pt`` then makes the files
that ship. Needs the extra ``training`` (pyproject.toml) and the gold articles in ``../shared`` (or ONRECORD_SHARED).
"""

from __future__ import annotations

import argparse
from pathlib import Path
from random import Random

import numpy as np
import torch
from safetensors.torch import load_file

from bench.corpus import SHARED
from indexer.encoder import embedded
from training.encoder import folder as encoder_folder
from training.tagger.data import Example, examples, read_gold
from training.tagger.network import Network
from training.tagger.train import Schedule, train

PIECES = 30_522
"""In the encoder's vocabulary."""


def main() -> None:
    """Train from the encoder on."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    golds = list(read_gold(SHARED / "data" / "polnear-train.jsonl.gz"))
    vectors = torch.from_numpy(np.array(embedded(range(PIECES))))
    schedule = Schedule()
    torch.manual_seed(schedule.seed)
    network = Network()
    network.load_encoder(load_file(encoder_folder() / "model.safetensors"))

    def windows(epoch: int) -> list[Example]:
        random = Random(schedule.seed + epoch)
        return [example for gold in golds for example in examples(gold, random)]

    train(network, vectors, windows, schedule, arguments.folder)


if __name__ == "__main__":
    main()

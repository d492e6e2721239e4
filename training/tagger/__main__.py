"""Trains the tagger in two steps, a large network and from it a small one; stopped, it goes on where it was.

    python -m training.tagger FOLDER [--threads N] [--seed N]

FOLDER keeps a checkpoint of each epoch; ``python -m training.tagger.export`` makes the files that ship of those at the
ends of the two cycles (training/tagger.md). Needs the extra ``training`` (pyproject.toml) and the gold articles, in the
folder that ONRECORD_SHARED names.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import torch
from safetensors.torch import load_file

from bench.gold.corpus import SHARED
from indexer.encoder import embedded
from training.encoder import folder as encoder_folder
from training.tagger.data import Example, examples, gold, read_annotated
from training.tagger.network import Network, Size
from training.tagger.teacher import Teacher, smaller
from training.tagger.train import Schedule, train

PIECES = 30_522
"""In the encoder's vocabulary."""
LEARNED = Schedule(epochs=7, rate=1.5e-4, head_rate=1e-3)
SMALL = Size(layers=6, heads=8, inner=768)
"""What five times the speed of the encoder in PyTorch leaves room for (bench/speed.py)."""
TAUGHT = Schedule(epochs=12, cycles=2, rate=1.5e-4, head_rate=3e-4, masked=0.1)


def main() -> None:
    """Train both, each in its folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=LEARNED.seed, help="another one tells how far two trainings differ")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    golds = list(map(gold, read_annotated(SHARED / "data" / "polnear-train.jsonl.gz")))
    vectors = torch.from_numpy(np.array(embedded(range(PIECES))))

    def windows(epoch: int) -> list[Example]:
        random = Random(arguments.seed + epoch)
        return [example for one in golds for example in examples(one, random)]

    torch.manual_seed(arguments.seed)
    large = Network()
    large.load_encoder(load_file(encoder_folder() / "model.safetensors"))
    train(large, vectors, windows, replace(LEARNED, seed=arguments.seed), arguments.folder / "large")
    small = smaller(large, SMALL)
    train(small, vectors, windows, replace(TAUGHT, seed=arguments.seed), arguments.folder / "small", Teacher(large))


if __name__ == "__main__":
    main()

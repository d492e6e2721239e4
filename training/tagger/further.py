"""Trains the tagger that ships further: python -m training.tagger.further FOLDER [--threads N] [--seed N] [--half]

It begins with the shipped weights, as they were rounded, and learns from gold articles, changed and as printed
(``training.tagger.made``), and from what the shipped network answers to them as printed. FOLDER keeps a checkpoint of
each epoch; stopped, it goes on with the last.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import numpy as np
import torch

from bench.gold.corpus import SHARED
from indexer.document import Document
from indexer.encoder import embedded
from indexer.model import Article
from training.tagger.__main__ import PIECES, SMALL
from training.tagger.answers import answers
from training.tagger.data import Example, examples, gold, read_annotated
from training.tagger.made import made
from training.tagger.network import Network
from training.tagger.shipped import shipped
from training.tagger.train import Schedule, train

FURTHER = Schedule(epochs=2, rate=1e-4, head_rate=2e-4, half=False)


def main() -> None:
    """Train it further."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=FURTHER.seed)
    parser.add_argument("--half", action="store_true", help="products in bfloat16, where the processor has it")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    articles = list(read_annotated(SHARED / "data" / "polnear-train.jsonl.gz"))
    known = {each.id: answers(Document(Article(each.id, each.text))) for each in articles}
    vectors = torch.from_numpy(np.array(embedded(range(PIECES))))

    @cache
    def windows(epoch: int) -> list[Example]:
        random = Random(arguments.seed + epoch)
        return [each for one in articles for each in examples(gold(made(one, random), known[one.id]), random)]

    network = Network(SMALL)
    network.load_state_dict(shipped())
    torch.manual_seed(arguments.seed)
    schedule = replace(FURTHER, seed=arguments.seed, half=arguments.half)
    train(network, vectors, windows, schedule, arguments.folder)


if __name__ == "__main__":
    main()

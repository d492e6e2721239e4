"""Divide the space of meanings into the regions by which ``indexer/store/sqlite`` keeps vectors.

    python -m training.regions            how many of the nearest quotes a search finds, by the regions that it reads
    python -m training.regions --write    and indexer/store/sqlite/regions.bin: the middle of each, 384 signed bytes

By k-means on the sphere, over the vectors of some contents of PolNeAR train; others are what is searched for among
the first. The same data gives the same file, on one machine. A store that was filled with other regions must be
rebuilt.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.questions.variants import contents
from indexer.encoder import direction, meaning

REGIONS = 256
TEXTS = 4_000
ASKED = 300
ROUNDS = 20
SEED = 20161108
NEAREST = 10
OUTPUT = Path(__file__).resolve().parents[1] / "indexer" / "store" / "sqlite" / "regions.bin"


def learn(rows: NDArray[np.float32], seed: int) -> NDArray[np.float32]:
    """The middles of the regions of these vectors, each of length one."""
    chance = np.random.default_rng(seed)
    centres = rows[chance.choice(len(rows), REGIONS, replace=False)]
    for _ in range(ROUNDS):
        nearest = (rows @ centres.T).argmax(axis=1)
        for number in range(REGIONS):
            mine = rows[nearest == number]
            # A region that nothing is left in begins again at the vector that is furthest from its own.
            middle = mine.sum(axis=0) if len(mine) else rows[(rows * centres[nearest]).sum(axis=1).argmin()]
            centres[number] = middle / np.linalg.norm(middle)
    return centres


def found(rows: NDArray[np.float32], asked: NDArray[np.float32], centres: NDArray[np.float32], probed: int) -> float:
    """The share of the nearest rows that stand in the regions that a search reads."""
    region = (rows @ centres.T).argmax(axis=1)
    read = np.argsort(-(asked @ centres.T), axis=1)[:, :probed]
    nearest = np.argsort(-(asked @ rows.T), axis=1)[:, :NEAREST]
    return float(np.mean([np.isin(region[each], mine).mean() for each, mine in zip(nearest, read, strict=True)]))


def main() -> None:
    """Learn, print what is found, and write when told."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"write {OUTPUT.name}")
    keep = parser.parse_args().write
    texts = sorted({each.text for each in contents("train") if len(each.text) > 40})
    chosen = random.Random(SEED).sample(texts, TEXTS + ASKED)
    rows = direction(b"".join(map(meaning, chosen)))
    rows, asked = rows[:TEXTS], rows[TEXTS:]
    centres = learn(rows, SEED)
    held = np.rint(centres * (127 / np.abs(centres).max(axis=1, keepdims=True))).astype(np.int8)
    for probed in (8, 16, 24, 32, 48):
        share = found(rows, asked, direction(held.tobytes()), probed)
        print(f"{probed:3} of {REGIONS} regions read: {100 * share:.1f} % of the {NEAREST} nearest of {TEXTS:,} found")
    if keep:
        OUTPUT.write_bytes(held.tobytes())


if __name__ == "__main__":
    main()

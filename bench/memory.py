"""Does indexing stream? Peak memory of `onrecord index`, its workers included, on ever more articles."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from bench.archives.indexing import index
from bench.gold.corpus import polnear

SIZES = {"learned": (1_000, 10_000), "rules": (1_000, 10_000)}
"""Articles by extractor: each ten times as many as before."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", help="sizes (by extractor: see SIZES)")
    parser.add_argument("--extractor", choices=sorted(SIZES), help="one alone (both)")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], help="processes that extract (1 2)")
    arguments = parser.parse_args()
    corpus = polnear("train")
    print(f"indexing into SQLite: {corpus.name}, repeated under new ids")
    for extractor in (arguments.extractor,) if arguments.extractor else SIZES:
        for workers in arguments.workers:
            for count in arguments.articles or SIZES[extractor]:
                with tempfile.TemporaryDirectory() as folder:
                    cost = index(corpus, count, Path(folder), extractor=extractor, workers=workers)
                speed = f"{count / cost.seconds:6.1f} articles/s"
                what = f"{extractor:8} {workers} workers {count:7,} articles"
                print(f"  {what}: peak {cost.peak / 1e6:6.0f} MB held, {speed}", flush=True)


if __name__ == "__main__":
    main()

"""Does indexing stream? Peak memory of `onrecord index` on ever more articles, each in a process of its own."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.corpus import Corpus, polnear

ONRECORD = (sys.executable, "-m", "service")


SIZES = {"learned": (100, 1_000), "rules": (1_000, 10_000)}
"""Articles by extractor: each ten times as many as before."""


def index(corpus: Corpus, count: int, extractor: str, folder: Path) -> tuple[int, float]:
    """Peak resident bytes and seconds of indexing ``count`` articles from one file into a fresh store."""
    path = folder / f"{count}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in corpus.repeated(count))
    command = [*ONRECORD, "--store", f"sqlite:///{folder}/{count}.db", "index", str(path), "--extractor", extractor]
    start = time.perf_counter()
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        print((folder / "log").read_text(), file=sys.stderr)
    if process.returncode > 1:
        raise SystemExit(f"onrecord index ended with {process.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_maxrss * unit, time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", help="sizes (by extractor: see SIZES)")
    parser.add_argument("--extractor", choices=sorted(SIZES), help="one alone (both)")
    arguments = parser.parse_args()
    corpus = polnear("train")
    print(f"indexing into SQLite: {corpus.name}, repeated under new ids")
    for extractor in (arguments.extractor,) if arguments.extractor else SIZES:
        for count in arguments.articles or SIZES[extractor]:
            with tempfile.TemporaryDirectory() as folder:
                peak, taken = index(corpus, count, extractor, Path(folder))
            speed = f"{count / taken:6.1f} articles/s"
            print(f"  {extractor:8} {count:7,} articles: peak {peak / 1e6:6.0f} MB resident, {speed}", flush=True)


if __name__ == "__main__":
    main()

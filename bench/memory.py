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


def index(corpus: Corpus, count: int, folder: Path) -> tuple[int, float]:
    """Peak resident bytes and seconds of indexing ``count`` articles from one file into a fresh store."""
    path = folder / f"{count}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in corpus.repeated(count))
    command = [*ONRECORD, "--store", f"sqlite:///{folder}/{count}.db", "index", str(path)]
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
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000], help="sizes (1000 10000)")
    arguments = parser.parse_args()
    corpus = polnear("train")
    print(f"indexing into SQLite: {corpus.name}, repeated under new ids")
    for count in arguments.articles:
        with tempfile.TemporaryDirectory() as folder:
            peak, taken = index(corpus, count, Path(folder))
        print(f"  {count:7,} articles: peak {peak / 1e6:6.0f} MB resident, {count / taken:6.1f} articles/s", flush=True)


if __name__ == "__main__":
    main()

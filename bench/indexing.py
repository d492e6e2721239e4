"""`onrecord index` as a process of its own: how long it takes, and how much memory it and its workers hold."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import Corpus

ONRECORD = (sys.executable, "-m", "service")

EVERY = 0.25
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What indexing cost.

    Args:
        seconds: from the start of the command to its end.
        peak: bytes that the process and its workers held at most, memory that they share counted once.
    """

    seconds: float
    peak: int


def index(corpus: Corpus, count: int, folder: Path, *, extractor: str, workers: int) -> Indexed:
    """Index ``count`` articles of a corpus from one file into a fresh SQLite store."""
    name = f"{count}-{extractor}-{workers}"
    path = folder / f"{name}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in corpus.repeated(count))
    command = [*ONRECORD, "--store", f"sqlite:///{folder}/{name}.db", "index", str(path), "--no-utterances"]
    options = ["--extractor", extractor, "--workers", str(workers)]
    start = time.perf_counter()
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [*command, *options], stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
        )
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(held(pid) for pid in group(process.pid)))
        with suppress(subprocess.TimeoutExpired):
            process.wait(EVERY)
    code, seconds = process.returncode, time.perf_counter() - start
    for stored in folder.glob(f"{name}.*"):
        stored.unlink()
    if code:
        print((folder / "log").read_text(), file=sys.stderr)
    if code > 1:
        raise SystemExit(f"onrecord index ended with {code}")
    return Indexed(seconds, peak)


def group(leader: int) -> Iterator[int]:
    """The processes of a group, where the system tells; else only its leader."""
    if not Path("/proc/self/stat").exists():
        yield leader
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            if int(stat.read_text().rpartition(")")[2].split()[2]) == leader:
                yield int(stat.parent.name)


def held(pid: int) -> int:
    """Bytes that a process holds, its share of what it shares with others; 0 where the system does not tell."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0

"""`onrecord index` in a process of its own: the time, processor time and memory that it and its workers take."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bench.gold.corpus import Corpus

ONRECORD = (sys.executable, "-m", "service")

EVERY = 0.25
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What indexing cost.

    Args:
        seconds: from the start of the command to its end.
        processor: seconds of processor time of the process and its workers.
        peak: most bytes that they held, memory that they share counted once.
    """

    seconds: float
    processor: float
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
    peak, processor = 0, dict[int, float]()
    while process.poll() is None:
        pids = list(group(process.pid))
        peak = max(peak, sum(held(pid) for pid in pids))
        processor |= {pid: seconds for pid in pids if (seconds := used(pid))}
        with suppress(subprocess.TimeoutExpired):
            process.wait(EVERY)
    code, seconds = process.returncode, time.perf_counter() - start
    for stored in folder.glob(f"{name}.*"):
        stored.unlink()
    if code:
        print((folder / "log").read_text(), file=sys.stderr)
    if code > 1:
        raise SystemExit(f"onrecord index ended with {code}")
    return Indexed(seconds, sum(processor.values()), peak)


def group(leader: int) -> Iterator[int]:
    """The processes of a group; none where the system does not tell."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            if int(_stat(stat)[2]) == leader:
                yield int(stat.parent.name)


def used(pid: int) -> float:
    """Seconds of processor time that a process has taken; 0 if it has ended."""
    with suppress(OSError):
        fields = _stat(Path(f"/proc/{pid}/stat"))
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return 0.0


def _stat(path: Path) -> list[str]:
    """The fields of a process after its name, which may contain anything."""
    return path.read_text().rpartition(")")[2].split()


def held(pid: int) -> int:
    """Bytes that a process holds, with its share of what it shares with others; 0 if it has ended."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0

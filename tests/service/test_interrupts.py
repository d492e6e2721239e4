"""Ctrl-C, SIGTERM and a killed run: what is said, how soon it ends, and that no process is left."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from indexer.pipeline import DROPPED
from indexer.store import open_store
from service.cli import console

TESTS = Path(__file__).resolve().parents[1]

MISBEHAVING = """
from indexer.extract import EXTRACTORS
from misbehaving import extract
from service.cli import main

EXTRACTORS["rules"] = extract
main()
"""
"""The command, whose ``rules`` do what a text says."""

STARTING = """
from pathlib import Path
from service.cli import main

Path("begun").touch()
main()
"""
"""The command, which shows when it begins to load."""

SOON = 5.0
"""Seconds in which a run that is told to end must have ended, on a machine that is busy with other tests."""

STORED = re.compile(
    r"onrecord: stopped - articles stored: (\d+), with (\d+) quotes; "
    r"(?:the (\d+) read after them may not be, )?all others are not\. Run the same command again: .*\n"
)


class Run:
    """The command as the leader of a process group of its own, as a shell starts it."""

    def __init__(self, folder: Path, *arguments: str, program: str = MISBEHAVING) -> None:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
        self._out = folder / "out"
        with self._out.open("wb") as out:
            self._process = subprocess.Popen(
                [sys.executable, "-c", program, *arguments],
                cwd=folder,
                env={**kept, "PYTHONPATH": f"{TESTS.parent}{os.pathsep}{TESTS}"},
                stdout=out,
                stderr=subprocess.PIPE,
                text=True,
                start_new_session=True,
            )
        self.pid = self._process.pid

    def told(self, number: signal.Signals, *, all_of_it: bool) -> tuple[int, str, str]:
        """Send a signal, as Ctrl-C to the whole group; gives exit code and what was printed."""
        start = time.monotonic()
        (os.killpg if all_of_it else os.kill)(self.pid, number)
        _, said = self._process.communicate(timeout=60)
        assert time.monotonic() - start < SOON
        return self._process.returncode, self._out.read_text(encoding="utf-8"), said

    def left(self) -> list[int]:
        """The processes of the group that are there still."""
        found = []
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                state, _, group = stat.read_text().rpartition(")")[2].split()[:3]
                if int(group) == self.pid and state != "Z":
                    found.append(int(stat.parent.name))
        return found

    def until_all_are_gone(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while left := self.left():
            assert time.monotonic() < deadline, left
            time.sleep(0.05)

    def end(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        self._process.communicate(timeout=60)


@pytest.fixture
def started(tmp_path: Path) -> Iterator[list[Run]]:
    runs: list[Run] = []
    yield runs
    for run in runs:
        run.end()


def articles(folder: Path, before: int, last: str) -> Path:
    texts = [*["The pier holds."] * before, last, *["The dam holds."] * 50]
    path = folder / "articles.jsonl"
    path.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts)))
    return path


def begun(folder: Path) -> None:
    """Wait until the run says that it has come so far."""
    deadline = time.monotonic() + 60
    while not (folder / "begun").exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    (folder / "begun").unlink()


@pytest.fixture(params=["1", "2"])
def hanging(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, ...]:
    """The options of a run that comes to an article that never ends, after 450 others."""
    articles(tmp_path, 450, "please announce")
    return "articles.jsonl", "--extractor", "rules", "--workers", request.param, "--deadline", "600"


@pytest.mark.parametrize(
    ("number", "all_of_it", "code"),
    [(signal.SIGINT, True, console.INTERRUPTED), (signal.SIGTERM, False, console.TERMINATED)],
)
def test_a_run_that_is_told_to_end_says_what_is_stored(
    tmp_path: Path, started: list[Run], hanging: tuple[str, ...], number: signal.Signals, all_of_it: bool, code: int
) -> None:
    started.append(run := Run(tmp_path, "index", *hanging))
    begun(tmp_path)
    ended, out, said = run.told(number, all_of_it=all_of_it)
    run.until_all_are_gone(SOON)
    assert ended == code, said
    match = STORED.fullmatch(said)
    assert match, said
    stored, quotes, unsure = int(match[1]), int(match[2]), int(match[3] or 0)
    assert quotes == 2 * stored
    assert f" articles read: {stored} added, 0 changed, 0 unchanged; {quotes} quotes\n" in out
    with open_store(f"sqlite:///{tmp_path}/onrecord.db") as store:
        assert stored <= store.counts().articles <= stored + unsure
        before = store.counts()
    started.append(again := Run(tmp_path, "rebuild", *hanging))
    begun(tmp_path)
    ended, out, said = again.told(number, all_of_it=all_of_it)
    again.until_all_are_gone(SOON)
    assert ended == code, said
    assert said == f"onrecord: stopped - {DROPPED}\n"
    with open_store(f"sqlite:///{tmp_path}/onrecord.db") as store:
        assert store.counts() == before


def test_an_extraction_that_is_told_to_end_leaves_what_it_has_printed(
    tmp_path: Path, started: list[Run], hanging: tuple[str, ...]
) -> None:
    started.append(run := Run(tmp_path, "extract", *hanging, "--format", "jsonl"))
    begun(tmp_path)
    code, out, said = run.told(signal.SIGINT, all_of_it=True)
    run.until_all_are_gone(SOON)
    assert (code, said) == (console.INTERRUPTED, "onrecord: stopped\n")
    assert all(json.loads(line)["quotes"] for line in out.splitlines())


@pytest.mark.parametrize("after", [0.01, 0.2, 0.4, 0.6, 0.8, 1.0, 1.5, 2.0])
def test_ctrl_c_while_it_starts_shows_no_traceback(tmp_path: Path, started: list[Run], after: float) -> None:
    articles(tmp_path, 2_000, "The mill holds.")
    started.append(run := Run(tmp_path, "index", "articles.jsonl", "--workers", "2", program=STARTING))
    begun(tmp_path)
    time.sleep(after)
    code, _, said = run.told(signal.SIGINT, all_of_it=True)
    assert code in (console.DONE, console.INTERRUPTED, -signal.SIGINT), said
    assert "Traceback" not in said
    run.until_all_are_gone(SOON)


def test_a_run_that_is_killed_leaves_no_process_behind(tmp_path: Path, started: list[Run]) -> None:
    articles(tmp_path, 0, "please announce")
    run = Run(tmp_path, "index", "articles.jsonl", "--extractor", "rules", "--workers", "2", "--deadline", "3")
    started.append(run)
    begun(tmp_path)
    assert run.told(signal.SIGKILL, all_of_it=False)[0] == -signal.SIGKILL
    run.until_all_are_gone(3 + SOON)

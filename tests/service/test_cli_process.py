"""The command as a process of its own: its encoding, its pipes, its signals, and the service that it starts."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from serving import clean_environment, serving

from service.cli import console

MILL = "The mill is closed.\n\n“Nobody eats bread any more,” said Ida Brandt.\n"


@pytest.fixture
def environment() -> dict[str, str]:
    return clean_environment()


def process(
    *arguments: str, environment: dict[str, str], folder: Path, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "service", *arguments],
        cwd=folder,
        env=environment,
        input=stdin,
        capture_output=True,
        timeout=60,
    )


def test_as_a_process_in_a_terminal_without_unicode(tmp_path: Path, environment: dict[str, str]) -> None:
    done = process(
        "extract", "-", environment={**environment, "PYTHONIOENCODING": "ascii"}, folder=tmp_path, stdin=MILL.encode()
    )
    assert done.returncode == 0, done.stderr
    assert b"Nobody eats bread any more" in done.stdout
    assert done.stderr == b""


def test_a_reader_that_has_seen_enough_is_no_failure(tmp_path: Path, environment: dict[str, str]) -> None:
    lines = "".join(json.dumps({"id": str(n), "text": MILL}) + "\n" for n in range(400))
    (tmp_path / "many.jsonl").write_text(lines)
    with subprocess.Popen(
        [sys.executable, "-m", "service", "extract", "many.jsonl"],
        cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as running:  # fmt: skip
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read()
        assert running.wait(timeout=60) == 0
    assert said == b""


@pytest.fixture
def indexed(tmp_path: Path, environment: dict[str, str]) -> Path:
    assert process("index", "-", environment=environment, folder=tmp_path, stdin=MILL.encode()).returncode == 0
    return tmp_path


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("extract mill.txt > /dev/full", console.WRONG_USE, "the output cannot be written: No space left on device"),
        ("extract mill.txt >&-", console.DONE, ""),
        ("extract - <&-", console.REFUSED, "-: unreadable: standard input is closed"),
        ("check --list - <&-", console.WRONG_USE, "--list: standard input is closed"),
    ],
)
def test_streams_that_are_full_or_closed(
    indexed: Path, environment: dict[str, str], command: str, code: int, said: str
) -> None:
    (indexed / "mill.txt").write_text(MILL)
    line = f"{sys.executable} -m service {command}"
    done = subprocess.run(["sh", "-c", line], cwd=indexed, env=environment, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr.decode()) == (code, f"onrecord: {said}\n" if said else "")


def test_serve_prints_two_urls_that_answer_and_names_a_port_in_use(indexed: Path, environment: dict[str, str]) -> None:
    with serving(indexed) as service:
        urls = [word for word in service.said.split() if word.startswith("http://")]
        assert len(urls) == 2
        for url in urls:
            with urllib.request.urlopen(url, timeout=20) as answer:
                assert answer.status == 200
        second = process("serve", "--port", str(service.port), environment=environment, folder=indexed)
    assert second.returncode == console.WRONG_USE
    assert str(service.port) in second.stderr.decode()


def heeds_ctrl_c() -> None:
    """What a shell runs in the background ignores Ctrl-C, and so would all that it starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_ctrl_c_ends_it_politely(tmp_path: Path, environment: dict[str, str]) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "service", "index", "-"],
        cwd=tmp_path, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=heeds_ctrl_c,
    )  # fmt: skip
    with running:
        deadline = time.monotonic() + 30
        while not (tmp_path / "onrecord.db").exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        time.sleep(0.3)
        running.send_signal(signal.SIGINT)
        assert running.stderr is not None
        said = running.stderr.read()
        assert running.wait(timeout=30) == console.INTERRUPTED
    assert said.startswith("onrecord: stopped - articles stored: 0, with 0 quotes; all others are not. Run")

"""Graphs are opened once, late, and in a way that forks and threads survive; what fails says what to do."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from indexer.encoder import opened, pieces, session, states
from indexer.errors import EncoderUnavailable

FORKED = """
import os, sys, warnings
warnings.simplefilter("ignore")
from indexer.encoder import pieces, states
text = pieces("The mayor of Split has resigned")
before = states(text).sentence
child = os.fork()
if child == 0:
    os._exit(0 if (states(text).sentence == before).all() else 1)
_, status = os.waitpid(child, 0)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def test_importing_loads_no_model() -> None:
    code = (
        "import sys, indexer.pipeline, indexer.check, indexer.encoder, service.cli;"
        "sys.exit('onnxruntime' in sys.modules or 'tokenizers' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0


def test_a_forked_process_reads_alike() -> None:
    assert subprocess.run([sys.executable, "-c", FORKED], check=False, timeout=60).returncode == 0


def test_threads_share_one_graph() -> None:
    texts = [pieces(f"Route {number} is closed for the fair") for number in range(12)]
    alone = [states(text).sentence for text in texts]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda text: states(text).sentence, texts))
    assert all((one == other).all() for one, other in zip(alone, together, strict=True))
    assert opened("indexer.encoder", "meaning.onnx") is opened("indexer.encoder", "meaning.onnx")


def missing(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)


def without_file(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(session, "files", lambda package: folder)


def with_broken_file(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    (folder / "meaning.onnx").write_bytes(b"no graph")
    monkeypatch.setattr(session, "files", lambda package: folder)


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (missing, "onnxruntime cannot be loaded.*pip install"),
        (without_file, "meaning.onnx of indexer.encoder cannot be read; install onrecord again"),
        (with_broken_file, "meaning.onnx of indexer.encoder cannot be opened by onnxruntime [0-9.]+"),
    ],
)
def test_what_cannot_be_opened_says_what_to_do(
    broken: Callable[[pytest.MonkeyPatch, Path], None], told: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(session, "_opened", session._Opened())
    broken(monkeypatch, tmp_path)
    with pytest.raises(EncoderUnavailable, match=told):
        opened("indexer.encoder", "meaning.onnx")


def test_what_cannot_be_run_says_so() -> None:
    run = opened("indexer.encoder", "meaning.onnx")
    with pytest.raises(EncoderUnavailable, match="could not be run"):
        run({"words": np.zeros((1, 2, 3), dtype=np.float32)}, "layer6")

"""Where onnxruntime is not installed, rules extract, and the learned extractor says what to do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

WITHOUT = (
    "import sys; sys.modules['onnxruntime'] = None; from service.cli import main; sys.argv[0] = 'onrecord'; main()"
)
TEXT = "“The pier will hold,” said Bo Lind, the harbour master."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "pier.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def onrecord(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    root = str(Path(__file__).resolve().parents[3])
    code = f"import sys; sys.path.insert(0, {root!r}); {WITHOUT}"
    return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, cwd=folder)


def test_rules_need_none(article: Path) -> None:
    done = onrecord("extract", str(article), "--extractor", "rules", folder=article.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert "The pier will hold" in done.stdout


@pytest.mark.parametrize("command", ["extract", "index"])
def test_the_learned_one_says_what_to_do(command: str, article: Path) -> None:
    done = onrecord(command, str(article), folder=article.parent)
    assert done.returncode == 2
    assert "onnxruntime" in done.stderr
    assert "--extractor rules" in done.stderr
    assert "Traceback" not in done.stderr

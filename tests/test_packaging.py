"""What is built for users holds everything that the program reads at run time."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("indexer", "service", "mappings", "onrecord")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        return frozenset(archive.namelist())


def test_every_file_of_the_packages_is_inside(wheel: frozenset[str]) -> None:
    there = {
        str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert there <= wheel


@pytest.mark.parametrize(
    "name",
    [
        "indexer/encoder/meaning.onnx",
        "indexer/encoder/tokenizer.json",
        "indexer/encoder/vector_scales.npy",
        "indexer/encoder/vectors.npy",
        "indexer/py.typed",
        "indexer/english/verbs.tsv",
        "mappings/articles.json",
        "mappings/quotes.json",
        "mappings/quotes.sql",
        "mappings/state.json",
        "onrecord/py.typed",
        "service/py.typed",
        "service/static/style.css",
        "service/templates/search.html",
    ],
)
def test_data_that_the_program_reads_is_inside(wheel: frozenset[str], name: str) -> None:
    assert name in wheel


def test_nothing_else_is_inside(wheel: frozenset[str]) -> None:
    tops = {name.split("/")[0] for name in wheel}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)


def test_the_version_is_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"## {project['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"image: onrecord:{project['version']}" in (ROOT / "docker-compose.yml").read_text(encoding="utf-8")

"""What Python code gets from ``import onrecord``, and that the pages which show it tell the truth."""

from __future__ import annotations

import csv
import io
import os
import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

import onrecord
from indexer.errors import Invalid
from indexer.model import Article

ROOT = Path(__file__).parents[1]
TEXT = "“The ferry sails at noon,” Ada Lund said on Monday. She denied that it would be late."


def blocks(page: str) -> list[tuple[str, str]]:
    """The Python blocks of a page, each with the printed text that follows it, or "" without one."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(r"```python\n(.*?)```(?:\n\n```text\n(.*?)```)?", text, re.DOTALL)


def printed(code: str, folder: Path) -> str:
    (folder / "samples").symlink_to(ROOT / "samples")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_the_page_prints_what_it_shows(tmp_path: Path) -> None:
    shown = blocks("docs/python.md")
    assert len(shown) >= 6
    code = "\nprint('=' * 9)\n".join(code for code, _ in shown)
    got = printed(code, tmp_path).replace(str(tmp_path), "…").split("=" * 9 + "\n")
    assert [each.rstrip("\n") for each in got] == [text.rstrip("\n") for _, text in shown]


def test_the_readme_shows_six_lines_that_run(tmp_path: Path) -> None:
    ((code, _),) = blocks("README.md")
    assert len([line for line in code.split("\n") if line and not line.startswith("import")]) == 6
    answer = printed(code, tmp_path)
    assert answer.startswith("  Ada Lund  [direct, said 2026-03-09]\n    “The ferry sails at noon,”\n")


def test_importing_it_loads_nothing() -> None:
    code = "import sys, onrecord; print(*sorted({'indexer', 'service', 'numpy', 'onnxruntime'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True).stdout == "\n"


@pytest.mark.parametrize("name", onrecord.__all__)
def test_every_name_is_there_and_documented(name: str) -> None:
    value = getattr(onrecord, name)
    assert name == "__version__" or (value.__doc__ or "").strip()


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'quotes_of'"):
        onrecord.__getattr__("quotes_of")


@pytest.mark.parametrize("day", ["2026-03-12", "2026-03-12T18:30", date(2026, 3, 12), datetime(2026, 3, 12, 18, 30)])
@pytest.mark.parametrize("article", [TEXT, Article(id="a", text=TEXT)])
def test_dates_and_articles_may_be_strings(day: onrecord.articles.Day, article: str | Article) -> None:
    quotes = onrecord.extract(article, published=day, extractor="rules")
    assert [(quote.speaker.name, str(quote.stance)) for quote in quotes] == [
        ("Ada Lund", "asserted"),
        ("Ada Lund", "denied"),
    ]
    assert quotes.to_dicts()[0]["said_from"] == "2026-03-09"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"published": "12/03/2026 or so"}, "published"),
        ({"extractor": "guesses"}, "extractor"),
        ({"article": " \n"}, "article"),
    ],
)
def test_what_cannot_be_read_is_named(given: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as caught:
        onrecord.extract(**{"article": TEXT, **given})
    assert caught.value.field == field


def test_rows_make_a_table() -> None:
    rows = onrecord.extract(TEXT, published="2026-03-12", url="https://gazette.example/1", extractor="rules").to_dicts()
    table = io.StringIO()
    writer = csv.DictWriter(table, fieldnames=list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    read = list(csv.DictReader(io.StringIO(table.getvalue())))
    assert [(row["speaker"], row["url"], TEXT[int(row["start"]) : int(row["end"])]) for row in read] == [
        ("Ada Lund", "https://gazette.example/1", "“The ferry sails at noon,”"),
        ("Ada Lund", "https://gazette.example/1", "that it would be late"),
    ]


def test_a_text_without_quotes_says_so() -> None:
    assert str(onrecord.extract("The ferry sails at noon.", extractor="rules")) == "  no quotes"


@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_not_stored_is_told(tmp_path: Path, workers: int) -> None:
    (tmp_path / "ferry.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    refused: list[tuple[str, str]] = []
    with onrecord.open_store(f"sqlite:///{tmp_path}/archive.db", create=True) as store:
        report = onrecord.index(
            tmp_path,
            store,
            workers=workers,
            deadline=60,
            rejects=lambda reject: refused.append((Path(reject.path).name, reject.reason)),
        )
    assert (report.added, report.refused) == (1, 1)
    assert refused == [("empty.txt", "empty")]

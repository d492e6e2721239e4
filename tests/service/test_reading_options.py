"""Options for reading: what a field is, which number is the day, a run that stores nothing; and the schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import run

from service.cli import console

ROW = {"body": "“Half a loaf feeds nobody,” said Maren Oster.", "when": "03/10/2026", "likes": 4}


@pytest.fixture
def rows(here: Path) -> Path:
    path = here / "rows.jsonl"
    path.write_text(json.dumps({**ROW, "id": "a"}) + "\n" + json.dumps({**ROW, "id": "b"}) + "\n", encoding="utf-8")
    return path


def test_unknown_fields_are_named_once_with_their_count(rows: Path) -> None:
    said = run("index", str(rows)).stderr
    assert said.count("likes (2)") == 1
    assert "when (2)" in said
    assert "2 undated, 2 without an outlet" in said


def test_a_field_is_told_and_its_day_too(rows: Path) -> None:
    said = run("index", str(rows), "--map", "when=published").stderr
    assert "2 articles: published: a date such as … can be read in two ways; give --day-first or --month-first" in said
    assert "undated" not in run("index", str(rows), "--map", "when=published", "--day-first").stderr
    status = run("status").stdout
    assert "undated   0 of the articles; 2 without an outlet" in status
    assert "readers   json 2" in status
    assert "languages en 2" in status
    assert "extracted learned 2" in status


@pytest.mark.parametrize("pair", ["when", "when=", "=published", "when=date"])
def test_a_pair_that_is_none_is_refused(rows: Path, pair: str) -> None:
    assert "--map" in run("index", str(rows), "--map", pair, code=console.WRONG_USE).stderr


def test_a_dry_run_stores_nothing(rows: Path) -> None:
    shown = run("index", "--dry-run", str(rows), "missing.txt", code=console.REFUSED).stdout
    assert "2 articles would be read, 1 refused; nothing is stored" in shown
    assert "languages: en 2" in shown
    assert "refused: missing 1" in shown
    assert not (rows.parent / "onrecord.db").exists()


def test_the_schema_is_printed() -> None:
    schema = json.loads(run("schema").stdout)
    assert "datePublished" in schema["properties"]["published"]["description"]

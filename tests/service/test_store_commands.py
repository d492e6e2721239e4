"""What looks after a store: its status, deleting, rebuilding, and the switch for meaning."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import MILL, hits, run

from service.cli import console


def test_delete_removes_and_names_what_was_not_there(indexed: Path) -> None:
    result = run("delete", "mill", "nowhere", code=console.REFUSED)
    assert result.stdout == "deleted mill\n"
    assert "nowhere" in result.stderr
    assert hits("search", "bread") == []


def test_status_counts(indexed: Path) -> None:
    out = run("status").stdout
    assert "store     sqlite:///onrecord.db" in out
    assert "articles  2" in out
    assert "quotes    3" in out
    assert "dates     2026-06-02 to 2026-06-06" in out


def test_rebuild_from_what_is_stored_and_from_paths(indexed: Path) -> None:
    assert run("rebuild").stdout.startswith("2 articles read: 2 added")
    (indexed / "mill.txt").write_text(MILL)
    assert run("rebuild", "mill.txt").stdout.startswith("1 article read: 1 added")
    assert "articles  1" in run("status").stdout


def test_a_store_is_made_semantic_and_stays_so(indexed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "meaning   off" in run("status").stdout
    run("rebuild", "--semantic")
    assert "meaning   on, 3 of the quotes have a vector" in run("status").stdout
    (indexed / "dam.txt").write_text("“The dam is as old as my aunt,” said Bo Lind.\n")
    run("index", "dam.txt")
    assert "meaning   on, 4 of the quotes have a vector" in run("status").stdout
    run("rebuild", "--no-semantic")
    assert "meaning   off" in run("status").stdout
    monkeypatch.setenv("ONRECORD_SEMANTIC", "1")
    run("index", "dam.txt")
    assert "meaning   on, 0 of" in run("status").stdout


def test_a_day_that_is_none_leaves_no_store_behind(here: Path) -> None:
    assert "--published" in run("index", "articles.jsonl", "--published", "next week", code=console.WRONG_USE).stderr
    assert not (here / "onrecord.db").exists()


@pytest.mark.parametrize(("value", "shown"), [("on", "on,"), ("NO", "off"), ("Yes", "on,")])
def test_meaning_is_switched_by_the_environment(
    indexed: Path, monkeypatch: pytest.MonkeyPatch, value: str, shown: str
) -> None:
    monkeypatch.setenv("ONRECORD_SEMANTIC", value)
    run("index", "articles.jsonl")
    assert f"meaning   {shown}" in run("status").stdout


def test_a_switch_that_is_neither_on_nor_off_is_refused(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_SEMANTIC", "perhaps")
    said = run("status", code=console.WRONG_USE).stderr
    assert said == "onrecord: ONRECORD_SEMANTIC: is 'perhaps'; set it to one of 1, yes, true, on, 0, no, false, off\n"

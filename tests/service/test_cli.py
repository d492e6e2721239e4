"""The command ``onrecord``: results on stdout, all else on stderr, and exit codes that can be relied on."""

from __future__ import annotations

import json
import socket
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from command import MILL, PIER, hits, run

from indexer import pipeline
from indexer.errors import StoreUnavailable
from indexer.extract.dates import said_text
from indexer.model import Precision, Said, Span
from indexer.query import StoredArticle
from indexer.store.base import Written
from indexer.store.sqlite import SqliteStore
from service.cli import console

# --- index ----------------------------------------------------------------------------------------


def test_index_makes_a_store_and_says_what_it_did(here: Path) -> None:
    result = run("index", "articles.jsonl")
    assert result.stdout == "2 articles read: 2 added, 0 changed, 0 unchanged; 3 quotes\n"
    assert result.stderr == ""
    assert (here / "onrecord.db").exists()
    assert not (here / "onrecord.db.rejects.jsonl").exists()
    assert run("index", "articles.jsonl").stdout.startswith("2 articles read: 0 added, 0 changed, 2 unchanged")


def test_index_refuses_some_and_stores_the_rest(here: Path) -> None:
    (here / "empty.txt").touch()
    result = run("index", "articles.jsonl", "empty.txt", "none.txt", code=console.REFUSED)
    assert result.stdout.splitlines()[1] == "2 refused: 1 empty, 1 missing"
    assert "onrecord.db.rejects.jsonl" in result.stderr
    rejects = [json.loads(line) for line in (here / "onrecord.db.rejects.jsonl").read_text().splitlines()]
    assert [(reject["path"], reject["reason"]) for reject in rejects] == [
        ("empty.txt", "empty"),
        ("none.txt", "missing"),
    ]
    assert set(rejects[0]) == {"path", "line", "id", "reason", "detail"}
    assert "articles  2" in run("status").stdout


def test_index_reads_standard_input(here: Path) -> None:
    run("index", "-", "--outlet", "Brae Post", "--published", "2026-06-05", stdin=MILL)
    (hit,) = hits("search", "bread")
    assert (hit["outlet"], hit["published"]["value"], hit["published"]["basis"]) == ("Brae Post", "2026-06-05", "given")


def test_rejects_go_where_they_are_told_to(here: Path) -> None:
    run("index", "none.txt", "--rejects", "refused.jsonl", code=console.REFUSED)
    assert (here / "refused.jsonl").exists()


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["index"], "PATHS"),
        (["index", "articles.jsonl", "--published", "03/04/2026"], "--published"),
        (["index", "articles.jsonl", "--rejects", "articles.jsonl"], "--rejects"),
        (["index", "articles.jsonl", "--extractor", "magic"], "--extractor"),
        (["--store", "floppy:a", "index", "articles.jsonl"], "--store"),
        (["extract"], "PATHS"),
        (["extract", "articles.jsonl", "--published", "soon"], "--published"),
        (["search"], "QUERY"),
        (["search", '"never closed'], "QUERY"),
        (["search", "pier", "--said-from", "soon"], "--said-from"),
        (["search", "pier", "--size", "1000"], "--size"),
        (["search", "pier", "--size", "0"], "--size"),
        (["search", "pier", "--speaker", ""], "--speaker"),
        (["search", "pier", "--facets", ""], "--facets"),
        (["index", "articles.jsonl", "--outlet", " "], "--outlet"),
        (["extract", "articles.jsonl", "--outlet", ""], "--outlet"),
        (["search", "pier", "--cursor", "nonsense"], "--cursor"),
        (["search", "pier", "--facets", "weather"], "--facets"),
        (["search", "pier", "--said-from", "2026-06-05", "--said-to", "2026-06-04"], "--said-to"),
        (["delete"], "ARTICLE_ID"),
        (["rebuild", "none.txt"], "PATHS"),
        (["serve", "--port", "0"], "--port"),
        (["nonsense"], "nonsense"),
    ],
)
def test_wrong_use_is_named_and_exits_2(indexed: Path, arguments: list[str], named: str) -> None:
    result = run(*arguments, code=console.WRONG_USE)
    assert named in result.stderr
    assert result.stdout == ""


def test_a_query_that_does_not_parse_is_repaired(indexed: Path) -> None:
    result = run("search", '"the pier', code=console.WRONG_USE)
    assert 'perhaps: "the pier"' in result.stderr


# --- A store that is not there, or away -----------------------------------------------------------


@pytest.mark.parametrize("command", [["search", "pier"], ["status"], ["delete", "x"], ["rebuild"], ["serve"]])
def test_all_but_index_refuse_a_store_that_is_not_there(here: Path, command: list[str]) -> None:
    result = run("--store", "sqlite:///none.db", *command, code=console.NO_STORE)
    assert "none.db" in result.stderr
    assert "onrecord index" in result.stderr
    assert not (here / "none.db").exists()


def test_the_store_is_named_by_the_environment_and_the_option_outranks_it(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_STORE", "sqlite:///theirs.db")
    run("index", "articles.jsonl")
    run("--store", "sqlite:///mine.db", "index", "articles.jsonl")
    assert (here / "theirs.db").exists()
    assert (here / "mine.db").exists()
    assert not (here / "onrecord.db").exists()


def test_the_store_is_named_by_a_file(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "mine.txt").write_text("sqlite:///mine.db\n")
    (here / "theirs.txt").write_text("sqlite:///theirs.db\n")
    monkeypatch.setenv("ONRECORD_STORE_FILE", "theirs.txt")
    run("index", "articles.jsonl")
    assert (here / "theirs.db").exists()
    run("--store-file", "mine.txt", "index", "articles.jsonl")
    assert "sqlite:///mine.db" in run("--store-file", "mine.txt", "status").stdout
    run("--store", "sqlite:///other.db", "index", "articles.jsonl")
    assert (here / "other.db").exists()
    assert not (here / "onrecord.db").exists()


def test_a_store_that_is_named_badly_is_wrong_use_and_tells_no_secret(here: Path) -> None:
    (here / "secret.txt").write_text("http:/elastic:s3cret@host/x")
    for arguments in (
        ["--store-file", "secret.txt"],
        ["--store", "http:/elastic:s3cret@host/x"],
        ["--store-file", "none.txt"],
        ["--store-file", "secret.txt", "--store", "sqlite:///a.db"],
    ):
        result = run(*arguments, "status", code=console.WRONG_USE)
        assert result.stderr.startswith("onrecord: ")
        assert "s3cret" not in result.output


def test_an_engine_that_goes_away_is_said_with_what_was_stored(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "BATCH_ARTICLES", 1)
    whole, calls = SqliteStore.replace, []

    def failing(self: SqliteStore, batch: Sequence[StoredArticle]) -> Written:
        calls.append(batch)
        if len(calls) == 2:
            raise StoreUnavailable("http://***@host:9200 does not answer")
        return whole(self, batch)

    monkeypatch.setattr(SqliteStore, "replace", failing)
    result = run("index", "articles.jsonl", code=console.NO_STORE)
    assert result.stdout.startswith("2 articles read: 1 added")
    assert "does not answer" in result.stderr
    assert "articles stored: 1, with" in result.stderr
    assert "again" in result.stderr
    assert run("index", "articles.jsonl").stdout.startswith("2 articles read: 1 added, 0 changed, 1 unchanged")


def test_ctrl_c_says_what_was_stored(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "run", interrupted)
    result = run("index", "articles.jsonl", code=console.INTERRUPTED)
    assert result.stdout.startswith("0 articles read")
    assert result.stderr == "onrecord: stopped\n"


def test_an_unexpected_error_is_one_line(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("stem")

    monkeypatch.setattr(pipeline, "link", broken)
    result = run("index", "articles.jsonl", code=console.UNEXPECTED)
    assert result.stdout.startswith("2 articles read: 2 added")
    assert result.stderr.startswith("onrecord: unexpected error: KeyError: 'stem' (test_cli.py, line ")
    assert result.stderr.count("\n") == 1


def test_a_password_is_never_printed(here: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://lind:hunter2@127.0.0.1:{closed.getsockname()[1]}/brae"
        for command in (["status"], ["index", "articles.jsonl"], ["serve"]):
            result = run("--store", address, *command, code=console.NO_STORE)
            assert "hunter2" not in result.output
            assert ("nothing was stored" in result.stderr) is (command[0] == "index")


# --- extract --------------------------------------------------------------------------------------


def test_extract_prints_offsets_and_stores_nothing(here: Path) -> None:
    result = run("extract", "articles.jsonl", "--format", "jsonl")
    pier, mill = (json.loads(line) for line in result.stdout.splitlines())
    assert (pier["id"], mill["id"]) == ("pier", "mill")
    first = pier["quotes"][0]
    assert [PIER[start:end] for start, end in first["content"]] == ["“The pier will outlive the village,”"]
    assert [PIER[start:end] for start, end in first["source"]] == ["Bo Lind"]
    assert [PIER[start:end] for start, end in first["cue"]] == ["said"]
    assert (first["speaker"], first["said"], first["kind"]) == ("Bo Lind", "2026-06-02", "direct")
    assert [path.name for path in here.iterdir()] == ["articles.jsonl"]


def test_extract_as_a_table_is_for_people(here: Path) -> None:
    out = run("extract", "articles.jsonl").stdout
    assert "Pier holds" in out
    assert "Bo Lind  [direct, said 2026-06-02]" in out
    assert "“The pier will outlive the village,”" in out


def test_extract_names_what_it_refuses_on_stderr(here: Path) -> None:
    (here / "broken.jsonl").write_text('{"text": \n')
    result = run("extract", "broken.jsonl", "articles.jsonl", "--format", "jsonl", code=console.REFUSED)
    assert len(result.stdout.splitlines()) == 2
    assert "broken.jsonl:1: broken-json" in result.stderr


def test_nothing_in_a_text_can_steer_the_terminal(here: Path) -> None:
    text = "“The pier\x1b[31m will hold,” said Bo Lind\x07, who is the harbour master of the village of Lower Brae."
    (here / "a.jsonl").write_text(json.dumps({"id": "x\x1b[2J", "text": text}))
    out = run("extract", "a.jsonl").stdout
    assert "\x1b" not in out
    assert "\x07" not in out


EVIDENCE = Span(0, 1, "x")


@pytest.mark.parametrize(
    ("first", "last", "precision", "text"),
    [
        ("2026-06-02", "2026-06-02", Precision.DAY, "2026-06-02"),
        ("2026-06-01", "2026-06-30", Precision.MONTH, "2026-06"),
        ("2026-01-01", "2026-12-31", Precision.YEAR, "2026"),
        ("2026-06-01", "2026-06-07", Precision.WEEK, "2026-06-01/2026-06-07"),
        ("2025-12-01", "2026-01-31", Precision.INTERVAL, "2025-12-01/2026-01-31"),
    ],
)
def test_said_as_text(first: str, last: str, precision: Precision, text: str) -> None:
    assert said_text(Said(date.fromisoformat(first), date.fromisoformat(last), precision, EVIDENCE)) == text


def test_help_names_every_command() -> None:
    out = run("--help").stdout
    for name in ("index", "extract", "search", "rebuild", "delete", "status", "serve"):
        assert name in out
        assert run(name, "--help").stdout
    assert "[learned|rules]" in run("index", "--help").stdout

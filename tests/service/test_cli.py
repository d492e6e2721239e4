"""The command ``onrecord``: results on stdout, all else on stderr, and exit codes that can be relied on."""

from __future__ import annotations

import json
import socket
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from indexer import pipeline
from indexer.errors import StoreUnavailable
from indexer.extract.dates import said_text
from indexer.model import Precision, Said, Span
from indexer.query import StoredArticle
from indexer.store.base import Written
from indexer.store.sqlite import SqliteStore
from service import console
from service.cli import onrecord

PIER = (
    "Bo Lind is the harbour master of Lower Brae.\n\n“The pier will outlive the village,” said Bo Lind on Tuesday.\n\n"
    "“It was built by people who hated carpentry,” he added.\n"
)
MILL = "The mill is closed.\n\n“Nobody eats bread any more,” said Ida Brandt.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("ONRECORD_STORE", "ONRECORD_ES_API_KEY", "ONRECORD_ES_CA_FILE", "ONRECORD_SEMANTIC"):
        monkeypatch.delenv(name, raising=False)
    records = [
        {"id": "pier", "text": PIER, "outlet": "Brae Post", "published": "2026-06-05", "title": "Pier holds"},
        {"id": "mill", "text": MILL, "published": "2026-06-06"},
    ]
    (tmp_path / "articles.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    return tmp_path


def run(*arguments: str, code: int = 0, stdin: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(onrecord, arguments, input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == code, result.output
    return result


@pytest.fixture
def indexed(here: Path) -> Path:
    run("index", "articles.jsonl")
    return here


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


# --- search and the rest --------------------------------------------------------------------------


def hits(*arguments: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(*arguments, "--format", "jsonl").stdout.splitlines()]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["carpentry"], ["It was built by people who hated carpentry,"]),
        (["hated", "carpentry"], ["It was built by people who hated carpentry,"]),
        (['"hated carpentry"'], ["It was built by people who hated carpentry,"]),
        (["--speaker", "brandt"], ["Nobody eats bread any more,"]),
        (["--speaker", "brandt", "--speaker", "nobody"], ["Nobody eats bread any more,"]),
        (["speaker:brandt"], ["Nobody eats bread any more,"]),
        (["outlive", "--said-from", "2026-06-02", "--said-to", "2026-06-02"], ["The pier will outlive the village,"]),
        (["--outlet", "brae", "--sort", "oldest", "--size", "1"], ["The pier will outlive the village,"]),
        (["--published-from", "2026-06-06"], ["Nobody eats bread any more,"]),
        (["weather"], []),
    ],
)
def test_search(indexed: Path, arguments: list[str], found: list[str]) -> None:
    assert [hit["quoted"] for hit in hits("search", *arguments)] == [[text] for text in found]


def test_search_for_people(indexed: Path) -> None:
    result = run("search", "village", "--facets", "speaker,kind")
    assert "Bo Lind  [direct, said 2026-06-02]" in result.stdout
    assert "Brae Post · 2026-06-05 (given) · Pier holds" in result.stdout
    assert "1  Bo Lind" in result.stdout
    assert result.stderr == "1 quote, 1 shown\n"


def test_search_goes_on_by_its_cursor_and_tells_of_the_undated(indexed: Path) -> None:
    first = run("search", "--kind", "direct", "--sort", "oldest", "--size", "2", "--format", "jsonl")
    assert len(first.stdout.splitlines()) == 2
    cursor = first.stderr.split("--cursor ")[1].split()[0]
    rest = hits("search", "--kind", "direct", "--sort", "oldest", "--size", "2", "--cursor", cursor)
    assert len(rest) == 1
    dated = run("search", "--kind", "direct", "--said-from", "2026")
    assert "more have no such date" in dated.stderr


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
    assert said == "onrecord: ONRECORD_SEMANTIC: is 'perhaps'; say one of 1, yes, true, on, 0, no, false, off\n"


def test_help_names_every_command() -> None:
    out = run("--help").stdout
    for name in ("index", "extract", "search", "rebuild", "delete", "status", "serve"):
        assert name in out
        assert run(name, "--help").stdout
    assert "[learned|rules]" in run("index", "--help").stdout

"""``onrecord check``: one text, a list, a draft."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from factory import article, says

from indexer.settings import Settings
from indexer.store import open_store
from service import create_app
from service.cli import console
from service.cli.commands import onrecord

GULLS = "Nobody has ever asked the gulls what they think of the harbour"
DRAFT = (
    "Gulls on the quay\n\n“Nobody has ever asked the gulls what they think of the harbour,” said Ida Brandt.\n\n"
    "“The harbour dues will rise by nine per cent in June,” said Per Holm.\n"
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("ONRECORD_STORE", "ONRECORD_STORE_FILE", "ONRECORD_ES_API_KEY", "ONRECORD_ES_CA_FILE"):
        monkeypatch.delenv(name, raising=False)
    with open_store("sqlite:///onrecord.db", create=True) as store:
        store.replace([article("gulls", says(f"“{GULLS},”", "Ida Brandt"), outlet="Alba", published="2025-03-05")])
        store.flush()
    return tmp_path


def run(*arguments: str, code: int = 0, stdin: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(onrecord, ("check", *arguments), input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == code, result.output
    return result


def answers(*arguments: str, code: int = 0, stdin: str | bytes | None = None) -> list[dict[str, Any]]:
    result = run(*arguments, "--format", "jsonl", code=code, stdin=stdin)
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_one_text(here: Path) -> None:
    result = run(GULLS, "--speaker", "Per Holm")
    shown = " ".join(result.stdout.split())
    assert result.stdout.startswith("Attributed to somebody else\n")
    assert "Word for word in Alba on 5 March 2025, but attributed to Ida Brandt, not to Per Holm." in shown
    assert "No report names the given speaker." in shown
    assert result.stderr == ""


def test_words_need_no_marks_around_them(here: Path) -> None:
    assert run(*GULLS.split()).stdout.startswith("Word for word\n")


def test_the_command_answers_as_the_api_does(here: Path) -> None:
    (answer,) = answers("nobody asked the gulls what they think of the harbour", "--speaker", "Brandt")
    body = {"text": "nobody asked the gulls what they think of the harbour", "speaker": "Brandt"}
    client = create_app(Settings(store="sqlite:///onrecord.db")).test_client()
    assert answer == client.post("/v1/check", json=body).get_json()
    (draft,) = answers("--draft", "-", stdin=DRAFT)
    assert draft.pop("id")
    assert draft == client.post("/v1/check", json={"draft": DRAFT}).get_json()


def test_a_list_of_json_lines_is_answered_in_order(here: Path) -> None:
    lines = [
        json.dumps({"id": "one", "text": GULLS, "speaker": "Ida Brandt"}),
        "",
        json.dumps({"id": 2, "text": "The dues will rise by nine per cent in June"}),
        '{"id": "three", "text": ',
        json.dumps(["four"]),
        json.dumps({"id": "five"}),
        json.dumps({"id": "six", "text": " "}),
        json.dumps({"id": "seven", "text": 7}),
        json.dumps({"id": "eight", "text": "x" * 64_001}),
        json.dumps({"text": GULLS}),
        json.dumps({"id": "ten", "text": ""}),
    ]
    (here / "list.jsonl").write_text("\n".join(lines) + "\n")
    found = answers("--list", "list.jsonl", code=console.REFUSED)
    assert [each["id"] for each in found] == ["one", 2, None, None, "five", "six", "seven", "eight", None, "ten"]
    assert [each.get("verdict") for each in found] == ["verbatim", "not_found", *[None] * 6, "verbatim", None]
    assert found[0]["speaker_agrees"] == "agrees"
    assert (found[2]["line"], found[-2]["line"]) == (4, 10)
    problems = [each["problem"]["errors"][0] for each in found if "problem" in each]
    assert [problem["field"] for problem in problems] == ["line", "line", *["text"] * 5]
    details = {each["id"]: each["problem"]["errors"][0]["detail"] for each in found if "problem" in each}
    assert details["five"].startswith("is missing")
    assert details["six"].startswith("is empty")
    assert details["ten"].startswith("is empty")
    assert found[7]["problem"]["reason"] == "content-too-large"


def test_a_table_is_answered_but_for_its_broken_lines(here: Path) -> None:
    (here / "list.csv").write_text(
        "id,Text,speaker\n"
        f'1,"{GULLS}",Ida Brandt\n'
        '2,"an open mark\n'
        f"3,{GULLS}\n"
        f"4,{GULLS},,too,many\n"
        '5,"a ""mark"" in\ntwo lines of the harbour"\n'
        '6,"a mark" too early\n'
        "\n"
        f"7,“{GULLS}”,Per Holm\n"
    )
    found = answers("--list", "list.csv", code=console.REFUSED)
    assert [each["id"] for each in found] == ["1", None, "3", None, "5", None, "7"]
    assert [each.get("verdict") for each in found] == [
        "verbatim",
        None,
        "verbatim",
        None,
        "not_found",
        None,
        "verbatim",
    ]
    assert [each["line"] for each in found if "problem" in each] == [3, 5, 8]
    assert found[-1]["speaker_agrees"] == "disagrees"
    assert found[4]["text"] == 'a "mark" in\ntwo lines of the harbour'


@pytest.mark.parametrize(
    "text",
    [
        f"\ufeffid;text\n1;{GULLS}, he said\n",
        f"text\tid\n{GULLS}, he said\t1\n",
        f'{{"id": 1, "text": "{GULLS}, he said"}}',
    ],
)
def test_a_list_from_standard_input_shows_what_it_is(here: Path, text: str) -> None:
    (answer,) = answers("--list", "-", stdin=text)
    assert (str(answer["id"]), answer["verdict"]) == ("1", "verbatim")


def test_a_line_may_ask_as_much_as_the_api(here: Path) -> None:
    lines = [
        {"id": {"row": 1}, "text": GULLS, "outlet": "alba", "published_to": "2025-03"},
        {"id": True, "text": GULLS, "outlet": "cuda", "note": "left alone"},
        {"id": 3, "text": GULLS, "published_to": ""},
        {"id": 4, "text": GULLS, "published_from": 2025},
        {"id": 5, "text": GULLS, "speaker": "!!!"},
        {"id": 6, "text": GULLS, "speaker": "a" * 201},
    ]
    asked = ["--list", "-", "--published-to", "2024"]
    found = answers(*asked, code=console.REFUSED, stdin="\n".join(map(json.dumps, lines)))
    assert [each["id"] for each in found] == [{"row": 1}, True, 3, 4, 5, 6]
    assert [each.get("verdict") for each in found] == ["verbatim", "not_found", "not_found", None, None, None]
    assert [each["problem"]["errors"][0]["field"] for each in found[3:]] == ["published_from", "speaker", "speaker"]


def test_a_table_without_a_text_column_is_refused(here: Path) -> None:
    (here / "list.csv").write_text("id,words\n1,two\n")
    assert "text" in run("--list", "list.csv", code=console.WRONG_USE).stderr


def test_bytes_that_are_no_text_are_a_problem_of_their_line(here: Path) -> None:
    found = answers(
        "--list", "-", code=console.REFUSED, stdin=b'{"text": "\xff"}\n' + json.dumps({"text": GULLS}).encode()
    )
    assert [("problem" in each, each["line"]) for each in found] == [(True, 1), (False, 2)]


def test_a_list_as_a_table_names_each_text(here: Path) -> None:
    result = run("--list", "-", stdin=json.dumps({"id": "gulls-7", "text": GULLS}))
    assert result.stdout.startswith("gulls-7\nWord for word\n")


def test_a_draft_shows_each_quote(here: Path) -> None:
    (here / "draft.txt").write_text(DRAFT)
    result = run("--draft", "draft.txt")
    assert result.stdout.startswith("2 quotes: 1 word for word, 1 not in this archive.\n")
    (draft,) = answers("--draft", "draft.txt")
    assert [quote["answer"]["verdict"] for quote in draft["quotes"]] == ["verbatim", "not_found"]


def test_a_draft_shows_what_is_printed_the_worst_first(here: Path) -> None:
    altered = GULLS.replace("Nobody has ever", "Somebody has always")
    (here / "draft.txt").write_text(f"{DRAFT}\n“{altered},” said Ida Brandt.\n")
    shown = run("--draft", "draft.txt").stdout
    assert shown.startswith("3 quotes: 1 sense altered, 1 word for word, 1 not in this archive.\n")
    assert "[-Somebody-]{+Nobody+} has [-always-]{+ever+} asked" in " ".join(shown.split())
    assert shown.index("Somebody") < shown.index("Word for word")


def test_a_draft_that_is_none_is_refused(here: Path) -> None:
    (here / "empty.txt").touch()
    assert "empty.txt" in run("--draft", "empty.txt", code=console.REFUSED).stderr
    (here / "long.txt").write_text("A word or two. " * 5_000)
    (answer,) = answers("--draft", "long.txt", code=console.REFUSED)
    assert answer["problem"]["reason"] == "content-too-large"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ([], "TEXT"),
        ([GULLS, "--list", "list.csv"], "TEXT"),
        ([" "], "TEXT"),
        (["?!"], "TEXT"),
        (["x" * 64_001], "TEXT"),
        ([GULLS, "--published-from", "soon"], "--published-from"),
        ([GULLS, "--published-from", "2025", "--published-to", "2024"], "--published-to"),
        ([GULLS, "--outlet", "!"], "--outlet"),
        (["--list", "none.csv"], "--list"),
        (["--list", "."], "--list"),
    ],
)
def test_wrong_use_is_named(here: Path, arguments: list[str], named: str) -> None:
    result = run(*arguments, code=console.WRONG_USE)
    assert named in result.stderr
    assert result.stdout == ""


def test_filters_narrow(here: Path) -> None:
    (answer,) = answers(GULLS, "--outlet", "alba", "--published-from", "2025", "--published-to", "2025-03-05")
    assert answer["verdict"] == "verbatim"
    (answer,) = answers(GULLS, "--published-to", "2024")
    assert (answer["verdict"], answer["coverage"]["articles"]) == ("not_found", 0)


def test_no_store_is_said(here: Path) -> None:
    result = CliRunner().invoke(onrecord, ("--store", "sqlite:///none.db", "check", GULLS))
    assert result.exit_code == console.NO_STORE

"""A check that takes too long, or that the end of the service cuts short, is answered as a problem that says so."""

from __future__ import annotations

import json
import math
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from command import run
from flask.testing import FlaskClient

from service import budget, limits, run_check
from service.cli import console

TEXT = "The mill will close in June, and nobody in the valley had expected the news"
DRAFT = f"“{TEXT},” said Ida Brandt.\n"
ASKED = [("text", TEXT), ("text", f"{TEXT}. " * 60), ("draft", DRAFT), ("draft", DRAFT * 40)]


@pytest.mark.parametrize(("field", "value"), ASKED)
def test_what_takes_too_long_is_a_problem(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, field: str, value: str
) -> None:
    monkeypatch.setattr(limits, "CHECK_SECONDS", 1e-6)
    response = client.post("/v1/check", json={field: value})
    problem: dict[str, Any] = response.get_json(force=True)
    assert (response.status_code, problem["reason"]) == (422, "deadline-passed")
    assert response.content_type == "application/problem+json"
    assert [error["field"] for error in problem["errors"]] == [field]
    assert "took longer than 1e-06 s" in problem["detail"]


@pytest.mark.parametrize(("field", "value"), ASKED)
def test_the_page_says_so_and_keeps_what_was_filled_in(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, field: str, value: str
) -> None:
    monkeypatch.setattr(limits, "CHECK_SECONDS", 1e-6)
    response = client.post("/check", data={field: value})
    assert response.status_code == 422
    assert "took longer than" in response.text
    assert value.strip() in response.text.replace("\r", "")


@pytest.mark.parametrize(("field", "value"), ASKED)
@pytest.mark.parametrize("path", ["/v1/check", "/check"])
def test_who_had_to_wait_for_others_may_try_again(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, path: str, field: str, value: str
) -> None:
    late = iter([0.0])
    monkeypatch.setattr(run_check, "process_clock", lambda: next(late, 2 * limits.CHECK_SECONDS))
    asked = {field: value}
    response = client.post(path, json=asked) if path == "/v1/check" else client.post(path, data=asked)
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) > 0
    assert "at once" in response.text
    if path == "/v1/check":
        assert response.get_json(force=True)["reason"] == "busy"


@pytest.mark.parametrize(("field", "value"), ASKED)
@pytest.mark.parametrize("path", ["/v1/check", "/check"])
def test_the_end_of_the_service_is_no_failure(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, path: str, field: str, value: str
) -> None:
    monkeypatch.setattr(budget, "_STOPPING", Event())
    budget.stop()
    asked = {field: value}
    response = client.post(path, json=asked) if path == "/v1/check" else client.post(path, data=asked)
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) > 0
    assert "is being stopped" in response.text


def test_the_clock_ends_with_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "_STOPPING", Event())
    assert budget.process_clock() < math.inf
    budget.stop()
    assert budget.process_clock() == math.inf


def test_the_command_has_no_limit_unless_one_is_given(indexed: Path) -> None:
    (indexed / "draft.txt").write_text(DRAFT)
    for arguments in (["check", TEXT], ["check", "--draft", "draft.txt"]):
        run(*arguments)
        refused = run(*arguments, "--deadline", "0.000001", code=console.REFUSED)
        assert "took longer than 1e-06 s" in refused.stderr
    assert "Invalid value" in run("check", TEXT, "--deadline", "0", code=console.WRONG_USE).stderr


def test_the_others_of_a_list_are_answered(indexed: Path) -> None:
    lines = [{"id": "a", "text": TEXT}, {"id": "b", "text": ""}, {"id": "c", "text": TEXT}]
    (indexed / "list.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    limit = ("--deadline", "0.000001", "--format", "jsonl")
    done = run("check", "--list", "list.jsonl", *limit, code=console.REFUSED)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", "b", "c"]
    assert [answer["problem"]["reason"] for answer in answers] == ["deadline-passed", "invalid", "deadline-passed"]

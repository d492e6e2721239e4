from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import served
from flask import request
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from indexer.errors import StoreIncompatible, StoreMissing, StoreOutdated, StoreUnavailable
from indexer.settings import Settings
from indexer.store import open_store
from service import answers, create_app
from service.problems import REASONS


def problem(response: TestResponse, status: int, reason: str) -> dict[str, Any]:
    assert response.status_code == status
    assert response.content_type == "application/problem+json"
    answers.Problem.model_validate_json(response.data)
    body: dict[str, Any] = response.get_json(force=True)
    assert (body["status"], body["reason"]) == (status, reason)
    assert body["type"] == f"/docs#{reason}"
    return body


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/v1/quotes", ["q"]),
        ("/v1/quotes?q=mill&colour=red", ["colour"]),
        ("/v1/quotes?q=mill&size=1000&sort=best", ["sort", "size"]),
        ("/v1/quotes?q=mill&said_from=soon", ["said_from"]),
        ("/v1/quotes?q=mill&cursor=bogus", ["cursor"]),
        ("/v1/quotes?q=a&q=b", ["q"]),
        ("/v1/quotes?q=%00", ["q"]),
        ("/v1/quotes?q=%EF%BF%BD%E2%80%A6", ["q"]),
        ("/v1/speakers?size=0", ["size"]),
        ("/v1/speakers?name=ida", ["name"]),
        ("/v1/speakers/ida-brandt?x=1", ["x"]),
        ("/v1/articles/bus-1?x=1", ["x"]),
        ("/v1/quotes/none?x=1", ["x"]),
    ],
)
def test_names_the_field(client: FlaskClient, path: str, fields: list[str]) -> None:
    body = problem(client.get(path), 400, "invalid")
    assert [error["field"] for error in body["errors"]] == fields
    assert all(error["detail"] for error in body["errors"])


def test_a_query_comes_back_repaired(client: FlaskClient) -> None:
    body = problem(client.get("/v1/quotes", query_string={"q": 'mill "in June'}), 400, "invalid")
    assert (body["position"], body["repaired"]) == (5, 'mill "in June"')
    assert client.get("/v1/quotes", query_string={"q": body["repaired"]}).status_code == 200
    assert "repaired" not in problem(client.get("/v1/quotes"), 400, "invalid")


@pytest.mark.parametrize(
    "path",
    ["/v1/quotes/none", "/v1/articles/none", "/v1/speakers/none", "/v1/", "/v1/quotes/", "/v1/none", "/none", "/v1"],
)
def test_not_found(client: FlaskClient, path: str) -> None:
    problem(client.get(path), 404, "not-found")


@pytest.mark.parametrize("path", ["/v1/quotes", "/v1/articles/bus-1", "/healthz", "/openapi.json"])
def test_method_not_allowed(client: FlaskClient, path: str) -> None:
    response = client.post(path, json={})
    problem(response, 405, "method-not-allowed")
    assert "GET" in response.headers["Allow"]


def test_too_large_and_of_the_wrong_type(settings: Settings) -> None:
    app = create_app(settings)

    def take() -> Any:
        return request.get_json()

    app.add_url_rule("/v1/take", view_func=take, methods=["POST"])
    client = app.test_client()
    problem(client.post("/v1/take", data=b"x" * 5_000_001, content_type="application/json"), 413, "content-too-large")
    problem(client.post("/v1/take", data=b"<x/>", content_type="text/xml"), 415, "unsupported-media-type")
    problem(client.post("/v1/take", data=b"{", content_type="application/json"), 400, "invalid")


class BrokenOff:
    """A body that the server cannot read on."""

    def read(self, size: int = -1) -> bytes:
        raise OSError("Invalid chunk size: b'zz'")


@pytest.mark.parametrize("path", ["/v1/check", "/check"])
@pytest.mark.parametrize(
    ("stream", "length"), [(BytesIO(b'{"text": "the bus was late"}'), 99), (BytesIO(b""), 1), (BrokenOff(), None)]
)
def test_a_body_that_is_not_whole_is_refused_under_any_server(
    client: FlaskClient, path: str, stream: Any, length: int | None
) -> None:
    environment = {"wsgi.input": stream, "wsgi.input_terminated": True}
    environment |= {} if length is None else {"CONTENT_LENGTH": str(length)}
    response = client.post(path, content_type="application/json", environ_overrides=environment)
    assert response.status_code == 400


def test_a_bug_tells_nothing_of_our_insides(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    app = create_app(settings)

    def fail() -> str:
        raise RuntimeError("secret")

    app.add_url_rule("/v1/fail", view_func=fail)
    response = app.test_client().get("/v1/fail")
    problem(response, 500, "internal-error")
    assert "secret" not in response.text
    assert "secret" in caplog.text


def test_a_changed_store_says_results_changed(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'a.db'}", create=True) as store:
        store.replace(served.articles())
        store.flush()
        client = create_app(store=store).test_client()
        cursor = client.get("/v1/quotes?q=bus&size=2").get_json()["next_cursor"]
        store.delete(["bus-1"])
        store.flush()
        body = problem(client.get(f"/v1/quotes?q=bus&size=2&cursor={cursor}"), 400, "results-changed")
        assert body["errors"][0]["field"] == "cursor"


def test_a_store_that_appears_is_found(tmp_path: Path) -> None:
    settings = Settings(store=f"sqlite:///{tmp_path / 'later.db'}")
    client = create_app(settings).test_client()
    for path in ("/v1/quotes?q=bus", "/v1/speakers", "/readyz"):
        response = client.get(path)
        body = problem(response, 503, "store-missing")
        assert "onrecord index" in body["detail"]
        assert str(tmp_path) not in response.text
        assert int(response.headers["Retry-After"]) > 0
    assert client.get("/").status_code == 503
    assert client.get("/healthz").status_code == 200
    with open_store(settings, create=True) as store:
        store.replace(served.articles())
        store.flush()
    assert client.get("/readyz").status_code == 200
    assert client.get("/v1/quotes?q=bus").get_json()["total"] == 25


@pytest.mark.parametrize(
    ("error", "reason", "named"),
    [
        (StoreUnavailable("node 7 at http://u:p@host is away"), "store-unavailable", "again later"),
        (StoreOutdated("version 0"), "store-outdated", "onrecord rebuild"),
        (StoreIncompatible("install elasticsearch<9"), "store-incompatible", "log"),
        (StoreMissing("nothing there"), "store-missing", "onrecord index"),
    ],
)
@pytest.mark.parametrize("method", ["search", "quote", "article", "persons", "directory", "counts"])
def test_a_store_that_fails_is_no_empty_answer(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, method: str, error: Exception, reason: str, named: str
) -> None:
    def fail(*given: object, **named: object) -> None:
        raise error

    with open_store(settings) as store:
        monkeypatch.setattr(type(store), method, fail)
        client = create_app(store=store).test_client()
        paths: dict[str, tuple[str, str | None]] = {
            "search": ("/v1/quotes?q=bus", "/?q=bus"),
            "quote": ("/v1/quotes/x", "/quotes/x"),
            "article": ("/v1/articles/x", "/articles/x"),
            "persons": ("/v1/speakers/x", "/speakers/x"),
            "directory": ("/v1/speakers", None),
            "counts": ("/readyz", "/"),
        }
        api, page = paths[method]
        response = client.get(api)
        body = problem(response, 503, reason)
        assert named in body["detail"]
        assert "u:p" not in response.text
        assert "Retry-After" in response.headers
        if page:
            shown = client.get(page)
            assert shown.status_code == 503
            assert shown.content_type.startswith("text/html")
            assert named in shown.text
            assert ("ry again" in shown.text) is ("again" in named)


def test_a_store_of_another_analysis_is_not_ready(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.store.version.ANALYSIS", "another")
    problem(create_app(settings).test_client().get("/readyz"), 503, "store-outdated")


def test_people_get_a_page_and_programs_a_problem(client: FlaskClient) -> None:
    browser = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    assert client.get("/none", headers=browser).content_type.startswith("text/html")
    assert client.get("/articles/none").content_type.startswith("text/html")
    assert client.get("/v1/none", headers=browser).content_type == "application/problem+json"


def test_every_reason_is_documented(client: FlaskClient) -> None:
    page = client.get("/docs").text
    assert all(f'id="{reason}"' in page for reason in REASONS)


def test_one_store_serves_all_threads(settings: Settings) -> None:
    app = create_app(settings)

    def total(number: int) -> int:
        return int(app.test_client().get(f"/v1/quotes?q=bus&size={number % 9 + 1}").get_json()["total"])

    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(total, range(40))) == {25}

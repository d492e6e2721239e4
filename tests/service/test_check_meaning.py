"""What meaning adds to a check, as API, page and command show it."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from click.testing import CliRunner
from factory import article, says
from flask.testing import FlaskClient
from test_openapi import wrong

from indexer.encoder import session
from indexer.store import open_store
from indexer.store.base import Store
from service import create_app
from service.cli.commands import onrecord

BRIDGE = "We will not open the bridge to lorries until every bolt has been checked"
REPHRASED = "Lorries stay off the bridge for as long as its bolts have not all been inspected"
NEAR = "No heavy vehicles may cross the bridge before its fastenings were inspected"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return f"sqlite:///{tmp_path_factory.mktemp('meaning') / 'meaning.db'}"


@pytest.fixture(scope="module")
def store(url: str) -> Iterator[Store]:
    with open_store(url, create=True) as store:
        store.set_semantic(True)
        store.replace([article("bridge", says(f"“{BRIDGE},”", "Ida Brandt"), outlet="Alba")])
        store.flush()
        yield store


@pytest.fixture(scope="module")
def client(store: Store) -> FlaskClient:
    return create_app(store=store).test_client()


def test_the_api_suggests_and_says_that_it_does(client: FlaskClient) -> None:
    found = client.post("/v1/check", json={"text": NEAR}).json
    assert found is not None
    assert not found["reported"]
    assert [each["text"] for each in found["similar_in_meaning"]] == [f"“{BRIDGE},”"]
    assert found["similar_in_meaning"][0]["article"]["outlet"] == "Alba"
    described = client.get("/openapi.json").get_json(force=True)["components"]["schemas"]
    assert wrong(found, described["CheckAnswer"], described) == []


def test_the_api_reports_nothing_for_meaning_alone(client: FlaskClient) -> None:
    found = client.post("/v1/check", json={"text": REPHRASED}).json
    assert found is not None
    assert (found["verdict"], found["outcome"], found["reports"]) == ("not_found", "suggested", [])
    assert found["label"] == "Said in other words?"


def test_the_page_suggests(client: FlaskClient) -> None:
    page = client.post("/check", data={"text": NEAR}).text
    assert "Said in other words? Suggestions, not reports" in page
    assert BRIDGE in page


def test_the_command_suggests(store: Store, url: str) -> None:
    result = CliRunner().invoke(onrecord, ["--store", url, "check", REPHRASED])
    assert "Said in other words?" in result.stdout
    assert "Alba · Ida Brandt" in result.stdout


def test_a_model_that_cannot_be_run_is_said(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "_opened", session._Opened())
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    response = client.post("/v1/check", json={"text": NEAR})
    assert response.status_code == 503
    assert response.json is not None
    assert response.json["reason"] == "encoder-unavailable"

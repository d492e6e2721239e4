"""Decisions by the API: only with the service's key, and as the commands make them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import served
from flask.testing import FlaskClient

from indexer.settings import Settings
from indexer.store import open_store
from indexer.store.identifying import identify
from service import create_app

KEY = "a key for tests"
WITH_KEY = {"Authorization": f"Bearer {KEY}"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(store=f"sqlite:///{tmp_path / 'a.db'}", decisions_key=KEY)
    with open_store(settings, create=True) as store:
        store.replace(served.articles())
        store.flush()
        identify(store)
    return settings


@pytest.fixture
def client(settings: Settings) -> FlaskClient:
    return create_app(settings).test_client()


def decide(client: FlaskClient, status: int = 200, headers: dict[str, str] = WITH_KEY, **given: Any) -> Any:
    body = {"who": "editor", "reason": "seen in the register", **given}
    answer = client.post("/v1/decisions", json=body, headers=headers)
    assert answer.status_code == status, answer.text
    return answer.get_json()


@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": "Bearer another"}, {"Authorization": KEY}, {"Authorization": "Bearer é"}]
)
def test_no_decision_without_the_key(client: FlaskClient, headers: dict[str, str]) -> None:
    assert decide(client, 401, headers, action="merge", id="driver-0", others=["driver-1"])["reason"] == "unauthorized"
    assert client.get("/v1/decisions", headers=headers).status_code == 401
    assert client.get("/v1/decisions", headers=WITH_KEY).get_json() == {"decisions": []}


def test_a_service_without_a_key_takes_none(settings: Settings) -> None:
    closed = create_app(Settings(store=settings.store)).test_client()
    assert decide(closed, 403, action="merge", id="driver-0", others=["driver-1"])["reason"] == "forbidden"


def test_speakers_are_merged_and_parted_again(client: FlaskClient) -> None:
    made = decide(client, action="merge", id="driver-0", others=["driver-1"])
    assert (made["number"], made["action"], made["who"]) == (1, "merge", "editor")
    moved = client.get("/v1/speakers/driver-1")
    assert (moved.status_code, moved.headers["Location"]) == (308, "/v1/speakers/driver-0")
    decide(client, action="undo", number=1)
    assert client.get("/v1/speakers/driver-1").status_code == 200
    log = client.get("/v1/decisions", headers=WITH_KEY).get_json()["decisions"]
    assert [(one["action"], one["standing"]) for one in log] == [("merge", False), ("undo", True)]


def test_a_person_is_imported(client: FlaskClient) -> None:
    role = "driver of line 4 (2019-05-01 to )"
    decide(client, action="import", name="Driver 0", aliases=["Driver 1"], wikidata="Q42", roles=[role])
    one = client.get("/v1/speakers/driver-0").get_json()
    assert (one["wikidata"], one["role"]) == ("Q42", "driver of line 4")
    assert client.get("/v1/speakers/driver-1").status_code == 308


def test_a_quote_is_corrected(client: FlaskClient) -> None:
    quote = client.get("/v1/quotes?q=mill").get_json()["hits"][0]["id"]
    decide(client, action="correct", id=quote, name="Olav Moe")
    hit = client.get(f"/v1/quotes/{quote}").get_json()
    assert (hit["speaker"]["name"], hit["correction"]["why"]) == ("Olav Moe", "seen in the register")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"action": "merge", "id": "nobody", "others": ["driver-1"]}, "id"),
        ({"action": "merge", "id": "driver-1", "others": ["driver-1"]}, "others"),
        ({"action": "rename", "id": "driver-1"}, "name"),
        ({"action": "burn", "id": "driver-1"}, "action"),
        ({"action": "undo", "number": 9}, "number"),
        ({"action": "hide", "id": "gone"}, "id"),
        ({"action": "correct", "id": "gone", "name": "Olav Moe"}, "id"),
        ({"action": "forget", "id": "nobody"}, "id"),
        ({"action": "split", "id": "driver-1", "names": ["Olav Moe"]}, "names"),
        ({"action": "split", "id": "driver-1", "names": ["Driver 1"], "articles": ["gone"]}, "articles"),
        ({"action": "import"}, "name"),
        ({"action": "import", "name": "Driver 1", "wikidata": "P42"}, "wikidata"),
        ({"action": "import", "name": "Driver 1", "aliases": ["…"]}, "aliases"),
        ({"action": "import", "name": "Driver 1", "roles": ["driver (May to June)"]}, "roles"),
        ({"action": "rename", "id": "driver-1", "name": "X", "colour": "red"}, "colour"),
        ({"action": "rename", "id": "driver-1", "name": "X", "who": " "}, "who"),
    ],
)
def test_what_is_wrong_is_named(client: FlaskClient, given: dict[str, Any], field: str) -> None:
    problem = decide(client, 400, **given)
    assert [error["field"] for error in problem["errors"]] == [field]
    assert client.get("/v1/decisions", headers=WITH_KEY).get_json() == {"decisions": []}

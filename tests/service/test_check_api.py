"""POST /v1/check: a text or a draft in, a described answer out, and nothing of it kept."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from factory import article, says
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_openapi import wrong
from werkzeug.test import TestResponse

from indexer.errors import StoreUnavailable
from indexer.model import Kind, Stance
from indexer.store import open_store
from indexer.store.base import Store
from service import create_app

Json = dict[str, Any]

PIER = "The pier will outlive everybody who has ever painted it"
DRAFT = (
    "Pier gets a coat of paint\n\n"
    "“The pier will outlive everybody who has ever painted it,” said Ida Brandt on Monday.\n\n"
    "“We shall buy nine tins of the green paint,” said Per Holm.\n\nThe council called the plan “a bold one”.\n\n"
    "“Nobody has asked the gulls about any of this,” said Mona Lie.\n"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path_factory.mktemp('check') / 'check.db'}", create=True) as store:
        store.replace(
            [
                article(
                    "pier", says(f"“{PIER},”", "Ida Brandt", said="2025-03-01"), outlet="Alba", url="https://a.example"
                ),
                article(
                    "old",
                    says(f"“{PIER}!”", "Per Holm"),
                    outlet="Zenit",
                    published="2024-01-01",
                    others=("2024-02-03",),
                ),
                article(
                    "none", says(f"that {PIER}", "Olof Öst", kind=Kind.INDIRECT, stance=Stance.DENIED), published=None
                ),
                article("turned", says("“The pier will never outlive everybody who has ever painted it”", None)),
            ]
        )
        store.flush()
        yield store


@pytest.fixture(scope="module")
def client(store: Store) -> FlaskClient:
    return create_app(store=store).test_client()


def post(client: FlaskClient, **body: object) -> TestResponse:
    response = client.post("/v1/check", json=body)
    assert response.headers["Cache-Control"] == "no-store"
    return response


def answer(client: FlaskClient, **body: object) -> Json:
    response = post(client, **body)
    assert response.status_code == 200, response.text
    found: Json = response.get_json()
    return found


def test_a_text_is_answered(client: FlaskClient) -> None:
    found = answer(client, text=PIER, speaker="Ida Brandt")
    assert (found["verdict"], found["reported"], found["probable"]) == ("verbatim", True, False)
    assert (found["printed_as"], found["sense"], found["guards"]) == ("quote", "kept", [])
    assert (found["reports_total"], found["distinct_texts"]) == (4, 4)
    assert [report["article"]["id"] for report in found["reports"]] == ["old", "pier", "turned", "none"]
    assert found["conflict"] is True
    assert found["speaker_agrees"] == "agrees"
    assert found["earliest"]["article"]["outlet"] == "Zenit"
    assert [each["value"] for each in found["earliest"]["competing"]] == ["2024-02-03"]
    assert found["stances"] == {"asserted": 3, "denied": 1, "asked": 0}
    assert found["coverage"]["articles"] == 4
    assert found["confidence"] > 0.9
    assert found["confidence_parts"]["asked_found"] == 1


def test_an_answer_has_its_parts_for_people(client: FlaskClient) -> None:
    found = answer(client, text=PIER)
    assert (found["label"], found["outcome"]) == ("Word for word", "word_for_word")
    assert found["headline"].startswith("Word for word in 2 reports, first in Zenit")
    assert set(found["headline_parts"]) == {"how", "who", "when", "where"}
    assert found["headline_parts"]["where"] == "Zenit"
    assert found["best"]["relation"] == "verbatim"
    assert {piece["kind"] for piece in found["word_by_word"]} == {"kept"}
    assert all(sentence.endswith(".") for sentence in found["evidence"])
    assert (found["dropped"], found["printed_parts"], found["perhaps_also"], found["quoted_by"]) == ([], [], [], [])
    said = answer(client, text=f"“{PIER},” Ida Brandt told reporters.")
    assert [place["text"] for place in said["dropped"]] == ["Ida Brandt told reporters"]
    assert said["verdict"] == "verbatim"
    assert "“Ida Brandt told reporters” was left out" in said["evidence"][-1]


def test_a_report_has_all_that_is_known_of_it(client: FlaskClient) -> None:
    (old, pier, turned, none) = answer(client, text=PIER)["reports"]
    assert client.get(pier["links"]["quote"]).get_json()["id"] == pier["quote_id"]
    assert client.get(pier["links"]["page"]).status_code == 200
    assert (pier["date"]["basis"], pier["date"]["precision"], pier["said"]["from"]) == ("said", "day", "2025-03-01")
    assert (old["date"]["basis"], old["date"]["from"]) == ("given", "2024-01-01")
    assert (none["date"], none["stance"], none["printed_as"]) == (None, "denied", "paraphrase")
    assert turned["speaker"]["name"] is None
    assert (turned["relation"], turned["sense"]) == ("changed", "altered")
    (guard,) = turned["guards"]
    assert (guard["kind"], guard["words"]) == ("negation", "adds “never”")
    place = guard["printed"]
    assert turned["text"][place["start"] : place["end"]] == place["text"] == "never"
    (change,) = turned["diff"]
    assert (change["kind"], change["printed"]["text"], change["cut"]) == ("added", "never", False)
    assert change["asked"]["start"] == change["asked"]["end"] == len("The pier will")


def test_answers_are_as_described(client: FlaskClient) -> None:
    document = client.get("/openapi.json").get_json()
    schemas = document["components"]["schemas"]
    for body in (
        {"text": PIER, "speaker": "Holm"},
        {"text": "The pier will outlive whoever has ever painted it"},
        {"text": "Nobody paints a bridge in the rain"},
        {"text": "tins"},
        {"draft": DRAFT},
        {"text": ""},
    ):
        response = client.post("/v1/check", json=body)
        content = document["paths"]["/v1/check"]["post"]["responses"][str(response.status_code)]["content"]
        schema = content[response.content_type]["schema"]
        assert wrong(response.get_json(force=True), schema, schemas) == []
    asked = document["paths"]["/v1/check"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert asked == {"$ref": "#/components/schemas/CheckParameters"}


@pytest.mark.parametrize(
    "name", ["CheckAnswer", "Report", "Searched", "Variant", "Attribution", "DraftQuote", "Change"]
)
def test_most_fields_say_what_they_mean(client: FlaskClient, name: str) -> None:
    schema = client.get("/openapi.json").get_json()["components"]["schemas"][name]
    plain = [field for field, value in schema["properties"].items() if "$ref" not in value and "anyOf" not in value]
    silent = [field for field in plain if not schema["properties"][field].get("description")]
    assert set(silent) <= {"text", "guards", "competing", "variants", "quotes"}


def test_a_draft_is_answered_quote_by_quote(client: FlaskClient) -> None:
    found = answer(client, draft=DRAFT)
    texts = [quote["text"] for quote in found["quotes"]]
    assert texts[:2] == [f"“{PIER},”", "“We shall buy nine tins of the green paint,”"]
    assert [quote["answer"]["verdict"] for quote in found["quotes"]][:2] == ["verbatim", "not_found"]
    assert found["reported"] == 1
    assert found["tallies"][0] == {"outcome": "word_for_word", "label": "Word for word", "count": 1}
    assert sum(each["count"] for each in found["tallies"]) == len(found["quotes"])
    assert sorted(found["worst_first"]) == list(range(len(found["quotes"])))
    assert found["headline"].startswith("4 quotes: 1 word for word, ")
    assert found["quotes"][0]["answer"]["speaker_agrees"] == "agrees"
    for quote in found["quotes"]:
        for span in quote["spans"]:
            assert DRAFT[span["start"] : span["end"]] == span["text"]
    assert found["corresponds_to"] == []


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({}, 400, "text"),
        ({"text": ""}, 400, "text"),
        ({"text": " \n"}, 400, "text"),
        ({"text": "?!... — “”"}, 400, "text"),
        ({"text": "PNG\0\1\2 IHDR"}, 400, "text"),
        ({"text": "\x01\x02\x03\x04 a b"}, 400, "text"),
        ({"text": "\ud800 half a pair"}, 400, "text"),
        ({"text": "x" * 64_001}, 413, "text"),
        ({"text": "word " * 13_000}, 413, "text"),
        ({"draft": "word " * 13_000}, 413, "draft"),
        ({"draft": ""}, 400, "draft"),
        ({"draft": "“Yes,” said Ida Brandt.\n" * 251}, 413, "draft"),
        ({"text": PIER, "draft": DRAFT}, 400, "draft"),
        ({"text": 7}, 400, "text"),
        ({"text": [PIER]}, 400, "text"),
        ({"text": PIER, "mood": "bad"}, 400, "mood"),
        ({"text": PIER, "speaker": "?"}, 400, "speaker"),
        ({"text": PIER, "outlet": ""}, 400, "outlet"),
        ({"text": PIER, "published_from": "soon"}, 400, "published_from"),
        ({"text": PIER, "published_from": 0}, 400, "published_from"),
        ({"text": PIER, "published_from": "2025", "published_to": "2024"}, 400, "published_to"),
    ],
)
def test_what_cannot_be_asked_is_a_named_problem(client: FlaskClient, body: Json, status: int, field: str) -> None:
    response = post(client, **body)
    assert (response.status_code, response.content_type) == (status, "application/problem+json")
    assert response.get_json()["errors"][0]["field"] == field
    assert response.get_json()["reason"] == ("content-too-large" if status == 413 else "invalid")


@pytest.mark.parametrize(
    ("data", "kind", "status"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "application/json", 400),
        (b"", "application/json", 400),
        (b'{"text": "cut o', "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b'["text"]', "application/json", 400),
        (b'{"text": "a harbour"}', "text/plain", 415),
        (b'{"text": "' + b"x" * 5_000_001 + b'"}', "application/json", 413),
    ],
)
def test_content_that_is_no_question(client: FlaskClient, data: bytes, kind: str, status: int) -> None:
    response = client.post("/v1/check", data=data, content_type=kind)
    assert (response.status_code, response.content_type) == (status, "application/problem+json")
    assert response.headers["Cache-Control"] == "no-store"
    assert b"cut o" not in response.data


@pytest.mark.parametrize(
    "text", ["war " * 10_000, "a", "the " * 16_000, "It. " * 16_000, "“" * 31_000 + " word " + "”" * 31_000]
)
def test_a_strange_text_is_answered(client: FlaskClient, text: str) -> None:
    assert answer(client, text=text)["reported"] is False


def test_filters_narrow_what_is_searched(client: FlaskClient) -> None:
    assert answer(client, text=PIER, outlet="zenit")["reports_total"] == 1
    assert answer(client, text=PIER, published_to="2024")["reports_total"] == 1
    found = answer(client, text=PIER, outlet="nowhere")
    assert (found["verdict"], found["coverage"]["articles"]) == ("not_found", 0)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIER.split()), max_size=14).map(" ".join)))
def test_any_text(client: FlaskClient, text: str) -> None:
    response = client.post("/v1/check", json={"text": text, "speaker": "Ida Brandt"})
    assert response.status_code in (200, 400)
    json.loads(response.data)


def test_nothing_that_is_asked_reaches_a_log(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    secret = "The minister intends to resign on Thursday"

    def fail(*given: object, **named: object) -> None:
        raise RuntimeError(f"could not look up {given} {named} {secret}")

    client = create_app(store=store).test_client()
    with caplog.at_level(logging.DEBUG):
        assert client.post("/v1/check", json={"text": secret}).status_code == 200
        assert client.post("/v1/check", json={"draft": f"“{secret},” said Ida Brandt."}).status_code == 200
        assert client.post("/v1/check", data=f'{{"text": "{secret}', content_type="application/json").status_code == 400
        monkeypatch.setattr(type(store), "candidates", fail)
        assert client.post("/v1/check", json={"text": secret}).status_code == 500
    assert "RuntimeError" in caplog.text
    assert "resign" not in caplog.text
    captured = capfd.readouterr()
    assert "resign" not in captured.out + captured.err


def test_a_store_that_is_away_is_no_not_found(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*given: object, **named: object) -> None:
        raise StoreUnavailable("it answered in part")

    monkeypatch.setattr(type(store), "candidates", away)
    response = create_app(store=store).test_client().post("/v1/check", json={"text": PIER})
    assert response.status_code == 503
    assert response.headers["Cache-Control"] == "no-store"


def test_the_question_stands_in_no_address(client: FlaskClient) -> None:
    assert client.get("/v1/check", query_string={"text": PIER}).status_code == 405
    response = client.post("/v1/check?text=pier", json={"text": PIER})
    assert (response.status_code, response.get_json()["errors"][0]["field"]) == (400, "text")


def test_a_missing_store_is_said(tmp_path: Path) -> None:
    from indexer.settings import Settings

    client = create_app(Settings(store=f"sqlite:///{tmp_path / 'none.db'}")).test_client()
    assert client.post("/v1/check", json={"text": PIER}).status_code == 503


# --- The page -------------------------------------------------------------------------------------


def test_the_page_answers_in_sentences(client: FlaskClient) -> None:
    form = client.get("/check")
    assert form.status_code == 200
    assert 'method="post"' in form.text
    page = client.post("/check", data={"text": PIER, "speaker": "Holm", "outlet": " "})
    assert (page.status_code, page.headers["Cache-Control"]) == (200, "private, no-cache")
    assert "Word for word in 2 reports, first in Zenit" in page.text
    assert "adds “never”" in page.text
    assert re.search(r"denied or not said, attributed to <a [^>]*>Olof Öst</a>", page.text)
    assert re.findall(r"<script[^>]*>", page.text) == ['<script src="/static/check.js" defer>']


def test_the_page_answers_a_draft(client: FlaskClient) -> None:
    page = client.post("/check", data={"draft": DRAFT})
    assert "4 quotes: 1 word for word, " in page.text


@pytest.mark.parametrize(("text", "status"), [("", 400), ("?!", 400), ("x" * 64_001, 413), ("a <b>mill</b> \0", 400)])
def test_the_page_says_what_is_wrong(client: FlaskClient, text: str, status: int) -> None:
    page = client.post("/check", data={"text": text})
    assert page.status_code == status
    assert "This cannot be checked" in page.text
    assert "<b>mill</b>" not in page.text

"""However much is asked, the answer is small, and making it takes little memory."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
import served
from factory import article, says
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from indexer.check import LONGEST
from indexer.settings import Settings
from indexer.store import open_store
from service import create_app

MOST_BYTES = 20_000
"""Of a problem."""

MOST_BYTES_OF_A_PAGE = 100_000
"""Of a page that says what is wrong, and keeps what was filled in."""

MOST_MEMORY = 60_000_000
"""Bytes allocated at one time while a problem is made, the request's own megabyte included."""

ARTICLE = quote(served.MILL, safe="")
ENDPOINTS = [
    "/v1/quotes",
    "/v1/quotes/none",
    f"/v1/articles/{ARTICLE}",
    "/v1/speakers",
    "/v1/speakers/ida-brandt",
    "/v1/check",
    "/v1/none",
    "/healthz",
    "/readyz",
    "/openapi.json",
    "/",
    f"/articles/{ARTICLE}",
    "/speakers/ida-brandt",
    "/check",
    "/docs",
    "/none",
]
PARAMETERS: list[tuple[str, list[tuple[str, str]]]] = [
    ("many unknown", [(f"k{number}", "") for number in range(1_000)]),
    ("one unknown, often", [("k", "")] * 2_000),
    ("a long unknown name", [("k" * 8_000, "")]),
    ("long unknown names", [(f"{number}{'k' * 700}", "") for number in range(10)]),
    *((f"long {name}", [("q", "bus"), (name, "1" * 8_000)]) for name in ("q", "size", "cursor", "sort", "said_from")),
    *((f"long {name}", [("q", "bus"), (name, "a " * 4_000)]) for name in ("speaker", "kind", "facets", "prefix")),
    *((f"many {name}", [("q", "bus")] + [(name, "mixed")] * 500) for name in ("speaker", "outlet", "kind", "stance")),
    ("many wrong kinds", [("q", "bus")] + [("kind", "k")] * 900),
    ("wrong kinds", [("q", "bus")] + [("kind", "k" * 50)] * 90),
    ("many facets", [("q", "bus"), ("facets", ",".join(["kind"] * 900))]),
    ("many wrong facets", [("q", "bus"), ("facets", ",".join(["f"] * 1_900))]),
    ("deep parentheses", [("q", "(" * 2_500)]),
    ("many words", [("q", "bus " * 1_900)]),
    ("many queries", [("q", "bus")] * 1_000),
    ("no number", [("q", "bus"), ("size", "NaN")]),
    ("an infinite number", [("q", "bus"), ("size", "1e999")]),
    ("a huge negative number", [("size", f"-{'9' * 8_000}")]),
    ("an address too long", [("q", "bus"), ("k", "k" * 8_200)]),
]
DEEP = 100_000
BODIES: list[tuple[str, bytes]] = [
    ("many unknown keys", json.dumps({f"k{number}": 1 for number in range(60_000)}).encode()),
    ("long unknown keys", json.dumps({f"{number}{'k' * 9_000}": 1 for number in range(100)}).encode()),
    ("one long unknown key", json.dumps({"k" * 900_000: 1}).encode()),
    ("one key, often", b"{" + b'"text": 1,' * 60_000 + b'"text": 1}'),
    ("many keys inside", json.dumps({"text": {f"k{number}": 1 for number in range(60_000)}}).encode()),
    ("many items", json.dumps({"text": "a bus", "speaker": ["b"] * 150_000}).encode()),
    ("many items of none", json.dumps({"k": [None] * 150_000}).encode()),
    ("deep lists", b'{"text": ' + b"[" * DEEP + b"]" * DEEP + b"}"),
    ("deep objects", b'{"text": ' + b'{"a":' * DEEP + b"1" + b"}" * DEEP + b"}"),
    ("lists that never end", b"[" * 900_000),
    ("a list", json.dumps([{"text": "a bus"}] * 30_000).encode()),
    ("a text", json.dumps("a" * 900_000).encode()),
    ("a number", b"9" * 900_000),
    ("a long number", b'{"text": ' + b"9" * 4_000 + b"}"),
    ("a number too long", b'{"text": ' + b"9" * 900_000 + b"}"),
    ("no number", b'{"text": NaN}'),
    ("an infinite number", b'{"text": -Infinity}'),
    ("a number beyond all", b'{"text": 1e999}'),
    ("a boolean", b'{"text": true}'),
    ("a long text", json.dumps({"text": "bus " * 200_000}).encode()),
    ("a long draft", json.dumps({"draft": "bus " * 200_000}).encode()),
    ("a long speaker", json.dumps({"text": "the bus was late", "speaker": "Ida " * 200_000}).encode()),
    ("a long outlet", json.dumps({"text": "the bus was late", "outlet": "Post " * 200_000}).encode()),
    ("a long date", json.dumps({"text": "the bus was late", "published_from": "2" * 900_000}).encode()),
    ("many quotes", json.dumps({"draft": "“The bus was late,” said Ida Brandt. " * 1_700}).encode()),
    ("half a character", rb'{"text": "\ud83d \ud83d"}'),
    ("another encoding", '{"text": "the bus was late"}'.encode("utf-16")),
    ("no text", bytes(range(256)) * 3_000),
    ("nothing", b""),
    ("more than is taken", b'{"text": "' + b"a" * 1_000_000 + b'"}'),
]
FORMS: list[tuple[str, bytes]] = [
    ("many fields", b"&".join(b"k%d=1" % number for number in range(100_000))),
    ("empty fields", b"&" * 900_000),
    ("a long name", b"k" * 900_000 + b"=1"),
    ("a long text", b"text=" + b"'%20" * 200_000),
    ("a long draft", b"draft=" + b"'%20" * 200_000),
    ("a long date", b"text=bus&published_from=" + b"2" * 900_000),
    ("a long speaker", b"text=bus&speaker=" + b"Ida+" * 200_000),
    ("one field, often", b"text=bus&" * 100_000),
    ("more than is taken", b"text=" + b"a" * 1_000_000),
]


def named(cases: list[tuple[str, Any]]) -> list[Any]:
    return [pytest.param(value, id=name) for name, value in cases]


def in_little_memory(client: FlaskClient, path: str, **request: Any) -> TestResponse:
    """The answer to a request, for which at most ``MOST_MEMORY`` was allocated."""
    tracemalloc.start()
    try:
        response = client.open(path, **request)
        assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    finally:
        tracemalloc.stop()
    return response


@pytest.mark.parametrize("parameters", named(PARAMETERS))
@pytest.mark.parametrize("path", ENDPOINTS)
def test_parameters(client: FlaskClient, path: str, parameters: list[tuple[str, str]]) -> None:
    response = client.get(path, query_string=urlencode(parameters))
    assert response.status_code in (200, 400, 404, 405, 414)
    if response.status_code != 200:
        assert len(response.data) < (MOST_BYTES_OF_A_PAGE if response.mimetype == "text/html" else MOST_BYTES)


@pytest.mark.parametrize("body", named(BODIES))
def test_bodies(client: FlaskClient, body: bytes) -> None:
    response = in_little_memory(client, "/v1/check", method="POST", data=body, content_type="application/json")
    assert response.status_code in (400, 413)
    assert response.content_type == "application/problem+json"
    assert len(response.data) < MOST_BYTES


@pytest.mark.parametrize("body", named(FORMS))
def test_forms(client: FlaskClient, body: bytes) -> None:
    kind = "application/x-www-form-urlencoded"
    response = in_little_memory(client, "/check", method="POST", data=body, content_type=kind)
    assert response.status_code in (200, 400, 413)
    assert len(response.data) < MOST_BYTES + 6 * LONGEST


WIRE = "The harbour of Kolvik will be closed until the ice is gone and every boat is safe"


def test_a_draft_of_many_quotes_lists_fewer_reports_of_each(tmp_path: Path) -> None:
    settings = Settings(store=f"sqlite:///{tmp_path}/wire.db")
    with open_store(settings, create=True) as store:
        store.replace([article(f"wire-{number}", says(f"“{WIRE}”", "Ida Brandt")) for number in range(30)])
        store.flush()
        client = create_app(settings, store).test_client()
        for quotes, listed in ((1, 30), (40, 25), (120, 8)):
            draft = "".join(f"“{WIRE},” said Ida Brandt.\n\n" for _ in range(quotes))
            answers = [each["answer"] for each in client.post("/v1/check", json={"draft": draft}).get_json()["quotes"]]
            assert len(answers) == quotes
            assert {len(answer["reports"]) for answer in answers} == {listed}
            assert {answer["reports_total"] for answer in answers} == {30}

"""Whatever is sent to the service, the answer is bounded and well formed, and never a fault of its own."""

from __future__ import annotations

import json
from urllib.parse import quote

from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from test_any_question import QUERIES
from texts_to_break import ANYTHING, TEXTS, examples
from werkzeug.test import TestResponse

LARGEST = 1_000_000
"""Bytes of an answer: nothing that is asked here has more in it than that."""

NAMES = st.sampled_from(
    ["q", "in", "speaker", "outlet", "kind", "stance", "said_from", "said_to", "published_from", "published_to", "sort",
     "group", "facets", "limit", "cursor", "page", "text", "draft", "x", "q[]", "Q", ""]
)  # fmt: skip
PATHS = ("/v1/quotes/", "/v1/articles/", "/v1/speakers/", "/quotes/", "/articles/", "/speakers/", "/static/", "/")
TYPES = st.sampled_from(["application/json", "text/plain", "multipart/form-data; boundary=a", ""])
SCALARS = st.one_of(ANYTHING, st.none(), st.booleans(), st.integers(), st.floats(), st.just([]), st.just({}))
BODIES = st.dictionaries(NAMES | ANYTHING, SCALARS | st.lists(SCALARS, max_size=2), max_size=5)


def sent(text: str) -> str:
    """As much of a text as can be written into a request."""
    return text.encode("utf-8", "replace").decode()


def well(response: TestResponse) -> None:
    assert response.status_code < 500, response.data[:500]
    assert len(response.data) < LARGEST
    if "json" in response.content_type:
        json.loads(response.data, parse_constant=no_json)


def no_json(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")


@examples(60)
@given(st.dictionaries(NAMES, QUERIES, max_size=4))
def test_any_search(any_client: FlaskClient, asked: dict[str, str]) -> None:
    for path in ("/v1/quotes", "/", "/v1/speakers", "/check"):
        well(any_client.get(path, query_string={name: sent(value) for name, value in asked.items()}))


@examples(60)
@given(ANYTHING)
def test_any_path(any_client: FlaskClient, text: str) -> None:
    for path in PATHS:
        well(any_client.get(path + quote(text.encode("utf-8", "replace"), safe="")))


@examples(60)
@given(BODIES)
def test_any_body(any_client: FlaskClient, body: dict[str, object]) -> None:
    well(any_client.post("/v1/check", data=json.dumps(body), content_type="application/json"))


@examples(40)
@given(st.sampled_from(["text", "draft"]), TEXTS, st.none() | TEXTS)
def test_any_check(any_client: FlaskClient, name: str, text: str, speaker: str | None) -> None:
    asked = {name: text} if speaker is None else {name: text, "speaker": speaker}
    well(any_client.post("/v1/check", json=asked))
    well(any_client.post("/check", data=asked))


@examples(60)
@given(st.binary(max_size=200), TYPES)
def test_any_bytes(any_client: FlaskClient, data: bytes, content_type: str) -> None:
    well(any_client.post("/v1/check", data=data, content_type=content_type))
    well(any_client.post("/check", data=data, content_type=content_type))

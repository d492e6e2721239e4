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
EXPORTS = tuple(f"/v1/quotes.{ending}" for ending in ("csv", "jsonl", "bib", "ris", "atom"))
DATES = st.sampled_from(
    ["2026", "2026-02", "2026-02-30", "0000-01-01", "9999-12-31", "10000", "-1", "03/10/2026", "31.12.2025", "٢٠٢٦",
     "12 febbraio 2026", "March 2026", "1/1/1", "2026-W01", "1e9", "NaN"]
)  # fmt: skip
LIMITS = st.sampled_from(["0", "1", "-1", "101", "1e999", "NaN", "inf", "٣", "１０", "²", "0x10", "1.5", "9" * 400, ""])
ACTIONS = st.sampled_from(["merge", "split", "rename", "correct", "hide", "forget", "undo", "x"])
NOBODY = st.sampled_from(["ida-brandt", "nobody", "quay", "", " ", "\u0301", "Ida Brandt", "a" * 5_000]) | ANYTHING
TYPES = st.sampled_from(["application/json", "text/plain", "multipart/form-data; boundary=a", ""])
SCALARS = st.one_of(ANYTHING, st.none(), st.booleans(), st.integers(), st.floats(), st.just([]), st.just({}))
BODIES = st.dictionaries(NAMES | ANYTHING, SCALARS | st.lists(SCALARS, max_size=2), max_size=5)


def sent(text: str) -> str:
    """As much of a text as can be written into a request."""
    return text.encode("utf-8", "replace").decode()


def well(response: TestResponse) -> None:
    assert response.status_code < 500, response.data[:500]
    assert len(response.data) < LARGEST
    if response.mimetype.endswith("json"):
        json.loads(response.data, parse_constant=no_json)
    response.close()


def no_json(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")


@examples(60)
@given(st.dictionaries(NAMES, QUERIES, max_size=4))
def test_any_search(any_client: FlaskClient, asked: dict[str, str]) -> None:
    for path in ("/v1/quotes", "/", "/v1/speakers", "/speakers", "/outlets", "/check", *EXPORTS):
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


@examples(60)
@given(
    st.dictionaries(st.sampled_from(["said_from", "said_to", "published_from", "published_to"]), DATES, max_size=3),
    st.dictionaries(
        st.sampled_from(["size", "min_confidence", "min_speaker_confidence", "cursor"]), LIMITS, max_size=2
    ),
    st.lists(st.sampled_from(["speaker", "outlet", "kind", "month", "x", ""]), max_size=30),
)
def test_any_filter(any_client: FlaskClient, days: dict[str, str], limits: dict[str, str], facets: list[str]) -> None:
    for path in ("/v1/quotes", "/", "/v1/quotes.csv", "/v1/quotes.atom"):
        well(any_client.get(path, query_string={"q": "quay", **days, **limits, "facets": facets}))


@examples(40)
@given(ANYTHING, st.sampled_from(["get", "head", "options"]))
def test_any_header(any_client: FlaskClient, text: str, method: str) -> None:
    value = "".join(each for each in text if 32 <= ord(each) < 256)
    for name in (
        "Accept",
        "Authorization",
        "If-None-Match",
        "If-Modified-Since",
        "Range",
        "X-Forwarded-Host",
        "Cookie",
    ):
        for path in ("/?q=quay", "/v1/quotes?q=quay", "/v1/decisions", "/static/style.css"):
            well(any_client.open(path, method=method, headers={name: value}))


@examples(60)
@given(ACTIONS, NOBODY, st.lists(NOBODY, max_size=2), NOBODY | st.none(), st.integers())
def test_any_decision(
    deciding_client: FlaskClient, action: str, about: str, others: list[str], name: str | None, number: int
) -> None:
    body = {"action": action, "id": about, "others": others, "names": others, "name": name, "number": number}
    decided = {"who": "desk", "reason": "as told", **body}
    well(deciding_client.post("/v1/decisions", data=json.dumps(decided), content_type="application/json"))
    for path in ("/v1/decisions", "/v1/speakers", "/v1/quotes?q=quay"):
        well(deciding_client.get(path))

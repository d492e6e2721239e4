"""Whatever is asked, the answer is a result or a named problem, and nothing of it is taken for markup or syntax."""

import json
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SYNTAX = [
    '"', "'", "*", "(", ")", ":", "^", "+", "-", "~", "?", "\\", "/", "[", "]", "{", "}", "<", ">", "&", "|", "%", ";",
    "--", "NEAR(", "NOT", "OR", "AND", "content_search:", "rowid", "bus", "mill", "\x00", "\u202e", "\u0301", "🙂",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(SYNTAX), max_size=12).map(" ".join))
RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@RELAXED
@given(text=TEXTS, where=st.sampled_from(["content", "quoted", "context"]))
def test_any_query(client: FlaskClient, text: str, where: str) -> None:
    asked = {"q": text.encode("utf-8", "replace").decode(), "in": where}
    response = client.get("/v1/quotes", query_string=asked)
    assert response.status_code in (200, 400)
    json.loads(response.data)
    assert client.get("/", query_string=asked).status_code in (200, 302, 400)


@RELAXED
@given(text=TEXTS, name=st.sampled_from(["speaker", "outlet", "kind", "said_from", "cursor", "sort", "facets", "x"]))
def test_any_value_of_any_parameter(client: FlaskClient, text: str, name: str) -> None:
    asked = {"q": "bus", name: text.encode("utf-8", "replace").decode()}
    assert client.get("/v1/quotes", query_string=asked).status_code in (200, 400)
    assert client.get("/", query_string=asked).status_code in (200, 302, 400)


@RELAXED
@given(text=TEXTS.filter(lambda text: text.strip("/.") != ""))
@pytest.mark.parametrize("prefix", ["/v1/quotes/", "/v1/articles/", "/v1/speakers/", "/articles/", "/speakers/"])
def test_any_id(client: FlaskClient, prefix: str, text: str) -> None:
    assert client.get(prefix + quote(text.encode("utf-8", "replace"), safe="")).status_code in (200, 404)


@RELAXED
@given(text=TEXTS)
def test_any_prefix_of_a_speaker(client: FlaskClient, text: str) -> None:
    asked = {"q": text.encode("utf-8", "replace").decode()}
    assert client.get("/v1/speakers", query_string=asked).status_code == 200

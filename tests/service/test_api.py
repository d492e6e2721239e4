import json
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pytest
import served
from flask.testing import FlaskClient

from indexer.settings import Settings, from_environment
from service import answers, create_app
from service.answers import make_quotes
from service.archive import archive
from service.parameters import build


def get(client: FlaskClient, path: str, **parameters: Any) -> dict[str, Any]:
    response = client.get(path, query_string=parameters or None)
    assert response.status_code == 200, response.text
    assert response.content_type == "application/json"
    answer: dict[str, Any] = response.get_json()
    return answer


def test_a_hit_has_all_that_is_known(client: FlaskClient) -> None:
    page = get(client, "/v1/quotes", q="clos* mill", size=1)
    assert set(page) == {"total", "hits", "next_cursor", "undated"}
    assert (page["total"], page["next_cursor"], page["undated"]) == (1, None, None)
    (hit,) = page["hits"]
    text = "“The mill will <b>close</b> in June,”"
    assert hit["text"] == text
    assert [text[start:end] for start, end in hit["highlights"]] == ["mill", "close"]
    assert hit["kind"] == "direct"
    assert hit["stance"] == "asserted"
    assert hit["speaker"] == {
        "id": "ida-brandt",
        "name": "Ida Brandt",
        "as_printed": "the owner",
        "kind": "person",
        "candidates": [],
        "probable": False,
        "wikidata": None,
    }
    assert [span["text"] for span in hit["content"]] == [text]
    assert [span["text"] for span in hit["source"]] == ["the owner"]
    assert [span["text"] for span in hit["cue"]] == ["said"]
    assert hit["said"] == {
        "from": "2025-02-12",
        "to": "2025-02-12",
        "precision": "day",
        "evidence": {"start": 0, "end": 10, "text": "A dateline"},
    }
    assert hit["when"] == {"from": "2025-02-12", "to": "2025-02-12", "basis": "said"}
    assert hit["published"]["value"] == "2025-03-05"
    assert hit["published"]["basis"] == "given"
    assert [other["value"] for other in hit["published"]["others"]] == ["2025-03-06"]
    assert hit["outlet"] == "Fjord Courier"
    assert hit["authors"] == ["A. Writer"]
    assert hit["occasion"] == {"hearer": "Radio Fell", "medium": None, "event": None, "text": "told Radio Fell"}
    assert (hit["before"], hit["after"]) == (
        "Nobody in the valley had expected the news.",
        "The workers were told by letter.",
    )
    assert hit["confidence"] == {"content": 0.9, "speaker": 0.95, "said": 0.9, "act": 0.8}
    assert hit["inside"] is None


def test_spans_are_slices_of_the_article(client: FlaskClient) -> None:
    article = get(client, f"/v1/articles/{quote(served.MILL, safe='')}")
    spans = [span for hit in article["quotes"] for name in ("source", "cue", "content") for span in hit[name]]
    assert len(spans) == 10
    assert all(article["text"][span["start"] : span["end"]] == span["text"] for span in spans)


def test_when_falls_back_to_published_and_then_to_nothing(client: FlaskClient) -> None:
    (debts,) = get(client, "/v1/quotes", q="debts")["hits"]
    assert debts["when"] == {"from": "2025-03-05", "to": "2025-03-05", "basis": "published"}
    (depot,) = get(client, "/v1/quotes", q="depot")["hits"]
    assert (depot["when"], depot["published"], depot["outlet"]) == (None, None, None)


def test_the_command_and_the_api_say_the_same(client: FlaskClient) -> None:
    with client.application.app_context():
        page = archive().store().search(build({"q": "mill"}))
    assert answers.as_json(make_quotes.of_page(page)) == get(client, "/v1/quotes", q="mill")


@pytest.mark.parametrize(
    ("parameters", "total"),
    [
        ({"q": "bus late"}, 25),
        ({"q": '"bus number 3"'}, 1),
        ({"q": "bus -3"}, 24),
        ({"q": "mill OR depot"}, 3),
        ({"speaker": "driver-1"}, 8),
        ({"speaker": ["driver 1", "driver 2"]}, 16),
        ({"speaker": "the owner"}, 1),
        ({"outlet": "valley"}, 25),
        ({"stance": "denied"}, 1),
        ({"kind": ["indirect", "mixed"]}, 1),
        ({"q": "bus", "said_from": "2024-05-25"}, 1),
        ({"q": "bus", "published_to": "2024-05"}, 0),
        ({"q": "speaker:brandt after:2025"}, 1),
        ({"q": "expected", "in": "context"}, 1),
        ({"q": "expected"}, 0),
    ],
)
def test_filters(client: FlaskClient, parameters: dict[str, Any], total: int) -> None:
    assert get(client, "/v1/quotes", **parameters)["total"] == total


def test_undated_are_counted_under_a_date_filter(client: FlaskClient) -> None:
    assert get(client, "/v1/quotes", q="mill OR depot", said_from="2000")["undated"] == 2
    assert get(client, "/v1/quotes", q="(mill OR depot) after:2000")["undated"] == 1


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
def test_pages_follow_one_another(client: FlaskClient, sort: str) -> None:
    seen: list[str] = []
    cursor: dict[str, str] = {}
    for expected in (10, 10, 5):
        page = get(client, "/v1/quotes", q="bus", sort=sort, size=10, **cursor)
        assert (page["total"], len(page["hits"])) == (25, expected)
        seen += [hit["id"] for hit in page["hits"]]
        cursor = {"cursor": page["next_cursor"]}
    assert cursor == {"cursor": None}
    assert len(set(seen)) == 25


def test_facets_come_when_asked_for(client: FlaskClient) -> None:
    page = get(client, "/v1/quotes", outlet="post", facets="speaker,year")
    assert set(page["facets"]) == {"speaker", "year"}
    assert page["facets"]["speaker"][0] == {"value": "driver-0", "label": "Driver 0", "count": 9}
    nothing = get(client, "/v1/quotes", q="zeppelin", facets="kind")
    assert nothing["facets"] == {"kind": []}


def test_one_quote(client: FlaskClient) -> None:
    (found,) = get(client, "/v1/quotes", q="debts")["hits"]
    alone = get(client, found["links"]["self"])
    assert alone.pop("utterance")["id"] == found["id"]
    assert found.pop("utterance") is None
    assert alone == {**found, "highlights": []}


@pytest.mark.parametrize("name", ["article", "speaker", "page"])
def test_links_lead_somewhere(client: FlaskClient, name: str) -> None:
    for hit in get(client, "/v1/quotes", q="mill OR depot")["hits"]:
        assert client.get(hit["links"][name]).status_code == 200


@pytest.mark.parametrize("article_id", [served.MILL, served.DEPOT, "bus-1"])
@pytest.mark.parametrize("prefix", ["/v1/articles/", "/articles/"])
def test_an_id_is_anything(client: FlaskClient, prefix: str, article_id: str) -> None:
    assert client.get(prefix + quote(article_id, safe="")).status_code == 200


def test_an_id_with_its_slashes_as_they_are(client: FlaskClient) -> None:
    assert get(client, f"/v1/articles/{quote(served.DEPOT)}")["id"] == served.DEPOT


CALLERS: list[tuple[str, dict[str, str]]] = [
    ("127.0.0.1", {}),
    ("127.0.0.1", {"Host": "127.0.0.1:8080"}),  # what nginx sends by proxy_pass alone, whoever its caller is
    ("::1", {"Host": "[::1]:8080"}),
    ("::ffff:127.0.0.1", {"Host": "localhost"}),
    ("127.0.0.1", {"X-Forwarded-For": "127.0.0.1", "X-Forwarded-Host": "localhost"}),
    ("192.0.2.7", {"Host": "archive.example"}),
    ("", {}),
]


@pytest.mark.parametrize("full_text", [False, True])
@pytest.mark.parametrize(("address", "headers"), CALLERS)
def test_whole_articles_are_shown_only_by_the_setting(
    settings: Settings, full_text: bool, address: str, headers: dict[str, str]
) -> None:
    client = create_app(replace(settings, full_text=full_text)).test_client()
    path = quote(served.MILL, safe="")
    environment = {"REMOTE_ADDR": address}
    article = client.get(f"/v1/articles/{path}", environ_base=environment, headers=headers).get_json()
    assert (article["text"] is not None, article["furniture"] is not None) == (full_text, full_text)
    assert len(article["quotes"]) == 3
    assert all(len(hit[side].split()) <= 40 for hit in article["quotes"] for side in ("before", "after"))
    page = client.get(f"/articles/{path}", environ_base=environment, headers=headers).text
    assert ("The workers were told by letter.\nthe owner <u>said</u>." in page) is full_text


def test_whole_articles_are_not_shown_by_default() -> None:
    assert [Settings().full_text, from_environment({}).full_text] == [False, False]
    assert [from_environment({"ONRECORD_FULL_TEXT": value}).full_text for value in ("1", "0", "")] == [
        True, False, False,
    ]  # fmt: skip


def test_speakers_by_prefix_and_page(client: FlaskClient) -> None:
    first = get(client, "/v1/speakers", q="driv", size=2)
    second = get(client, "/v1/speakers", q="driv", size=2, cursor=first["next_cursor"])
    assert [speaker["id"] for speaker in first["speakers"] + second["speakers"]] == ["driver-0", "driver-1", "driver-2"]
    assert second["next_cursor"] is None


def test_one_speaker(client: FlaskClient) -> None:
    speaker = get(client, "/v1/speakers/ida-brandt")
    assert (speaker["name"], speaker["quotes"], speaker["articles"]) == ("Ida Brandt", 2, 2)
    assert (speaker["earliest"], speaker["latest"]) == ("2025-03-05", "2025-03-05")
    assert [(each["value"], each["count"]) for each in speaker["by_month"]] == [("2025-02", 1)]
    assert [(each["value"], each["count"]) for each in speaker["by_act"]] == [("said", 2)]
    assert [(each["key"], each["quotes"]) for each in speaker["names"]] == [("ida-brandt", 2)]
    assert get(client, speaker["links"]["quotes"])["total"] == 2
    assert get(client, "/v1/quotes?speaker=brandt")["total"] == 2
    assert get(client, "/v1/quotes?speaker=id:brandt")["total"] == 0


def test_health(client: FlaskClient) -> None:
    assert get(client, "/healthz") == {"status": "up"}
    ready = get(client, "/readyz")
    assert (ready["status"], ready["articles"], ready["quotes"]) == ("ready", 27, 29)


def test_head_and_options(client: FlaskClient) -> None:
    head = client.head("/v1/quotes?q=bus")
    assert (head.status_code, head.data) == (200, b"")
    assert int(head.headers["Content-Length"]) > 0
    options = client.options("/v1/quotes")
    assert {method.strip() for method in options.headers["Allow"].split(",")} == {"GET", "HEAD", "OPTIONS"}


@pytest.mark.parametrize("path", ["/", "/v1/quotes?q=bus", "/v1/nothing", "/docs", "/static/style.css", "/?q=%22"])
def test_every_answer_is_fenced(client: FlaskClient, path: str) -> None:
    with client.get(path) as response:
        headers = response.headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_answers_are_what_their_models_say(client: FlaskClient) -> None:
    page = client.get("/v1/quotes", query_string={"q": "bus", "facets": "kind"})
    read = answers.QuotePage.model_validate_json(page.data)
    assert json.loads(answers.as_text(read)) == page.get_json()

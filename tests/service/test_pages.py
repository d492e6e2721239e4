"""Pages are sound, and show what is known of quotes, articles and speakers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html import escape
from typing import Any
from urllib.parse import quote

import pytest
import served
from factory import article, says
from flask.testing import FlaskClient
from outlines import Outline, outline, quote_pages, sound

from indexer.errors import Invalid
from indexer.model import SpeakerKind
from indexer.query import Hit
from indexer.settings import from_environment
from indexer.store.base import without_text
from service.pages.calibration_plot import CURVES
from service.pages.topics import topics

QUERIES: list[dict[str, Any]] = [
    {},
    {"q": "mill"},
    {"q": "mill", "said_from": "2025", "kind": ["direct", "indirect"]},
    {"q": '"><script>alert(9)</script>'},
    {"q": "'\"<b>"},
    {"speaker": "ida", "sort": "newest"},
    {"said_from": '"onclick="'},
]
PATHS = [
    "/speakers/ida-brandt",
    f"/articles/{quote(served.MILL, safe='')}",
    f"/articles/{quote(served.DEPOT, safe='')}",
]


@pytest.mark.parametrize("parameters", QUERIES)
def test_a_search_page_is_sound(client: FlaskClient, parameters: dict[str, Any]) -> None:
    response = client.get("/", query_string=parameters or None)
    assert response.status_code in (200, 400)
    sound(Outline(response.text))
    assert "<script>alert" not in response.text


def test_outlets_have_their_span_of_time(client: FlaskClient) -> None:
    page = outline(client, "/outlets")
    assert "2 outlets" in page.text
    assert "Valley Post 2525 June 2024June 2024" in page.text
    assert "Fjord Courier 13 March 2025March 2025" in page.text
    assert "not known 11 1 undated" in page.text
    assert "25 quotations" in outline(client, "/?outlet=Valley+Post").text
    assert client.get("/v1/outlets").get_json()["outlets"][2] == {
        "name": "Valley Post",
        "articles": 25,
        "quotes": 25,
        "months": {"2024-06": 25},
    }


def test_about_tells_how_sure_it_is(client: FlaskClient) -> None:
    page = outline(client, "/about")
    assert "27 articles, 29 quotes, 5 named speakers" in page.text
    assert "Words, all between quotation marks" in page.text
    assert "If an attribution is wrong" in page.text
    assert len(page.all("polyline")) == len(CURVES)


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("desk@courier.example", "mailto:desk@courier.example"),
        ("https://courier.example/wrong", "https://courier.example/wrong"),
        (None, None),
    ],
)
def test_about_tells_whom_to_tell(serving: Callable[..., FlaskClient], contact: str | None, link: str | None) -> None:
    page = outline(serving(contact=contact), "/about")
    assert "Tell those who run this archive" in page.text
    assert [each["href"] for each in page.all("a") if str(each["href"]).startswith(("mailto:", "https:"))] == (
        [link] if link else []
    )


@pytest.mark.parametrize("value", ["desk", "javascript:alert(1)", "a b@c.example", "x@y?cc=z@w"])
def test_a_contact_that_is_none_is_refused(value: str) -> None:
    with pytest.raises(Invalid, match="ONRECORD_CONTACT"):
        from_environment({"ONRECORD_CONTACT": value})


@pytest.mark.parametrize("path", [*PATHS, "/docs", "/about", "/outlets", "/speakers", "/articles/none", "/quotes/none"])
def test_a_page_is_sound(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    sound(Outline(response.text))
    assert "<script>alert" not in response.text


def test_pages_of_quotes_are_sound(client: FlaskClient) -> None:
    for path in quote_pages(client):
        page = outline(client, path)
        sound(page)
        assert re.search(r"ttributed to .+ by (Fjord Courier|an unknown outlet)", page.text)
        assert "javascript:" not in str(page.elements)


def test_a_hit_is_shown_with_all_that_is_known(client: FlaskClient) -> None:
    page = outline(client, "/", q="mill clos*")
    assert "1 quotation with “mill clos*”" in page.text
    assert "Ida Brandt printed as “the owner” said 12 February 2025 ✓ Word for word" in page.text
    assert "Fjord Courier, “Mill <script>alert(1)</script> to close”, 5 March 2025 · told Radio Fell" in page.text
    assert "Nobody in the valley had expected the news. “The mill will <b>close</b> in June,” The workers" in page.text
    assert len(page.all("mark")) == 4
    links = {str(link["href"]).partition("?")[0].partition("#")[0] for link in page.all("a")}
    (quote_id,) = (link.removeprefix("/quotes/") for link in links if link.startswith("/quotes/"))
    assert {"/check", f"/articles/{quote(served.MILL, safe='')}", "/speakers/ida-brandt"} <= links
    anchors = [str(link["href"]).partition("#")[2] for link in page.all("a")]
    assert f"q-{quote_id}" in anchors


@pytest.mark.parametrize(
    ("between", "shown"),
    [
        (
            ("Brandt told the council, with her coat still on,",),
            "“We rent,” [Brandt told the council, with her coat still on] “and we pay.”",
        ),
        (
            (" ".join(f"w{number}" for number in range(30)),),
            "“We rent,” [w0 w1 w2 w3 w4 w5 w6 … w23 w24 w25 w26 w27 w28 w29] “and",
        ),
        ((",",), "“We rent,” “and we pay.”"),
        (("",), "“We rent,” “and we pay.”"),
        ((), "“We rent,” […] “and we pay.”"),
    ],
)
def test_removed_words_are_told(serving: Callable[..., FlaskClient], between: tuple[str, ...], shown: str) -> None:
    stored = article("a", says(("“We rent,”", "“and we pay.”")))
    told = replace(stored, quotes=tuple(replace(each, between=between) for each in stored.quotes))
    page = outline(serving(told), "/", q="rent pay")
    assert shown in page.text


def test_no_space_is_put_before_punctuation(serving: Callable[..., FlaskClient]) -> None:
    page = outline(serving(article("a", says("“It rains”", before="Then:", after=", she wrote."))), "/", q="rains")
    assert "Then: “It rains”, she wrote." in page.text


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("debts", "Otto Lind printed 5 March 2025 ✕ Denied that the mill had debts"),
        ("tired", "“he” printed 5 March 2025 ✓ Word for word “We were tired,” […] “and we were cold.”"),
        ("depot", "Unknown outlet"),
    ],
)
def test_a_hit_says_how_faithful_it_is(client: FlaskClient, words: str, shown: str) -> None:
    assert shown in outline(client, "/", q=words).text


def test_the_forms_keep_what_was_asked(client: FlaskClient) -> None:
    choices = {"sort": "oldest", "in": "quoted", "group": "utterance"}
    asked: dict[str, Any] = {"q": 'bus -"3"', "speaker": "driver", "kind": "direct", **choices}
    page = outline(client, "/", **asked)
    fields = {str(field["id"]): field.get("value") for field in page.all("input") if "id" in field}
    assert (fields["q"], fields["words"], fields["speaker"]) == ('bus -"3"', 'bus -"3"', "driver")
    assert [box["value"] for box in page.all("input") if "checked" in box] == ["direct"]
    assert [option["value"] for option in page.all("option") if "selected" in option] == list(choices.values())
    hidden = [(field["name"], field["value"]) for field in page.all("input") if field.get("type") == "hidden"]
    assert sorted(hidden) == sorted((name, value) for name, value in asked.items() if name != "q")


def test_an_article_has_its_quotes_in_place(client: FlaskClient) -> None:
    page = client.get(PATHS[1]).text
    quoted = escape("“The mill will <b>close</b> in June,”")
    assert re.search(
        r'Nobody in the valley had expected the news.\n.*?<a class="words" [^>]*id="q-\w+"[^>]*>' + re.escape(quoted),
        page,
        re.S,
    )
    assert '<span class="furniture">A dateline</span>' in page
    assert "<u>said</u>" in page
    notes = Outline(page).text
    assert "Ida Brandt ✓ Word for word said 12 February 2025, told Radio Fell How sure: the words 90 %" in notes
    assert page.count(quoted) == 1


def test_a_speaker_has_the_newest_quotes(client: FlaskClient) -> None:
    page = outline(client, "/speakers/driver-0")
    assert "9 quotes in 9 articles, published 1 June 2024" in page.text
    assert page.text.index("Bus number 24") < page.text.index("Bus number 0 ")
    assert "Word for word: 9" in page.text
    links = {str(link["href"]) for link in page.all("a")}
    assert "/v1/quotes.atom?speaker=id:driver-0" in links
    assert "/?speaker=id:driver-0&outlet=id:Valley+Post" in links
    within = {str(field.get("name")): field.get("value") for field in page.all("input")}
    assert within["speaker"] == "id:driver-0"


def test_an_article_of_a_month_is_shown_with_no_day(serving: Callable[..., FlaskClient]) -> None:
    stored = article("pier", says("“The pier will hold.”", said=None), published="2026-03", others=("2026-04",))
    client = serving(stored, full_text=True)
    assert "printed in March 2026" in outline(client, "/", q="pier").text
    assert "March 2026, " in outline(client, "/articles/pier").text
    (quote,) = client.get("/v1/quotes?q=pier").get_json()["hits"]
    page = outline(client, f"/quotes/{quote['id']}").text
    assert re.search(r"Published *March 2026, .*April 2026, ", page)
    assert outline(client, "/speakers/ida-brandt").all("h1")
    assert "in Fjord Courier in March 2026" in outline(client, "/check", quote=quote["id"]).text


def test_bodies_are_listed_by_their_first_word_and_people_by_their_surname(serving: Callable[..., FlaskClient]) -> None:
    body = SpeakerKind.ORGANISATION
    lines = [
        says("“It holds.”", "the Harbour Authority", speaker_kind=body),
        says("“It held.”", "Upland Water", speaker_kind=body),
        says("“It fell.”", "Ada Lund Jr."),
    ]
    client = serving(article("pier", *lines), article("mole", says("“It is gone.”", "Ada Lund Jr."), outlet="Mole"))
    page = outline(client, "/speakers")
    assert "3 speakers" in page.text
    assert "Listed unasked are all of them" in page.text
    assert "Most quoted H L U" in page.text
    assert "Ada Lund" in outline(client, "/speakers", initial="l").text


def test_topics_are_the_weighty_words_that_come_back() -> None:
    texts = ["The harbour is closed", "Harbours are ours, says Lund", "We want the harbour and the pension", "pension"]
    stored = [article(f"a{number}", says(text)) for number, text in enumerate(texts)]
    hits = [Hit(each.quotes[0], without_text(each.article)) for each in stored]
    assert topics(hits, but=["Ada Lund"]) == ["harbour"]
    assert topics(hits, but=["Ada Lund"], fewest=2) == ["harbour", "pension"]
    assert topics(hits[:1], fewest=1) == ["harbour", "closed"]


def test_speakers_are_found_and_browsed(client: FlaskClient) -> None:
    assert "Ida Brandt2 quotes, 1 outlet" in outline(client, "/speakers", name="brnadt").text
    assert "Nobody of a like name" in outline(client, "/speakers", name="zzz").text
    assert "5 speakers" in (page := outline(client, "/speakers").text)
    assert "Listed unasked are 0" in page
    assert "The other 5 may be private people" in page
    for odd in ({"page": "0"}, {"page": "x"}, {"page": "9999"}, {"initial": "ß"}, {"name": "?"}):
        assert outline(client, "/speakers", **odd).all("h1")


def test_the_wording_of_a_quote_is_checked_by_its_id(client: FlaskClient) -> None:
    (quote_id,) = (hit["id"] for hit in client.get("/v1/quotes?q=mill clos*").get_json()["hits"])
    assert "The mill will" in outline(client, "/check", quote=quote_id).text
    assert "There is no quote with this id" in outline(client, "/check", 404, quote="none").text


def test_what_is_not_there_is_told_in_a_readers_words(client: FlaskClient) -> None:
    page = outline(client, "/quotes/none", 404)
    assert "There is nothing here There is no quote with this id." in page.text

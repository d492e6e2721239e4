import re
from dataclasses import replace
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import served
from factory import article, says
from flask.testing import FlaskClient

from indexer.store import open_store
from service import create_app
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


class Outline(HTMLParser):
    """Checks that elements are closed in order, and gathers what they are."""

    EMPTY = frozenset({"meta", "link", "input", "br"})
    CLOSED = frozenset({"rect", "path", "polyline"})

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.CLOSED
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.texts))


def outline(client: FlaskClient, path: str, status: int = 200, **parameters: Any) -> Outline:
    response = client.get(path, query_string=parameters or None)
    assert response.status_code == status
    assert response.content_type == "text/html; charset=utf-8"
    return Outline(response.text)


def quote_pages(client: FlaskClient) -> list[str]:
    hits = client.get("/v1/quotes?q=mill OR depot OR tired").get_json()["hits"]
    assert len(hits) == 4
    return [hit["links"]["page"] for hit in hits]


def sound(page: Outline) -> None:
    """What every page must be: titled, without scripts, with a name for each field, and no foreign address."""
    assert page.all("html")[0]["lang"] == "en"
    assert len(page.all("h1")) == 1
    assert page.all("script") == []
    labelled = {label.get("for") for label in page.all("label")}
    for field in page.all("input") + page.all("select"):
        assert field.get("type") in ("checkbox", "hidden") or "aria-label" in field or field["id"] in labelled
    identities = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(identities) == len(set(identities))
    for _, attributes in page.elements:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
    for link in page.all("a"):
        target = link["href"] or ""
        assert target.startswith(("/", "#", "https://courier.example/", "http://localhost/"))
    for anchor in (link["href"] or "" for link in page.all("a")):
        assert not anchor.startswith("#") or anchor[1:] in identities
        assert not re.search(r"[?&]\w+=(&|$)", anchor), "an address has an empty parameter"


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
def test_removed_words_are_told(tmp_path: Path, between: tuple[str, ...], shown: str) -> None:
    stored = article("a", says(("“We rent,”", "“and we pay.”")))
    with open_store(f"sqlite:///{tmp_path / 'a.db'}", create=True) as store:
        store.replace([replace(stored, quotes=tuple(replace(each, between=between) for each in stored.quotes))])
        store.flush()
        page = outline(create_app(store=store).test_client(), "/", q="rent pay")
    assert shown in page.text


def test_no_space_is_put_before_punctuation(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'a.db'}", create=True) as store:
        store.replace([article("a", says("“It rains”", before="Then:", after=", she wrote."))])
        store.flush()
        page = outline(create_app(store=store).test_client(), "/", q="rains")
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


def chips(page: Outline) -> list[str]:
    return re.findall(r"(\S[^×]*?) ×", page.text.partition("API ")[2].replace("(take off)", ""))


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({"speaker": "id:driver-1"}, ["Speaker: Driver 1"]),
        ({"speaker": ["driver 1", "id:none"]}, ["Speaker: driver 1", "Speaker: none"]),
        ({"outlet": "Valley Post", "kind": "direct"}, ["Outlet: Valley Post", "Kind: Word for word"]),
        ({"after": "2024-05", "before": "2024-05"}, ["May 2024"]),
        ({"after": "2024", "before": "2024"}, ["2024"]),
        ({"after": "2023", "before": "2024"}, ["2023 to 2024"]),
        ({"after": "2024-05-03"}, ["Since 3 May 2024"]),
        ({"before": "2024-06"}, ["Until 30 June 2024"]),
        ({"said_from": "2024-05-03", "said_to": "2024-05-09"}, ["Said 3 to 9 May 2024"]),
        ({"published_from": "2024-05-30", "published_to": "2024-06-02"}, ["Published 30 May to 2 June 2024"]),
    ],
)
def test_what_narrows_a_search_can_be_taken_off(client: FlaskClient, asked: dict[str, Any], shown: list[str]) -> None:
    page = outline(client, "/", q="bus", **asked)
    assert chips(page) == shown
    head = page.text.partition("(take off)")[0]
    assert shown[0] in head
    fewer = [str(link["href"]) for link in page.all("a") if str(link["href"]).startswith("/?")][: len(shown)]
    for link in fewer:
        assert len(chips(outline(client, link))) == len(shown) - 1


def test_facets_are_links_that_narrow(client: FlaskClient) -> None:
    page = outline(client, "/", q="bus")
    assert "Speaker Driver 0 9 Driver 1 8 Driver 2 8" in page.text
    assert "Outlet Valley Post 25" in page.text
    assert "Year 2024 25" in page.text
    narrowed = outline(client, "/?q=bus&speaker=id:driver-1")
    assert "8 quotations with “bus”" in narrowed.text
    assert "/?q=bus&speaker=id:driver-1" in {link["href"] for link in page.all("a")}


def test_bars_lead_to_their_month(client: FlaskClient) -> None:
    page = outline(client, "/", q="mill OR bus")
    (link,) = [each for each in page.all("a") if each.get("aria-label") == "May 2024: 25"]
    assert "25 quotations" in outline(client, str(link["href"])).text


def test_people_come_first(client: FlaskClient) -> None:
    page = outline(client, "/", q="ida brandt")
    assert "Ida Brandt2 quotes in 2 articles" in page.text
    assert "Ida Brandt2 quotes" not in outline(client, "/", q='"ida brandt"').text


def test_a_search_that_finds_nothing_says_what_each_filter_hides(client: FlaskClient) -> None:
    page = outline(client, "/", q="bus", outlet="Courier", after="2024")
    assert "Nothing found for “bus”" in page.text
    assert "Without Outlet: Courier: 25 quotes" in page.text
    assert "Without Since" not in page.text


@pytest.mark.parametrize(
    ("asked", "shown", "link"),
    [
        ({"q": "numbre"}, "Did you mean number: 25 quotes", "/?q=number"),
        ({"q": "number closd"}, "", ""),
        ({"q": "numbre lat"}, "", ""),
        ({"q": "depto stays"}, "Did you mean depot stays: 1 quote", "/?q=depot+stays"),
        (
            {"q": "number depot"},
            "Each word is found, but not all in one quote: any of these words, 26 quotes",
            "/?q=number+OR+depot",
        ),
        ({"q": "brnadt"}, "People of a like name Ida Brandt: 2 quotes", "/speakers/ida-brandt"),
        (
            {"q": "bus", "outlet": "vallye"},
            "Outlets of a like name Valley Post: 25 quotes",
            "/?q=bus&outlet=Valley+Post",
        ),
    ],
)
def test_a_search_that_finds_nothing_says_what_was_meant(
    client: FlaskClient, asked: dict[str, Any], shown: str, link: str
) -> None:
    page = outline(client, "/", **asked)
    assert "Nothing found" in page.text
    assert shown in page.text
    assert not link or link in {each["href"] for each in page.all("a")}
    sound(page)


def test_empty_fields_are_left_out_of_the_address(client: FlaskClient) -> None:
    response = client.get(
        "/", query_string={"q": "debts", "speaker": "", "said_from": " ", "sort": "", "kind": "indirect"}
    )
    assert (response.status_code, response.location) == (302, "/?q=debts&kind=indirect")
    assert "1 paraphrase" in outline(client, "/", q="debts", utm_source="mail").text


def test_pages_lead_to_the_end_and_back(client: FlaskClient) -> None:
    page = outline(client, "/", q="bus", sort="newest")
    assert "1–20 of 25" in page.text
    (following,) = [str(link["href"]) for link in page.all("a") if link.get("rel") == "next"]
    last = outline(client, following)
    assert "21–25 of 25" in last.text
    assert (page.text.count("In the article"), last.text.count("In the article")) == (20, 5)
    assert not [link for link in last.all("a") if link.get("rel") == "next"]
    assert [link["href"] for link in last.all("a") if link.get("rel") == "prev"] == ["/?q=bus&sort=newest"]


@pytest.mark.parametrize("number", ["0", "-1", "two", "9999", "1.5", "٣", "9" * 40])
def test_a_page_out_of_reach_is_refused(client: FlaskClient, number: str) -> None:
    page = outline(client, "/", 400, q="bus", page=number)
    assert "page: is " in page.text
    assert "/?q=bus" in {link["href"] for link in page.all("a")}


@pytest.mark.parametrize(
    ("asked", "number", "last", "words"),
    [
        ({"q": "bus"}, "3", "/?q=bus&page=2", "page 2, the last"),
        ({"q": "bus", "sort": "newest"}, "400", "/?q=bus&sort=newest&page=2", "page 2, the last"),
        ({"q": "mill clos*"}, "2", "/?q=mill+clos*", "the only page"),
    ],
)
def test_a_page_beyond_the_last_one_leads_to_it(
    client: FlaskClient, asked: dict[str, str], number: str, last: str, words: str
) -> None:
    page = outline(client, "/", **asked, page=number)
    assert f"This page lies beyond the last one: go to {words}" in page.text
    assert "no proof" not in page.text
    assert last in {link["href"] for link in page.all("a")}
    assert "In the article" in outline(client, last).text


def test_the_same_search_as_json(client: FlaskClient) -> None:
    page = outline(client, "/", q="bus", speaker=["driver 1", "driver 2"])
    (link,) = [str(link["href"]) for link in page.all("a") if str(link["href"]).startswith("/v1/quotes?")]
    assert client.get(link).get_json()["total"] == 16


def test_a_wrong_query_is_shown_with_its_repair(client: FlaskClient) -> None:
    page = outline(client, "/", 400, q='mill "in June', kind="direct")
    assert "this quotation mark is never closed" in page.text
    (link,) = [str(link["href"]) for link in page.all("a") if "q=" in str(link["href"])]
    assert "1 quotation" in outline(client, link).text


def test_a_wrong_filter_is_marked(client: FlaskClient) -> None:
    page = outline(client, "/", 400, q="mill", said_from="soon")
    (field,) = [field for field in page.all("input") if "aria-invalid" in field]
    assert (field["id"], field["aria-describedby"]) == ("said_from", "wrong")
    assert "open" in page.all("details")[0]


def test_the_first_page_has_examples_that_work(client: FlaskClient) -> None:
    page = outline(client, "/")
    assert "29 quotes of 5 named speakers in 27 articles of 2 outlets" in page.text
    assert "What is Driver 0 on record with?" in page.text
    assert outline(client, "/speakers/driver-0").text


def test_an_empty_archive_says_what_to_do(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'a.db'}", create=True) as store:
        page = outline(create_app(store=store).test_client(), "/")
    assert "onrecord index FOLDER" in page.text


def test_undated_quotes_are_spoken_of(client: FlaskClient) -> None:
    assert "2 more would match, but have no such date" in outline(client, "/", q="mill OR depot", said_from="2000").text


def test_nothing_found_is_no_proof(client: FlaskClient) -> None:
    assert "no proof that it was never said" in outline(client, "/", q="zeppelin").text


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
    assert "/?speaker=id:driver-0&outlet=Valley+Post" in links
    within = {str(field.get("name")): field.get("value") for field in page.all("input")}
    assert within["speaker"] == "id:driver-0"


def test_topics_are_the_weighty_words() -> None:
    texts = ["The harbour is closed", "Harbours are ours, says Lund", "We want the harbour and the pension", "pension"]
    assert topics(texts, but=["Ada Lund"]) == ["harbour", "pension"]


def test_speakers_are_found_and_browsed(client: FlaskClient) -> None:
    assert "Ida Brandt2 quotes, 1 outlet" in outline(client, "/speakers", name="brnadt").text
    assert "Nobody of a like name" in outline(client, "/speakers", name="zzz").text
    assert "Speakers" in outline(client, "/speakers").text
    for odd in ({"page": "0"}, {"page": "x"}, {"page": "9999"}, {"initial": "ß"}, {"name": "?"}):
        assert outline(client, "/speakers", **odd).all("h1")


def test_the_wording_of_a_quote_is_checked_by_its_id(client: FlaskClient) -> None:
    (quote_id,) = (hit["id"] for hit in client.get("/v1/quotes?q=mill clos*").get_json()["hits"])
    assert "The mill will" in outline(client, "/check", quote=quote_id).text
    assert "There is no quote with this id" in outline(client, "/check", 404, quote="none").text


def test_what_is_not_there_is_told_in_a_readers_words(client: FlaskClient) -> None:
    page = outline(client, "/quotes/none", 404)
    assert "There is nothing here There is no quote with this id." in page.text

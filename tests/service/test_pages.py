import re
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
        assert field.get("type") == "checkbox" or field["id"] in labelled
    identities = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(identities) == len(set(identities))
    for _, attributes in page.elements:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
    for link in page.all("a"):
        target = link["href"] or ""
        assert target.startswith(("/", "#", "https://courier.example/"))
    for anchor in (link["href"] or "" for link in page.all("a")):
        assert not anchor.startswith("#") or anchor[1:] in identities


@pytest.mark.parametrize("parameters", QUERIES)
def test_a_search_page_is_sound(client: FlaskClient, parameters: dict[str, Any]) -> None:
    response = client.get("/", query_string=parameters or None)
    assert response.status_code in (200, 400)
    sound(Outline(response.text))
    assert "<script>alert" not in response.text


@pytest.mark.parametrize("path", [*PATHS, "/docs", "/articles/none", "/quotes/none"])
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
    assert "1 quote" in page.text
    assert "Attributed to Ida Brandt by Fjord Courier, told Radio Fell" in page.text
    assert "Nobody in the valley had expected the news. “The mill will <b>close</b> in June,” The workers" in page.text
    assert "said: 12 February 2025, by the words “A dateline”" in page.text
    assert "published: 5 March 2025, as given to the archive" in page.text
    assert len(page.all("mark")) == 2


def test_no_space_is_put_before_punctuation(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'a.db'}", create=True) as store:
        store.replace([article("a", says("“It rains”", before="Then:", after=", she wrote."))])
        store.flush()
        page = outline(create_app(store=store).test_client(), "/", q="rains")
    assert "Then: “It rains”, she wrote." in page.text


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("debts", "A denial attributed to Otto Lind by Fjord Courier"),
        ("tired", "Attributed to “he” by Fjord Courier"),
        ("depot", "Attributed to Ida Brandt by an unknown outlet"),
    ],
)
def test_nobody_is_said_to_have_said(client: FlaskClient, words: str, sentence: str) -> None:
    assert sentence in outline(client, "/", q=words).text


def test_the_form_keeps_what_was_asked(client: FlaskClient) -> None:
    choices = {"sort": "oldest", "in": "quoted", "group": "utterance"}
    asked: dict[str, Any] = {"q": 'bus -"3"', "speaker": "driver", "kind": "direct", **choices}
    page = outline(client, "/", **asked)
    fields = {str(field["id"]): field.get("value") for field in page.all("input") if "id" in field}
    assert (fields["q"], fields["speaker"]) == ('bus -"3"', "driver")
    assert [box["value"] for box in page.all("input") if "checked" in box] == ["direct"]
    assert [option["value"] for option in page.all("option") if "selected" in option] == list(choices.values())
    assert "Filters and order: speaker driver; kind direct; sort oldest; in quoted" in page.text
    assert "open" not in page.all("details")[0]


def test_empty_fields_and_foreign_ones_ask_for_nothing(client: FlaskClient) -> None:
    page = outline(client, "/", q="debts", speaker="", said_from="", sort="", utm_source="mail")
    assert "1 quote" in page.text


def test_next_pages_lead_to_the_end(client: FlaskClient) -> None:
    page = outline(client, "/", q="bus", sort="newest")
    (following,) = [link["href"] for link in page.all("a") if link.get("rel") == "next"]
    last = outline(client, str(following))
    assert len(re.findall("Attributed to", page.text)) == 20
    assert len(re.findall("Attributed to", last.text)) == 5
    assert not [link for link in last.all("a") if link.get("rel") == "next"]


def test_the_same_search_as_json(client: FlaskClient) -> None:
    page = outline(client, "/", q="bus", speaker=["driver 1", "driver 2"])
    (link,) = [str(link["href"]) for link in page.all("a") if str(link["href"]).startswith("/v1/quotes?")]
    assert client.get(link).get_json()["total"] == 16


def test_a_wrong_query_is_shown_with_its_repair(client: FlaskClient) -> None:
    page = outline(client, "/", 400, q='mill "in June', kind="direct")
    assert "this quotation mark is never closed" in page.text
    (link,) = [str(link["href"]) for link in page.all("a") if "q=" in str(link["href"])]
    assert "1 quote" in outline(client, link).text


def test_a_wrong_filter_is_marked(client: FlaskClient) -> None:
    page = outline(client, "/", 400, q="mill", said_from="soon")
    (field,) = [field for field in page.all("input") if "aria-invalid" in field]
    assert (field["id"], field["aria-describedby"]) == ("said_from", "wrong")
    assert "open" in page.all("details")[0]


def test_undated_quotes_are_spoken_of(client: FlaskClient) -> None:
    assert "2 more would match, but have no such date" in outline(client, "/", q="mill OR depot", said_from="2000").text


def test_nothing_found_is_no_proof(client: FlaskClient) -> None:
    assert "no proof that it was never said" in outline(client, "/", q="zeppelin").text


def test_an_article_has_its_quotes_in_place(client: FlaskClient) -> None:
    page = client.get(PATHS[1]).text
    before, after = "Nobody in the valley had expected the news.\n", "\nThe workers were told by letter."
    quoted = escape("“The mill will <b>close</b> in June,”")
    assert re.search(re.escape(before) + r"<a [^>]*>" + re.escape(quoted) + "</a>" + re.escape(after), page)
    assert '<span class="furniture">A dateline</span>' in page


def test_a_speaker_has_the_newest_quotes(client: FlaskClient) -> None:
    page = outline(client, "/speakers/driver-0")
    assert "9 in 9 articles" in page.text
    assert page.text.index("Bus number 24") < page.text.index("Bus number 0 ")

"""The page of results: what narrows it, what leads on, and what it says where nothing is found."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from factory import article, says
from flask.testing import FlaskClient
from outlines import Outline, outline, sound


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
    assert {"/?q=bus&speaker=id:driver-1", "/?q=bus&outlet=id:Valley+Post"} <= {link["href"] for link in page.all("a")}
    assert chips(outline(client, "/?q=bus&outlet=id:Valley+Post")) == ["Outlet: Valley Post"]


def test_bars_lead_to_their_month(client: FlaskClient) -> None:
    page = outline(client, "/", q="mill OR bus")
    (link,) = [each for each in page.all("a") if each.get("aria-label") == "May 2024: 25"]
    assert "25 quotations" in outline(client, str(link["href"])).text


def test_people_come_first(client: FlaskClient) -> None:
    page = outline(client, "/", q="ida brandt")
    assert "Ida Brandt2 quotes in 2 articles" in page.text
    assert "Ida Brandt2 quotes" not in outline(client, "/", q='"ida brandt"').text


@pytest.mark.parametrize("words", ["brandt", "brandt zeppelin"])
def test_a_name_that_no_quote_has_leads_to_who_bears_it(client: FlaskClient, words: str) -> None:
    page = outline(client, "/", q=words)
    assert f"No quote has “{words}” in it. Quoted here: " in page.text
    assert page.text.count("Ida Brandt") == 1
    assert "Nothing" not in page.text


def test_a_name_beside_other_words_may_be_whose_words_are_meant(serving: Callable[..., FlaskClient]) -> None:
    client = serving(article("a", says("Halloran wants a ferry", "Ada Lund"), says("The ferry sails", "Ines Halloran")))
    page = outline(client, "/", q="halloran ferry")
    assert "1 quotation with “halloran ferry”" in page.text
    assert "Did you mean “ferry”, attributed to Ines Halloran (1 quote)?" in page.text
    for other in ("ferry", "halloran", '"halloran ferry"', "halloran -ferry"):
        assert "Did you mean" not in outline(client, "/", q=other).text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"speaker": "brandt"}, "By this name: Ida Brandt (2)."),
        ({"q": "mill speaker:brandt"}, "By this name: Ida Brandt (2)."),
        ({"speaker": "brnadt"}, "Nobody here has this name. Taken for: Ida Brandt (2)."),
        ({"speaker": "id:ida-brandt"}, ""),
    ],
)
def test_a_search_for_a_speaker_says_who_is_meant(client: FlaskClient, asked: dict[str, Any], told: str) -> None:
    page = outline(client, "/", **asked)
    assert told in page.text
    assert bool(told) == ("Ida Brandt (2)" in page.text)
    assert not told or any("speaker=id:ida-brandt" in str(link["href"]) for link in page.all("a"))


def test_a_search_that_finds_nothing_says_what_each_filter_hides(client: FlaskClient) -> None:
    page = outline(client, "/", q="bus", outlet="Courier", after="2024")
    assert "Nothing found for “bus”" in page.text
    assert "Without Outlet: Courier: 25 quotes" in page.text
    assert "Without Since" not in page.text


@pytest.mark.parametrize(
    ("asked", "shown", "link"),
    [
        ({"q": "numbre"}, "Did you mean number: 25 quotes", "/?q=number"),
        ({"q": "number closd"}, "Without closd: 25 quotes", "/?q=number"),
        ({"q": "numbre lat"}, "", ""),
        ({"q": "numb!"}, "Did you mean numb*: 25 quotes", "/?q=numb*"),
        ({"q": "numb$ bus"}, "Did you mean numb* bus: 25 quotes", "/?q=numb*+bus"),
        (
            {"q": 'outlet:"vallye" bus'},
            "Outlets of a like name Valley Post: 25 quotes",
            "/?q=outlet:%22Valley+Post%22+bus",
        ),
        ({"q": "depto stays"}, "Did you mean depot stays: 1 quote", "/?q=depot+stays"),
        (
            {"q": "number depot"},
            "Each word is found, but not all in one quote: any of these words, 26 quotes",
            "/?q=number+OR+depot",
        ),
        (
            {"q": "brandt mill"},
            "Did you mean “mill”, attributed to Ida Brandt (1 quote)?",
            "/?q=mill&speaker=id:ida-brandt",
        ),
        (
            {"q": "mill ida brandt in February 2025"},
            "Did you mean “mill”, attributed to Ida Brandt, February 2025 (1 quote)?",
            "/?q=mill&after=February+2025&before=February+2025&speaker=id:ida-brandt",
        ),
        (
            {"q": "ida brandt 2025"},
            "Did you mean all that is attributed to Ida Brandt, 2025 (1 quote)?",
            "/?after=2025&before=2025&speaker=id:ida-brandt",
        ),
        (
            {"q": "late bus May 2024"},
            "Did you mean “late bus”, May 2024 (25 quotes)?",
            "/?q=late+bus&after=May+2024&before=May+2024",
        ),
        ({"q": "brandt mill March 2019"}, "Ida Brandt2 quotes in 2 articles No quote in this archive", ""),
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
    assert page.text.partition("API ")[2].startswith(("Nothing found", "No quote has", "Outlet: "))
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
    assert "This quotation mark is never closed" in page.text
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


def test_an_empty_archive_says_what_to_do(serving: Callable[..., FlaskClient]) -> None:
    page = outline(serving(), "/")
    assert "onrecord index FOLDER" in page.text


def test_undated_quotes_are_spoken_of(client: FlaskClient) -> None:
    assert "2 more would match, but have no such date" in outline(client, "/", q="mill OR depot", said_from="2000").text


def test_nothing_found_is_no_proof(client: FlaskClient) -> None:
    assert "no proof that it was never said" in outline(client, "/", q="zeppelin").text

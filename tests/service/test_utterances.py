"""Reports of one utterance: in the API, on the pages, and in the command."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from factory import article, says
from flask.testing import FlaskClient
from outlines import outline

from indexer import pipeline
from indexer.store import open_store
from service import create_app
from service.cli.commands import onrecord

TIDE = "“The tide gate at Holm was left open for eleven nights before anybody in the office noticed,”"
MORE = (
    "“I will say it again: the tide gate at Holm was left open for eleven nights before anybody in the office noticed.”"
)
PUMP = "“The pumps at Holm are older than the village, and nobody alive has seen them repaired.”"

STORED = (
    article("gate", says(TIDE, "Ida Brandt"), says(PUMP, "Olof Öst"), outlet="Fjord Courier", published="2024-03-02"),
    article("again", says(MORE, "Ida Brandt"), outlet="Holm Post", published="2024-03-05"),
    article("copy", says(TIDE, None), outlet=None, published="2024-03-04"),
)


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store whose quotes were linked."""
    address = f"sqlite:///{tmp_path_factory.mktemp('linked')}/archive.db"
    with open_store(address, create=True) as store:
        store.replace(STORED)
        assert pipeline.link(store) == 4
    return address


@pytest.fixture(scope="module")
def site(url: str) -> Iterator[FlaskClient]:
    with open_store(url) as store:
        yield create_app(store=store).test_client()


def get(site: FlaskClient, path: str) -> Any:
    response = site.get(path)
    assert response.status_code == 200, response.get_data(as_text=True)
    return response.get_json()


def test_a_search_shows_each_utterance_once_with_its_reports(site: FlaskClient) -> None:
    page = get(site, "/v1/quotes?q=holm&sort=newest&group=utterance")
    assert page["total"] == 2
    first, second = page["hits"]
    assert (first["article_id"], second["text"]) == ("again", PUMP)
    assert {name: first["utterance"][name] for name in ("id", "reports", "articles", "earliest")} == {
        "id": STORED[0].quotes[0].id,
        "reports": 3,
        "articles": 3,
        "earliest": "2024-03-02",
    }
    assert second["utterance"]["reports"] == 1
    assert get(site, first["utterance"]["links"]["first"])["article_id"] == "gate"


def test_a_search_that_does_not_ask_for_utterances_shows_every_quote(site: FlaskClient) -> None:
    page = get(site, "/v1/quotes?q=holm")
    assert (page["total"], {hit["utterance"] for hit in page["hits"]}) == (4, {None})


def test_pages_of_utterances_go_on_by_a_cursor(site: FlaskClient) -> None:
    first = get(site, "/v1/quotes?q=holm&sort=oldest&group=utterance&size=1")
    second = get(site, f"/v1/quotes?q=holm&sort=oldest&group=utterance&size=1&cursor={first['next_cursor']}")
    assert second["next_cursor"] is None
    assert {page["hits"][0]["text"] for page in (first, second)} == {TIDE, PUMP}
    assert site.get(f"/v1/quotes?q=holm&sort=oldest&cursor={first['next_cursor']}").status_code == 400


def test_other_groups_are_refused(site: FlaskClient) -> None:
    assert site.get("/v1/quotes?q=holm&group=speaker").status_code == 400


def test_an_article_says_how_often_and_when_first_each_quote_was_reported(site: FlaskClient) -> None:
    quotes = get(site, "/v1/articles/copy")["quotes"]
    assert [(quote["utterance"]["reports"], quote["utterance"]["earliest"]) for quote in quotes] == [(3, "2024-03-02")]


def test_one_quote_has_its_other_wordings(site: FlaskClient) -> None:
    quote = get(site, f"/v1/quotes/{STORED[2].quotes[0].id}")
    (other,) = quote["utterance"]["wordings"]
    assert (other["text"], other["relation"], other["outlet"]) == (MORE, "part", "Holm Post")
    assert get(site, f"/v1/quotes/{STORED[0].quotes[1].id}")["utterance"]["wordings"] == []


def test_pages_say_how_often_a_quote_is_reported(site: FlaskClient) -> None:
    found = site.get("/?q=holm&group=utterance").get_data(as_text=True)
    assert "2 statements in 4 quotations" in found
    assert "3 reports in 3 articles</a>" in found
    assert '<option value="utterance" selected>' in found
    assert "3 reports" in site.get("/articles/again").get_data(as_text=True)
    quote = site.get(f"/quotes/{STORED[0].quotes[0].id}").get_data(as_text=True)
    assert "this one first" in quote
    assert MORE in quote


def test_the_command_groups_too(url: str) -> None:
    asked = ["--store", url, "search", "holm", "--sort", "oldest", "--group", "utterance"]
    table = CliRunner().invoke(onrecord, asked)
    assert "3 reports in 3 articles, first printed 2024-03-02" in table.stdout
    assert "2 utterances, 2 shown" in table.stderr
    lines = CliRunner().invoke(onrecord, [*asked, "--format", "jsonl"]).stdout.splitlines()
    assert [json.loads(line)["utterance"]["reports"] for line in lines] in ([3, 1], [1, 3])


@pytest.mark.parametrize(
    ("published", "said", "printed", "shown"),
    [
        ("2024-02", None, "first printed 2024-02\n", "the first (February 2024)"),
        ("2024-02-03T10:00", None, "first printed 2024-02-03\n", "the first (3 February 2024)"),
        ("2024-02-03", "2024-01-01/2024-01-31", "first said 2024-01-01/2024-01-31\n", "the first (January 2024)"),
        (None, None, "2 reports in 2 articles\n", "2 reports in 2 articles."),
    ],
)
def test_the_first_report_is_dated_as_exactly_as_it_is_known(
    tmp_path: Path, published: str | None, said: str | None, printed: str, shown: str
) -> None:
    """Also where it prints the very same words, and so is no other wording of them."""
    address = f"sqlite:///{tmp_path}/archive.db"
    first = article("first", says(TIDE, "Ida Brandt", said=said), published=published)
    copy = article("copy", says(TIDE, "Ida Brandt"), published="2024-03-04" if published else None)
    with open_store(address, create=True) as store:
        store.replace([first, copy])
        pipeline.link(store)
        known = store.utterances([copy.quotes[0].id])[copy.quotes[0].id]
        client = create_app(store=store).test_client()
        page = outline(client, f"/quotes/{(copy if known.id == first.quotes[0].id else first).quotes[0].id}")
    table = CliRunner().invoke(onrecord, ["--store", address, "search", "holm", "--group", "utterance"])
    assert printed in table.stdout
    assert shown in page.text


def test_index_links_what_it_stores_unless_told_otherwise(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/archive.db"
    for name, day in (("one", "2024-05-02"), ("two", "2024-05-01")):
        record = {"id": name, "published": day, "text": f"A report.\n\n{TIDE} said Ida Brandt.\n"}
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(record))

    def indexed(name: str, *more: str) -> list[int]:
        run = CliRunner().invoke(onrecord, ["--store", address, "index", str(tmp_path / f"{name}.jsonl"), *more])
        assert run.exit_code == 0, run.output
        with open_store(address) as store:
            quotes = [quote for stored in store.scan() for quote in stored.quotes]
            return [known.reports for known in store.utterances([quote.id for quote in quotes]).values()]

    assert indexed("one") == [1]
    assert indexed("two", "--no-utterances") == [1, 1]
    assert indexed("two") == [2, 2]
    assert CliRunner().invoke(onrecord, ["--store", address, "rebuild"]).exit_code == 0
    assert indexed("two", "--no-utterances") == [2, 2]

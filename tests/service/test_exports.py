"""Whole searches to take away: the same quotes as a search finds, in forms that other programs read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
import served
from click.testing import CliRunner
from factory import article, says
from flask.testing import FlaskClient

from indexer.errors import StoreUnavailable
from indexer.model import Kind, Stance
from indexer.rows import COLUMNS
from indexer.settings import Settings
from indexer.store import open_store
from indexer.store.sqlite import SqliteStore
from service import create_app
from service.cli.commands import onrecord

ATOM = "{http://www.w3.org/2005/Atom}"


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_table_has_every_quote(client: FlaskClient) -> None:
    response = client.get("/v1/quotes.csv?q=bus")
    assert response.content_type == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == 'attachment; filename="quotes.csv"'
    text = response.get_data().decode("utf-8-sig")
    rows = table(text)
    assert list(rows[0]) == [*COLUMNS, "link"]
    found = [hit["id"] for hit in client.get("/v1/quotes?q=bus&sort=newest&size=100").get_json()["hits"]]
    assert [row["quote_id"] for row in rows] == found
    assert rows[0]["link"] == f"http://localhost/quotes/{found[0]}"
    assert (rows[0]["speaker"], rows[0]["said_from"], rows[0]["outlet"]) == ("Driver 0", "2024-05-25", "Valley Post")


def test_nothing_asked_is_the_whole_archive(client: FlaskClient) -> None:
    assert len(table(client.get("/v1/quotes.csv").get_data().decode("utf-8-sig"))) == 29


def test_lines_are_what_a_search_answers(client: FlaskClient) -> None:
    response = client.get("/v1/quotes.jsonl?q=bus&sort=oldest")
    hits = client.get("/v1/quotes?q=bus&sort=oldest&size=100").get_json()["hits"]
    given = [json.loads(line) for line in response.text.splitlines()]
    assert [each | {"highlights": [], "utterance": None} for each in given] == [
        hit | {"highlights": []} for hit in hits
    ]


@pytest.mark.parametrize(("ending", "start"), [("bib", "@article{"), ("ris", "TY  - NEWS")])
def test_references_of_a_search_and_of_a_quote(client: FlaskClient, ending: str, start: str) -> None:
    text = client.get(f"/v1/quotes.{ending}?q=bus").text
    assert text.count(start) == 25
    (hit,) = client.get("/v1/quotes?q=mill clos*").get_json()["hits"]
    one = client.get(f"/v1/citations/{hit['id']}.{ending}")
    assert one.text.startswith(start)
    assert one.headers["Content-Disposition"] == f'attachment; filename="onrecord-{hit["id"]}.{ending}"'
    assert "https://courier.example/mill?page=1" in one.text.replace("\\", "")
    assert client.get(f"/v1/citations/none.{ending}").status_code == 404


def test_a_feed_has_the_newest(client: FlaskClient) -> None:
    response = client.get("/v1/quotes.atom?q=bus")
    assert response.content_type == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(response.text)
    assert feed.findtext(f"{ATOM}title") == "Quotes: bus"
    assert [link.get("href") for link in feed.findall(f"{ATOM}link")] == [
        "http://localhost/v1/quotes.atom?q=bus",
        "http://localhost/?q=bus",
    ]
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 25
    assert entries[0].findtext(f"{ATOM}content") == "“Bus number 24 was late.”"
    assert entries[0].findtext(f"{ATOM}title") == "Attributed to Driver 0 by Valley Post"
    assert entries[0].findtext(f"{ATOM}updated") == "2024-06-01T11:33:00+00:00"
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == 25


@pytest.mark.parametrize("ending", ["csv", "jsonl", "bib", "ris", "atom"])
@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ("q=%22mill", "q"),
        ("said_from=soon", "said_from"),
        ("cursor=x", "cursor"),
        ("sort=relevance", "sort"),
        ("size=5", "size"),
    ],
)
def test_what_is_wrong_is_a_problem_and_no_file(client: FlaskClient, ending: str, asked: str, field: str) -> None:
    response = client.get(f"/v1/quotes.{ending}?{asked}")
    assert response.status_code == 400
    assert response.content_type == "application/problem+json"
    assert [each["field"] for each in response.get_json()["errors"]] == [field]


@pytest.mark.parametrize("ending", ["csv", "jsonl", "bib", "ris", "atom"])
def test_a_store_that_is_away_is_a_problem(settings: Settings, ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise StoreUnavailable("gone")

    with open_store(settings) as store:
        monkeypatch.setattr(SqliteStore, "each", away)
        response = create_app(settings, store).test_client().get(f"/v1/quotes.{ending}")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")


FORMULAS = ["=1+1", "+1", "-1", "@sum", "\tx", "\rx", "\n=1+1", "＝1+1", "＋1", "－1", "＠sum"]


def test_no_cell_is_a_formula(serving: Callable[..., FlaskClient]) -> None:
    client = serving(*(article(f"a{n}", says("“So.”"), title=title) for n, title in enumerate(FORMULAS)))
    text = client.get("/v1/quotes.csv").get_data().decode("utf-8-sig")
    titles = {row["title"] for row in csv.DictReader(io.StringIO(text, newline=""))}
    assert titles == {f"'{title}" for title in FORMULAS}


@pytest.mark.parametrize(
    ("published", "updated"),
    [
        ("2025-03", "2025-03-01T00:00:00+00:00"),
        ("2025-03-05", "2025-03-05T00:00:00+00:00"),
        ("2025-03-05T10:30:00", "2025-03-05T10:30:00+00:00"),
        (None, "1970-01-01T00:00:00+00:00"),
    ],
)
def test_an_entry_has_a_moment_however_little_is_known(
    serving: Callable[..., FlaskClient], published: str | None, updated: str
) -> None:
    text = serving(article("a", says("“So.”"), published=published)).get("/v1/quotes.atom").text
    assert ElementTree.fromstring(text).findtext(f"{ATOM}entry/{ATOM}updated") == updated


def test_a_feed_of_odd_characters_parses(serving: Callable[..., FlaskClient]) -> None:
    client = serving(article("a", says("“A \x07 bell & <tag> \uffff”"), title="]]>", outlet='"><x>'))
    text = client.get("/v1/quotes.atom?q=bell").text
    entry = ElementTree.fromstring(text).find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}content") == "“A � bell & <tag> �”"


@pytest.mark.parametrize(
    ("stance", "title"),
    [
        (Stance.ASSERTED, "Attributed to Ida Brandt by Valley Post"),
        (Stance.DENIED, "Denied by Ida Brandt, according to Valley Post"),
        (Stance.ASKED, "Asked by Ida Brandt, according to Valley Post"),
    ],
)
def test_an_entry_says_whether_it_is_denied_or_asked(
    serving: Callable[..., FlaskClient], stance: Stance, title: str
) -> None:
    line = says("that the mill had been sold", kind=Kind.INDIRECT, stance=stance)
    text = serving(article("a", line, outlet="Valley Post")).get("/v1/quotes.atom?q=mill").text
    assert ElementTree.fromstring(text).findtext(f"{ATOM}entry/{ATOM}title") == title


def test_the_command_writes_the_same(client: FlaskClient, settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "buses.csv"
    done = CliRunner().invoke(onrecord, ["--store", settings.store, "export", "bus", "--output", str(file)])
    assert (done.exit_code, done.output) == (0, "")
    with file.open(encoding="utf-8", newline="") as written:
        rows = list(csv.DictReader(written))
    served_rows = table(client.get("/v1/quotes.csv?q=bus").get_data().decode("utf-8-sig"))
    assert [row | {"link": ""} for row in served_rows] == rows
    lines = CliRunner().invoke(onrecord, ["--store", settings.store, "export", "--speaker", "ida", "--format", "jsonl"])
    assert {json.loads(line)["article_id"] for line in lines.stdout.splitlines()} == {served.MILL, served.DEPOT}


def test_the_command_refuses_what_it_cannot_read(settings: Settings) -> None:
    done = CliRunner().invoke(onrecord, ["--store", settings.store, "export", "--said-from", "soon"])
    assert done.exit_code == 2

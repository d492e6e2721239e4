"""Searches and checks consider what was said or written, unless they ask for other acts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from command import run
from factory import article, says
from flask.testing import FlaskClient

from indexer.errors import Invalid
from indexer.model import Act
from indexer.query import IN_WORDS, Is, of_acts
from indexer.store import open_store
from indexer.store.identifying import identify
from service import create_app
from service.parameters import build

WORDS = "the tide gate at Holm was left open for eleven nights in a row"
ARCHIVE = (
    article("said", says(f"{WORDS} in March", "Ida Brandt", confidence=(0.9, 0.9))),
    article("wrote", says(f"{WORDS} in April", "Olof Öst", act=Act.WROTE, confidence=(0.6, 0.9))),
    article("thought", says(f"{WORDS} in May", "Nils Eide", act=Act.THOUGHT, confidence=(0.9, 0.5))),
    article("did", says(f"{WORDS} in June", "Holm Board", act=Act.DID, confidence=(0.5, 0.5))),
)


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    address = f"sqlite:///{tmp_path_factory.mktemp('acts')}/archive.db"
    with open_store(address, create=True) as store:
        store.replace(ARCHIVE)
    return address


@pytest.fixture(scope="module")
def client(url: str) -> Iterator[FlaskClient]:
    with open_store(url) as store:
        yield create_app(store=store).test_client()


def test_a_speaker_is_counted_by_acts_and_listed_by_words(url: str) -> None:
    with open_store(url) as store:
        identify(store)
        own = create_app(store=store).test_client()
        speaker = own.get("/v1/speakers/nils-eide").get_json()
        page = own.get("/speakers/nils-eide").get_data(as_text=True)
    assert (speaker["quotes"], speaker["by_act"]) == (0, [{"value": "thought", "count": 1}])
    assert "0 quotes in 1 article" in page
    assert "thoughts and acts</a> may be" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "gate"}, "said wrote"),
        ({"q": "gate", "act": "any"}, "did said thought wrote"),
        ({"q": "gate", "act": "thought"}, "thought"),
        ({"q": "gate", "act": ["said", "did"]}, "did said"),
        ({"q": "gate", "act": ["said", "any"]}, "did said thought wrote"),
        ({"q": "gate act:did"}, "did"),
        ({"q": "gate act:any"}, "did said thought wrote"),
        ({"q": "gate -act:wrote"}, "did said thought"),
        ({"q": "gate act:did OR april"}, "did wrote"),
        ({"q": "gate", "min_confidence": "0.7"}, "said"),
        ({"q": "gate", "min_confidence": 0.7, "act": "any"}, "said thought"),
        ({"q": "gate min_confidence:0.7 act:any"}, "said thought"),
        ({"q": "gate", "min_speaker_confidence": "0.9"}, "said wrote"),
        ({"q": "gate act:any min_speaker_confidence:0.6"}, "said wrote"),
    ],
)
def test_a_search_finds_words_unless_asked_for_other_acts(
    query: dict[str, object], found: str, client: FlaskClient
) -> None:
    answer = client.get("/v1/quotes", query_string={**query, "facets": "kind"}).get_json()
    assert sorted(hit["article_id"] for hit in answer["hits"]) == found.split()
    assert answer["total"] == answer["facets"]["kind"][0]["count"] == len(found.split())
    assert {hit["act"] for hit in answer["hits"]} == set(found.split())


def test_a_query_that_names_an_act_keeps_it_alone() -> None:
    assert build({"act": "any"}).condition.parts == (of_acts(Act),)
    assert build({"act": "did"}).condition.parts == (Is("act", Act.DID),)
    assert build({"outlet": "post"}).condition.parts[1:] == (IN_WORDS,)


@pytest.mark.parametrize(
    ("parameter", "value", "detail"),
    [
        ("act", "sung", "is one of"),
        ("min_confidence", "high", "is a number from 0 to 1, such as 0.8"),
        ("min_confidence", "1.01", "is a number from 0 to 1, such as 0.8"),
        ("min_confidence", "nan", "is a number from 0 to 1, such as 0.8"),
        ("min_speaker_confidence", "-0.1", "is a number from 0 to 1, such as 0.8"),
        ("min_speaker_confidence", True, "is a number from 0 to 1, such as 0.8"),
        ("q", "gate min_confidence:9", "min_confidence: is a number from 0 to 1, such as 0.8"),
        ("q", "gate act:sung", "act: is one of said, wrote, thought, did, any"),
    ],
)
def test_what_is_no_act_and_no_share_is_refused(parameter: str, value: object, detail: str) -> None:
    with pytest.raises(Invalid, match=detail) as raised:
        build({parameter: value})
    assert raised.value.field == parameter


@pytest.mark.parametrize(("given", "reports"), [({}, 2), ({"act": "any"}, 4), ({"act": "thought"}, 1)])
def test_a_check_reports_words_unless_asked_for_other_acts(
    given: dict[str, str], reports: int, client: FlaskClient
) -> None:
    answer = client.post("/v1/check", json={"text": WORDS, **given}).get_json()
    assert answer["reports_total"] == reports
    assert answer["coverage"]["articles"] == 4


def test_the_command_takes_acts_and_confidences(url: str) -> None:
    found = run("--store", url, "search", "gate", "--act", "thought", "--act", "did", "--min-confidence", "0.8")
    assert found.stdout.count("Nils Eide") == 1
    assert "thought" in found.stdout
    assert run("--store", url, "check", WORDS, "--act", "did").stdout.count("Holm Board") >= 1
    refused = run("--store", url, "search", "gate", "--min-confidence", "2", code=2)
    assert refused.stderr == "onrecord: --min-confidence: is a number from 0 to 1, such as 0.8\n"


def test_the_form_of_a_check_has_the_acts(client: FlaskClient) -> None:
    page = client.post("/check", data={"text": WORDS, "act": "thought"}).text
    assert "Nils Eide" in page
    assert '<option value="thought" selected>' in page

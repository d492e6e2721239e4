"""``onrecord speakers``, ``correct`` and ``forget``: what they print, and what they refuse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import run

ARTICLES = [
    ("a", "“The bridge will hold,” said Ida Brandt, the mayor of Kolvik.", "Fjord Courier"),
    ("b", "“The bridge may hold,” said Mayor Ida K. Brandt on Monday.", "Evening Post"),
    ("c", "“I never saw a bridge,” said Olav Moe, a driver.", "Evening Post"),
]
WHY = ("--who", "editor", "--reason", "seen in the register")


@pytest.fixture
def archive(here: Path) -> Path:
    day = "2026-03-02"
    lines = [{"id": ident, "text": text, "outlet": outlet, "published": day} for ident, text, outlet in ARTICLES]
    (here / "towns.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    run("index", "--extractor", "rules", "towns.jsonl")
    return here


def test_speakers_are_listed_and_found(archive: Path) -> None:
    assert run("speakers", "list").stdout.splitlines() == [
        "ida-brandt Ida Brandt, Mayor: 2 quotes in 2 articles; also Ida K. Brandt"
    ]
    assert "olav-moe Olav Moe" in run("speakers", "list", "olaf", "moe").stdout
    shown = json.loads(run("speakers", "list", "brandt", "--format", "jsonl").stdout)
    assert (shown["id"], shown["quotes"], shown["outlets"]) == ("ida-brandt", 2, 2)


def test_a_speaker_is_shown_with_reasons(archive: Path) -> None:
    shown = run("speakers", "show", "ida-k-brandt").stdout
    assert "one name has a word more" in shown
    assert "months  2026-03:2" in shown


def test_decisions_are_made_logged_and_taken_back(archive: Path) -> None:
    assert (
        run("speakers", "merge", "ida-brandt", "olav-moe", *WHY).stdout == "decision 1: merge ida-brandt · olav-moe\n"
    )
    assert run("search", "speaker:moe").stderr.startswith("3 quotes")
    assert run("speakers", "undo", "1", *WHY).stdout.startswith("decision 2")
    log = run("speakers", "log").stdout
    assert "(taken back)" in log
    assert "editor: seen in the register" in log
    assert run("search", "speaker:moe").stderr.startswith("1 quote")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("speakers", "merge", "ida-brandt", "nobody", *WHY), "'nobody', which is no speaker"),
        (("speakers", "merge", "ida-brandt", "ida-k-brandt", *WHY), "nobody is merged with themselves"),
        (("speakers", "show", "nobody"), "no speaker of this store"),
        (("speakers", "undo", "7", *WHY), "no decision of this store"),
        (("speakers", "rename", "ida-brandt", "…", *WHY), "no word in it"),
        (("speakers", "rename", "ida-brandt", "Ida", "--reason", " "), "who made it and why"),
        (("correct", "gone", "--speaker", "Ida Brandt", *WHY), "not in this store"),
        (("correct", "gone", *WHY), "give one of them"),
        (("forget", "nobody", *WHY), "neither an article nor a speaker"),
        (("speakers", "import", "none.csv", *WHY), "cannot be read"),
    ],
)
def test_what_is_wrong_is_said(archive: Path, arguments: tuple[str, ...], why: str) -> None:
    assert why in run(*arguments, code=2).stderr
    assert run("speakers", "log").stdout == ""


def test_people_are_imported_from_a_table(archive: Path) -> None:
    (archive / "people.csv").write_text('name,wikidata,aliases\nOlav Moe,Q12,"Olaf Moe; Ola Moe"\n')
    assert run("speakers", "import", "people.csv", *WHY).stdout == "1 person imported\n"
    assert "Q12" in run("speakers", "list").stdout
    exported = [json.loads(line) for line in run("speakers", "export").stdout.splitlines()]
    assert {line["id"]: line["wikidata"] for line in exported} == {"ida-brandt": None, "olav-moe": "Q12"}
    quotes = [json.loads(line) for line in run("export", "--format", "jsonl").stdout.splitlines()]
    assert {quote["speaker"]["wikidata"] for quote in quotes} == {None, "Q12"}


def test_the_pass_over_all_names_can_be_left_to_the_next_run(archive: Path) -> None:
    (archive / "more.jsonl").write_text(json.dumps({"id": "more", "text": "“It rains,” said Ida L. Brandt."}) + "\n")
    run("index", "--extractor", "rules", "--no-people", "more.jsonl")
    assert json.loads(run("search", "rains", "--format", "jsonl").stdout)["speaker"]["id"] == "ida-l-brandt"
    assert "no speaker of this store" in run("speakers", "show", "ida-l-brandt", code=2).stderr
    run("index", "--extractor", "rules", "more.jsonl")
    assert "Ida L. Brandt" in run("speakers", "show", "ida-l-brandt").stdout


@pytest.mark.parametrize(
    ("about", "why"),
    [
        ('"merge", "about": {"nothing": 1}', "line 1: of log.jsonl is no decision: 'into' of a decision to merge"),
        ('"merge", "about": {"into": "a", "others": "b"}', "'others' of a decision to merge"),
        ('"dance", "about": {}', "is no decision"),
        ('"known", "about": {"name": "A", "key": "a", "roles": [{"role": "m", "from": "May"}]}', "'roles.0.from'"),
        ('"undo", "about": {"number": 7}', "takes back decision 7, which is not in it"),
        (
            '"hide", "about": {"quote": "q", "article": "a", "before": {"id": "q"}}',
            "FILE: has a decision 1 with a quote that cannot be read",
        ),
        ('"merge"', "has no 'about'"),
        ('"merge", "about', "line 1: of log.jsonl is no JSON"),
    ],
)
def test_a_broken_log_is_refused_whole(archive: Path, about: str, why: str) -> None:
    line = f'{{"number": 1, "at": "2026-03-01", "who": "a", "why": "b", "action": {about}}}\n'
    (archive / "log.jsonl").write_text(line)
    assert why in run("speakers", "import", "log.jsonl", *WHY, code=2).stderr
    assert run("speakers", "log").stdout == ""


def test_decisions_are_taken_to_another_store(archive: Path) -> None:
    run("speakers", "rename", "ida-brandt", "Ida Brandt-Lie", *WHY)
    run("speakers", "export", "--decisions", "log.jsonl")
    run("--store", "sqlite:///other.db", "index", "--extractor", "rules", "towns.jsonl")
    assert run("--store", "sqlite:///other.db", "speakers", "import", "log.jsonl", *WHY).stdout == "1 decision added\n"
    assert "Brandt-Lie" in run("--store", "sqlite:///other.db", "speakers", "show", "ida-brandt").stdout


def test_a_correction_survives_a_rebuild(archive: Path) -> None:
    quote = json.loads(run("search", "never", "--format", "jsonl").stdout)["id"]
    run("correct", quote, "--speaker", "Ida Brandt", *WHY)
    run("rebuild", "--extractor", "rules")
    hit = json.loads(run("search", "never", "--format", "jsonl").stdout)
    assert (hit["speaker"]["id"], hit["correction"]["why"]) == ("ida-brandt", "seen in the register")


def test_a_forgotten_article_is_not_indexed_again(archive: Path) -> None:
    run("forget", "c", *WHY)
    run("index", "--extractor", "rules", "towns.jsonl", code=1)
    assert "was forgotten by editor" in (archive / "onrecord.db.rejects.jsonl").read_text()
    assert run("search", "never").stderr.startswith("0 quotes")

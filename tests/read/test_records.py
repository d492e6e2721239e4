"""Records as crawlers, feeds and news APIs write them: which field is which, and what is said of the rest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from indexer.model import Article, Basis
from indexer.read import read
from indexer.read.fields import field_of
from indexer.read.origin import NO_ORIGIN, NO_OVERRIDES, Overrides
from indexer.read.record import read_record

TEXT = "“Half a loaf feeds nobody,” said Maren Oster, the miller, on Tuesday."


def record(overrides: Overrides = NO_OVERRIDES, **fields: Any) -> Article:
    found = read_record({"text": TEXT, **fields}, NO_ORIGIN, overrides, reader="json")
    assert isinstance(found, Article), found
    return found


def value(article: Article) -> tuple[str, str | None] | None:
    return (article.published.best.value, article.published.best.zone) if article.published else None


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("text", "text"), ("articleBody", "text"), ("maintext", "text"), ("content", "text"), ("body", "text"),
        ("date_publish", "published"), ("publishedAt", "published"), ("pubDate", "published"), ("date", "published"),
        ("datePublished", "published"), ("publish_date", "published"), ("published_at", "published"),
        ("source", "outlet"), ("publisher", "outlet"), ("site", "outlet"), ("siteName", "outlet"),
        ("byline", "authors"), ("lang", "language"), ("headline", "title"), ("link", "url"),
        ("dateModified", "modified"), ("likes", None), ("", None),
    ],
)  # fmt: skip
def test_the_names_that_crawlers_write(name: str, field: str | None) -> None:
    found = field_of(name)
    assert (found.field if found else None) == field


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2026-03-10", ("2026-03-10", None)),
        ("2026-03-10 08:00:00", ("2026-03-10T08:00:00", None)),
        ("2026-03-10T08:00:00Z", ("2026-03-10T08:00:00", "+00:00")),
        ("Tue, 10 Mar 2026 08:00:00 +0100", ("2026-03-10T08:00:00", "+01:00")),
        ("10 March 2026", ("2026-03-10", None)),
        (1773129600, ("2026-03-10T08:00:00", "+00:00")),
        (1773129600.5, ("2026-03-10T08:00:00", "+00:00")),
        ("1773129600000", ("2026-03-10T08:00:00", "+00:00")),
        ({"$date": "2026-03-10T08:00:00Z"}, ("2026-03-10T08:00:00", "+00:00")),
        ("31/03/2026", ("2026-03-31", None)),
        ("2026-03", ("2026-03", None)),
        ("", None),
        (None, None),
    ],
)
def test_dates_in_every_usual_form(given: Any, expected: tuple[str, str | None] | None) -> None:
    found = record(published=given)
    assert value(found) == expected
    assert found.provenance is not None
    assert found.provenance.remarks == ()


def test_a_month_is_all_its_days() -> None:
    found = record(published="2026-02").published
    assert found is not None
    assert (str(found.best.day), str(found.best.last_day)) == ("2026-02-01", "2026-02-28")


@pytest.mark.parametrize(("day_first", "expected"), [(True, "2026-10-03"), (False, "2026-03-10"), (None, None)])
def test_which_number_is_the_day_is_told_or_left_open(day_first: bool | None, expected: str | None) -> None:
    found = record(Overrides(day_first=day_first), published="03/10/2026")
    assert found.provenance is not None
    if expected is None:
        assert found.published is None
        assert "--day-first or --month-first" in found.provenance.remarks[0]
    else:
        assert value(found) == (expected, None)
        assert found.provenance.remarks == ()


@pytest.mark.parametrize("published", ["soon", "13", True, [2026], {"year": 2026}])
def test_what_is_no_date_is_left_out_and_said(published: Any) -> None:
    found = record(published=published)
    assert found.published is None
    assert found.provenance is not None
    assert found.provenance.remarks


@pytest.mark.parametrize(
    ("source", "outlet"),
    [
        ("Mill Post", "Mill Post"),
        ({"id": None, "name": "Mill Post"}, "Mill Post"),
        ("https://www.millpost.example/", "millpost.example"),
        ("millpost.example", "millpost.example"),
        ("AP NEWS", "AP News"),
        ("www.bbc.co.uk", "BBC News"),
        (7, None),
    ],
)
def test_the_outlet_is_a_name_within_whatever_holds_it(source: Any, outlet: str | None) -> None:
    assert record(source=source).outlet == outlet


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ana Silva", ("Ana Silva",)),
        ("By Ana Silva and Jon Berg", ("Ana Silva", "Jon Berg")),
        (["Ana Silva", {"name": "Jon Berg"}], ("Ana Silva", "Jon Berg")),
        ({"name": "Ana Silva"}, ("Ana Silva",)),
        ([1], ()),
    ],
)
def test_authors_one_by_one(author: Any, names: tuple[str, ...]) -> None:
    assert record(author=author).authors == names


def test_other_dates_keep_their_names() -> None:
    found = record(published="2026-03-10", created_at="2026-03-09", updated="2026-03-12").published
    assert found is not None
    assert [(date.value, date.basis) for date in (found.best, *found.others)] == [
        ("2026-03-10", Basis.GIVEN),
        ("2026-03-09", Basis.CREATED),
        ("2026-03-12", Basis.MODIFIED),
    ]


def test_the_project_s_own_name_outranks_others() -> None:
    assert value(record(date="2026-01-01", published="2026-03-10")) == ("2026-03-10", None)


def test_a_caller_s_names_come_first() -> None:
    told = Overrides(fields=(("when", "published"), ("date", "created")))
    found = record(told, when="2026-03-10", date="2026-01-01", likes=3)
    assert value(found) == ("2026-03-10", None)
    assert found.provenance is not None
    assert found.provenance.unread == ("likes",)


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        (
            {"text": None, "content_html": "<p>The mill stands.</p><p>“It turns,” she said.</p>"},
            "The mill stands.\n“It turns,” she said.",
        ),
        (
            {"text": "<p>The mill <b>stands</b>.</p><figure><figcaption>A mill</figcaption></figure>"},
            "The mill stands.",
        ),
        ({"text": ["The mill stands.", "It turns."]}, "The mill stands.\n\nIt turns."),
        ({"text": "&ldquo;It turns,&rdquo; she said."}, "“It turns,” she said."),
        ({"text": "â€œIt turns,â€\x9d said ZoÃ«."}, "“It turns,” said Zoë."),
        ({"text": "It\0 turns, she said."}, "It turns, she said."),
        ({"text": "It turns \ud83d now, she said."}, "It turns \ufffd now, she said."),
        ({"text": "If 2 < 3, and 4 > 3, it turns."}, "If 2 < 3, and 4 > 3, it turns."),
    ],
)
def test_the_text_is_words(fields: dict[str, Any], text: str) -> None:
    assert record(**fields).text == text


def test_who_read_it_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "mill.json"
    path.write_text(json.dumps({"text": TEXT, "title": "Mill\0"}))
    (found,) = read([path])
    assert isinstance(found, Article)
    assert found.provenance is not None
    assert (found.provenance.reader, found.provenance.remarks) == ("json", ("1 NUL removed",))
    assert found.provenance.read_at is not None


@pytest.mark.parametrize(
    "fields",
    [
        {"title": ["Half a loaf"], "date": ["2026-03-10"], "author": ["Ana Silva"]},
        {"title": {"rendered": "Half a loaf"}, "date": "2026-03-10", "content": {"rendered": f"<p>{TEXT}</p>"},
         "author": "Ana Silva"},
        {"headline": {"main": "Half a loaf"}, "pub_date": "2026-03-10", "byline": {"original": "By Ana Silva"}},
        {"webTitle": "Half a loaf",
         "webPublicationDate": "2026-03-10", "fields": {"bodyText": TEXT, "byline": "Ana Silva", "wordcount": 9}},
        {"_id": "7",
         "_source": {"body": TEXT, "title": "Half a loaf", "published": "2026-03-10", "author": "Ana Silva"}},
    ],
)  # fmt: skip
def test_objects_and_lists_that_wrap_a_field_are_opened(fields: dict[str, Any]) -> None:
    found = read_record(
        fields if "content" in fields else {"maintext": TEXT, **fields}, NO_ORIGIN, NO_OVERRIDES, reader="json"
    )
    assert isinstance(found, Article), found
    assert (found.title, value(found), found.authors) == ("Half a loaf", ("2026-03-10", None), ("Ana Silva",))
    assert set(found.provenance.unread) <= {"wordcount"}


def test_an_author_without_a_name_is_left_out_and_said() -> None:
    found = record(author={"first": "Ana", "born": 1990})
    assert found.authors == ()
    assert found.provenance.remarks == ("authors is an object and is left out",)

"""Records as stored fields and back, whatever they hold."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from factory import article, says
from hypothesis import given
from hypothesis import strategies as st

from indexer.model import (
    Article,
    Confidence,
    Kind,
    Occasion,
    Published,
    PublishedDate,
    Quote,
    Said,
    Span,
    Speaker,
    Stance,
)
from indexer.query import StoredArticle
from indexer.store import json_values, stored_fields
from indexer.store.base import without_text

SPANS = st.builds(Span, st.integers(0, 99), st.integers(0, 99), st.text(max_size=9))
SOME = st.lists(SPANS, max_size=2).map(tuple)
DAYS = st.dates(date(1000, 1, 1))
PRINTED = st.builds(PublishedDate, value=DAYS.map(date.isoformat))
ARTICLES = st.builds(
    Article,
    published=st.none() | st.builds(Published, PRINTED, st.lists(PRINTED, max_size=2).map(tuple)),
    furniture=SOME,
    authors=st.lists(st.text(max_size=5), max_size=2).map(tuple),
)
QUOTES = st.builds(
    Quote,
    content=st.lists(SPANS, min_size=1, max_size=2).map(tuple),
    source=SOME,
    cue=SOME,
    quoted=st.lists(st.text(max_size=9), max_size=2).map(tuple),
    speaker=st.builds(Speaker, candidates=st.lists(st.text(max_size=5), max_size=2).map(tuple)),
    said=st.none() | st.builds(Said, from_=DAYS, to=DAYS, evidence=SPANS),
    occasion=st.none() | st.builds(Occasion),
    confidence=st.builds(Confidence, *[st.floats(0, 1)] * 4),
)


@given(ARTICLES)
def test_an_article_survives(given_article: Article) -> None:
    fields = json.loads(json.dumps(stored_fields.article_fields(StoredArticle(given_article, ()))))
    assert json_values.article_from(fields["facts"], fields["body"]) == given_article
    assert json_values.article_from(fields["facts"]) == without_text(given_article)


@given(QUOTES, ARTICLES)
def test_a_quote_survives(quote: Quote, given_article: Article) -> None:
    fields = json.loads(json.dumps(stored_fields.quote_fields(quote, given_article)))
    assert json_values.quote_from(fields["record"]) == quote
    assert json_values.article_from(fields["article"]) == without_text(given_article)
    for place in ("content", "quoted", "context"):
        assert fields[f"{place}_words"].count(" ") == fields[f"{place}_stems"].count(" ")
        assert "  " not in fields[f"{place}_words"]
        assert max(map(len, fields[f"{place}_words"].split(" "))) <= 64


def test_search_fields() -> None:
    line = says(
        ("“We’re going", "to the U.S.,”"),
        "José Núñez",
        as_printed="Mr. Núñez of Bergen",
        quoted=("We’re going", "to the U.S.,"),
        said="2025-02-01/2025-02-28",
        before="Asked twice",
        after="on Friday",
    )
    stored = article("a", line, outlet="L’Écho", published="2025-03-05")
    fields = stored_fields.quote_fields(stored.quotes[0], stored.article)
    expected = {
        "content_words": "we're going to the us",
        "content_stems": "we'r go to the us",
        "quoted_words": "we're going to the us",
        "context_words": "asked twice we're going to the us on friday",
        "context_stems": "ask twice we'r go to the us on friday",
        "name_words": "jose nunez",
        "printed_words": "mr nunez of bergen",
        "outlet_words": "l'echo",
        "speaker_id": "jose-nunez",
        "speaker_name": "José Núñez",
        "said_from": "2025-02-01",
        "said_to": "2025-02-28",
        "published": "2025-03-05",
        "when_from": "2025-02-01",
        "when_to": "2025-02-28",
        "year": "2025",
    }
    assert {key: fields[key] for key in expected} == expected


def test_when_is_published_where_nothing_says_when_it_was_said() -> None:
    stored = article("a", "Words", published="2025-03-05T11:20:00")
    fields = stored_fields.quote_fields(stored.quotes[0], stored.article)
    assert (fields["said_from"], fields["when_from"], fields["when_to"]) == (None, "2025-03-05", "2025-03-05")
    undated = article("a", "Words", published=None)
    fields = stored_fields.quote_fields(undated.quotes[0], undated.article)
    assert (fields["published"], fields["when_from"], fields["when_to"], fields["year"]) == (None, None, None, None)


@pytest.mark.parametrize(
    ("said", "published", "month"),
    [
        ("2025-02-12", "2025-03-05", "2025-02"),
        ("2025-02-01/2025-02-28", "2025-03-05", "2025-02"),
        ("2021-01-01/2021-12-31", "2025-03-05", None),
        (None, "2025-03-05", "2025-03"),
        (None, "2025-03", "2025-03"),
        (None, None, None),
    ],
)
def test_the_month_is_known_or_none(said: str | None, published: str | None, month: str | None) -> None:
    stored = article("a", says("Words", said=said), published=published)
    assert stored_fields.quote_fields(stored.quotes[0], stored.article)["month"] == month


def test_the_fingerprint_is_of_all_that_is_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    stored = article("a", "One", "Two")
    first, second = stored.quotes
    seen = {
        stored_fields.fingerprint(changed)
        for changed in (
            stored,
            replace(stored, quotes=()),
            replace(stored, quotes=(first,)),
            replace(stored, quotes=(replace(first, stance=Stance.ASKED), second)),
            replace(stored, quotes=(replace(first, kind=Kind.MIXED), second)),
            replace(stored, quotes=(replace(first, inside=second.id), second)),
            replace(stored, article=replace(stored.article, text=stored.article.text + " ")),
            replace(stored, article=replace(stored.article, furniture=())),
            replace(stored, article=replace(stored.article, origin_hint="img.example")),
        )
    }
    assert len(seen) == 9
    assert stored_fields.fingerprint(replace(stored, quotes=(second, first))) in seen
    monkeypatch.setattr(stored_fields, "ANALYSIS", "another")
    assert stored_fields.fingerprint(stored) not in seen

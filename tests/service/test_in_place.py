"""An article with its quotes in their places."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from factory import article, says
from hypothesis import given
from hypothesis import strategies as st
from test_pages import outline

from indexer.model import Quote, Span
from indexer.query import Hit, StoredArticle
from indexer.store import open_store
from indexer.store.base import without_text
from service import create_app
from service.answers import Article
from service.answers.make_quotes import of_article, of_hit
from service.pages import in_place


def answer(stored: StoredArticle) -> Article:
    return of_article(stored, full_text=True)


def test_quotes_and_cues_stand_in_their_paragraphs() -> None:
    stored = article("a", says("“One.”", before="Before."), says(("“Two,”", "“three.”")))
    found = in_place.paragraphs(answer(stored))
    assert "".join(each.text for paragraph in found for each in paragraph.segments) == stored.article.text
    first, second = (quote.id for quote in stored.quotes)
    segments = [each for paragraph in found for each in paragraph.segments]
    quoted = [(each.text, each.quote_id, [quote.id for quote in each.begun]) for each in segments if each.quote_id]
    assert [row for row in quoted if row[0].strip()] == [
        ("“One.”", first, [first]),
        ("“Two,”", second, [second]),
        ("“three.”", second, []),
    ]
    assert [each.text for each in segments if each.cue] == ["said", "said"]
    assert [each.text for each in segments if each.furniture] == ["A dateline"]
    assert [quote.id for paragraph in found for quote in paragraph.quotes] == [first, second]


def test_blank_lines_part_paragraphs_and_else_every_line() -> None:
    def parted(text: str) -> list[str]:
        stored = article("a")
        made = StoredArticle(replace(stored.article, text=text, furniture=()), ())
        return ["".join(each.text for each in paragraph.segments) for paragraph in in_place.paragraphs(answer(made))]

    assert parted("One\nstill one\n\nTwo\n \n\nThree") == ["One\nstill one\n\n", "Two\n \n\n", "Three"]
    assert parted("One\nTwo\n") == ["One\n", "Two\n"]
    assert parted("One") == ["One"]


def nested(outer: tuple[int, int], inner: tuple[int, int]) -> tuple[StoredArticle, list[Quote]]:
    stored = article("a", says("“He says ‘it is a long way off’ and he is right.”"), says("x"))
    text = stored.article.text
    start = stored.quotes[0].content[0].start
    spans = [Span.of(text, start + first, start + last) for first, last in (outer, inner)]
    quotes = [replace(quote, content=(span,), cue=()) for quote, span in zip(stored.quotes, spans, strict=True)]
    return StoredArticle(stored.article, tuple(quotes)), quotes


@pytest.mark.parametrize(
    ("outer", "inner"), [((0, 40), (9, 31)), ((0, 40), (0, 31)), ((0, 40), (9, 40)), ((0, 9), (9, 20))]
)
def test_every_quote_has_its_place(outer: tuple[int, int], inner: tuple[int, int]) -> None:
    stored, quotes = nested(outer, inner)
    found = [quote.id for paragraph in in_place.paragraphs(answer(stored)) for quote in paragraph.quotes]
    assert sorted(found) == sorted(quote.id for quote in quotes)


PLACES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=3)


@given(st.text(max_size=60), st.lists(PLACES, max_size=4))
def test_segments_joined_are_the_text(text: str, places: list[list[tuple[int, int]]]) -> None:
    stored = article("a", *(says(f"q{number}") for number in range(len(places))))
    quotes = []
    for quote, spans in zip(stored.quotes, places, strict=True):
        within = sorted((min(a, b, len(text)), min(max(a, b), len(text))) for a, b in spans)
        content = tuple(Span.of(text, first, last) for first, last in within)
        quotes.append(replace(quote, content=content, cue=content[:1]))
    made = StoredArticle(replace(stored.article, text=text, furniture=()), tuple(quotes))
    found = in_place.paragraphs(answer(made))
    assert "".join(each.text for paragraph in found for each in paragraph.segments) == text


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("“The mill will close in June.”", "The mill will close in June"),
        (
            "“One two three four five six seven eight nine ten eleven, twelve.”",
            "One two three four five,eight nine ten eleven%2C twelve",
        ),
        ("“a well-known, old thing”", "a well%2Dknown%2C old thing"),
    ],
)
def test_the_original_opens_at_the_words(text: str, fragment: str) -> None:
    stored = article("a", says(text), url="https://courier.example/mill#top")
    quote = of_hit(Hit(stored.quotes[0], without_text(stored.article)))
    address, _, made = str(in_place.original(quote)).partition("#:~:text=")
    assert (address, re.sub(r"%20", " ", made)) == ("https://courier.example/mill", fragment)
    assert unquote(made).replace(",", "").split()[0] == fragment.replace("%2C", "").split()[0]


def test_a_withheld_text_leads_to_the_original(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'a.db'}", create=True) as store:
        store.replace([article("a", says("“The mill will close.”"), url="https://courier.example/mill")])
        store.flush()
        page = outline(create_app(store=store).test_client(), "/articles/a")
    assert "This archive shows no whole articles" in page.text
    links = [str(link["href"]) for link in page.all("a")]
    assert "https://courier.example/mill#:~:text=The%20mill%20will%20close" in links
    assert "A dateline" not in page.text

"""An article's own sentences: those that say something outside of its quotes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factory import article
from hypothesis import given
from hypothesis import strategies as st

from indexer.model import Article, Span
from indexer.query import StoredArticle
from indexer.store.own_sentences import LONGEST_SENTENCE, MOST_SENTENCES, best, own_sentences
from indexer.text import stems, word_texts

TEXT = (
    "The quay was swept clean before the mayor came. “It is a fine quay,” said Ole Lind, who keeps the keys. "
    "He left. Nobody asked him what it had cost the town."
)


def stored(text: str, *contents: str) -> StoredArticle:
    made = article("a", *contents)
    spans = [Span.of(text, text.index(content), text.index(content) + len(content)) for content in contents]
    quotes = tuple(replace(quote, content=(span,)) for quote, span in zip(made.quotes, spans, strict=True))
    return StoredArticle(Article("a", text), quotes)


def own(text: str, *contents: str) -> list[str]:
    return [text[start:end] for start, end in own_sentences(stored(text, *contents)).places]


@pytest.mark.parametrize(
    ("contents", "sentences"),
    [
        ((), [0, 1, 3]),
        (("“It is a fine quay,”",), [0, 1, 3]),
        (("“It is a fine quay,”", "a fine quay", "who keeps the keys"), [0, 3]),
        (("what it had cost the town",), [0, 1]),
        (("swept clean before the mayor came. “It is a fine quay,” said",), [1, 3]),
        ((TEXT,), []),
    ],
)
def test_what_says_enough_outside_of_quotes_is_own(contents: tuple[str, ...], sentences: list[int]) -> None:
    every = [
        "The quay was swept clean before the mayor came.",
        "“It is a fine quay,” said Ole Lind, who keeps the keys.",
        "He left.",
        "Nobody asked him what it had cost the town.",
    ]
    assert own(TEXT, *contents) == [every[number] for number in sentences]


def test_the_stems_are_those_of_the_whole_sentences() -> None:
    found = own_sentences(stored("Ships waited long for the harbour pilots. Go.", "harbour"))
    assert found.stems == "ship wait long for the harbour pilot"


def test_very_long_texts_are_bounded() -> None:
    assert all(len(piece) <= LONGEST_SENTENCE for piece in own("word " * 3_000))
    assert len(own("Nobody here asked him what it had cost. " * (MOST_SENTENCES + 9))) == MOST_SENTENCES


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))), max_size=6))
def test_every_own_sentence_has_six_words_outside(ranges: list[tuple[int, int]]) -> None:
    spans = [Span.of(TEXT, min(pair), max(pair)) for pair in ranges if pair[0] != pair[1]]
    made = article("a", *["quote"] * len(spans))
    quotes = tuple(replace(quote, content=(span,)) for quote, span in zip(made.quotes, spans, strict=True))
    found = own_sentences(StoredArticle(Article("a", TEXT), quotes)).places
    inside = {place for span in spans for place in range(span.start, span.end)}
    outside = "".join(" " if place in inside else letter for place, letter in enumerate(TEXT))
    every = own_sentences(StoredArticle(Article("a", TEXT), ())).places
    assert [place for place in every if len(word_texts(outside[place[0] : place[1]])) >= 6] == list(found)


def test_the_best_share_most_and_few_come_from_one_article() -> None:
    lines = [f"The harbour pilots waited for ship number {number}." for number in range(9)]
    first, second = Article("a", "\n".join(lines)), Article("b", "Those harbour pilots waited in vain all night.")
    found = [(each, own_sentences(StoredArticle(each, ())).places) for each in (first, second)]
    asked = stems("harbour pilots waited for ship number 7")
    given = best(found, asked, 9)
    assert given[0].span.text == lines[7]
    assert [passage.article.id for passage in given].count("a") == 3
    assert best(found, asked, 1) == given[:1]
    assert best(found, stems("quite another matter"), 9) == best(found, (), 9) == ()

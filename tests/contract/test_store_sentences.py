"""The articles' own sentences: words that no quote holds are found in them, and only there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factory import article, says
from queries import by, outlet, passages, published, put

from indexer.errors import Invalid
from indexer.model import Span
from indexer.query import AllOf, StoredArticle
from indexer.store.base import Store
from indexer.text import stems

PLAIN = "The minister conceded at last that the tunnel would never be finished in time."
QUOTED = "Nobody in this valley has ever asked for a tunnel of that length."
SHORT = "The minister conceded the tunnel."
FURNITURE = "Read also: the minister conceded the tunnel would never be finished"


def with_furniture(stored: StoredArticle) -> StoredArticle:
    """The article with a line of the site's at its end."""
    text = stored.article.text + FURNITURE
    furniture = (*stored.article.furniture, Span.of(text, len(stored.article.text), len(text)))
    return replace(stored, article=replace(stored.article, text=text, furniture=furniture))


@pytest.fixture(scope="module")
def archive(shared: Store) -> Store:
    filling = [
        article(
            f"other {number}",
            says(f"We shall see in {1900 + number}", before=f"A harbour was finished in {1900 + number}, people say."),
            outlet="Zenit",
        )
        for number in range(30)
    ]
    told = article(
        "told",
        says(
            QUOTED,
            "Ida Brandt",
            before=f"It rained. {PLAIN} {SHORT}",
            after="Nobody had asked for that tunnel, she added.",
        ),
        outlet="Alba",
        published="2020-02-02",
        title="The tunnel",
    )
    put(shared, *filling, with_furniture(told), article("empty", outlet="Alba", published="2020-02-03"))
    return shared


@pytest.mark.parametrize(
    "asked",
    [
        PLAIN,
        "the TUNNEL would never be finished",
        "tunnels would never be finished on time",
        "The minister admitted that the tunnel would never be finished in time, and left.",
    ],
)
def test_a_sentence_is_found_by_what_was_made_of_it(archive: Store, asked: str) -> None:
    assert passages(archive, asked)[0] == PLAIN


def test_a_passage_is_a_piece_of_its_article(archive: Store) -> None:
    (found,) = archive.sentences(stems(PLAIN), AllOf(()), size=1)
    stored = archive.article("told")
    assert stored is not None
    assert stored.article.text[found.span.start : found.span.end] == found.span.text == PLAIN
    assert found.article == replace(stored.article, text="", furniture=())


def test_quotes_furniture_and_short_sentences_are_no_passages(archive: Store) -> None:
    assert passages(archive, QUOTED) == ["Nobody had asked for that tunnel, she added."]
    assert FURNITURE not in passages(archive, FURNITURE)
    assert SHORT not in passages(archive, SHORT)


def test_a_sentence_around_a_few_quoted_words_is_one(store: Store) -> None:
    made = article("a", "safe")
    text = "Hardly anybody who lives by the river calls it “safe” these days."
    at = text.index("“safe”")
    content = (Span.of(text, at, at + 6),)
    quotes = (replace(made.quotes[0], content=content, source=(), cue=()),)
    put(store, StoredArticle(replace(made.article, text=text, furniture=()), quotes))
    assert passages(store, "anybody who lives by the river calls it safe") == [text]


def test_conditions_and_size(archive: Store) -> None:
    asked = "a harbour was finished in 1907"
    assert len(passages(archive, asked, size=7)) == 7
    assert passages(archive, asked, size=0) == []
    assert passages(archive, asked)[0] == "A harbour was finished in 1907, people say."
    assert passages(archive, PLAIN, outlet("alba"))[0] == PLAIN
    assert PLAIN not in passages(archive, PLAIN, outlet("zenit"))
    assert passages(archive, PLAIN, published("2020-02-02", "2020-02-02")) == [PLAIN]
    assert passages(archive, PLAIN, published("2020-02-03", "2020-02-03")) == []
    with pytest.raises(Invalid):
        archive.sentences(stems(PLAIN), AllOf((by("Ida Brandt"),)))


def test_what_shares_little_is_not_given(archive: Store) -> None:
    assert passages(archive, "the school of the old fishermen was painted yellow in the minister's absence") == []


@pytest.mark.parametrize("asked", ["", "…", "zyzzyva", "the " * 5_000, "tunnel " * 10_000, '" OR 1=1 *', "\ud83d \0"])
def test_any_wording_is_answered(archive: Store, asked: str) -> None:
    assert len(passages(archive, asked)) <= 20


def test_sentences_follow_every_write(store: Store) -> None:
    lines = [
        says("Short", before=f"The {thing} was closed for the whole of that summer.") for thing in ("pier", "lock")
    ]
    put(store, article("a", lines[0]))
    assert len(passages(store, "pier was closed for the whole")) == 1
    put(store, article("a", lines[1]))
    assert "pier" not in passages(store, "pier was closed for the whole")[0]
    assert len(passages(store, "lock was closed for the whole")) == 1
    store.delete(["a"])
    store.flush()
    assert passages(store, "lock was closed for the whole") == []


def test_a_text_without_end_is_stored(store: Store) -> None:
    endless = " ".join(f"word{number}" for number in range(3_000))
    many = " ".join(f"Sentence number {number} stands on its own here." for number in range(3_000))
    put(store, article("a", says("Short", before=endless, after=many)))
    assert passages(store, "word1 word2 word3 word4 word5 word6")[0].startswith("word0 word1 ")
    assert passages(store, "sentence number 7 stands on its own here")[0].startswith("Sentence number 7 ")

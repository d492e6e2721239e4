"""Whatever is asked or compared, there is an answer, or an error that says what is wrong."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st
from texts_to_break import ANYTHING, TEXTS, examples

from indexer.check import Question, check, check_draft, checked_text, draft_article
from indexer.check.strip_attribution import strip_attribution
from indexer.compare import fingerprint, judge, wording
from indexer.errors import Invalid
from indexer.extract import EXTRACTORS
from indexer.model import Article, Quote
from indexer.query import AllOf, Query, StoredArticle, Where
from indexer.store.base import Store
from indexer.store.highlight import highlights
from indexer.text import stem, words
from indexer.utterances import evidence, keys, mark
from service.query import parse

SYNTAX = st.sampled_from(
    ["(", ")", "-", '"', "'", "*", "OR", "AND", "NOT", "NEAR/3", "speaker:", "outlet:", "kind:", "stance:", "after:",
     "before:", "said:", "2026", "2026-02-30", "direct", "id:", "quay", " "]
)  # fmt: skip
QUERIES = st.lists(st.one_of(SYNTAX, SYNTAX, ANYTHING), max_size=20).map(" ".join)


@examples(200)
@given(ANYTHING)
def test_no_word_or_stem_is_empty(text: str) -> None:
    for word in words(text):
        assert word.text
        assert stem(word.text)
        assert 0 <= word.start < word.end <= len(text)


@examples(150)
@given(ANYTHING, ANYTHING)
def test_any_two_wordings(one: str, other: str) -> None:
    for asked, stored in ((one, other), (one, one + other), (one, one)):
        query, printed = wording(asked), wording(stored)
        found = judge(query, printed)
        assert 0 <= found.score <= 1
        for edit in found.diff:
            assert 0 <= edit.query[0] <= edit.query[1] <= len(asked)
            assert 0 <= edit.stored[0] <= edit.stored[1] <= len(stored)
        evidence(query, printed)
        strip_attribution(query)
        assert fingerprint(asked) == fingerprint(query)
        assert all(0 <= key < 2**63 for key in keys(query))


@examples(150)
@given(QUERIES)
def test_any_query(any_store: Store, text: str) -> None:
    with suppress(Invalid):
        condition = parse(text)
        for where in Where:
            page = any_store.search(Query(AllOf((condition,)), where))
            assert page.total >= len(page.hits)


@examples(60)
@given(TEXTS, st.none() | TEXTS)
def test_any_text_checked(any_store: Store, text: str, speaker: str | None) -> None:
    with suppress(Invalid):
        answer = check(any_store, Question(checked_text(text), speaker))
        assert answer.verdict


@examples(50)
@given(TEXTS)
def test_any_draft_checked(any_store: Store, text: str) -> None:
    with suppress(Invalid):
        answer = check_draft(any_store, draft_article(checked_text(text)))
        assert len(answer.quotes) <= 250


@examples(60)
@given(TEXTS)
def test_any_article_stored(any_store: Store, text: str) -> None:
    article = Article(id="any", text=text)
    quotes = EXTRACTORS["rules"](article)
    written = any_store.replace([StoredArticle(article, quotes)])
    assert not written.failed
    while any_store.link_next(500):
        pass
    assert any_store.article("any") == StoredArticle(article, quotes)
    for quote in quotes:
        mark(quote, "en")
        shown(quote)
    any_store.delete(["any"])


def shown(quote: Quote) -> None:
    for where in Where:
        for start, end in highlights(parse("quay OR qu* OR a NEAR/5 b"), where, quote, "en"):
            assert 0 <= start < end <= len(quote.text)

"""Rebuilding a store: what is extracted again, and what stays as it was when that fails."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from factory import lines, two_quotes

from indexer import pipeline
from indexer.errors import Invalid, StoreUnavailable
from indexer.model import Article, Quote
from indexer.query import StoredArticle
from indexer.report import Report
from indexer.store import open_store
from indexer.store.base import Store


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path}/archive.db", create=True) as store:
        pipeline.run([lines(tmp_path / "a.jsonl", "The pier holds.", "The dam holds.")], store, extract=two_quotes)
        yield store


def one_quote(article: Article) -> tuple[Quote, ...]:
    return two_quotes(article)[:1]


def test_rebuild_extracts_the_stored_articles_again(filled: Store) -> None:
    assert pipeline.rebuild(filled, extract=one_quote) == Report(read=2, added=2, quotes=2)
    assert (filled.counts().articles, filled.counts().quotes) == (2, 2)


def test_rebuild_keeps_the_quotes_of_an_article_whose_extraction_fails(filled: Store) -> None:
    def failing(article: Article) -> tuple[Quote, ...]:
        return one_quote(article) if article.id == "1" else broken(article)

    def broken(article: Article) -> tuple[Quote, ...]:
        raise KeyError(article.id)

    report = pipeline.rebuild(filled, extract=failing)
    assert report == Report(read=2, added=2, quotes=3, rejected={"extraction-failed": 1})


def test_rebuild_from_paths_holds_what_they_hold_and_no_more(filled: Store, tmp_path: Path) -> None:
    path = lines(tmp_path / "b.jsonl", "The mill holds.", first=9)
    assert pipeline.rebuild(filled, [path], extract=two_quotes) == Report(read=1, added=1, quotes=2)
    assert [item.article.id for item in filled.scan()] == ["9"]


def test_rebuild_from_nothing_readable_leaves_the_store_as_it_was(filled: Store, tmp_path: Path) -> None:
    with pytest.raises(Invalid):
        pipeline.rebuild(filled, [tmp_path / "none"], extract=two_quotes)
    assert filled.counts().articles == 2


def test_rebuild_with_an_engine_that_goes_away_says_that_nothing_changed(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away() -> Iterator[StoredArticle]:
        raise StoreUnavailable("away")
        yield

    monkeypatch.setattr(filled, "scan", away)
    with pytest.raises(StoreUnavailable, match="the live one is unchanged"):
        pipeline.rebuild(filled, extract=two_quotes)
    assert filled.counts().articles == 2

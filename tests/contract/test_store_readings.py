"""How many of the stored articles lack a date or an outlet, and by what they were made."""

from __future__ import annotations

from dataclasses import replace

from factory import article, says
from queries import put

from indexer.model import Entry, Provenance
from indexer.query import StoredArticle
from indexer.store.base import Store

MADE = Provenance("json", "0.1.0", "rules", ("1 NUL removed",), read_at="2026-03-10T08:00:00Z")


def made(stored: StoredArticle, provenance: Provenance = MADE) -> StoredArticle:
    return replace(stored, article=replace(stored.article, provenance=provenance))


def test_what_articles_lack_and_by_what_they_were_made(store: Store) -> None:
    put(
        store,
        made(article("a", says("one"))),
        made(article("b", published=None, outlet=None), replace(MADE, reader="text", extractor="learned")),
        article("c", language="de", outlet=None),
    )
    counts = store.counts()
    assert (counts.undated, counts.without_outlet) == (1, 2)
    assert counts.languages == {"en": 2, "de": 1}
    assert counts.readers == {"json": 1, "text": 1}
    assert counts.extractors == {"rules": 1, "learned": 1}


def test_an_empty_store_lacks_nothing(store: Store) -> None:
    counts = store.counts()
    assert (counts.undated, counts.without_outlet, counts.languages, counts.readers) == (0, 0, {}, {})


def test_provenance_and_entries_come_back(store: Store) -> None:
    stored = made(article("a", says("one"), says("two")))
    published = stored.article.published
    assert published is not None
    entries = (Entry(0, 12), Entry(12, len(stored.article.text), published.best))
    put(store, replace(stored, article=replace(stored.article, entries=entries)))
    found = store.article("a")
    assert found is not None
    assert (found.article.provenance, found.article.entries) == (MADE, entries)
    assert found.article.provenance is not None
    assert found.article.provenance.read_at == "2026-03-10T08:00:00Z"


def test_reading_again_changes_nothing(store: Store) -> None:
    put(store, made(article("a", says("one"))))
    again = store.replace([made(article("a", says("one")), replace(MADE, read_at="2026-04-01T08:00:00Z"))])
    assert (again.unchanged, again.changed) == (("a",), ())

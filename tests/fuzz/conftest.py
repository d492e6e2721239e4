"""A small archive in a real SQLite store, to which anything may be put."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask.testing import FlaskClient

from indexer.extract import EXTRACTORS
from indexer.model import Article, Basis, Published, PublishedDate
from indexer.query import StoredArticle
from indexer.settings import Settings
from indexer.store import open_store
from indexer.store.base import Store
from service import create_app

ARCHIVED = (
    "“The quay is shut for good until the first of May,” said Ida Brandt.\nOlaf Lund denied that the quay was shut.\n"
    "“It is not true that I told him ‘no’,” he told reporters in Oslo on Tuesday.\n"
)


KEY = "open sesame"


def published(value: str) -> Published:
    """A date as it was given, of whatever precision."""
    return Published(PublishedDate(value, None, Basis.GIVEN, value))


@pytest.fixture(scope="session")
def any_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with opened(tmp_path_factory) as store:
        yield store


@contextmanager
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of a few articles, whose ids, titles and dates are of many forms."""
    with open_store(f"sqlite:///{tmp_path_factory.mktemp('fuzz') / 'archive.db'}", create=True) as store:
        articles = (
            Article(id="quay", text=ARCHIVED, outlet="Fjord Courier"),
            Article(id="quay: /2", text=ARCHIVED, title="<b>=1", authors=("{Ida}",), published=published("2026-02")),
            Article(
                id="quay\r\n3", text=ARCHIVED, title="\u202e“", outlet="@a", published=published("2026-02-03T10:00")
            ),
        )
        store.replace([StoredArticle(each, EXTRACTORS["rules"](each)) for each in articles])
        store.flush()
        yield store


@pytest.fixture(scope="session")
def any_client(any_store: Store) -> FlaskClient:
    return create_app(Settings(full_text=True), any_store).test_client()


@pytest.fixture(scope="session")
def deciding_client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """A client that may decide on an archive of its own."""
    with opened(tmp_path_factory) as store:
        client = create_app(Settings(full_text=True, decisions_key=KEY), store).test_client()
        client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {KEY}"
        yield client

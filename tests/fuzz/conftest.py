"""A small archive in a real SQLite store, to which anything may be put."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from indexer.extract import EXTRACTORS
from indexer.model import Article
from indexer.query import StoredArticle
from indexer.settings import Settings
from indexer.store import open_store
from indexer.store.base import Store
from service import create_app

ARCHIVED = (
    "“The quay is shut for good until the first of May,” said Ida Brandt.\nOlaf Lund denied that the quay was shut.\n"
    "“It is not true that I told him ‘no’,” he told reporters in Oslo on Tuesday.\n"
)


@pytest.fixture(scope="session")
def any_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path_factory.mktemp('fuzz') / 'archive.db'}", create=True) as store:
        article = Article(id="quay", text=ARCHIVED, outlet="Fjord Courier")
        store.replace([StoredArticle(article, EXTRACTORS["rules"](article))])
        store.flush()
        yield store


@pytest.fixture(scope="session")
def any_client(any_store: Store) -> FlaskClient:
    return create_app(Settings(full_text=True), any_store).test_client()

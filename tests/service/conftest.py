"""A small archive in a real SQLite store, and the service before it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import served
from flask.testing import FlaskClient

from indexer.settings import Settings
from indexer.store import open_store
from service import create_app


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of a store that holds ``served.articles()``."""
    path = tmp_path_factory.mktemp("archive") / "archive.db"
    settings = Settings(store=f"sqlite:///{path}")
    with open_store(settings, create=True) as store:
        store.replace(served.articles())
        store.flush()
    return settings


@pytest.fixture(scope="session")
def client(settings: Settings) -> Iterator[FlaskClient]:
    """Calls the service that answers from that store."""
    with open_store(settings) as store:
        yield create_app(store).test_client()

"""A small archive in a real SQLite store, and the service before it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import served
from command import MILL, PIER, run
from flask.testing import FlaskClient

from indexer.query import StoredArticle
from indexer.settings import Settings
from indexer.store import open_store
from indexer.store.identifying import identify
from service import create_app


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of a store that holds ``served.articles()``."""
    path = tmp_path_factory.mktemp("archive") / "archive.db"
    settings = Settings(store=f"sqlite:///{path}")
    with open_store(settings, create=True) as store:
        store.replace(served.articles())
        store.flush()
        identify(store)
    return settings


@pytest.fixture(scope="session")
def client(settings: Settings) -> Iterator[FlaskClient]:
    """Calls the service that answers from that store and shows whole articles."""
    with open_store(settings) as store:
        yield create_app(replace(settings, full_text=True), store).test_client()


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Callable[..., FlaskClient]]:
    """``serving(article(…), full_text=True)`` calls a service that has these articles and settings."""
    with ExitStack() as stack:

        def serve(*articles: StoredArticle, **settings: Any) -> FlaskClient:
            store = stack.enter_context(open_store(f"sqlite:///{tmp_path / 'archive.db'}", create=True))
            store.replace(articles)
            store.flush()
            identify(store)
            return create_app(Settings(**settings), store).test_client()

        yield serve


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, with two articles and no store."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "ONRECORD_STORE",
        "ONRECORD_STORE_FILE",
        "ONRECORD_ES_API_KEY",
        "ONRECORD_ES_CA_FILE",
        "ONRECORD_SEMANTIC",
    ):
        monkeypatch.delenv(name, raising=False)
    records = [
        {"id": "pier", "text": PIER, "outlet": "Brae Post", "published": "2026-06-05", "title": "Pier holds"},
        {"id": "mill", "text": MILL, "published": "2026-06-06"},
    ]
    (tmp_path / "articles.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    return tmp_path


@pytest.fixture
def indexed(here: Path) -> Path:
    """The same, with both stored."""
    run("index", "articles.jsonl")
    return here

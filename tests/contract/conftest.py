"""Each engine in turn, with a store of its own for each test or one shared by the tests of a module."""

from __future__ import annotations

import base64
import json
import urllib.request
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from indexer.store import open_store
from indexer.store.base import Store

ENGINES = ("sqlite", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch))

MakeUrl = Callable[[], str]


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def new_url(engine: str, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MakeUrl]:
    """Makes store URLs at which there is nothing yet; what is made there is removed after the module."""
    if engine == "sqlite":
        folder: Path = tmp_path_factory.mktemp("stores")
        yield lambda: f"sqlite:///{folder}/{uuid.uuid4().hex}.db"
        return
    address = str(request.getfixturevalue("elasticsearch_address")).rstrip("/")
    family = f"onrecord-test-{uuid.uuid4().hex[:12]}"
    yield lambda: f"{address}/{family}-{uuid.uuid4().hex[:12]}"
    made = _asked(address, f"/_cat/indices/{family}*?format=json&h=index&expand_wildcards=all")
    names = [index["index"] for index in made]
    # By name, as a node refuses to delete by pattern; a few at a time, as a request line has its limits.
    for start in range(0, len(names), 20):
        _asked(address, f"/{','.join(names[start : start + 20])}", "DELETE")


@pytest.fixture
def url(new_url: MakeUrl) -> str:
    """A store URL of the test's own."""
    return new_url()


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """An empty store of the test's own."""
    with open_store(url, create=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def shared(new_url: MakeUrl) -> Iterator[Store]:
    """One empty store for the whole module, for tables of questions that nothing writes between."""
    with open_store(new_url(), create=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def new_store(new_url: MakeUrl) -> Iterator[Store]:
    """Another such store, for a second table in one module."""
    with open_store(new_url(), create=True) as opened:
        yield opened


def _asked(address: str, path: str, method: str = "GET") -> Any:
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2]
    request = urllib.request.Request(f"{parts.scheme}://{host}{path}", method=method)
    if parts.username:
        secret = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        request.add_header("Authorization", f"Basic {base64.b64encode(secret.encode()).decode()}")
    with urllib.request.urlopen(request, timeout=30) as response:
        return json.load(response)

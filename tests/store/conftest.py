"""A store in a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.store.sqlite import SqliteStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a store may be made."""
    return tmp_path / "quotes.db"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    """An empty one."""
    with SqliteStore.open(path, create=True) as opened:
        yield opened

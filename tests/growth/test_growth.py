"""No step takes longer than n log n on any family of inputs, whatever it repeats."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from asked import archived
from family import Family, families
from measure import superlinear
from steps import steps_of

from indexer.store import open_store
from indexer.store.base import Store

FAMILIES = families()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path_factory.mktemp('growth') / 'archive.db'}", create=True) as store:
        store.replace([archived()])
        store.flush()
        yield store


def test_every_step_has_families() -> None:
    assert len(FAMILIES) >= 200


@pytest.mark.parametrize("family", FAMILIES, ids=str)
def test_work_is_in_step_with_the_input(family: Family, store: Store) -> None:
    for step in steps_of(family, store):
        found = superlinear(lambda size, step=step: step(family, size))
        assert not found, "\n".join(map(str, found))

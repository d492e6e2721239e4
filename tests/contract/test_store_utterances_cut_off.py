"""A pass, or a writer, that dies anywhere: whoever comes next leaves the groups that whole ones would have left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from factory import article
from queries import put

from indexer.store.base import Store
from indexer.store.elastic.linking import Linking
from indexer.store.sqlite import linking as sqlite_linking

WHARF = "The wharf at Sundby was sold twice in one week, and both buyers have a stamped deed to show for it"
LATER = "The wharf at Sundby was sold twice in one week, and both of the buyers have a stamped deed to show for it"
STORED = (
    article("first", WHARF, published="2022-01-01"),
    article("second", WHARF, LATER, published="2022-01-02"),
    article("third", LATER, published="2022-01-03"),
)


class Died(Exception):
    """What ends a process, in a test."""


def dies(*_: Any, **__: Any) -> None:
    raise Died


def link(store: Store) -> None:
    while store.link_next(2):
        pass


def reported(store: Store) -> dict[str, tuple[str, int]]:
    known = store.utterances([quote.id for stored in store.scan() for quote in stored.quotes])
    return {quote_id: (each.id, each.reports) for quote_id, each in known.items()}


def sometimes(works: Callable[..., Any], times: int) -> Callable[..., Any]:
    """A function that works so many times, and then dies."""
    left = [times]

    def call(*given: Any, **named: Any) -> Any:
        if not left[0]:
            raise Died
        left[0] -= 1
        return works(*given, **named)

    return call


@pytest.mark.parametrize("times", range(5))
def test_a_pass_that_dies_is_completed(store: Store, engine: str, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    put(store, *STORED)
    with monkeypatch.context() as patched:
        if engine == "sqlite":
            patched.setattr(sqlite_linking, "others_of", sometimes(sqlite_linking.others_of, times // 2))
        else:
            patched.setattr(Linking, "_write", sometimes(Linking._write, times))
        with pytest.raises(Died):
            link(store)
    link(store)
    assert set(reported(store).values()) == {(STORED[0].quotes[0].id, 4)}


@pytest.mark.parametrize("gone", ["first", "third"])
@pytest.mark.parametrize("times", range(3))
def test_a_deletion_that_dies_is_put_right(
    store: Store, engine: str, monkeypatch: pytest.MonkeyPatch, gone: str, times: int
) -> None:
    put(store, *STORED)
    link(store)
    with monkeypatch.context() as patched:
        if engine == "sqlite":
            patched.setattr(sqlite_linking, "regroup_after_removal", dies)
        else:
            patched.setattr(Linking, "_write", sometimes(Linking._write, times))
        with pytest.raises(Died):
            store.delete([gone])
    link(store)
    store.delete([gone])
    store.flush()
    first = STORED[1 if gone == "first" else 0].quotes[0].id
    assert set(reported(store).values()) == {(first, 3)}

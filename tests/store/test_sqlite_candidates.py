"""What bounds the work for candidates in SQLite, and what is found all the same."""

from __future__ import annotations

import numpy as np
import pytest
from factory import article

from indexer.store.sqlite import SqliteStore, sharing
from indexer.store.sqlite import candidates as reading
from indexer.store.sqlite.sharing import Shared, Weights, heaviest
from indexer.text import stems


def candidates(store: SqliteStore, text: str, size: int = 50) -> list[str]:
    return [each.text for each in store.candidates(stems(text), size=size)]


FREQUENCIES = {"the": 900, "council": 120, "dam": 4, "northern": 9}


def test_the_rarest_stems_are_looked_up_as_far_as_their_places_go(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = Weights(FREQUENCIES, 1_000)
    assert weights.rarest() == ["dam", "northern", "council", "the"]
    monkeypatch.setattr(sharing, "MOST_PLACES", 13)
    assert weights.rarest() == ["dam", "northern"]
    monkeypatch.setattr(sharing, "MOST_STEMS", 1)
    assert weights.rarest() == ["dam"]
    monkeypatch.setattr(sharing, "MOST_PLACES", 3)
    assert weights.rarest() == []


def test_a_rarer_stem_weighs_more() -> None:
    of = Weights(FREQUENCIES, 1_000).of
    assert of["dam"] > of["northern"] > of["council"] > of["the"] > 0


def test_the_rarest_runs_of_known_stems_come_first() -> None:
    stems = ("the", "council", "the", "northern", "dam", "unknown", "the")
    assert Weights(FREQUENCIES, 1_000).runs(stems) == [
        ("the", "northern", "dam"),
        ("council", "the", "northern"),
        ("the", "council", "the"),
    ]


def test_frequent_words_alone_are_found_by_their_order(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "MOST_PLACES", 5)
    words = ("we", "will", "not", "go", "there")
    turned = [" ".join(words[at:] + words[:at]) for at in range(5)]
    store.replace([article(f"{number} {at}", f"{turned[at]} {number}") for number in range(20) for at in range(5)])
    store.replace([article("it", "And we will not go anywhere, ever")])
    assert "And we will not go anywhere, ever" in candidates(store, "so we will not go home", size=1_000)
    found = candidates(store, "we will not go there", size=20)
    assert all(text.startswith("we will not go there") for text in found)


def test_many_copies_do_not_hide_another_wording(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "AT_ONCE", 10)
    store.replace([article(f"copy {number}", "The northern dam will hold") for number in range(60)])
    store.replace([article("other", "The northern dam will never hold, say engineers of the valley")])
    assert len(candidates(store, "the northern dam will hold")) == 2
    monkeypatch.setattr(reading, "MOST_READ", 30)
    assert len(candidates(store, "the northern dam will hold")) == 1


def test_rows_come_in_lists_heaviest_first() -> None:
    shared = {number: float(number % 7) for number in range(50)}
    parts = list(heaviest(Shared(np.array(list(shared)), np.array(list(shared.values()))), 8))
    assert [len(part) for part in parts] == [8] * 6 + [2]
    rows = [row for part in parts for row in part]
    assert rows == sorted(shared, key=lambda row: (-shared[row], row))
    assert [weight for part in parts for weight in part.values()] == [shared[row] for row in rows]


def test_a_wording_that_shares_nothing_has_no_candidates(store: SqliteStore) -> None:
    store.replace([article("one", "The northern dam will hold")])
    assert candidates(store, "zinc prices doubled") == []

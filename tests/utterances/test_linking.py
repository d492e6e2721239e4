"""Linking: which of the wordings that share keys are compared."""

from __future__ import annotations

import pytest
from factory import article

from indexer.compare import Wording
from indexer.utterances import Evidence, evidence, linking
from indexer.utterances.linking import Fresh, compare, entry

MOLE = "The mole at Karlsund was raised by a metre after the storm, and it will be raised by another before the next"
CUT = "it will be raised by another before the next"


@pytest.mark.parametrize(
    ("shared", "expected"),
    [([(1, MOLE, 9)], 0), ([(2, CUT, 1)], 1), ([(2, CUT, 0)], 0), ([(2, MOLE, 1)], 0), ([(2, MOLE, 2)], 1)],
)
def test_wordings_with_enough_shared_keys_are_compared(shared: list[tuple[int, str, int]], expected: int) -> None:
    assert len(compare([Fresh(1, MOLE)], {1: shared}).links) == expected


def test_a_pair_is_compared_once() -> None:
    sharing = {1: [(2, CUT, 3)], 2: [(1, MOLE, 3)]}
    assert [pair[:2] for pair in compare([Fresh(1, MOLE), Fresh(2, CUT)], sharing).links] == [(1, 2)]


def test_a_pair_that_cannot_be_compared_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(one: Wording, other: Wording) -> Evidence | None:
        if "storm" in other.text:
            raise IndexError("secret words")
        return evidence(one, other)

    monkeypatch.setattr(linking, "evidence", broken)
    fresh = [Fresh(1, CUT), Fresh(2, CUT)]
    found = compare(fresh, {1: [(3, MOLE, 9), (2, CUT, 9)], 2: [(1, CUT, 9)]})
    assert [pair[:2] for pair in found.links] == [(1, 2)]
    assert found.set_aside.keys() == {1}
    assert "IndexError in test_linking.py" in found.set_aside[1]
    assert "secret" not in found.set_aside[1]


def test_a_quote_that_cannot_be_read_for_comparison_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    quote = article("a", MOLE).quotes[0]
    assert entry(quote, "en").set_aside is None
    assert entry(quote, "en").keys
    assert entry(None, "en").set_aside

    def broken(wording: Wording) -> tuple[int, ...]:
        raise IndexError

    monkeypatch.setattr(linking, "keys", broken)
    made = entry(quote, "en")
    assert (made.text, made.keys) == (None, ())
    assert "IndexError" in (made.set_aside or "")

"""Which of the wordings that share keys are compared."""

from __future__ import annotations

import pytest

from indexer.utterances.linking import Fresh, compare

MOLE = "The mole at Karlsund was raised by a metre after the storm, and it will be raised by another before the next"
CUT = "it will be raised by another before the next"


@pytest.mark.parametrize(
    ("shared", "expected"),
    [([(1, MOLE, 9)], 0), ([(2, CUT, 1)], 1), ([(2, CUT, 0)], 0), ([(2, MOLE, 1)], 0), ([(2, MOLE, 2)], 1)],
)
def test_what_shares_enough_keys_is_compared(shared: list[tuple[int, str, int]], expected: int) -> None:
    assert len(list(compare([Fresh(1, MOLE)], {1: shared}))) == expected


def test_a_pair_is_compared_once() -> None:
    sharing = {1: [(2, CUT, 3)], 2: [(1, MOLE, 3)]}
    assert [pair[:2] for pair in compare([Fresh(1, MOLE), Fresh(2, CUT)], sharing)] == [(1, 2)]

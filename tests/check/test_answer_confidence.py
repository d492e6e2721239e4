from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.check.confidence import CALIBRATED, calibrated


@pytest.mark.parametrize("score", [score for score, _ in CALIBRATED])
def test_what_was_measured_is_given(score: float) -> None:
    assert calibrated(score) == pytest.approx(dict(CALIBRATED)[score])


def test_a_middling_score_is_worth_less_than_it_says() -> None:
    assert calibrated(0.7) < 0.7
    assert calibrated(0.99) > 0.95


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_is_never_worth_less(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= calibrated(low) <= calibrated(high) <= 1

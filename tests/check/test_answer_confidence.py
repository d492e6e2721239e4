from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.check.judging import CALIBRATED, calibrated


@pytest.mark.parametrize("score", [score for score, _ in CALIBRATED])
def test_measured_scores_have_their_measured_confidence(score: float) -> None:
    assert calibrated(score) == pytest.approx(dict(CALIBRATED)[score])


def test_confidence_in_a_middling_score_is_lower_than_the_score() -> None:
    assert calibrated(0.7) < 0.7
    assert calibrated(0.99) > 0.95


@given(st.floats(0, 1), st.floats(0, 1))
def test_confidence_rises_with_the_score(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= calibrated(low) <= calibrated(high) <= 1

"""Scores become confidences that mean what they say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.gold.reliability import Judged, by_group
from indexer.extract import EXTRACTORS
from indexer.extract.confidence import RAW, Calibration, Curve, along, calibration
from indexer.model import Article
from training.rising_curve import STEP, curve

SHARES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("score", "expected"),
    [(0.0, 0.0), (0.25, 0.2), (0.5, 0.4), (0.6, 0.5), (0.7, 0.6), (0.8, 0.75), (0.9, 0.9), (1.0, 0.9)],
)
def test_a_curve_rises_from_nothing_and_is_level_at_last(score: float, expected: float) -> None:
    assert along([(0.5, 0.4), (0.7, 0.6), (0.9, 0.9)], score) == pytest.approx(expected)


@pytest.mark.parametrize("name", sorted(EXTRACTORS))
def test_a_shipped_table_rises(name: str) -> None:
    curves = calibration(name).curves
    assert {"content direct", "content indirect", "content mixed", "speaker", "said"} <= curves.keys()
    for points in curves.values():
        assert list(points) == sorted(points)
        assert [share for _, share in points] == sorted(share for _, share in points)
        assert all(0 < share < 1 for _, share in points)


def test_a_quote_carries_what_its_scores_mean() -> None:
    article = Article(id="a", text="Mayor Ada Lund said: “The ferry will sail again.”")
    extract = EXTRACTORS["rules"]
    (raw,) = extract(article, calibrated=RAW)
    (quote,) = extract(article, calibrated=Calibration({"content direct": ((0.1, 0.7),), "speaker": ((0.1, 0.6),)}))
    assert (quote.confidence.content, quote.confidence.speaker) == (0.7, 0.6)
    assert raw.confidence != quote.confidence
    assert quote.confidence.said == 0.0


def test_an_unknown_table_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        calibration("nothing")


@pytest.mark.parametrize(
    ("curves", "score"),
    [
        ({}, 0.6),
        ({"content mixed": ((0.5, 0.8),)}, 0.8),
        ({"content mixed": ((0.5, 0.8),), "content mixed, no words": ((0.5, 0.3),)}, 0.3),
    ],
)
def test_the_most_telling_curve_that_there_is_counts(curves: dict[str, Curve], score: float) -> None:
    assert Calibration(curves).of(("content mixed, no words", "content mixed"), 0.6) == score


@given(st.lists(st.tuples(SHARES, st.booleans()), max_size=200))
def test_a_learned_curve_rises_and_never_says_certain(examples: list[tuple[float, bool]]) -> None:
    points = curve(examples)
    assert bool(points) == (len(examples) >= STEP)
    shares = [share for _, share in points]
    assert shares == sorted(shares)
    assert all(0 < share < 1 for share in shares)


def test_a_curve_gives_the_share_that_was_right() -> None:
    low = [(0.5, number < 30) for number in range(100)]
    high = [(0.9, number < 90) for number in range(100)]
    assert curve(low + high) == ((0.5, pytest.approx(0.304, abs=0.001)), (0.9, pytest.approx(0.892, abs=0.001)))
    assert curve([(score, not right) for score, right in low + high]) == ((0.7, pytest.approx(0.401, abs=0.001)),)


def test_calibration_is_told_by_kind_act_and_form_of_source() -> None:
    sure, unsure = ("kind direct", "act said", "source he"), ("kind indirect", "act did", "source none")
    found = [
        *(Judged("content", ("content direct",), 0.95, number < 19, sure) for number in range(20)),
        *(Judged("content", ("content indirect",), 0.55, number < 4, unsure) for number in range(10)),
    ]
    lines = {line[:30].strip(): line[30:].split() for line in by_group(found)}
    assert lines["content"] == ["30", "81.7", "76.7", "20", "95.0", "5.0"]
    assert lines["content, kind direct"] == lines["content, source he"] == ["20", "95.0", "95.0", "20", "95.0", "0.0"]
    assert lines["content, act did"] == ["10", "55.0", "40.0", "0", "-", "15.0"]
    assert "content, act wrote" not in lines

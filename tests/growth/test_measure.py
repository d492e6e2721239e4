"""The measure itself: it tells quadratic work from linear work, whatever else a machine does."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

import pytest
from family import Family, families
from measure import superlinear, timed
from stopwatch import steps_timed

import indexer.read.text as reading
from indexer.read import decode
from indexer.read.origin import NO_ORIGIN, NO_OVERRIDES

BACKTRACKING = re.compile(r"-+\s*!")


def linear(size: int) -> None:
    """Look at every character once."""
    sum(ord(character) for character in "a" * size)


def sorting(size: int) -> None:
    """Work of n log n."""
    sorted(math.sin(number) for number in range(size))


def bounded(size: int) -> None:
    """Quadratic up to a size, linear beyond it."""
    for start in range(0, size, 2_000):
        pairs(min(2_000, size - start))


def pairs(size: int) -> None:
    """Compare every hundredth character with all others."""
    text = "a" * size
    for _ in range(0, size, 100):
        sum(ord(character) for character in text)


def backtracking(size: int) -> None:
    """One call of a pattern that tries every hyphen anew."""
    BACKTRACKING.search("-" * size)


@pytest.mark.parametrize(
    ("work", "is_red"),
    [(linear, False), (sorting, False), (bounded, False), (pairs, True), (backtracking, True)],
)
def test_quadratic_work_is_told_from_linear_work(work: Callable[[int], None], is_red: bool) -> None:
    assert bool(superlinear(lambda size: {work.__name__: timed(lambda: work(size))})) is is_red


def test_a_quadratic_step_shows_beside_much_linear_work() -> None:
    def work(size: int) -> dict[str, float]:
        much, little = timed(lambda: linear(40 * size)), timed(lambda: pairs(size // 2))
        return {"all": much + little, "a step": little}

    assert "a step" in {growth.step for growth in superlinear(work)}


def test_a_backtracking_pattern_in_a_step_turns_it_red(monkeypatch: pytest.MonkeyPatch) -> None:
    def decode_slowly(data: bytes) -> decode.Decoded:
        decoded = decode.decode(data)
        BACKTRACKING.search(decoded.text)
        return decoded

    monkeypatch.setattr(reading, "decode", decode_slowly)

    def work(size: int) -> dict[str, float]:
        data = Family("text", "hyphens", before="The ferry sails.\n", unit="-").text(size).encode()
        with steps_timed(reading) as times:
            times["read"] = timed(lambda: reading.read_text(data, NO_ORIGIN, NO_OVERRIDES))
        return times

    assert "read" in {growth.step for growth in superlinear(work)}


def test_families_are_many_and_of_the_size_that_is_asked_for() -> None:
    known = families()
    assert len({str(family) for family in known}) == len(known) >= 200
    for family in known:
        for size in (1_000, 4_000):
            assert 0.7 * size < len(family.text(size)) < 1.3 * size + 200, family


def test_a_word_is_another_one_each_time() -> None:
    names = Family("speakers", "names", unit="{Name} ").text(20_000).split()
    assert len(set(names)) == len(names)

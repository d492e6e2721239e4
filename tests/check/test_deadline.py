"""A check stops soon after its deadline, wherever it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from math import inf
from pathlib import Path

import pytest

from indexer import pipeline
from indexer.check import Question, check, check_draft, draft_article
from indexer.deadline import NO_DEADLINE, Deadline
from indexer.errors import DeadlinePassed
from indexer.store import open_store
from indexer.store.base import Store

SAMPLES = Path(__file__).parents[2] / "samples"
SENTENCE = "No car will cross that bridge until I would let my own daughter walk across it"
DRAFT = "".join(f"“{SENTENCE}, as often as {number} times,” said Ines Halloran.\n\n" for number in range(9))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path_factory.mktemp('deadline')}/a.db", create=True) as opened:
        pipeline.run([SAMPLES], opened)
        yield opened


def clock_that_stops(after: int) -> Deadline:
    """A deadline that passes when it was looked at so many times."""
    turns = count()
    return Deadline(1.0, lambda: 0.0 if next(turns) < after else 2.0)


def looks(store: Store, draft: str) -> int:
    """How often a check of a draft looks at its deadline."""
    turns = count()
    check_draft(store, draft_article(draft), deadline=Deadline(inf, lambda: float(next(turns))))
    return next(turns)


def test_a_check_without_deadline_ends_by_itself(store: Store) -> None:
    assert check(store, Question(SENTENCE), deadline=NO_DEADLINE).reported


@pytest.mark.parametrize("text", [SENTENCE, f"{SENTENCE}. " * 40])
def test_a_check_stops_after_its_deadline(store: Store, text: str) -> None:
    with pytest.raises(DeadlinePassed):
        check(store, Question(text), deadline=clock_that_stops(0))


def test_the_deadline_is_checked_before_each_piece_of_a_long_text(store: Store) -> None:
    with pytest.raises(DeadlinePassed):
        check(store, Question(f"{SENTENCE}. " * 40), deadline=clock_that_stops(5))


def test_a_draft_stops_wherever_its_deadline_passes(store: Store) -> None:
    every = looks(store, DRAFT)
    assert every > 9
    for after in range(0, every, 3):
        with pytest.raises(DeadlinePassed):
            check_draft(store, draft_article(DRAFT), deadline=clock_that_stops(after))


def test_extraction_checks_the_deadline_in_each_window(store: Store) -> None:
    assert looks(store, DRAFT * 4) - looks(store, DRAFT) > 9 * 3


def test_a_deadline_counts_from_now() -> None:
    now = iter([10.0, 12.9, 13.0])
    deadline = Deadline.after(3, lambda: next(now))
    deadline.check()
    with pytest.raises(DeadlinePassed):
        deadline.check()

"""The check's speakers are people of the archive, whatever articles call them, on every engine."""

from __future__ import annotations

import pytest

from indexer.check import Question, check
from indexer.check.records import Agreement
from indexer.store import deciding
from indexer.store.base import Store
from indexer.store.deciding import By
from indexer.store.identifying import identify
from tests.factory import article, says

WORDS = "“The northern breakwater will be finished long before the first winter storms arrive.”"


@pytest.fixture
def filled(store: Store) -> Store:
    store.replace(
        [
            article("a", says(WORDS, "Ida Brandt"), outlet="Fjord Courier"),
            article("b", says(WORDS, "Ida Solheim"), outlet="Evening Post"),
            article("c", says("“No comment at all.”", "Olav Moe"), outlet="Evening Post"),
        ]
    )
    store.flush()
    identify(store)
    return store


def test_two_people_are_a_conflict_until_they_are_one(filled: Store) -> None:
    question = Question(WORDS, speaker="Solheim")
    assert check(filled, question).conflict
    deciding.merge(filled, "ida-brandt", ["ida-solheim"], By("editor", "she married"))
    answer = check(filled, question)
    assert not answer.conflict
    assert answer.speaker_agrees is Agreement.AGREES
    assert [(each.speaker_id, each.count) for each in answer.attributions] == [("ida-brandt", 2)]


def test_another_name_of_the_speaker_agrees(filled: Store) -> None:
    row = {"name": "Olav Moe", "key": "olav-moe", "aliases": [], "wikidata": None, "roles": []}
    deciding.know(filled, [row], By("editor", "register"))
    deciding.rename(filled, "olav-moe", "Ola Nordmann", By("editor", "his stage name"))
    answer = check(filled, Question("“No comment at all.”", speaker="Ola Nordmann"))
    assert answer.speaker_agrees is Agreement.AGREES

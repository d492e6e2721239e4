"""A check of a semantic archive, the same on both engines: what meaning finds, and what it only suggests."""

from __future__ import annotations

import pytest
from factory import article, says
from queries import put

from indexer.check import Question, Verdict, check
from indexer.check.answer_records import Answer
from indexer.store.base import Store

BRIDGE = "We will not open the bridge to lorries until every bolt has been checked"
GARBLED = "The bridge will not be opened by us for the trucks, so long as each screw is not verified"
PARAPHRASE = "No heavy vehicles may cross the bridge before its fastenings were inspected"


@pytest.fixture
def archive(store: Store) -> Store:
    store.set_semantic(True)
    put(
        store,
        article("bridge", says(BRIDGE, "Ida Brandt"), outlet="Alba", published="2025-03-02"),
        article(
            "others",
            says("The school choir sang for the miners on Sunday", "Omar Lund"),
            says("Nobody on the council has read the report on the bridge", "Omar Lund"),
            outlet="Zenit",
        ),
    )
    return store


def suggested(answer: Answer) -> list[str]:
    return [each.hit.quote.text for each in answer.similar or ()]


def test_a_garbled_translation_is_reported_as_probable(archive: Store) -> None:
    answer = check(archive, Question(GARBLED))
    assert answer.verdict is Verdict.REWORDED
    assert answer.probable
    assert [report.text for report in answer.reports] == [BRIDGE]
    assert answer.likeness is not None
    assert answer.headline.startswith("Probably reported, in other words")
    assert BRIDGE not in suggested(answer)


def test_what_is_only_near_is_suggested_and_not_reported(archive: Store) -> None:
    answer = check(archive, Question(PARAPHRASE))
    assert not answer.reported
    assert suggested(answer)[0] == BRIDGE


def test_what_words_report_needs_no_second_look(archive: Store) -> None:
    answer = check(archive, Question(BRIDGE))
    assert answer.verdict is Verdict.VERBATIM
    assert answer.likeness is None


def test_what_is_near_nothing_is_not_found(archive: Store) -> None:
    answer = check(archive, Question("Eleven violins were stolen from a locked room in the conservatory"))
    assert answer.verdict is Verdict.NOT_FOUND
    assert answer.similar == ()


@pytest.mark.parametrize("text", ["the bridge", "Der Kanzler hat gestern vor dem Ausschuss ausgesagt, wie erwartet"])
def test_what_is_short_or_in_another_language_gets_no_suggestions(archive: Store, text: str) -> None:
    assert check(archive, Question(text)).similar is None


def test_without_vectors_words_decide(store: Store) -> None:
    put(store, article("bridge", says(BRIDGE, "Ida Brandt")))
    answer = check(store, Question(GARBLED))
    assert answer.verdict is Verdict.NOT_FOUND
    assert answer.similar is None

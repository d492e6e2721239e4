"""A check of a semantic archive, the same on both engines: what is near in meaning is suggested, and never reported."""

from __future__ import annotations

import pytest
from factory import article, says
from queries import put

from indexer.check import Outcome, Question, Verdict, check
from indexer.check.answer_records import Answer
from indexer.store.base import Store

BRIDGE = "We will not open the bridge to lorries until every bolt has been checked"
TRUCKS = "We shall keep the bridge shut to trucks for as long as the bolts have not all been inspected"
REPHRASED = "Lorries stay off the bridge for as long as its bolts have not all been inspected"
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


@pytest.mark.parametrize(
    ("text", "outcome", "headline"),
    [
        (REPHRASED, Outcome.SUGGESTED, "Not printed in these words, but "),
        (TRUCKS, Outcome.SUGGESTED, "Not printed in these words, but "),
        (PARAPHRASE, Outcome.NOT_IN_ARCHIVE, "Not found in "),
    ],
)
def test_other_words_are_suggested_and_not_reported(archive: Store, text: str, outcome: Outcome, headline: str) -> None:
    answer = check(archive, Question(text))
    assert (answer.verdict, answer.outcome, answer.reported) == (Verdict.NOT_FOUND, outcome, False)
    assert suggested(answer)[0] == BRIDGE
    assert answer.reports_total == 0
    assert answer.headline.startswith(headline)


def test_what_words_report_is_not_suggested(archive: Store) -> None:
    answer = check(archive, Question(BRIDGE))
    assert answer.verdict is Verdict.VERBATIM
    assert BRIDGE not in suggested(answer)


def test_two_printings_of_one_wording_are_one_suggestion(archive: Store) -> None:
    put(archive, article("copy", says(f"“{BRIDGE}”", "Ida Brandt"), outlet="Post"))
    answer = check(archive, Question(PARAPHRASE))
    assert sum(BRIDGE in text for text in suggested(answer)) == 1


def test_what_is_near_nothing_is_not_found(archive: Store) -> None:
    answer = check(archive, Question("Eleven violins were stolen from a locked room in the conservatory"))
    assert (answer.verdict, answer.outcome) == (Verdict.NOT_FOUND, Outcome.NOT_IN_ARCHIVE)
    assert answer.similar == ()


@pytest.mark.parametrize("text", ["the bridge", "Der Kanzler hat gestern vor dem Ausschuss ausgesagt, wie erwartet"])
def test_what_is_short_or_in_another_language_gets_no_suggestions(archive: Store, text: str) -> None:
    assert check(archive, Question(text)).similar is None


def test_without_vectors_nothing_is_suggested(store: Store) -> None:
    put(store, article("bridge", says(BRIDGE, "Ida Brandt")))
    answer = check(store, Question(TRUCKS))
    assert answer.outcome is Outcome.NOT_IN_ARCHIVE
    assert answer.similar is None

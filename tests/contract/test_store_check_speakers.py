"""Who is named for the words in a check's answer, and who only repeats them: the same on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from factory import article, says
from queries import put

from indexer.check import Outcome, Question, check
from indexer.check.records import Agreement
from indexer.compare import Relation
from indexer.model import Kind, Stance
from indexer.store.base import Store

FERRY = "We will not run the night ferry until the engines have been replaced"
SCHOOL = "Every child on the island has the right to a heated classroom"
WIRE = "The bridge at Kolvik was never meant to carry lorries of forty tonnes"


def test_who_speaks_for_somebody_is_in_no_conflict(store: Store) -> None:
    spoken = says(f"“{SCHOOL}”", "Mona Lie", as_printed="Mona Lie, a spokeswoman for the mayor")
    put(store, article("a", says(f"“{SCHOOL}”", "Ida Brandt")), article("b", spoken))
    answer = check(store, Question(SCHOOL))
    assert len(answer.attributions) == 2
    assert not answer.conflict


def test_a_quote_within_a_quote_is_the_inner_speaker_s(store: Store) -> None:
    made = article(
        "a",
        says(f"“Ida told us: ‘{SCHOOL}’, and she was right about it”", "Per Holm"),
        says(f"‘{SCHOOL}’", "Ida Brandt"),
    )
    outer, inner = made.quotes
    put(store, replace(made, quotes=(outer, replace(inner, inside=outer.id))))
    answer = check(store, Question(SCHOOL))
    assert answer.reports_total == 2
    assert [each.name for each in answer.attributions] == ["Ida Brandt"]
    assert not answer.conflict


def test_who_repeats_the_words_of_another_is_named_apart(store: Store) -> None:
    marked = f"“{WIRE}”"
    put(
        store,
        article("a", says(marked, "Nils Eide"), published="2025-03-02"),
        article(
            "b",
            says(f"that Eide’s engineers wrote {marked}", "Ida Brandt", kind=Kind.MIXED, quoted=(WIRE,)),
            published="2025-03-03",
        ),
    )
    answer = check(store, Question(WIRE))
    assert [each.name for each in answer.attributions] == ["Nils Eide"]
    assert [each.name for each in answer.quoted_by] == ["Ida Brandt"]
    assert not answer.conflict
    assert "Ida Brandt repeats these words as somebody else’s." in answer.evidence


def test_more_reports_than_are_listed_are_counted(store: Store) -> None:
    lines = [says(f"“{FERRY}”", f"Driver {number % 2}", said="2025-01-01") for number in range(70)]
    changed = [says(f"“{FERRY} at last”", None) for _ in range(60)]
    put(store, article("many", *lines, published=None), article("more", *changed, published="2025-01-02"))
    put(store, article("late", says(f"“{FERRY}”", "Mona Lie"), published="2025-09-01"))
    answer = check(store, Question(FERRY))
    assert (len(answer.reports), answer.reports_total) == (100, 131)
    assert [(variant.relation, variant.count, variant.first) for variant in answer.variants] == [
        (Relation.VERBATIM, 71, date(2025, 1, 1)),
        (Relation.PART, 60, date(2025, 1, 2)),
    ]
    counts = {each.name: each.count for each in answer.attributions}
    assert counts == {"Driver 0": 35, "Driver 1": 35, "Mona Lie": 1, None: 60}
    assert answer.stances.asserted == 131
    assert answer.earliest is not None
    assert len(answer.earliest.ties) == 69


def test_who_asked_a_question_is_told_from_the_speaker_that_is_given(store: Store) -> None:
    asked = "Why should anybody trust a harbour board that cannot count its own boats?"
    put(store, article("a", says(f"“{asked}”", "Ida Brandt", stance=Stance.ASKED)))
    told = {given: check(store, Question(asked, speaker=given)) for given in ("Ida Brandt", "Per Holm")}
    assert {given: answer.speaker_agrees for given, answer in told.items()} == {
        "Ida Brandt": Agreement.AGREES,
        "Per Holm": Agreement.DISAGREES,
    }
    assert [answer.outcome for answer in told.values()] == [Outcome.WORD_FOR_WORD, Outcome.OTHER_SPEAKER]
    assert told["Per Holm"].attributions == ()


@pytest.mark.parametrize(
    ("text", "conflict"),
    [("The numbers do not add up at all", False), ("The numbers of the harbour board do not add up", True)],
)
def test_common_words_of_two_speakers_are_no_conflict(store: Store, text: str, conflict: bool) -> None:
    put(store, article("a", says(f"“{text}”", "Ida Brandt")), article("b", says(f"“{text}”", "Per Holm")))
    answer = check(store, Question(text))
    assert [each.name for each in answer.attributions] == ["Ida Brandt", "Per Holm"]
    assert answer.conflict is conflict

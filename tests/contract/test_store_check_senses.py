"""What the check says where reports of one text say different things, on both engines."""

from __future__ import annotations

from datetime import date

from asking import put
from factory import article, says

from indexer.check import Question, Verdict, check
from indexer.check.records import Sense
from indexer.model import Kind
from indexer.store.base import Store

GRANT = "The grant is affordable, legal and fair to every village on the island"


def test_two_that_turn_a_text_around_in_two_ways_are_no_conflict(store: Store) -> None:
    put(
        store,
        article("minister", says(f"“{GRANT}”", "Per Holm"), published="2025-03-01"),
        article(
            "shadow",
            says("“The grant is unaffordable, illegal and unfair to every village on the island”", "Mona Lie"),
            outlet="Zenit",
            published="2025-02-01",
        ),
    )
    answer = check(store, Question(GRANT.replace("legal", "illegal")))
    assert (answer.verdict, answer.sense) == (Verdict.CHANGED, Sense.ALTERED)
    assert [each.name for each in answer.attributions] == ["Per Holm"]
    assert not answer.conflict
    assert answer.earliest is not None
    assert answer.earliest.report.article.id == "minister"


def test_reports_that_alter_a_text_alike_are_one_statement(store: Store) -> None:
    printed = f"“{GRANT}”"
    put(
        store,
        article("one", says(printed, "Per Holm"), published="2025-03-02"),
        article(
            "two", says(f"that {GRANT.lower()} and beyond", "Per Holm", kind=Kind.INDIRECT), published="2025-03-01"
        ),
    )
    answer = check(store, Question(GRANT.replace("legal", "illegal")))
    assert [(each.name, each.count, each.first) for each in answer.attributions] == [
        ("Per Holm", 2, date(2025, 3, 1)),
    ]

"""Short texts that are printed but for a "not", and those that are not; all sentences are invented."""

from __future__ import annotations

import pytest

from indexer.compare import GuardKind, Relation, reversal, wording


@pytest.mark.parametrize(
    ("asked", "stored", "mine", "theirs"),
    [
        ("There was a drawer", "There was no drawer", "a", "no"),
        ("There was no drawer", "There was a drawer under the stair, and you know it", "no", "a"),
        ("I took the key", "As I told the court, I never took the key", "", "never"),
        ("I can’t swim", "I can swim", "n’t", ""),
        ("I did not know him", "I know him", "not", ""),
        ("We have a lawyer", "We have no lawyer, and we need none", "a", "no"),
        ("He slept", "He hardly slept", "", "hardly"),
    ],
)
def test_a_short_text_is_printed_but_for_a_negation(asked: str, stored: str, mine: str, theirs: str) -> None:
    found = reversal(wording(asked), stored)
    assert found is not None
    assert (found.relation, found.probable) == (Relation.CHANGED, False)
    (guard,) = found.guards
    assert (guard.kind, guard.query_text, guard.stored_text) == (GuardKind.NEGATION, mine, theirs)
    assert stored[slice(*guard.stored)] == theirs


@pytest.mark.parametrize(
    ("asked", "stored"),
    [
        pytest.param("There was a drawer", "There was a drawer", id="printed so"),
        pytest.param("There was no drawer", "There wasn’t a drawer", id="negated in both"),
        pytest.param("There was a drawer", "There was no key in the drawer", id="other words between"),
        pytest.param("There was a drawer", "There was a knife and no drawer", id="other words, and a not"),
        pytest.param("I did it", "I did not do it", id="words that anybody may have said"),
        pytest.param("Nine men came", "Ten men never came", id="another number"),
        pytest.param("Never", "We never sail", id="nothing but a negation"),
        pytest.param("", "We never sail", id="no words"),
    ],
)
def test_what_is_no_reversal(asked: str, stored: str) -> None:
    assert reversal(wording(asked), stored) is None

"""Evidence that two wordings are one utterance, and the keys by which they are found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.compare import Relation, wording
from indexer.utterances import First, evidence, groups, keys

DAM = "The Ostra dam will hold for another winter, but the sluices have to be replaced before the spring floods"


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (DAM.upper(), Relation.VERBATIM),
        ("the sluices have to be replaced before the spring floods", Relation.PART),
        (DAM.replace("another winter", "one more winter"), Relation.CHANGED),
        (DAM.replace("will hold", "will not hold"), None),
        (DAM.replace("Ostra", "Kolding"), None),
        ("The Ostra dam was built by prisoners, and its sluices were never tested before the autumn floods", None),
        ("The dam will hold", None),
    ],
)
def test_evidence(other: str, relation: Relation | None) -> None:
    found = evidence(wording(DAM), wording(other))
    assert (found.relation if found else None) == relation
    assert evidence(wording(other), wording(DAM)) == found


REWORDED = (
    "The dam at Ostra will hold for one more winter, yet its sluices need to be replaced ahead of the spring floods"
)


def test_a_rewording_is_evidence_only_between_marks() -> None:
    found = evidence(wording(f"“{DAM}”"), wording(f"“{REWORDED}”"))
    assert found is not None
    assert found.relation is Relation.REWORDED
    assert evidence(wording(DAM), wording(f"“{REWORDED}”")) is None


WORDS = st.lists(st.sampled_from([*DAM.split(), "never", "12", "engineers", "flooded"]), max_size=24).map(" ".join)


@given(WORDS, WORDS)
def test_evidence_is_symmetric(one: str, other: str) -> None:
    assert evidence(wording(one), wording(other)) == evidence(wording(other), wording(one))


@given(st.text(max_size=80))
def test_keys_are_few_distinct_and_fit_a_column(text: str) -> None:
    found = keys(wording(text))
    assert len(set(found)) == len(found) <= 400
    assert all(0 <= key < 2**63 for key in found)


@pytest.mark.parametrize(
    "other", [DAM.lower(), DAM.replace("Ostra", "old"), "sluices have to be replaced before the spring floods"]
)
def test_near_copies_share_a_key(other: str) -> None:
    assert set(keys(wording(DAM))) & set(keys(wording(other)))


def test_a_very_long_wording_has_a_bounded_number_of_keys() -> None:
    assert len(keys(wording(" ".join(f"sluice{number} dam{number}" for number in range(5_000))))) == 400


# --- Groups ----------------------------------------------------------------------------------------

FIRSTS = {"a": First("2020-01-01", "q9"), "b": First("2020-01-02", "q2"), "c": First(None, "q1")}


def test_a_group_is_the_first_among_direct_links_alone() -> None:
    linked = {"a": ["b"], "b": ["a", "c"], "c": ["b"]}
    found = groups("abc", FIRSTS, linked)
    assert {mark: first.id for mark, first in found.items()} == {"a": "q9", "b": "q9", "c": "q2"}


def test_a_mark_without_quotes_has_no_group() -> None:
    assert groups("ad", FIRSTS, {"a": ["d"]}) == {"a": FIRSTS["a"]}

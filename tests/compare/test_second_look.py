"""The second look: back-translations are recognised, other sentences on the topic are not."""

from __future__ import annotations

import pytest

from indexer.compare import GuardKind, Relation, SecondLook, judge, wording

PAIRS = [
    (
        "We will not open the bridge to lorries until every bolt has been checked",
        "The bridge will not be opened by us for the trucks, so long as each screw is not verified",
        "Lorries have crossed the bridge for thirty years and not one bolt was ever loose",
    ),
    (
        "My neighbours have been waiting for a doctor since the clinic closed last autumn",
        "The neighbours of mine expect the physician from that time, as in past autumn the hospital was shut",
        "The clinic has found two nurses, and one of my neighbours has baked a cake for them",
    ),
]


def looked(query: str, stored: str) -> Relation:
    ask, store = wording(query), wording(stored)
    first = judge(ask, store)
    look = SecondLook(ask)
    return look.judge(store, first).relation if look.worth(store, first) else first.relation


@pytest.mark.parametrize(("quote", "garbled", "other"), PAIRS)
def test_back_translations_are_recognised(quote: str, garbled: str, other: str) -> None:
    assert not judge(garbled, quote).reported
    assert looked(garbled, quote) is Relation.REWORDED
    assert looked(other, quote) is Relation.DIFFERENT


def test_second_looks_find_probable_rewordings_with_likeness() -> None:
    quote, garbled, _ = PAIRS[0]
    ask, store = wording(garbled), wording(quote)
    first = judge(ask, store)
    found = SecondLook(ask).judge(store, first)
    assert found.probable
    assert found.likeness is not None
    assert found.measures == first.measures
    assert found.diff


def test_guards_apply() -> None:
    quote = "We will open the bridge to lorries when every bolt has been checked by 14 engineers"
    garbled = "The bridge will be opened by us for trucks if each screw was verified from the 40 engineers"
    ask, store = wording(garbled), wording(quote)
    found = SecondLook(ask).judge(store, judge(ask, store))
    assert GuardKind.NUMBER in {guard.kind for guard in found.guards}


@pytest.mark.parametrize(
    ("query", "stored"),
    [
        ("the bridge opens to lorries on Monday", "lorries may use the bridge from Monday on"),
        ("the bridge opens to lorries on Monday", "the bridge opens to lorries on Monday"),
        (PAIRS[0][0], "She never liked cheese, nor did anybody else among her cousins since childhood"),
        (PAIRS[0][0], f"{PAIRS[0][1]} {'and more was said about it that evening ' * 30}"),
    ],
    ids=["short", "reported by words", "nothing shared", "long"],
)
def test_texts_without_a_second_look(query: str, stored: str) -> None:
    ask, store = wording(query), wording(stored)
    assert not SecondLook(ask).worth(store, judge(ask, store))


def test_few_wordings_are_judged_again() -> None:
    quote, garbled, _ = PAIRS[0]
    ask = wording(garbled)
    stored = [wording(f"{quote} on day {number}") for number in range(9)]
    assert len(SecondLook(ask).judge_best((each, judge(ask, each)) for each in stored)) == 4

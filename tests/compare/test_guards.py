"""What alters the sense, and what only looks as if it did."""

from __future__ import annotations

import pytest

from indexer.compare import GuardKind, Relation, judge

NEGATION, NUMBER, NAME = GuardKind.NEGATION, GuardKind.NUMBER, GuardKind.NAME

ALTERED = [
    ("We will{} only delay the road and cause more noise", "", " not", NEGATION),
    ("We did{} ask them for the money last winter", " not", "", NEGATION),
    ("I have{} seen such a flood in this valley", " never", " often", NEGATION),
    ("They do{} want the ferry to leave at night", "n’t", "", NEGATION),
    ("{} in this council wants to close the school", "Nobody", "Everybody", NEGATION),
    ("It is{} that the dam will hold this spring", " unlikely", " likely", NEGATION),
    ("We asked{} towns to pay for the new road", " 57", " 75", NUMBER),
    ("It took us{} years to build this bridge", " five", " nine", NUMBER),
    ("The harbour costs us{} crowns every year", " 2 million", " 2 billion", NUMBER),
    ("We lost{} crowns on the old ferry", " five million", " million", NUMBER),
    ("They raised the toll by{} per cent last year", " 1", " 5", NUMBER),
    ("This was the{} ferry to cross the sound", " first", " third", NUMBER),
    ("I told{} that the school would be closed", " Ada Lund", " Peter Moe", NAME),
    ("We will meet again in{} to sign the paper", " Bergen", " Narvik", NAME),
    ("I hear that{} beat Hauge in the race, and that Lund has thanked Holm", " Lund", " Holm", NAME),
    ("We start on{} and we stop when it is done", " Monday", " Friday", NAME),
]


@pytest.mark.parametrize(("sentence", "one", "other", "kind"), ALTERED)
def test_altered(sentence: str, one: str, other: str, kind: GuardKind) -> None:
    for left, right in ((one, other), (other, one)):
        asked, stored = sentence.format(left), sentence.format(right)
        found = judge(asked, stored)
        assert [(guard.kind, guard.asked_text, guard.stored_text) for guard in found.guards] == [
            (kind, left.strip(), right.strip())
        ]
        assert found.sense_altered
        assert found.relation in (Relation.CHANGED, Relation.REWORDED)
        guard = found.guards[0]
        assert asked[slice(*guard.asked)] == guard.asked_text
        assert stored[slice(*guard.stored)] == guard.stored_text


@pytest.mark.parametrize(
    ("asked", "stored"),
    [
        ("They should not be sold to the harbour board", "They shouldn’t be sold to the harbour board"),
        ("We cannot pay for the ferry any longer now", "We can't pay for the ferry any longer now"),
        ("I don’t think that the dam will hold this spring", "I think that the dam will not hold this spring"),
        ("There was not any money left for the bridge", "There was no money left for the bridge"),
        ("It took us five years to build this bridge", "It took us 5 years to build this bridge"),
        ("We gave them 1,000 crowns for the old boat", "We gave them 1000 crowns for the old boat"),
        ("It cost 5bn crowns to build the tunnel there", "It cost five billion crowns to build the tunnel there"),
        ("I told Ada Lund that the school would be closed", "I told Mrs. Lund that the school would be closed"),
        ("I told Volodymyr that the school would be closed", "I told Volodimir that the school would be closed"),
        ("The U.S. sent us a ship full of grain", "The United States sent us a ship full of grain"),
        ("I told the mayor that the school would be closed", "I told Ada Lund that the school would be closed"),
        ("WE WILL MEET AGAIN IN BERGEN TO SIGN IT", "WE WILL MEET AGAIN IN NARVIK TO SIGN IT"),
        ("One of us has to pay for the harbour wall", "Two of us have to pay for the harbour wall"),
        ("The bridge is safe. Everybody can see that from here", "The bridge is safe. Anyone can see that from here"),
        ("I spoke to Lund and Moe about the harbour wall", "I spoke to Moe and Lund about the harbour wall"),
        (
            "sell the harbour to anybody in this town",
            "We have said that we will not sell the harbour to anybody in this town",
        ),
        ("We want the ferry to leave at night", "We do not ask for much. We want the ferry to leave at night"),
    ],
)
def test_not_altered(asked: str, stored: str) -> None:
    for left, right in ((asked, stored), (stored, asked)):
        found = judge(left, right)
        assert found.reported
        assert found.guards == ()


def test_a_not_that_an_ellipsis_hides_is_told() -> None:
    found = judge("This is … the end of the old ferry line", "This is not the end of the old ferry line")
    assert found.relation is Relation.CHANGED
    assert [guard.stored_text for guard in found.guards] == ["not"]


def test_a_not_in_a_clause_left_out_is_none() -> None:
    asked = "We will build the bridge … and open it to everybody in spring"
    stored = (
        "We will build the bridge, though not at the price that was named last year, and open it to everybody in spring"
    )
    found = judge(asked, stored)
    assert (found.relation, found.guards) == (Relation.PART, ())


def test_a_not_alone_cut_off_at_the_head_is_told() -> None:
    found = judge("to ask the council for another loan", "not to ask the council for another loan")
    assert found.relation is Relation.CHANGED
    assert [guard.stored_text for guard in found.guards] == ["not"]

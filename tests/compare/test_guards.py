"""Guards: what alters the sense, and its look-alikes."""

from __future__ import annotations

import pytest

from indexer.compare import GuardKind, Relation, judge

NEGATION, NUMBER, NAME, OPPOSITE = GuardKind.NEGATION, GuardKind.NUMBER, GuardKind.NAME, GuardKind.OPPOSITE

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
    ("The guards at the quay came from{} in the spring", " G4S", " G2S", NUMBER),
    ("The bill that they call{} will close the small schools", " hb2", " hb8", NUMBER),
    ("The dam is much{} likely to hold this spring", " more", " less", OPPOSITE),
    ("We shall{} the plan for the new ferry quay", " accept", " reject", OPPOSITE),
    ("The tolls will{} by a third before the winter comes", " rise", " fall", OPPOSITE),
    ("{} of the towns have paid for the new road", "All", "None", NEGATION),
]


@pytest.mark.parametrize(("sentence", "one", "other", "kind"), ALTERED)
def test_guards_are_raised(sentence: str, one: str, other: str, kind: GuardKind) -> None:
    for left, right in ((one, other), (other, one)):
        query, stored = sentence.format(left), sentence.format(right)
        found = judge(query, stored)
        assert [(guard.kind, guard.query_text, guard.stored_text) for guard in found.guards] == [
            (kind, left.strip(), right.strip())
        ]
        assert found.sense_altered
        assert found.relation in (Relation.CHANGED, Relation.REWORDED)
        guard = found.guards[0]
        assert query[slice(*guard.query)] == guard.query_text
        assert stored[slice(*guard.stored)] == guard.stored_text


@pytest.mark.parametrize(
    ("query", "stored"),
    [
        ("They should not be sold to the harbour board", "They shouldn’t be sold to the harbour board"),
        ("We cannot pay for the ferry any longer now", "We can't pay for the ferry any longer now"),
        ("I don’t think that the dam will hold this spring", "I think that the dam will not hold this spring"),
        ("There was not any money left for the bridge", "There was no money left for the bridge"),
        (
            "No car will cross that bridge until I would let my daughter walk across it",
            "she would not let a single car onto the bridge until I'd let my daughter walk over it",
        ),
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
        ("We gave him his 1905 medal back this morning", "We gave him back this morning his medal of 1905"),
        ("The three boats have lost their moorings again", "The three boats have 1ost their moorings again"),
        ("It is not a question of who will pay for it", "It is n0t a question of who will pay for it"),
        ("We don't want the ferry to leave at night", "We don' t want the ferry to leave at night"),
        ("The boats are old and now outweigh the quay", "The boats are old and no w outwcigh the quay"),
        ("They say the old bridge is not safe for lorries", "They say the old bridge is dangerous for lorries"),
        ("I saw Bernhard Moe at the harbour this morning", "I saw BernhardMoc at the harbour this morning"),
        ("I TOLD THE MAYOR THAT THE SCHOOL WOULD BE CLOSED", "I told Ada Lund that the school would be closed"),
        ("I Told Ada Lund That The School Would Be Closed", "I told Mrs. Lund that the school would be closed"),
        (
            "sell the harbour to anybody in this town",
            "We have said that we will not sell the harbour to anybody in this town",
        ),
        ("We want the ferry to leave at night", "We do not ask for much. We want the ferry to leave at night"),
    ],
)
def test_no_guard_is_raised(query: str, stored: str) -> None:
    for left, right in ((query, stored), (stored, query)):
        found = judge(left, right)
        assert found.reported
        assert found.guards == ()


def test_a_negation_hidden_by_an_ellipsis_is_lost() -> None:
    found = judge("This is … the end of the old ferry line", "This is not the end of the old ferry line")
    assert found.relation is Relation.CHANGED
    assert [guard.stored_text for guard in found.guards] == ["not"]


def test_a_negation_in_a_clause_left_out_raises_no_guard() -> None:
    query = "We will build the bridge … and open it to everybody in spring"
    stored = (
        "We will build the bridge, though not at the price that was named last year, and open it to everybody in spring"
    )
    found = judge(query, stored)
    assert (found.relation, found.guards) == (Relation.PART, ())


def test_a_negation_cut_off_alone_at_the_head_is_lost() -> None:
    found = judge("to ask the council for another loan", "not to ask the council for another loan")
    assert found.relation is Relation.CHANGED
    assert [guard.stored_text for guard in found.guards] == ["not"]


@pytest.mark.parametrize(
    "query",
    [
        "WE WILL MEET AGAIN IN NARVIK TO SIGN THE PAPER",
        "We Will Meet Again In Narvik To Sign The Paper",
        "we will meet again in narvik to sign the paper".title(),
    ],
)
def test_names_are_compared_if_one_side_is_in_capitals(query: str) -> None:
    stored = "We will meet again in Bergen to sign the paper"
    for one, other in ((query, stored), (stored, query)):
        (guard,) = judge(one, other).guards
        assert (guard.kind, guard.query_text.lower()) == (NAME, "narvik" if one is query else "bergen")


@pytest.mark.parametrize("bracket", ["[not]", "[never]", "[did not]", "[don’t]"])
def test_a_negation_in_a_bracket_is_read(bracket: str) -> None:
    edited = f"We {bracket} sell the northern quay to the cannery in the spring"
    plain = "We sell the northern quay to the cannery in the spring"
    for one, other in ((edited, plain), (plain, edited)):
        found = judge(one, other)
        assert (found.relation, found.sense_altered) == (Relation.CHANGED, True)
    assert judge(edited, edited.replace("[", "").replace("]", "")).relation is Relation.VERBATIM
    remark = "We sell the northern quay [which has not been used for years] to the cannery in the spring"
    assert judge(plain, remark).guards == ()


@pytest.mark.parametrize(
    ("query", "stored", "same"),
    [
        ("The rent rose by four and a half percent in May", "The rent rose by 4.5 percent in May", True),
        ("The quay cost two and a half million crowns then", "The quay cost 2.5 million crowns then", True),
        ("The rent rose by four and a half percent in May", "The rent rose by 4 percent in May", False),
        ("The quay stood there for twenty-five years", "The quay stood there for 25 years", True),
        ("The quay was built by two thousand men", "The quay was built by 2,000 men", True),
        ("The quay was built by one hundred thousand men", "The quay was built by 100,000 men", True),
        ("The quay was built by two hundred and five men", "The quay was built by 205 men", True),
        ("The quay was built by five million men", "The quay was built by 5,000,000 men", True),
        ("The quay was built by two thousand men", "The quay was built by 3,000 men", False),
        ("They got back about $120,000 from the firms", "They got back about £120,000 from the firms", False),
        ("They got back about €120,000 from the firms", "They got back about 120,000% from the firms", False),
        ("They got back about $120,000 from the firms", "They got back about 120,000 dollars from the firms", True),
        ("They won the match by two to four in May", "They won the match by 2 to 3 in May", False),
        ("The last ferry will leave the quay at 8am", "The last ferry will leave the quay at 8pm", False),
        ("The last ferry will leave the quay at 8 p.m.", "The last ferry will leave the quay at 8pm", True),
        ("The last ferry will leave the quay at 8 a.m.", "The last ferry will leave the quay at 8 p.m.", False),
        ("The rent rose by four and a half percent in May", "The rent rose by 5.5 percent in May", False),
    ],
)
def test_numbers_are_compared_by_value(query: str, stored: str, same: bool) -> None:
    for one, other in ((query, stored), (stored, query)):
        assert [guard.kind for guard in judge(one, other).guards] == ([] if same else [NUMBER])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Howard", "Harold", False),
        ("Jon", "John", True),
        ("Sara", "Sarah", True),
        ("Mohammed", "Muhammad", True),
        ("Maria", "Marie", True),
    ],
)
def test_given_names_may_be_spelled_in_two_ways(one: str, other: str, same: bool) -> None:
    text = "we met {} Benning at the quay on Monday"
    guards = judge(text.format(one), text.format(other)).guards
    assert [guard.kind for guard in guards] == ([] if same else [NAME])


@pytest.mark.parametrize(("one", "other"), [("Iran", "Iraq"), ("Niger", "Nigeria"), ("Tuesday", "Thursday")])
def test_places_and_days_are_spelled_in_one_way(one: str, other: str) -> None:
    text = "we talked to them in {} about the new treaty"
    assert [guard.kind for guard in judge(text.format(one), text.format(other)).guards] == [NAME]


def test_opposites_in_two_places_raise_a_guard() -> None:
    query = "We will keep the library on Mill Road open until the end of the year"
    stored = "We will close the library on Mill Road at the end of the year"
    for one, other in ((query, stored), (stored, query)):
        (found,) = judge(one, other).guards
        assert (found.kind, {found.query_text, found.stored_text}) == (GuardKind.OPPOSITE, {"open", "close"})
    same = "We will not close the library on Mill Road at the end of the year"
    assert all(guard.kind is not GuardKind.OPPOSITE for guard in judge(query, same).guards)


def test_a_common_word_in_capitals_is_no_name() -> None:
    # Some places have it in theirs: "The Bronx".
    query = "WE BUILT THIS TOWN FOR THE FISHERMEN AND FOR NOBODY ELSE"
    assert judge(query, "We built this town for Narvik fishermen and for nobody else").guards == ()


@pytest.mark.parametrize(
    ("query", "stored", "numbers"),
    [
        (
            "I always liked his 1905 vote for the dam",
            "I always liked his vote in 1805 for the dam",
            True,
        ),
        (
            "I always liked his 1905 vote for the dam",
            "I always liked his vote in 1905 for the dam",
            False,
        ),
        ("Two men of the crew asked him for his old boat", "Men of the crew asked him for his old boat", False),
    ],
)
def test_a_number_that_moved_is_compared(query: str, stored: str, numbers: bool) -> None:
    for one, other in ((query, stored), (stored, query)):
        found = judge(one, other)
        assert found.reported
        assert [guard.kind for guard in found.guards] == ([NUMBER] if numbers else [])


def test_names_that_change_places_raise_one_guard() -> None:
    one, other = (f"We all know that {names} in the race last spring" for names in ("Lund beat Moe", "Moe beat Lund"))
    assert [guard.kind for guard in judge(one, other).guards] == [NAME]

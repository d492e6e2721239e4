"""The relation of a stored wording to the query."""

from __future__ import annotations

import pytest

from indexer.compare import Measures, Relation, judge, too_short
from indexer.compare.weights import Weights

ASKED = "We will not sell the old harbour to anybody while I am mayor of this town"

RELATIONS = [
    ("the same", ASKED, Relation.VERBATIM),
    ("other marks", "“WE WON’T sell the old harbour – to anybody – while I’m mayor of this town!”", Relation.VERBATIM),
    ("one of its sentences", f"I have said it often. {ASKED}. That is a promise to our children.", Relation.PART),
    ("a head cut off", "sell the old harbour to anybody while I am mayor of this town", Relation.LONGER),
    ("a tail cut off", "We will not sell the old harbour to anybody", Relation.LONGER),
    ("cut in the middle", "We will not sell the old harbour … while I am mayor of this town", Relation.LONGER),
    ("one word changed", "We will not sell the old port to anybody while I am mayor of this town", Relation.CHANGED),
    ("one word lost", "We will not sell the harbour to anybody while I am mayor of this town", Relation.CHANGED),
    (
        "words moved",
        "While I am mayor of this town we will not sell the old harbour to anybody",
        Relation.REWORDED,
    ),
    (
        "synonyms",
        "We shall not hand over the ancient harbour to anyone as long as I am mayor of this town",
        Relation.REWORDED,
    ),
    ("misread letters", "We wi1l not sel the old harb0ur to anybody whi1e I am rnayor of this town", Relation.REWORDED),
    (
        "another sentence on the topic",
        "The harbour has made a loss since the mayor let the fishing fleet leave, and the town pays for it",
        Relation.DIFFERENT,
    ),
    ("another matter", "Snow fell on the northern pass and forty cars were stuck until morning", Relation.DIFFERENT),
    ("a few of its words", "while I am mayor", Relation.DIFFERENT),
    ("nothing", "", Relation.DIFFERENT),
    ("marks", "… – “”", Relation.DIFFERENT),
]


@pytest.mark.parametrize(("stored", "expected"), [row[1:] for row in RELATIONS], ids=[row[0] for row in RELATIONS])
def test_relation(stored: str, expected: Relation) -> None:
    assert judge(ASKED, stored).relation is expected


@pytest.mark.parametrize(
    ("query", "stored", "expected"),
    [
        # a fragment of six words, and what is cut with an ellipsis or a bracket, is a part
        ("sell the old harbour to anybody", ASKED, Relation.PART),
        ("We will not sell … the harbour while I am mayor of this town", ASKED, Relation.CHANGED),
        ("We will not sell the old harbour … I am mayor", ASKED, Relation.PART),
        ("We will not sell the old harbour [of Moss] while I am mayor of this town", ASKED, Relation.PART),
        ("while I am mayor of this town … We will not sell", ASKED, Relation.REWORDED),
        # an insertion counts as the other's own word too
        (
            "We will certainly not sell the old harbour",
            "We will [certainly] not sell the old harbour",
            Relation.VERBATIM,
        ),
        # under six words: exactly, or not at all
        ("while I am mayor", ASKED, Relation.PART),
        ("while he is mayor", ASKED, Relation.DIFFERENT),
        ("no comment", "No comment.", Relation.VERBATIM),
        ("no comment", "no further comment", Relation.DIFFERENT),
        ("no comment … mayor", ASKED, Relation.DIFFERENT),
        # a stored quote of few words is in everything
        (ASKED, "to anybody", Relation.DIFFERENT),
        (ASKED, "We will not sell", Relation.DIFFERENT),
        ("instantly", "instantly", Relation.VERBATIM),
    ],
)
def test_fragments_and_short_texts(query: str, stored: str, expected: Relation) -> None:
    assert judge(query, stored).relation is expected


@pytest.mark.parametrize(
    ("query", "stored"),
    [
        (
            "When the dam was built nobody thought of the salmon, and she said that he had nothing to do with it then",
            "they had nothing to do with it",
        ),
        (
            "the president of the United States of America spoke at length about bridges",
            "the state of the United Kingdom",
        ),
        ("It is what it is and we have to get on with it", "It is not what it was and we had to go"),
        # one frame of common words around two matters
        (
            "they were much less likely to pay for newspapers this year because of the snow",
            "they were more likely to pay for them because of it",
        ),
        (
            "we are much less likely to travel by ferry this winter because of the fares",
            "we are more likely to travel by train because of it",
        ),
    ],
)
def test_stock_phrases_are_no_evidence(query: str, stored: str) -> None:
    assert judge(query, stored).relation is Relation.DIFFERENT


@pytest.mark.parametrize(
    ("query", "stored"),
    [
        (
            "Of the voters in the north 50 percent see the ferry plan favourably, while 45 percent see it unfavourably",
            "Still, two in three islanders see the harbour favourably, while 31 percent of them see it unfavourably "
            "this year",
        ),
        (
            "I don't know the engineer, I have no idea what he saw at the dam, and we have never met",
            "Honestly I don't know the mayor. I don't believe I ever met her at the dam, and I have an idea of what "
            "she saw",
        ),
    ],
)
def test_an_unsure_rewording_with_a_guard_is_another_utterance(query: str, stored: str) -> None:
    assert judge(query, stored).relation is Relation.DIFFERENT


def test_a_quote_inside_a_passage_is_found() -> None:
    passage = f"Asked about the rumours on Tuesday evening, Ada Lund grew loud: “{ASKED}.” Then she left the hall."
    assert judge(passage, ASKED).relation is Relation.LONGER
    assert judge(ASKED, passage).relation is Relation.PART


def test_a_near_copy_inside_a_passage_is_found() -> None:
    passage = (
        "Asked about the rumours on Tuesday evening, Ada Lund grew loud: we will never sell the old harbour to "
        "anybody while I am the mayor of this town, she said."
    )
    found = judge(passage, ASKED)
    assert found.relation in (Relation.CHANGED, Relation.REWORDED)


def test_words_of_another_sentence_are_cut_off_with_it() -> None:
    stored = (
        "If energy prices rise again this winter, the board will have to raise rates twice before the spring. "
        "We may cut rates next year, but only if wages stop growing faster than output."
    )
    query = "We will cut rates next year, but only if wages stop growing faster than output"
    assert judge(query, stored).relation is Relation.CHANGED


@pytest.mark.parametrize(("text", "short"), [("no comment at all now", True), ("we will not sell the harbour", False)])
def test_under_six_words_is_too_short(text: str, short: bool) -> None:
    assert too_short(text) is short


def test_exact_printings_are_sure() -> None:
    for stored in (ASKED, f"Well: {ASKED}", "We will not sell the old harbour to anybody"):
        found = judge(ASKED, stored)
        assert found.reported
        assert not found.probable
        assert found.score >= 0.99


def test_less_likeness_scores_less() -> None:
    stored = (
        "We will not sell the old pier to anybody while I am mayor of this town",
        "We shall never hand over the pier to anyone as long as I am the mayor of our town",
        "The mayor of the town will sell a pier",
    )
    scores = [judge(ASKED, each).score for each in stored]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 0.9 > 0.3 > scores[2]


@pytest.mark.parametrize(
    ("reported", "sure", "expected"),
    [(0.4, 0.6, (True, True)), (0.4, 0.45, (True, False)), (0.6, 0.7, (False, False))],
)
def test_probable_lies_between_two_thresholds(reported: float, sure: float, expected: tuple[bool, bool]) -> None:
    half = Weights(0.0, (0.0,) * len(Measures._fields), reported, sure)
    found = judge(ASKED, "We will not sell the old pier to anybody while I am mayor of this town", half)
    assert found.score == 0.5
    assert (found.reported, found.probable) == expected


def test_rewordings_by_synonyms_are_probable() -> None:
    found = judge(
        "We want to start the huge project at once, before the children of this town get ill",
        "We wish to begin the enormous scheme at once, prior to when kids of this town become sick",
    )
    assert found.relation is Relation.REWORDED
    assert found.probable


def test_likeness_of_few_words_must_be_sure() -> None:
    weights = Weights(0.0, (0.0,) * len(Measures._fields), 0.4, 0.6)
    assert judge("we will sell the old harbour soon", "we will sell our old harbour now", weights).reported is False
    long = ("we will sell the old harbour soon if we must do it", "we will sell our old harbour now if we must do it")
    assert judge(*long, weights).reported is True


def test_a_comparison_explains_itself() -> None:
    found = judge(ASKED, "We will not sell the old pier to anybody while I am mayor of this town")
    assert found.measures is not None
    assert 0.8 < found.measures.query_found < 1
    assert found.measures.words_kept == pytest.approx(15 / 16)
    assert found.measures.length_ratio == 1

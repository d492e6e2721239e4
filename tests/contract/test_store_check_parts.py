"""A text that is printed only in part, or joined of several quotes, is told part by part, on both engines."""

from __future__ import annotations

import pytest
from factory import article, says
from queries import put

from indexer.check import Outcome, Question, Verdict, check, check_draft, draft_article
from indexer.check.records import Sense
from indexer.model import Kind
from indexer.store.base import Store

PLANK = "The old pier at Kolvik is rotten to the last plank"
PAINT = "Whoever complains of the rot today has painted it over for thirty years"
RESIGN = "I will resign from this office if the judges find that I lied to the house"
VALLEY = "Half of the valley will move away if the toll on the bridge is raised again"
GULLS = "Nobody has ever asked the gulls what they think of the new harbour wall"


@pytest.fixture(scope="module")
def archive(shared: Store) -> Store:
    put(
        shared,
        article("pier", says(f"“{PLANK},”", "Inga Hallam"), outlet="Alba", published="2025-03-02"),
        article("paint", says(f"“{PAINT},”", "Idris Coyle"), outlet="Zenit", published="2025-03-03"),
        article("copy", says(f"“{PAINT}, and that is that,”", "Idris Coyle"), outlet="Post", published="2025-03-04"),
        article("resign", says(f"“{RESIGN},”", "Marta Oskell"), outlet="Alba", published="2025-03-05"),
        article("valley", says(f"“{VALLEY},”", "Bram Tolliver"), outlet="Zenit", published="2025-03-06"),
        article("gulls", says(f"“{GULLS},”", "Mona Lie"), outlet="Alba", published="2025-03-07"),
        article(
            "mixed",
            says(
                "she “has counted the boats in the sound every night since the lamp went out”",
                "Ruth Adeyo",
                kind=Kind.MIXED,
                quoted=("has counted the boats in the sound every night since the lamp went out",),
            ),
            outlet="Alba",
        ),
        article("crowd", says("“At the fair there were a lot of people who sold rope,”", "Olof Öst"), outlet="Post"),
    )
    return shared


def parts(store: Store, text: str) -> list[tuple[str, str | None]]:
    """The parts of a text, each with the article that prints it."""
    found = check(store, Question(text)).printed_parts
    return [(text[slice(*each.place)], each.report.article.id if each.report is not None else None) for each in found]


def test_two_whole_quotes_of_two_speakers(archive: Store) -> None:
    text = f"{PLANK}. {PAINT}."
    answer = check(archive, Question(text))
    assert (answer.outcome, answer.sense, answer.reported) == (Outcome.JOINED, Sense.KEPT, True)
    assert answer.verdict in (Verdict.LONGER, Verdict.CHANGED)
    assert parts(archive, text) == [(PLANK, "pier"), (PAINT, "paint")]
    assert answer.headline == (
        "Two quotes are joined: the first is attributed to Inga Hallam and the second is attributed to Idris Coyle."
    )


def test_two_halves_in_one_sentence_say_what_nobody_said(archive: Store) -> None:
    text = "I will resign from this office if the toll on the bridge is raised again"
    answer = check(archive, Question(text))
    assert answer.outcome is Outcome.JOINED
    assert answer.sense in (None, Sense.ALTERED)
    assert [source for _, source in parts(archive, text)] == ["resign", "valley"]


@pytest.mark.parametrize(
    ("printed", "invented"),
    [
        (GULLS, "and so the mayor will have to move her office into a tent"),
        (" ".join(GULLS.split()[:9]), "the people who pay for their own fish suppers"),
        (" ".join(RESIGN.split()[:10]), "would have to sell his horses before the winter comes"),
    ],
)
def test_an_invented_ending_is_told_apart(archive: Store, printed: str, invented: str) -> None:
    text = f"{printed} {invented}"
    answer = check(archive, Question(text))
    assert answer.outcome is Outcome.PARTLY_PRINTED
    first, last = parts(archive, text)
    assert first[0] == printed
    assert first[1] is not None
    assert last == (invented, None)
    assert answer.headline.startswith(
        f"Only partly printed: {len(printed.split())} of its {len(text.split())} words, in "
    )


@pytest.mark.parametrize(
    "text",
    [
        GULLS,
        GULLS.replace("harbour wall", "sea wall"),
        " ".join(GULLS.split()[:9]),
        # Two printings of one statement are no two quotes.
        f"{PAINT}, and that is that",
        PAINT.replace("thirty", "forty"),
        "The herring fleet has not been paid for the third month in a row",
    ],
)
def test_what_one_quote_explains_has_no_parts(archive: Store, text: str) -> None:
    assert parts(archive, text) == []


def test_a_reporters_word_before_a_fragment_hides_nothing(archive: Store) -> None:
    whole = (
        "Ruth has counted the boats in the sound every night since the lamp went out. She writes their names in a book "
        "that her father left her, and when one is missing she walks down to the pilots at whatever hour it is, knocks "
        "at their door, and does not leave until somebody has put a boat into the water."
    )
    answer = check(archive, Question(whole))
    assert answer.outcome is Outcome.PARTLY_PRINTED
    assert "mixed" in [source for _, source in parts(archive, whole)]


def test_a_draft_counts_joined_quotes_apart(archive: Store) -> None:
    text = f"Rotten\n\n“{PLANK}. {PAINT},” Inga Hallam said.\n\n“{GULLS},” said Mona Lie.\n"
    outcomes = [each.answer.outcome for each in check_draft(archive, draft_article(text)).quotes]
    assert outcomes == [Outcome.JOINED, Outcome.WORD_FOR_WORD]


def test_a_common_phrase_that_somebody_else_used_is_no_second_quote(archive: Store) -> None:
    text = f"{PLANK}, and a lot of people swim there"
    answer = check(archive, Question(text))
    assert answer.outcome is Outcome.PARTLY_PRINTED
    assert parts(archive, text) == [(PLANK, "pier"), ("and a lot of people swim there", None)]


def test_quotes_that_a_word_joins_inside_a_sentence_were_said_by_nobody(archive: Store) -> None:
    apart, within = (check(archive, Question(f"{PLANK}{joint}{PAINT}")) for joint in (". ", ", because "))
    assert (apart.outcome, within.outcome) == (Outcome.JOINED, Outcome.JOINED)
    assert (apart.sense, within.sense) == (Sense.KEPT, Sense.ALTERED)

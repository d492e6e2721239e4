"""Candidates for a wording: who is among them, who comes first, and that none costs too much."""

from __future__ import annotations

import pytest
from factory import article, says
from queries import by, candidates, outlet, published, put

from indexer.errors import Invalid
from indexer.model import Stance
from indexer.query import AllOf, Condition, Is, Not, StoredArticle
from indexer.store.base import Store
from indexer.text import stems

DAM = "The council will repair the northern dam before the autumn floods arrive"

EDITED = (
    "the council will repair the northern dam before the autumn floods arrive",
    "“THE COUNCIL … will repair the NORTHERN dam—before the autumn floods arrive!”",
    "the council will repair the northern wall before the autumn floods arrive",
    "will repair the northern dam before",
    "the autumn floods arrive",
    "the councils repaired northern dams before autumn flooding",
    f"As she told the committee on Monday, {DAM}, and nobody doubted her for a moment.",
    "the board shall mend the northern barrage ahead of the autumn floods coming",
)


def others() -> list[StoredArticle]:
    """Quotes that share the frequent words of the wording, and some of its rarer ones."""
    places = ("school", "bridge", "harbour", "library", "market")
    return [
        article(
            f"other {number}",
            *(
                f"The council will {verb} the {place} before the {season}, as it said in {1900 + number}"
                for verb, place, season in zip(
                    ("close", "open", "paint"), places[number % 3 :], ("spring", "winter", "autumn"), strict=False
                )
            ),
            outlet="Alba" if number % 2 else "Zenit",
        )
        for number in range(40)
    ]


@pytest.fixture(scope="module")
def archive(shared: Store) -> Store:
    put(shared, *others(), article("dam", says(DAM, "Ida Brandt", stance=Stance.DENIED), published="2020-02-02"))
    return shared


@pytest.mark.parametrize("asked", EDITED, ids=range(len(EDITED)))
def test_a_quote_is_found_by_what_was_made_of_it(archive: Store, asked: str) -> None:
    assert DAM in candidates(archive, asked)[:2]


def test_what_prints_the_whole_wording_comes_first(store: Store) -> None:
    long = f"{'Many words of the harbour stand here before it. ' * 8}We keep the harbour open, always."
    put(
        store,
        article("a", "Open harbour, keep the harbour, keep it open", "We keep harbours", "We keep the open harbour"),
        article("b", long),
    )
    assert candidates(store, "we keep the harbour open")[0] == long
    assert candidates(store, "We keep the harbours opened")[0] == long


def test_quotes_in_the_same_words_are_one_candidate(store: Store) -> None:
    copies = [
        article(f"a{number:02}", "“The ferry will not sail”" if number % 2 else "the Ferry won’t sail")
        for number in range(140)
    ]
    put(store, *copies, article("b", "The ferry will sail on Monday, not before"))
    found = candidates(store, "the ferry will not sail", size=5)
    assert len(found) == 2
    assert found[1] == "The ferry will sail on Monday, not before"


def test_no_more_than_the_size_and_best_first(archive: Store) -> None:
    assert len(candidates(archive, "the council will paint the library", size=3)) == 3
    assert candidates(archive, DAM, size=1) == [DAM]
    assert candidates(archive, DAM, size=0) == []
    assert len(candidates(archive, "the council will close the school")) == 50


def test_a_condition_holds_for_every_candidate(archive: Store) -> None:
    assert DAM not in candidates(archive, DAM, outlet("Alba"))
    assert candidates(archive, DAM, published("2020-01-01", "2020-12-31")) == [DAM]
    assert candidates(archive, DAM, by("Brandt"), Is("stance", Stance.DENIED)) == [DAM]
    assert DAM not in candidates(archive, DAM, Not(Is("stance", Stance.DENIED)))
    assert candidates(archive, DAM, outlet("Nobody")) == []


@pytest.mark.parametrize("asked", ["", "?!", "…", "zyzzyva", "zyzzyva quagga"])
def test_without_a_known_word_there_is_no_candidate(archive: Store, asked: str) -> None:
    assert candidates(archive, asked) == []


@pytest.mark.parametrize(
    "asked",
    [
        "dam " * 10_000,
        " ".join(f"word{number}" for number in range(10_000)),
        f"{DAM} " * 800,
        "the " * 64,
        '" OR 1=1 -- NEAR( content_stems : *',
        "z" * 65_000,
        "\ud83d dam \0 dam",
    ],
    ids=["one word", "unknown words", "again and again", "a frequent word", "syntax", "no spaces", "broken"],
)
def test_any_wording_is_answered(archive: Store, asked: str) -> None:
    assert len(candidates(archive, asked)) <= 50


def test_words_that_no_analysis_makes_are_answered(archive: Store) -> None:
    odd = ("", "two words", "\0", "\ud83d", '"', "*")
    assert archive.candidates(odd) == ()
    assert [each.text for each in archive.candidates((*odd, "dam"))] == [DAM]


def test_candidates_follow_every_write(store: Store) -> None:
    put(store, article("a", "The old harbour burns"), article("b", "A harbour wall stands"))
    assert candidates(store, "old harbours burn")[0] == "The old harbour burns"
    put(store, article("a", "The new ferry sails"))
    assert candidates(store, "old harbours burn") == ["A harbour wall stands"]
    assert candidates(store, "the ferry sails") == ["The new ferry sails"]
    store.delete(["a"])
    store.flush()
    assert candidates(store, "the new ferry sails") == []
    with store.rebuild() as fresh:
        fresh.replace([article("c", "An older harbour")])
        assert candidates(store, "harbour") == ["A harbour wall stands"]
    assert candidates(store, "harbour") == ["An older harbour"]


def test_a_condition_too_deep_is_refused(archive: Store) -> None:
    condition: Condition = Is("stance", Stance.DENIED)
    for _ in range(70):
        condition = Not(condition)
    with pytest.raises(Invalid):
        archive.candidates(stems(DAM), AllOf((condition,)))

"""Each measure, on pairs made for it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.compare import Measures, wording
from indexer.compare.align import matches
from indexer.compare.idf import weight
from indexer.compare.measures import measure
from indexer.compare.near_words import near_words
from indexer.compare.weights import shipped

SENTENCE = "the council will build a bridge across the sound before winter"


def measured(query: str, stored: str) -> Measures:
    one, other = wording(query), wording(stored)
    return measure(one, other, matches(one.stems, other.stems))


def test_rare_words_weigh_more() -> None:
    assert weight("the") < weight("will") < weight("bridg") < weight("zyx") == weight("qqqq")


def test_the_same_words() -> None:
    found = measured(SENTENCE, SENTENCE)
    for name, value in found._asdict().items():
        expected = {"respelled": 0, "synonyms": 0}.get(name, 1)
        if not name.startswith("log_"):
            assert value == pytest.approx(expected), name
    assert found.log_weight == found.log_run == pytest.approx(math.log1p(wording(SENTENCE).mass))


def test_nothing_in_common() -> None:
    found = measured(SENTENCE, "no fish were caught off Narvik")
    assert (found.query_found, found.in_order, found.words_kept, found.log_run) == (0, 0, 0, 0)


def test_a_cut_is_fully_found_on_one_side() -> None:
    found = measured("build a bridge across the sound", SENTENCE)
    assert found.query_found == found.either_found == found.in_order == found.grams_found == 1
    assert found.stored_found < 0.9
    assert found.length_ratio == pytest.approx(6 / 11)
    assert found.words_kept == pytest.approx(6 / 11)


def test_common_words_weigh_little() -> None:
    found = measured(SENTENCE, "the mayor will not sell a boat before the summer")
    assert found.query_found < 0.4 < 4 / 11 + 0.1


def test_order_counts() -> None:
    found = measured(SENTENCE, "before winter the council will build across the sound a bridge")
    assert found.query_found == 1
    assert found.in_order < 1


def test_runs_count() -> None:
    whole = measured(SENTENCE, f"{SENTENCE} said Lund")
    broken = measured(SENTENCE, SENTENCE.replace(" a ", " Lund a Lund "))
    assert whole.log_weight == broken.log_weight
    assert whole.log_run > broken.log_run


@pytest.mark.parametrize(
    ("query", "stored", "meant"),
    [
        ("Zelinski arrived", "Zelinsky arrived", {"zelinski": "zelinski"}),
        ("the harbour wall", "the harborr wall", {"harborr": "harbour"}),
        ("we purchase a ship", "we buy a vessel", {"buy": "purchas", "vessel": "ship"}),
        ("an old road", "an ancient street", {"ancient": "old", "street": "road"}),
        ("a cat", "a car", {}),
        ("we came", "they went", {}),
    ],
)
def test_near_words(query: str, stored: str, meant: dict[str, str]) -> None:
    found = near_words(wording(query), wording(stored)).meant
    assert {theirs: ours for theirs, ours in found.items() if theirs != ours} == {
        theirs: ours for theirs, ours in meant.items() if theirs != ours
    }


def test_a_synonym_counts_as_found() -> None:
    found = measured("we will purchase another vessel", "we will buy another ship")
    assert found.query_found == found.in_order == found.words_kept == 1
    assert found.synonyms > 0.4
    assert found.respelled == 0
    assert found.grams_found < 0.8


def test_one_word_stands_for_one_other() -> None:
    found = near_words(wording("a huge vast giant enormous bridge"), wording("a big bridge"))
    assert len(found.meant) == 1


@given(
    st.lists(st.sampled_from([*SENTENCE.split(), "vessel", "ship", "boat", "harbour", "harborr"]), max_size=30),
    st.data(),
)
def test_measures_stay_in_their_bounds(words: list[str], data: st.DataObject) -> None:
    found = measured(" ".join(words), " ".join(data.draw(st.permutations(words))) + " ferry")
    for name, value in found._asdict().items():
        assert value >= 0, name
        assert name.startswith("log_") or value <= 1, name
    assert found.both_found == pytest.approx(found.query_found * found.stored_found)


def test_shipped_weights_fit_the_measures() -> None:
    weights = shipped()
    assert len(weights.weights) == len(Measures._fields)
    assert 0.5 <= weights.reported < weights.sure < 1
    assert weights.score((0.0,) * len(Measures._fields)) < 0.01

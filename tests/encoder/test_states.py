"""What the model makes of texts: near in meaning is near in space, and the same text is always the same."""

from __future__ import annotations

import numpy as np
import pytest

from indexer.encoder import MOST_PIECES, embedded, pieces, states


def vector(text: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return states(pieces(text)).sentence


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        (
            "The school will stay shut until the roof is mended",
            "Until they repair the roof, no lessons will be held there",
            "The school has won a prize for its choir",
        ),
        (
            "We ran out of money in March",
            "By spring our funds had been used up",
            "We ran along the river in March",
        ),
    ],
)
def test_sentences_of_one_meaning_are_near(text: str, near: str, far: str) -> None:
    asked = vector(text)
    assert asked @ vector(near) > asked @ vector(far) + 0.1


def test_shapes() -> None:
    text = pieces("Nobody had told the pilots")
    found = states(text)
    assert found.pieces.shape == (len(text), 384)
    assert found.sentence.shape == (384,)
    assert found.sentence.dtype == np.float32
    assert float(np.linalg.norm(found.sentence)) == pytest.approx(1)


def test_a_word_means_what_its_sentence_makes_of_it() -> None:
    river, money, loan = (
        states(pieces(text)).pieces[3]
        for text in ("along the river bank", "at the savings bank", "from the lending bank")
    )
    assert money @ loan / np.linalg.norm(loan) > money @ river / np.linalg.norm(river)


def test_the_same_text_has_the_same_states() -> None:
    text = pieces("“It is over,” the captain told reporters in Varna on Sunday")
    assert (states(text).pieces == states(text).pieces).all()


def test_what_is_longer_than_the_model_reads_is_cut() -> None:
    assert len(states(pieces("rain and snow " * 400)).pieces) == MOST_PIECES


def test_nothing_has_states_too() -> None:
    assert len(states(pieces("")).pieces) == 0


def test_vectors_of_pieces() -> None:
    found = embedded(pieces("bread").ids)
    assert found.shape == (1, 384)
    assert found.dtype == np.float32
    assert embedded(()).shape == (0, 384)

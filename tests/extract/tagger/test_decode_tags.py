"""Scores of tags become spans that are well formed, whatever the scores."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from indexer.extract.tagger.decode import Floats, decode
from indexer.model import Role

OUT, SOURCE, SOURCE_ON, CUE, CUE_ON, CONTENT, CONTENT_ON = range(7)


def scores(*tags: int, sure: float = 6.0) -> Floats:
    found = np.zeros((len(tags), 7), dtype=np.float32)
    found[np.arange(len(tags)), tags] = sure
    return found


def spans_of(emissions: Floats, *on: int) -> list[tuple[int, int, Role]]:
    """The decoded spans; pieces ``on`` go on with the word of the piece before."""
    begins = np.ones(len(emissions), dtype=bool)
    begins[list(on)] = False
    return [(found.first, found.last, found.role) for found in decode(emissions, begins)]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ((OUT, OUT, OUT), []),
        ((OUT, SOURCE, SOURCE_ON, CUE, CONTENT, OUT), [(1, 2, Role.SOURCE), (3, 3, Role.CUE), (4, 4, Role.CONTENT)]),
        ((OUT, CONTENT, CONTENT_ON, CONTENT, CONTENT_ON, OUT), [(1, 2, Role.CONTENT), (3, 4, Role.CONTENT)]),
        ((CUE, CUE, OUT), [(1, 1, Role.CUE)]),  # the window's own pieces are no part of the text
    ],
)
def test_the_likeliest_tags_become_spans(tags: tuple[int, ...], expected: list[tuple[int, int, Role]]) -> None:
    assert spans_of(scores(*tags)) == expected


def test_a_span_does_not_go_on_before_it_began() -> None:
    emissions = scores(OUT, OUT, CONTENT_ON, CONTENT_ON, OUT)
    emissions[1, OUT] = 12.0
    assert spans_of(emissions) == [(2, 3, Role.CONTENT)]


def test_one_doubtful_piece_makes_the_whole_span_doubtful() -> None:
    emissions = scores(OUT, CONTENT, CONTENT_ON, CONTENT_ON, OUT)
    emissions[2, CONTENT_ON] = 2.0
    (span,) = decode(emissions, np.ones(len(emissions), dtype=bool))
    assert 0.3 < span.score < 0.7


@pytest.mark.parametrize(
    ("tags", "on", "expected"),
    [
        ((OUT, CUE, OUT, OUT), (2,), [(1, 2, Role.CUE)]),  # "gu" is surely a cue, "##ffawed" less surely nothing
        ((OUT, OUT, CUE, OUT), (2,), []),
        ((OUT, SOURCE, CUE, OUT), (2,), [(1, 2, Role.SOURCE)]),
        ((OUT, SOURCE, SOURCE, CUE, OUT), (2,), [(1, 2, Role.SOURCE), (3, 3, Role.CUE)]),
        ((OUT, CONTENT, CONTENT_ON, CUE, OUT), (3,), [(1, 3, Role.CONTENT)]),
        ((OUT, CONTENT, CONTENT, OUT), (2,), [(1, 2, Role.CONTENT)]),
    ],
)
def test_the_pieces_of_a_word_have_one_role(
    tags: tuple[int, ...], on: tuple[int, ...], expected: list[tuple[int, int, Role]]
) -> None:
    emissions = scores(*tags)
    first = [n for n in range(len(tags)) if n not in on]
    emissions[first] *= 1.5  # the first piece of a word tells more
    assert spans_of(emissions, *on) == expected


EMISSIONS = arrays(np.float32, st.tuples(st.integers(2, 40), st.just(7)), elements=st.floats(-30, 30, width=32))


@given(EMISSIONS, st.data())
def test_spans_are_in_order_and_apart_and_their_scores_are_shares(emissions: Floats, data: st.DataObject) -> None:
    count = len(emissions)
    begins = data.draw(arrays(np.bool_, count))
    begins[[0, -1]] = True
    found = decode(emissions, begins)
    assert all(begins[span.first] and begins[span.last + 1] for span in found)
    for before, after in pairwise(found):
        assert before.last < after.first
    assert all(0 < span.first <= span.last < len(emissions) - 1 for span in found)
    assert all(0.0 <= span.score <= 1.0 for span in found)

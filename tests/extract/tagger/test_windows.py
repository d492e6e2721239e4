"""Windows: whole paragraphs, nothing lost, nothing read twice."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from indexer.extract.tagger.features import Features, Place
from indexer.extract.tagger.windows import LONGEST, LONGEST_PARAGRAPH, windows


def paragraph(length: int, sentence: int = 20, first: int = 0) -> Features:
    places = np.array([Place.SENTENCE if n % sentence == 0 else Place.WITHIN for n in range(length)], dtype=np.int64)
    numbers = np.arange(first, first + length)
    return Features(numbers, numbers, numbers, places, numbers, numbers + 1, numbers >= 0)


def test_paragraphs_are_read_together_as_far_as_they_fit() -> None:
    found = list(windows([paragraph(50), paragraph(60), paragraph(40)]))
    assert [[len(part) for part in window] for window in found] == [[50, 60], [40]]


def test_a_long_paragraph_is_read_whole_and_alone() -> None:
    found = list(windows([paragraph(10), paragraph(LONGEST + 100), paragraph(10)]))
    assert [[len(part) for part in window] for window in found] == [[10], [LONGEST + 100], [10]]


def test_what_is_longer_still_is_cut_where_a_sentence_begins() -> None:
    found = list(windows([paragraph(LONGEST_PARAGRAPH + 50)]))
    assert [[len(part) for part in window] for window in found] == [[380], [52]]


def test_a_sentence_without_end_is_cut_where_it_must_be() -> None:
    found = list(windows([paragraph(1_000, sentence=5_000)]))
    assert [len(part) for window in found for part in window] == [LONGEST_PARAGRAPH, LONGEST_PARAGRAPH, 236]


@given(st.lists(st.integers(0, 700), max_size=12), st.integers(1, 30))
def test_every_piece_is_read_once_and_in_order(lengths: list[int], sentence: int) -> None:
    first, paragraphs = 0, []
    for length in lengths:
        paragraphs.append(paragraph(length, sentence, first))
        first += length
    found = list(windows(paragraphs))
    read = [int(number) for window in found for part in window for number in part.ids]
    assert read == list(range(sum(lengths)))
    assert all(0 < sum(map(len, window)) <= LONGEST_PARAGRAPH for window in found)

"""The input of the learned tagger: word pieces, letter case, quotation marks and where lines begin.

The encoder was trained on lower-cased words without layout. Case, quotation marks, and beginnings of lines and
sentences are three more numbers for each piece, each with its own embedding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from indexer.document import Document, Passage
from indexer.encoder.pieces import pieces

Numbers = npt.NDArray[np.int64]
Booleans = npt.NDArray[np.bool_]


class Shape(IntEnum):
    """The letter case of the word that a piece belongs to."""

    OTHER = 0
    SMALL = 1
    CAPITAL = 2
    CAPITALS = 3
    NUMBER = 4


class Mark(IntEnum):
    """The position of a piece relative to the passages between quotation marks."""

    OUTSIDE = 0
    OPENING = 1
    INSIDE = 2
    CLOSING = 3
    NESTED = 4


class Place(IntEnum):
    """Whether a piece begins a sentence or a line."""

    WITHIN = 0
    SENTENCE = 1
    LINE = 2


@dataclass(frozen=True, slots=True)
class Features:
    """The features of a paragraph: arrays with one number for each word piece.

    Args:
        ids: word pieces, as the encoder's vocabulary numbers them.
        shapes, marks, places: the values of ``Shape``, ``Mark`` and ``Place``.
        starts, ends: character offsets of the pieces into the article's text, end exclusive.
        begins: whether each piece begins a word.
    """

    ids: Numbers
    shapes: Numbers
    marks: Numbers
    places: Numbers
    starts: Numbers
    ends: Numbers
    begins: Booleans

    def __len__(self) -> int:
        return len(self.ids)

    def part(self, first: int, last: int) -> Features:
        """The pieces from ``first`` to ``last`` (exclusive)."""
        here = slice(first, last)
        return Features(
            self.ids[here],
            self.shapes[here],
            self.marks[here],
            self.places[here],
            self.starts[here],
            self.ends[here],
            self.begins[here],
        )


def features(document: Document) -> Iterator[Features]:
    """The features of an article, paragraph by paragraph, without its furniture."""
    whole = _whole(document)
    for paragraph in document.paragraphs:
        first, last = np.searchsorted(whole.starts, (paragraph.start, paragraph.end))
        yield whole.part(int(first), int(last))


def _whole(document: Document) -> Features:
    found = pieces(document.text)
    starts, ends = (np.array(places, dtype=np.int64) for places in (found.starts, found.ends))
    places = np.full(len(starts), Place.WITHIN, dtype=np.int64)
    for place, where in (
        (Place.SENTENCE, [sentence.start for sentence in document.sentences]),
        (Place.LINE, [paragraph.start for paragraph in document.paragraphs]),
    ):
        first = np.searchsorted(starts, where)
        places[first[first < len(starts)]] = place
    begins = _begins(document.text, starts, ends)
    return Features(
        ids=np.array(found.ids, dtype=np.int64),
        shapes=_shapes(document.text, starts, ends, begins),
        marks=_marks(starts, document.passages),
        places=places,
        starts=starts,
        ends=ends,
        begins=begins,
    )


def _begins(text: str, starts: Numbers, ends: Numbers) -> Booleans:
    """Whether each piece begins a word; adjacent pieces of letters or digits are one."""
    begins = np.ones(len(starts), dtype=bool)
    first = np.array([text[start].isalnum() for start in starts.tolist()], dtype=bool)
    last = np.array([text[end - 1].isalnum() for end in ends.tolist()], dtype=bool)
    begins[1:] = ~((starts[1:] == ends[:-1]) & first[1:] & last[:-1])
    return begins


def _shapes(text: str, starts: Numbers, ends: Numbers, begins: Booleans) -> Numbers:
    """The case of the word that each piece belongs to."""
    if not len(starts):
        return np.zeros(0, dtype=np.int64)
    first = np.flatnonzero(begins)
    last = np.append(first[1:], len(starts)) - 1
    words = zip(starts[first].tolist(), ends[last].tolist(), strict=True)
    kinds = np.array([_shape(text[start:end]) for start, end in words], dtype=np.int64)
    shapes: Numbers = kinds[np.cumsum(begins) - 1]
    return shapes


def _shape(word: str) -> Shape:
    first = word[0]
    if not first.isalpha():
        return Shape.NUMBER if first.isdigit() else Shape.OTHER
    if not first.isupper():
        return Shape.SMALL
    return Shape.CAPITALS if len(word) > 1 and word.isupper() else Shape.CAPITAL


def _marks(starts: Numbers, passages: Sequence[Passage]) -> Numbers:
    marks = np.full(len(starts), Mark.OUTSIDE, dtype=np.int64)
    bounds = np.searchsorted(starts, [(passage.start, passage.end) for passage in passages]).reshape(-1, 2)
    for passage, (first, last) in zip(passages, bounds.tolist(), strict=True):
        if passage.depth:
            marks[first:last] = Mark.NESTED
            continue
        marks[first:last] = Mark.INSIDE
        if passage.inner_start > passage.start:
            marks[first : first + 1] = Mark.OPENING
        if passage.end > passage.inner_end and last > first:
            marks[last - 1] = Mark.CLOSING
    return marks

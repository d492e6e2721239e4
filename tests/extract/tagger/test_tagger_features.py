"""What the model is shown of a paragraph."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from indexer.document import Document
from indexer.extract.tagger.features import Features, Mark, Place, Shape, features
from indexer.model import Article


def all_features(text: str) -> list[Features]:
    return list(features(Document(Article("a", text))))


def row(text: str) -> list[tuple[str, Shape, Mark, Place]]:
    (only,) = all_features(text)
    return [
        (text[start:end], Shape(shape), Mark(mark), Place(place))
        for start, end, shape, mark, place in zip(
            only.starts, only.ends, only.shapes, only.marks, only.places, strict=True
        )
    ]


def test_case_marks_and_beginnings_are_shown() -> None:
    assert row('Bo said: "Go." NATO left in 1999.') == [
        ("Bo", Shape.CAPITAL, Mark.OUTSIDE, Place.LINE),
        ("said", Shape.SMALL, Mark.OUTSIDE, Place.WITHIN),
        (":", Shape.OTHER, Mark.OUTSIDE, Place.WITHIN),
        ('"', Shape.OTHER, Mark.OPENING, Place.WITHIN),
        ("Go", Shape.CAPITAL, Mark.INSIDE, Place.WITHIN),
        (".", Shape.OTHER, Mark.INSIDE, Place.WITHIN),
        ('"', Shape.OTHER, Mark.CLOSING, Place.WITHIN),
        ("NATO", Shape.CAPITALS, Mark.OUTSIDE, Place.SENTENCE),
        ("left", Shape.SMALL, Mark.OUTSIDE, Place.WITHIN),
        ("in", Shape.SMALL, Mark.OUTSIDE, Place.WITHIN),
        ("1999", Shape.NUMBER, Mark.OUTSIDE, Place.WITHIN),
        (".", Shape.OTHER, Mark.OUTSIDE, Place.WITHIN),
    ]


def test_the_pieces_of_one_word_have_its_case() -> None:
    pieces = row("Quistgaardians")
    assert len(pieces) > 1
    assert {shape for _, shape, _, _ in pieces} == {Shape.CAPITAL}


def test_nested_passages_are_told_from_what_holds_them() -> None:
    nested = {piece for piece, _, mark, _ in row("“She said ‘never again’ twice,” he said.") if mark is Mark.NESTED}
    assert {"never", "again"} <= nested


@given(st.text(alphabet="aAé1 .,“”\"'‘’\nßİ中\u00a0😀", max_size=120))
def test_pieces_stand_in_the_text_in_order(text: str) -> None:
    for each in all_features(text):
        assert len({len(a) for a in (each.ids, each.shapes, each.marks, each.places, each.starts, each.ends)}) == 1
        assert all(0 <= start < end <= len(text) for start, end in zip(each.starts, each.ends, strict=True))
        assert all(a <= b for a, b in pairwise(each.starts))

"""Lookups by place: the same as a reader who goes through everything would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from indexer.document import Document
from indexer.model import Article, Span

TEXTS = st.text(alphabet="aB  .,?\n\n“”\"‘’'", max_size=120)


@st.composite
def stretches(draw: st.DrawFn) -> tuple[Document, Span]:
    """A document and a stretch of its text, one character at least."""
    text = draw(TEXTS.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    return Document(Article("a", text)), Span.of(text, start, draw(st.integers(start + 1, len(text))))


@given(stretches())
def test_a_place_has_the_last_sentence_and_paragraph_that_begin_before_it(given: tuple[Document, Span]) -> None:
    document, span = given
    assert document.sentence_at(span.start) == sum(one.start <= span.start for one in document.sentences) - 1
    assert document.paragraph_at(span.start) == sum(one.start <= span.start for one in document.paragraphs) - 1


@given(stretches())
def test_passages_of_a_stretch(given: tuple[Document, Span]) -> None:
    document, span = given
    within = [one for one in document.passages if span.start <= one.start and one.end <= span.end]
    touching = [one for one in document.outer if one.start < span.end and span.start < one.end]
    assert document.passages_within(span) == within
    assert document.outer_within(span) == [one for one in within if one.depth == 0]
    assert document.outer_touching(span) == touching


@given(stretches())
def test_words_of_a_stretch(given: tuple[Document, Span]) -> None:
    document, span = given
    first, last = document.words_of(span)
    touching = [n for n, word in enumerate(document.words) if word.start < span.end and span.start < word.end]
    assert list(range(first, last + 1)) == touching


def test_a_word_knows_its_sentence_and_its_owner() -> None:
    text = "Ada Lund's boat sank. The crew’s radio, made by S. Holm, failed."
    words = Document(Article("a", text)).words
    assert [(word.text, word.owner) for word in words if word.owner] == [("Lund", True), ("crew", True)]
    assert [word.text for word in words if word.opens] == ["Ada", "The"]
    assert [word.sentence for word in words if word.low in ("boat", "radio")] == [0, 1]
    assert [word.text for word in words if word.low == "s"] == ["S."]


def test_a_part_has_the_numbers_of_its_own_paragraphs() -> None:
    text = "One sails.\nTwo “stays” here.\nThree goes."
    document = Document(Article("a", text))
    part = document.part([1, 2])
    assert [text[one.start : one.end] for one in part.paragraphs] == ["Two “stays” here.", "Three goes."]
    assert part.paragraph_at(text.index("Three")) == 1
    assert part.passages == document.passages


def test_the_frames_of_a_paragraph_hold_each_passage_as_one_token() -> None:
    document = Document(Article("a", "“We sail. At dawn,” Lund said. She left."))
    assert [[token.text for token in frame] for frame in document.frames(0)] == [
        ["“We sail. At dawn,”", "Lund", "said", "."],
        ["She", "left", "."],
    ]


def test_furniture_is_in_no_part_of_a_document() -> None:
    text = "Share this “page”\nThe ferry sails.\nRead “more”"
    furniture = (Span.of(text, 0, 17), Span.of(text, text.index("Read"), len(text)))
    document = Document(Article("a", text, furniture=furniture))
    assert [word.text for word in document.words] == ["The", "ferry", "sails"]
    assert document.passages == ()

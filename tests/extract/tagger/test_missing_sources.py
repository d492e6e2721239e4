"""A cue that the network gave no source takes the one that its sentence names."""

from __future__ import annotations

import pytest

from indexer.document import Document
from indexer.extract.tagger.missing_sources import missing_sources
from indexer.model import Article, Label, Role, Span


def span(text: str, part: str) -> Span:
    return Span.of(text, text.index(part), text.index(part) + len(part))


@pytest.mark.parametrize(
    ("text", "cue", "content", "source"),
    [
        # the owner of a noun
        ("His warning that the pier would fall came late.", "warning", "that the pier would fall", "His"),
        ("Nobody heard Ada Lund’s warning that the pier would fall.", "warning", "the pier would fall", "Ada Lund’s"),
        ("The town’s warning that the pier would fall came late.", "warning", "that the pier would fall", None),
        # the subject of a verb
        ("There are others who argue that the pier is sound.", "argue", "that the pier is sound", "who"),
        ("Early on, the pilots declared that they would strike.", "declared", "that they would strike", "the pilots"),
        ("It was expected that the pilots would strike.", "was expected", "that the pilots would strike", None),
        ("Lund seems certain that the pier will fall.", "seems", "that the pier will fall", None),
        ("The bill, known as the harbour law, was passed.", "known as", "the harbour law", None),
        ("Lund left to announce the end of the strike.", "announce", "the end of the strike", None),
    ],
)
def test_the_sentence_names_the_source(text: str, cue: str, content: str, source: str | None) -> None:
    place = span(text, cue)
    labels = [Label(place, Role.CUE, 0.9), Label(span(text, content), Role.CONTENT, 0.9, place)]
    found = list(missing_sources(Document(Article("a", text)), labels))
    assert [(label.span.text, label.cue) for label in found] == ([] if source is None else [(source, place)])


def test_verbs_that_are_joined_share_their_source() -> None:
    text = "The pilots said they were tired, but promptly pledged to sail again."
    said, pledged = span(text, "said"), span(text, "pledged")
    pilots = Label(span(text, "The pilots"), Role.SOURCE, 0.9, said)
    labels = [
        pilots,
        Label(span(text, "they were tired"), Role.CONTENT, 0.9, said),
        Label(span(text, "to sail again"), Role.CONTENT, 0.9, pledged),
    ]
    (found,) = missing_sources(Document(Article("a", text)), labels)
    assert (found.span, found.cue) == (pilots.span, pledged)

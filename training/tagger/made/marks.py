"""Other quotation marks: of another family, and such as are missing, doubled or crossed."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from indexer.document import Document, Passage
from indexer.model import Article
from training.tagger.made.annotated import Annotated, Edit, edited

FAMILIES = (
    ("“", "”", "‘", "’"),
    ('"', '"', "'", "'"),
    ("‘", "’", "“", "”"),
    ("'", "'", '"', '"'),
    ("«", "»", "‹", "›"),
    ("« ", " »", "‹", "›"),
    ("„", "“", "‚", "‘"),
    ("``", "''", "`", "'"),
)
"""Opening and closing marks outside, and inside of others."""

SPOILT = 0.35
"""The share of passages whose marks are spoilt in an article with spoilt marks."""

SPOILS = ("no opening", "no closing", "two opening", "two closing", "closing for opening", "opening for closing")


def other_family(given: Annotated, random: Random) -> Annotated:
    """The article with the marks of a family of chance."""
    outer_open, outer_close, inner_open, inner_close = random.choice(FAMILIES)
    edits: list[Edit] = []
    for passage in _passages(given):
        opening, closing = (inner_open, inner_close) if passage.depth % 2 else (outer_open, outer_close)
        edits += _edits(passage, opening, closing)
    marked = edited(given, edits)
    if outer_open in "\"'``":
        marked = edited(marked, (Edit(at, at + 1, "'") for at, each in enumerate(marked.text) if each == "’"))
    return marked


def _edits(passage: Passage, opening: str, closing: str) -> Iterator[Edit]:
    if passage.start < passage.inner_start:
        yield Edit(passage.start, passage.inner_start, opening)
    if passage.inner_end < passage.end:
        yield Edit(passage.inner_end, passage.end, closing)


def spoilt(given: Annotated, random: Random) -> Annotated:
    """The article with some marks missing, doubled or crossed."""
    edits: list[Edit] = []
    for passage in _passages(given):
        if random.random() > SPOILT or passage.depth:
            continue
        opening = given.text[passage.start : passage.inner_start]
        closing = given.text[passage.inner_end : passage.end]
        match random.choice(SPOILS):
            case "no opening":
                opening = ""
            case "no closing":
                closing = ""
            case "two opening":
                opening += opening
            case "two closing":
                closing += closing
            case "closing for opening":
                opening = closing
            case _:
                closing = opening
        edits += _edits(passage, opening, closing)
    return edited(given, edits)


def _passages(given: Annotated) -> tuple[Passage, ...]:
    return Document(Article(given.id, given.text)).passages

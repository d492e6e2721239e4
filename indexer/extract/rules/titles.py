"""Tells titles of books, songs and programmes from other passages between quotation marks."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.document import Passage
from indexer.english import NOUNS
from indexer.text import words

SMALL = 3
"""Letters of the longest word that titles print in small letters."""

LONGEST_WORK = 24
"""Characters before a title that are searched for the noun of its work."""


def is_title(text: str, passage: Passage) -> bool:
    """Whether a passage is the title of a work, by the noun before it: “in her memoir, ‘Salt and Stone,’ she says”.

    One of 36 such passages in PolNeAR's training and dev articles is a content.
    """
    before = words(text[max(0, passage.start - LONGEST_WORK) : passage.start])
    inner = text[passage.inner_start : passage.inner_end].split()
    return bool(before) and before[-1].text in NOUNS.works and in_capitals(inner)


def in_capitals(said: Iterable[str]) -> bool:
    """Whether all words begin with capitals, except short ones."""
    return all(word[0].isupper() or len(word) <= SMALL for word in said)

"""Which passages between marks are titles: of books, songs, programmes."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.document import Passage
from indexer.english import NOUNS
from indexer.text import words

SMALL = 3
"""Letters of the words that a title prints small."""

LONGEST_WORK = 24
"""Characters before a title in which the noun for its work is looked for."""


def is_title(text: str, passage: Passage) -> bool:
    """Whether a passage is the title of the work that is named before it: “in her memoir, ‘Salt and Stone,’ she says”.

    Of 36 such passages in PolNeAR's training and dev articles one is a content.
    """
    before = words(text[max(0, passage.start - LONGEST_WORK) : passage.start])
    inner = text[passage.inner_start : passage.inner_end].split()
    return bool(before) and before[-1].text in NOUNS.works and in_capitals(inner)


def in_capitals(said: Iterable[str]) -> bool:
    """Whether all words begin with capitals but for those that a title prints small."""
    return all(word[0].isupper() or len(word) <= SMALL for word in said)

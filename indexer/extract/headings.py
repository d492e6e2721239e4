"""Headings between paragraphs that are in quotation marks, and continue no quote."""

from __future__ import annotations

from indexer.document import Paragraph
from indexer.model import Span

LONGEST, LONG = 12, 5
"""Words of the longest heading, and letters of the shortest word that headings capitalise."""

_MARKS = "\"'“”„«»‘’.,!?"


def is_heading(paragraph: Paragraph, content: Span) -> bool:
    """Whether a content is a whole paragraph and all its longer words, two at least, have capitals.

    `‘Coal Is Not the Enemy’`: of 12 such paragraphs in PolNeAR’s articles, two are quotes.
    """
    words = [word.strip(_MARKS) for word in content.text.split()]
    long = [word for word in words if len(word) >= LONG]
    alone = (paragraph.start, paragraph.end) == (content.start, content.end)
    return alone and len(words) <= LONGEST and len(long) > 1 and all(word[0].isupper() for word in long)

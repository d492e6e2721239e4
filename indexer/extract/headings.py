"""Headings between paragraphs that are in quotation marks, and continue no quote."""

from __future__ import annotations

from indexer.document import Paragraph
from indexer.model import Span

LONGEST, LONG = 12, 5
"""Words of the longest heading, and letters of the shortest word that headings capitalise."""

_CLOSING = "\"'”’»"
_MARKS = "\"'“”„«»‘’.,!?"


def is_heading(paragraph: Paragraph, content: Span) -> bool:
    """Whether a content is a whole short paragraph without a stop, or whose longer words, two at least, have capitals.

    `‘A monument to delay’`: neither of two such paragraphs in PolNeAR’s articles is a quote. `‘Coal Is Not the Enemy’`:
    of 12 such paragraphs two are.
    """
    words = [word.strip(_MARKS) for word in content.text.split()]
    long = [word for word in words if len(word) >= LONG]
    alone = (paragraph.start, paragraph.end) == (content.start, content.end)
    if not alone or len(words) > LONGEST:
        return False
    unstopped = content.text[-1] in _CLOSING and content.text[-2:-1].isalnum()
    return unstopped or (len(long) > 1 and all(word[0].isupper() for word in long))

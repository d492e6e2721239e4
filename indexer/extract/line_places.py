"""Places before a colon, where an article was written: "VARG: Snow has closed the pass"."""

from __future__ import annotations

import re

from indexer.document import Document
from indexer.english import GIVEN_NAMES, NOUN_PHRASES
from indexer.model import Span
from indexer.text import fold

LAST_PARAGRAPH = 1
"""The number of the last paragraph in which a dateline is looked for: behind the headline, if that is kept."""

_BEHIND_PLACE = re.compile(r"(?:, [^:\n]{1,30})?:")


def is_line_place(document: Document, span: Span) -> bool:
    """Whether a name is the place where an article was written: "VARG: ...", "VARG, Monday: ...".

    Not somebody who has a given name, or whom the article names elsewhere, in other letters and behind no preposition
    of a place.
    """
    text, paragraph = document.text, document.paragraph_at(span.start)
    if not span.text.isupper():
        return False
    if paragraph > LAST_PARAGRAPH or not document.begins_paragraph(span) or not _BEHIND_PLACE.match(text, span.end):
        return False
    if fold(span.text.split()[0]) in GIVEN_NAMES.names:
        return False
    elsewhere = re.finditer(rf"(\w*)\W+{re.escape(span.text.split()[-1].title())}\b", text)
    return all(fold(match[1]) in NOUN_PHRASES.before_places for match in elsewhere)

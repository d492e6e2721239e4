"""Labels before a colon at the beginning of a line that name no speaker: rubrics ("BREAKING:") and datelines."""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.document import Document
from indexer.english import GIVEN_NAMES, NOUN_PHRASES, PAGE_LINES
from indexer.model import Label, Span
from indexer.text import fold

LAST_PARAGRAPH = 1
"""The number of the last paragraph in which a dateline is looked for: behind the headline, if that is kept."""

_NAME = re.compile(r"\.?(?:[ \xa0]+[A-ZÀ-ÖØ-Þ][\w’'-]*)+")
_BEHIND_PLACE = re.compile(r"(?:, [^:\n]{1,30})?:")


def behind_line_label(document: Document, source: Label) -> Label | None:
    """The source; for a rubric the name behind it: "BREAKING: Quist resigns, says"; None for a dateline."""
    span, text = source.span, document.text
    if not span.text.isupper():
        return source
    if fold(span.text) not in PAGE_LINES.labels:
        return None if _is_dateline(document, span) else source
    if text[span.end : span.end + 1] != ":":
        return source
    name = _NAME.match(text, span.end + 1)
    if name is None or not text[name.end() : name.end() + 2].strip().islower():
        return None
    return replace(source, span=Span.of(text, name.start() + 1, name.end()))


def _is_dateline(document: Document, span: Span) -> bool:
    """Whether a source is the place where an article was written: "VARG: ...", "VARG, Monday: ...".

    Not somebody who has a given name, or whom the article names elsewhere, in other letters and behind no preposition
    of a place.
    """
    text, paragraph = document.text, document.paragraph_at(span.start)
    if paragraph > LAST_PARAGRAPH or not document.begins_paragraph(span) or not _BEHIND_PLACE.match(text, span.end):
        return False
    if fold(span.text.split()[0]) in GIVEN_NAMES.names:
        return False
    elsewhere = re.finditer(rf"(\w*)\W+{re.escape(span.text.split()[-1].title())}\b", text)
    return all(fold(match[1]) in NOUN_PHRASES.before_places for match in elsewhere)

"""Labels before a colon at the beginning of a line that name no speaker: rubrics ("BREAKING:") and datelines."""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.document import Document
from indexer.english import PAGE_LINES
from indexer.extract.line_places import is_line_place
from indexer.model import Label, Span
from indexer.text import fold

_NAME = re.compile(r"\.?(?:[ \xa0]+[A-ZÀ-ÖØ-Þ][\w’'-]*)+")


def behind_line_label(document: Document, source: Label) -> Label | None:
    """The source; for a rubric the name behind it: "BREAKING: Quist resigns, says"; None for a dateline."""
    span, text = source.span, document.text
    if not span.text.isupper():
        return source
    if fold(span.text) not in PAGE_LINES.labels:
        return None if is_line_place(document, span) else source
    if text[span.end : span.end + 1] != ":":
        return source
    name = _NAME.match(text, span.end + 1)
    if name is None or not text[name.end() : name.end() + 2].strip().islower():
        return None
    return replace(source, span=Span.of(text, name.start() + 1, name.end()))

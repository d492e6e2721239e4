"""Whole sentences between marks, which are quotes however short they are: “Going once.”"""

from __future__ import annotations

from indexer.document import Document, Passage

_STOPS = (".", "!", "?", "…")
_BEFORE = frozenset('.!?…:"”’»')


def is_sentence(document: Document, passage: Passage) -> bool:
    """Whether a passage begins a sentence and ends it before its closing mark; not: the so-called “Big One.”"""
    text = document.text
    inner = text[passage.inner_start : passage.inner_end].strip()
    if not inner[:1].isupper() or not inner.endswith(_STOPS):
        return False
    paragraph = document.paragraphs[document.paragraph_at(passage.start)]
    before = text[paragraph.start : passage.start].rstrip()
    return not before or before[-1] in _BEFORE

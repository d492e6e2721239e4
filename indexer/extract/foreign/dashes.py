"""Speech after a dash at the beginning of a paragraph, as many languages print it in place of quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from indexer.document import Document, Paragraph, Passage
from indexer.extract.foreign.tags import Tag, tag_behind
from indexer.languages.reporting import Reporting

_DASH = regex.compile(r"[–—―-]{1,2}\s*(?=[\p{L}¿¡…])")
_INNER = regex.compile(r"(?<=[\s.,!?…])[–—―]\s*|,\s+")

Turn = tuple[list[Passage], Tag]


def dash_turns(document: Document, paragraph: Paragraph, known: Reporting) -> Iterator[Turn]:
    """The turn that a paragraph is, with its tag; nothing for a paragraph that names no verb of speech.

    A dash, the words, a dash or comma, the tag; behind a further dash the words go on.
    """
    text = document.text
    opening = _DASH.match(text, paragraph.start, paragraph.end)
    if opening is None or not known.verbs:
        return
    for inner in _INNER.finditer(text, opening.end(), paragraph.end):
        if (tag := tag_behind(text, inner.end(), paragraph.end, known)) is None:
            continue
        end = opening.end() + len(text[opening.end() : inner.start()].rstrip())
        if end <= opening.end():
            return
        content = [Passage(opening.end(), end, opening.end(), end)]
        behind = max(tag.verb.end, tag.name.end if tag.name else 0)
        again = regex.compile(r"[–—―]\s*").search(text, behind, paragraph.end)
        if again is not None and again.end() < paragraph.end and not inner[0].startswith(","):
            content.append(Passage(again.end(), paragraph.end, again.end(), paragraph.end))
        yield content, tag
        return

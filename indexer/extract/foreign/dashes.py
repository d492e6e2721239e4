"""Speech after a dash at the beginning of a paragraph, as many languages print it in place of quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from indexer.document import Document, Paragraph, Passage
from indexer.extract.foreign.tags import Tag, tag_behind
from indexer.languages.reporting import Reporting

_DASH = regex.compile(r"[–—―-]{1,2}\s*(?=[\p{L}¿¡…])")
_INNER = regex.compile(r"(?<=[\s.,!?…])[–—―]\s*|,\s+|(?<=[?!…])\s+(?=\p{Ll})")

_FOLLOWING = regex.compile(r"(?P<stop>[.!?…]\s+)?(?P<dash>[–—―])\s*(?=[\p{L}¿¡…])")

Turn = tuple[list[Passage], Tag]


def dash_turns(document: Document, paragraph: Paragraph, known: Reporting) -> Iterator[Turn]:
    """The turns that a paragraph holds, each with its tag; nothing for a paragraph that names no verb of speech.

    A dash, the words, a dash or comma, the tag; behind a further dash the words go on, or behind the end of a sentence
    another turn begins.
    """
    start = paragraph.start
    while known.verbs and (opening := _DASH.match(document.text, start, paragraph.end)) is not None:
        turn = _turn(document.text, opening.end(), paragraph.end, known)
        if turn is None:
            return
        content, tag, start = turn
        yield content, tag


def _turn(text: str, start: int, limit: int, known: Reporting) -> tuple[list[Passage], Tag, int] | None:
    """The turn whose words begin at ``start``, its tag, and where the next begins."""
    for inner in _INNER.finditer(text, start, limit):
        if (tag := tag_behind(text, inner.end(), limit, known)) is None:
            continue
        end = start + len(text[start : inner.start()].rstrip())
        if end <= start:
            return None
        content = [Passage(start, end, start, end)]
        behind = max(tag.verb.end, tag.name.end if tag.name else 0)
        following = _FOLLOWING.search(text, behind, limit)
        if following is not None and following["stop"]:
            return content, tag, following.start("dash")
        if following is not None and following.end() < limit and not inner[0].startswith(","):
            content.append(Passage(following.end(), limit, following.end(), limit))
        return content, tag, limit
    return None

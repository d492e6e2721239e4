"""Quotes that are signed: `“…” — NAME, ROLE`, `“…” (NAME)`, and embedded posts, `text — NAME (@handle) DATE`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from indexer.document import Document, Paragraph, Passage
from indexer.extract.forms.form import Form

# Only the first of several dashes is tried, and what was matched of dashes and spaces is never given back.
_POST = r"(?<![—–―-])(?P<dash>[—–―-]++)\s*+(?P<who>[^\n—–―()]{1,60}? \(@\w{1,30}\))[^\n]{0,40}$"
_HANDLE = re.compile(_POST)
_HANDLE_FIRST = re.compile(rf"\s*+{_POST}")
_SIGNED = re.compile(
    r"\s*(?P<dash>[—–―-]{1,2})\s*(?P<who>[^\W\d_][^\n—–―.!?:;“”\"]*(?:\b[^\W\d_]\.[^\n—–―.!?:;“”\"]*)?)\.?$"
)
_AFTER_MARK = re.compile(r"[”\"’“»]\s*(?P<dash>[—–―])\s*(?P<who>[^\W\d_][^\n—–―.!?:;“”\"]*)\.?$")
_BRACKETS = re.compile(r"\s*(?P<dash>\()(?P<who>[^\n()]{2,80})\)\.?$")

LONGEST = 20
"""Words of the longest signature; longer ones are sentences after a dash."""


def signatures(document: Document) -> Iterator[Form]:
    """The signed quotes of an article, in order.

    A passage between quotation marks may be signed by any name; text without marks is a post only if a handle signs it.
    The signature ends the paragraph of the quote, or is the next paragraph.
    """
    text, paragraphs = document.text, document.paragraphs
    outer = {passage.start: passage for passage in document.outer}
    for number, paragraph in enumerate(paragraphs):
        signed = _own_line(text, paragraphs, number, outer) or _same_line(text, paragraph, number, outer)
        if signed is not None:
            yield signed


def _own_line(text: str, paragraphs: Sequence[Paragraph], number: int, outer: Mapping[int, Passage]) -> Form | None:
    if not number:
        return None
    paragraph, above = paragraphs[number], paragraphs[number - 1]
    passage = outer.get(above.start)
    quoted = passage is not None and passage.end == above.end
    match = _HANDLE_FIRST.match(text, paragraph.start, paragraph.end) or (
        _SIGNED.match(text, paragraph.start, paragraph.end) if quoted else None
    )
    if match is None or not _is_who(match["who"]):
        return None
    return Form(match.span("who"), match.span("dash"), ((above.start, above.end),), (number - 1, number))


def _same_line(text: str, paragraph: Paragraph, number: int, outer: Mapping[int, Passage]) -> Form | None:
    passage = outer.get(paragraph.start)
    if passage is not None and passage.end < paragraph.end:
        match = next(
            (m for form in (_HANDLE_FIRST, _SIGNED, _BRACKETS) if (m := form.match(text, passage.end, paragraph.end))),
            None,
        )
        end = passage.end
    else:
        has_handle = text.find(" (@", paragraph.start, paragraph.end) >= 0  # the search for a dash is slower
        match = _HANDLE.search(text, paragraph.start + 1, paragraph.end) if has_handle else None
        end = 0 if match is None else paragraph.start + len(text[paragraph.start : match.start()].rstrip())
    if match is None and text[paragraph.start] in '“”„«"':
        # Marks inside that do not pair leave the passage that opens the paragraph too short.
        match = _AFTER_MARK.search(text, paragraph.start + 1, paragraph.end)
        end = 0 if match is None else match.start() + 1
    if match is None or not _is_who(match["who"]):
        return None
    return Form(match.span("who"), match.span("dash"), ((paragraph.start, end),), (number, number))


def _is_who(words: str) -> bool:
    """Whether words can be a signature: few, and beginning with a capital."""
    return words[0].isupper() and len(words.split()) <= LONGEST

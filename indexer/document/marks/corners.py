"""Passages between marks of which each opens or closes and never does both in a paragraph, so that a stack reads them.

Corner brackets of Japanese and Chinese, 「…」 with 『…』 inside or the reverse; and single angles, ‹…› or ›…‹.
"""

from __future__ import annotations

import re

from indexer.document.layout import Paragraph
from indexer.document.passage import Passage

_MARK = re.compile("[「」『』﹁﹂﹃﹄｢｣]")
_ANGLE = re.compile("[‹›]")
_CLOSING = {"「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄", "｢": "｣"}


def corner_passages(text: str, paragraph: Paragraph) -> list[Passage]:
    """The passages between corner brackets of a paragraph, in order; a mark without its partner is none."""
    found: list[Passage] = []
    opened: list[re.Match[str]] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        if match[0] in _CLOSING:
            opened.append(match)
        elif opened and _CLOSING[opened[-1][0]] == match[0]:
            mark = opened.pop()
            if mark.end() < match.start():
                found.append(Passage(mark.start(), match.end(), mark.end(), match.start(), depth=len(opened)))
    return found


def angle_passages(text: str, paragraph: Paragraph) -> list[Passage]:
    """The passages between single angles of a paragraph, in order; the first of its angles is one that opens."""
    found: list[Passage] = []
    opened: re.Match[str] | None = None
    for match in _ANGLE.finditer(text, paragraph.start, paragraph.end):
        if opened is None:
            # An arrow at the beginning of a line ("› Weather") or between names of sections has no partner.
            opened = match if not found or match[0] == text[found[0].start] else None
        elif match[0] == opened[0]:
            opened = match
        else:
            if opened.end() < match.start():
                found.append(Passage(opened.start(), match.end(), opened.end(), match.start()))
            opened = None
    return found

"""Passages between corner brackets, marks of Japanese and Chinese: 「…」 with 『…』 inside, or the reverse.

Each of these marks opens or closes and never does both, so that a stack reads them.
"""

from __future__ import annotations

import re

from indexer.document.layout import Paragraph
from indexer.document.passage import Passage

_MARK = re.compile("[「」『』﹁﹂﹃﹄｢｣]")
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

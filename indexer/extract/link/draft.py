"""An attribution in the making: one cue with its source and contents so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from indexer.document import Document, Passage
from indexer.document.dateline import dateline
from indexer.extract.attribution import attribution
from indexer.model import Attribution, Label, Span

UNSURE = 0.7
"""By which the score of a content is multiplied whose quotation marks had to be read against their glyphs."""


@dataclass(slots=True)
class Draft:
    """One attribution in the making.

    Args:
        paragraph: the number of the paragraph that it has come to.
    """

    paragraph: int
    cue: Label | None
    source: Label | None
    contents: list[Label] = field(default_factory=list)

    def attribution(self, document: Document) -> Attribution:
        """The attribution that it is, with the score of its least sure content, of which there must be one."""
        content = tuple(sorted(_behind_dateline(document.text, label.span) for label in self.contents))
        source = () if self.source is None else (self.source.span,)
        cue = () if self.cue is None else (self.cue.span,)
        quoted = _outermost([passage for span in content for passage in document.passages_within(span)])
        score = min(label.score for label in self.contents)
        score *= 1.0 if all(passage.sure for passage in quoted) else UNSURE
        return attribution(document, content, source, cue, quoted=quoted, score=score)


def _outermost(passages: Sequence[Passage]) -> list[Passage]:
    """Those that no other of them holds, in order."""
    found: list[Passage] = []
    for passage in sorted(passages, key=lambda passage: (passage.start, -passage.end)):
        if not found or passage.end > found[-1].end:
            found.append(passage)
    return found


def _behind_dateline(text: str, span: Span) -> Span:
    """A content without the dateline that it begins with, where it begins a line.

    Of PolNeAR's contents 11 begin behind one, and none holds one.
    """
    found = dateline(text, span.start) if text[span.start - 1 : span.start] in ("", "\n") else None
    return span if found is None or found.end >= span.end else Span.of(text, found.end, span.end)

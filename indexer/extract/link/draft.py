"""A draft of an attribution: one cue with its source and contents so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from indexer.document import Document, Passage
from indexer.document.dateline import dateline
from indexer.extract.attribution import attribution
from indexer.model import Attribution, Label, Span

UNSURE = 0.7
"""Factor for the score of a content whose quotation marks were read against their glyphs or are missing."""


@dataclass(slots=True)
class Draft:
    """A draft of one attribution.

    Args:
        paragraph: the number of the paragraph of its last content, or of its cue.
        inherited: whether its cue and source are those of the paragraph before.
    """

    paragraph: int
    cue: Label | None
    source: Label | None
    contents: list[Label] = field(default_factory=list)
    inherited: bool = False

    def attribution(self, document: Document) -> Attribution:
        """The finished attribution, with the lowest score of its contents; there must be one content at least."""
        content = tuple(sorted(_behind_dateline(document.text, label.span) for label in self.contents))
        source = () if self.source is None else (self.source.span,)
        cue = () if self.cue is None else (self.cue.span,)
        quoted = _outermost([passage for span in content for passage in document.passages_within(span)])
        score = min(label.score for label in self.contents)
        score *= 1.0 if all(passage.sure for passage in quoted) else UNSURE
        return attribution(document, content, source, cue, quoted=quoted, score=score)


def _outermost(passages: Sequence[Passage]) -> list[Passage]:
    """The passages that lie in no other of them, in order."""
    found: list[Passage] = []
    for passage in sorted(passages, key=lambda passage: (passage.start, -passage.end)):
        if not found or passage.end > found[-1].end:
            found.append(passage)
    return found


def _behind_dateline(text: str, span: Span) -> Span:
    """A content without the dateline at its beginning, if it begins a line.

    11 of PolNeAR's contents begin after a dateline, and none includes one.
    """
    found = dateline(text, span.start) if text[span.start - 1 : span.start] in ("", "\n") else None
    return span if found is None or found.end >= span.end else Span.of(text, found.end, span.end)

"""What linking works on: the article as it is asked for, and attributions in the making."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from indexer.extract.marks import Marked
from indexer.layout import Paragraph
from indexer.model import Label, Span


@dataclass(slots=True)
class Unit:
    """One attribution in the making: what is said of its cue so far."""

    paragraph: int
    cue: Label | None
    source: Label | None
    contents: list[Label] = field(default_factory=list)


class Scene:
    """The article and its marks, as they are asked for: by place, without going through all of them."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], marks: Sequence[Marked]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.starts = [paragraph.start for paragraph in paragraphs]
        self._marks = marks
        self._mark_starts = [mark.start for mark in marks]
        self._left_open = {mark.end for mark in marks if mark.continues}

    def paragraph_of(self, span: Span) -> int:
        """The number of the paragraph that a span begins in."""
        return bisect_right(self.starts, span.start) - 1

    def within(self, span: Span) -> list[Marked]:
        """The passages that a span holds whole, in order."""
        first, last = bisect_left(self._mark_starts, span.start), bisect_left(self._mark_starts, span.end)
        return [mark for mark in self._marks[first:last] if mark.end <= span.end]

    def continues(self, end: int) -> bool:
        """Whether a passage that ends here goes on in the next paragraph."""
        return end in self._left_open

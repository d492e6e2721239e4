"""Attributions in the making, finished: their spans, the passages in them, kind, stance and score."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from indexer.document import Document, Passage
from indexer.document.dateline import dateline
from indexer.extract.link.unit import Unit
from indexer.extract.stance import stance
from indexer.model import Attribution, Kind, Span
from indexer.text import words


def attribution(document: Document, unit: Unit) -> Attribution:
    """The attribution that a unit with contents is; its score is that of its least sure content."""
    contents = tuple(sorted(_behind_dateline(document.text, label.span) for label in unit.contents))
    outermost = _outermost(mark for span in contents for mark in document.passages_within(span))
    quoted = tuple(Span.of(document.text, m.inner_start, m.inner_end) for m in outermost)
    sure = all(mark.sure for mark in outermost)
    source = () if unit.source is None else (unit.source.span,)
    cue = () if unit.cue is None else (unit.cue.span,)
    score = min(label.score for label in unit.contents) * (1.0 if sure else 0.7)
    kind = _kind(document.text, contents, outermost)
    how = stance(document.text, cue, source, contents)
    return Attribution(contents, source, cue, kind, how, quoted, round(score, 3))


def _behind_dateline(text: str, span: Span) -> Span:
    """A content without the dateline that it begins with, where it begins a line.

    Of PolNeAR's contents 11 begin behind one, and none holds one.
    """
    found = dateline(text, span.start) if text[span.start - 1 : span.start] in ("", "\n") else None
    return span if found is None or found.end >= span.end else Span.of(text, found.end, span.end)


def _outermost(passages: Iterable[Passage]) -> list[Passage]:
    """Those that no other of them holds, in order."""
    found: list[Passage] = []
    for passage in sorted(passages, key=lambda mark: (mark.start, -mark.end)):
        if not found or passage.end > found[-1].end:
            found.append(passage)
    return found


def _kind(text: str, contents: Sequence[Span], passages: Sequence[Passage]) -> Kind:
    """How much of the contents stands between marks; both are in order."""
    if not passages:
        return Kind.INDIRECT
    starts = [passage.start for passage in passages]
    for span in contents:
        position = span.start
        for passage in passages[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
            if passage.end <= span.end:
                if words(text[position : passage.start]):
                    return Kind.MIXED
                position = passage.end
        if words(text[position : span.end]):
            return Kind.MIXED
    return Kind.DIRECT

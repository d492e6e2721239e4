"""Makes an attribution from its spans: the quoted parts of its content, its kind and its stance."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from indexer.document import Document, Passage
from indexer.extract.stance import stance
from indexer.model import Attribution, Kind, Span, Stance
from indexer.text import word_texts

Spans = tuple[Span, ...]


def attribution(
    document: Document,
    content: Spans,
    source: Spans,
    cue: Spans,
    *,
    quoted: Sequence[Passage],
    score: float,
    how: Stance | None = None,
) -> Attribution:
    """The attribution of a content, its spans in order.

    Args:
        quoted: the outermost passages between quotation marks in the content, in order.
        score: how sure the content is, 0 to 1.
        how: its stance, if known; otherwise it is read from the cue, the source and the content.
    """
    return Attribution(
        content=content,
        source=source,
        cue=cue,
        kind=_kind(document.text, content, quoted),
        stance=stance(document.text, cue, source, content) if how is None else how,
        quoted=tuple(Span.of(document.text, passage.inner_start, passage.inner_end) for passage in quoted),
        score=round(score, 3),
    )


def _kind(text: str, content: Spans, quoted: Sequence[Passage]) -> Kind:
    """Whether all, some or none of a content is between quotation marks; its passages are in order."""
    if not quoted:
        return Kind.INDIRECT
    starts = [passage.start for passage in quoted]
    for span in content:
        position = span.start
        for passage in quoted[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
            if word_texts(text[position : passage.start]):
                return Kind.MIXED
            position = passage.end
        if word_texts(text[position : span.end]):
            return Kind.MIXED
    return Kind.DIRECT

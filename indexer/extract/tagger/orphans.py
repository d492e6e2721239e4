"""Passages that the model saw nothing in, though they are sentences by themselves: whose they are, ``link`` decides."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from indexer.extract.marks import Marked
from indexer.extract.rules.claim import POSSIBLE
from indexer.layout import Paragraph
from indexer.model import Label, Role, Span
from indexer.text import words

SHORTEST = 6
"""Words of such a passage: shorter ones are titles and exclamations."""


def orphans(
    text: str, paragraphs: Sequence[Paragraph], marks: Sequence[Marked], labels: Iterable[Label]
) -> Iterator[Label]:
    """Contents without a cue: passages that begin a sentence, end one, and hold no label's content.

    Args:
        text: the article's text.
        paragraphs: its layout.
        marks: its passages between marks.
        labels: what was found already.
    """
    begins = {sentence.start for paragraph in paragraphs for sentence in paragraph.sentences}
    contents = sorted((label.span.start, label.span.end) for label in labels if label.role is Role.CONTENT)
    ends = [end for _, end in contents]
    for mark in marks:
        if mark.depth or mark.start not in begins or text[mark.inner_end - 1] not in ".!?…":
            continue
        after = bisect_left(ends, mark.start + 1)
        free = after == len(contents) or contents[after][0] >= mark.end
        if free and len(words(text[mark.start : mark.end])) >= SHORTEST:
            yield Label(Span.of(text, mark.start, mark.end), Role.CONTENT, POSSIBLE)

"""Contents that are but the edge of a passage between marks, completed to the whole of it.

Of a quote without a source, which its training articles do not have, the model sees the opening mark alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.document import Document, Passage, Stretches
from indexer.model import Label, Role, Span
from indexer.text import words


def with_whole_passages(document: Document, labels: Sequence[Label]) -> Iterator[Label]:
    """The labels; a content that is one mark, or a passage without its closing mark, as the whole passage.

    Args:
        document: the article that the labels point into.
        labels: as the model found them.
    """
    contents = [label.span for label in labels if label.role is Role.CONTENT and words(label.span.text)]
    claimed = Stretches((span.start, span.end) for span in contents)
    for label in labels:
        passage = next(iter(document.outer_touching(label.span)), None) if label.role is Role.CONTENT else None
        if passage is not None and _is_edge(passage, label, claimed):
            yield replace(label, span=Span.of(document.text, passage.start, passage.end))
        else:
            yield label


def _is_edge(passage: Passage, label: Label, claimed: Stretches) -> bool:
    if label.span.start != passage.start:
        return False
    alone = not words(label.span.text) and not claimed.touch(passage.start, passage.end)
    return alone or label.span.end == passage.inner_end

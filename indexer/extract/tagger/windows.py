"""Cuts an article into the windows that the model reads: whole paragraphs, as many as fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from indexer.extract.tagger.features import Features, Place

LONGEST = 126
"""Pieces of one window, without its opening and closing pieces. Of 126, 158 and 254, measured on PolNeAR dev, this is
the fastest (the cost of attention is quadratic) and as good."""

LONGEST_PARAGRAPH = 382
"""Pieces of the longest paragraph that is read whole, in its own window: a quote must stay together with its cue."""

Window = tuple[Features, ...]
"""Paragraphs that are read together, in order; a long one in parts."""


def windows(paragraphs: Iterable[Features], longest: int = LONGEST) -> Iterator[Window]:
    """The windows of an article, without overlap.

    Args:
        paragraphs: their features; empty ones are skipped.
        longest: pieces that fit into a window of several paragraphs.
    """
    current: list[Features] = []
    size = 0
    for paragraph in paragraphs:
        for part in _parts(paragraph):
            if size + len(part) > longest and current:
                yield tuple(current)
                current, size = [], 0
            current.append(part)
            size += len(part)
    if current:
        yield tuple(current)


def _parts(paragraph: Features) -> Iterator[Features]:
    """The paragraph; one that does not fit is cut where a sentence begins, if possible."""
    first = 0
    while len(paragraph) - first > LONGEST_PARAGRAPH:
        limit = first + LONGEST_PARAGRAPH
        last = next((n for n in range(limit, first, -1) if paragraph.places[n] != Place.WITHIN), limit)
        yield paragraph.part(first, last)
        first = last
    if first < len(paragraph):
        yield paragraph.part(first, len(paragraph))

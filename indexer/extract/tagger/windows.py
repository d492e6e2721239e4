"""Cuts an article into the windows that the model reads: whole paragraphs, as many as fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from indexer.extract.tagger.features import Features, Place

LONGEST = 126
"""Pieces of one window, its opening and closing pieces not counted. Of 126, 158 and 254, measured on PolNeAR dev, this
is the fastest (attention costs the square) and no worse."""

LONGEST_PARAGRAPH = 382
"""Pieces of a paragraph that is still read whole, in a window of its own: a quote without its cue would be nobody's."""

Window = tuple[Features, ...]
"""Paragraphs that are read together, in order; a long one in parts."""


def windows(paragraphs: Iterable[Features], longest: int = LONGEST) -> Iterator[Window]:
    """The windows of an article, without overlap.

    Args:
        paragraphs: as the model is shown them; empty ones are left out.
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
    """The paragraph; one that does not fit is cut where a sentence begins, or else where it must be."""
    first = 0
    while len(paragraph) - first > LONGEST_PARAGRAPH:
        limit = first + LONGEST_PARAGRAPH
        last = next((n for n in range(limit, first, -1) if paragraph.places[n] != Place.WITHIN), limit)
        yield paragraph.part(first, last)
        first = last
    if first < len(paragraph):
        yield paragraph.part(first, len(paragraph))

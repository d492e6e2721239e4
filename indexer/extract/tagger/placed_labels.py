"""Labels looked up by the place that they hold, while some of them are replaced by others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from indexer.model import Label, Role, Span

CELL = 256
"""Characters of the text that are looked up at once."""


class PlacedLabels:
    """Labels, each of which holds a place for its role: a cue and a content their own span, a source that of its cue.

    Args:
        labels: those to begin with; they may overlap.
    """

    def __init__(self, labels: Iterable[Label]) -> None:
        self.labels: set[Label] = set()
        self._cells: dict[tuple[Role, int], set[Label]] = defaultdict(set)
        self._add(labels)

    def touching(self, role: Role, span: Span) -> Iterator[Label]:
        """The labels of a role whose place shares a character with a span; one may come several times."""
        for cell in _cells(span):
            for label in self._cells.get((role, cell), ()):
                place = _place(label)
                if place is not None and place.start < span.end and span.start < place.end:
                    yield label

    def replace(self, taken: Iterable[Label]) -> None:
        """Put labels in place of all those of their roles whose places they touch."""
        taken = list(taken)
        for label in taken:
            place = _place(label)
            for other in [] if place is None else list(self.touching(label.role, place)):
                self._remove(other)
        self._add(taken)

    def _add(self, labels: Iterable[Label]) -> None:
        for label in labels:
            self.labels.add(label)
            place = _place(label)
            for cell in () if place is None else _cells(place):
                self._cells[label.role, cell].add(label)

    def _remove(self, label: Label) -> None:
        self.labels.discard(label)
        place = _place(label)
        for cell in () if place is None else _cells(place):
            self._cells[label.role, cell].discard(label)


def _place(label: Label) -> Span | None:
    return label.cue if label.role is Role.SOURCE else label.span


def _cells(span: Span) -> range:
    return range(span.start // CELL, (span.end - 1) // CELL + 1)

"""The words of a text by their places: what spans are compared by."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from indexer.model import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")


class Words:
    """The words of one text, numbered."""

    def __init__(self, text: str) -> None:
        found = list(_WORD.finditer(text))
        self.lows = [match[0].lower() for match in found]
        self._starts = [match.start() for match in found]
        self._ends = [match.end() for match in found]

    def inside(self, spans: Iterable[Span]) -> frozenset[int]:
        """The numbers of the words that lie, wholly or partly, in any of the spans."""
        return frozenset(
            number
            for span in spans
            for number in range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))
        )

"""Finds the nearest source of a cue, and the nearest cue of a content that names none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from math import inf

from indexer.document import Document
from indexer.english import ENDINGS, GRAMMAR
from indexer.extract.link.draft import Draft
from indexer.model import Label, Role, Span

MOST_WEIGHED = 20
"""Units that are weighed for one content on each side of it; on PolNeAR's training articles never more than 3 are."""


class Sources:
    """The sources of one sentence, to be asked which of them is nearest to a cue.

    Args:
        sentence: the labels of the sentence.
    """

    def __init__(self, sentence: Iterable[Label]) -> None:
        labels = list(sentence)
        self._sources = [label for label in labels if label.role is Role.SOURCE]
        self._by_start = sorted((source.span.start, number) for number, source in enumerate(self._sources))
        self._by_end = sorted((source.span.end, number) for number, source in enumerate(self._sources))
        cues = [label.span for label in labels if label.role is Role.CUE]
        self._cue_starts = sorted(cue.start for cue in cues)
        self._cue_ends = sorted(cue.end for cue in cues)

    def of(self, cue: Span) -> Label | None:
        """The nearest source of a cue, one behind another cue last; of a passive cue none."""
        if not self._sources or _is_passive(cue.text):
            return None
        return self._sources[min(self._candidates(cue), key=lambda number: (self._distance(number, cue), number))]

    def _candidates(self, cue: Span) -> Iterator[int]:
        """The last source before a cue and the first behind it; all of them where one overlaps it."""
        ended, begun = bisect_right(self._by_end, (cue.start, inf)), bisect_left(self._by_start, (cue.end,))
        if begun > ended:
            yield from range(len(self._sources))
        if ended:
            yield self._by_end[bisect_left(self._by_end, self._by_end[ended - 1][:1])][1]
        if begun < len(self._by_start):
            yield self._by_start[begun][1]

    def _distance(self, number: int, cue: Span) -> float:
        source = self._sources[number].span
        left, right = sorted((source, cue))
        between = bisect_right(self._cue_ends, right.start) - bisect_left(self._cue_starts, left.end)
        return _gap(source, cue) + 0.5 * (source.start > cue.start) + 1_000 * max(0, between)


def _is_passive(cue: str) -> bool:
    parts = cue.lower().split()
    return len(parts) > 1 and not parts[-1].endswith(ENDINGS.gerunds) and any(part in GRAMMAR.be for part in parts[:-1])


class Nearest:
    """The drafts of one paragraph, to be asked which of them stands nearest to a content.

    Args:
        document: the article that they stand in.
        drafts: each with a cue.
    """

    def __init__(self, document: Document, drafts: Sequence[Draft]) -> None:
        self._document = document
        self._drafts = drafts
        self._cues = [draft.cue.span for draft in drafts if draft.cue is not None]
        places = [self._place(number) for number in range(len(drafts))]
        self._by_start = sorted((start, end, number) for number, (start, end) in enumerate(places))
        self._by_end = sorted((end, start, number) for number, (start, end) in enumerate(places))
        self._reached = list(accumulate((end for _, end, _ in self._by_start), max))

    def to(self, content: Span) -> Draft | None:
        """The draft whose cue and source stand nearest; before a full stop rather than across it."""
        near = {*self._around(content), *self._before(content), *self._behind(content)}
        best = min(((self._distance(content, number), number) for number in near), default=None)
        return None if best is None else self._drafts[best[1]]

    def _around(self, content: Span) -> Iterator[int]:
        """The drafts that share a character with a content, or have it between their cue and their source."""
        last = bisect_left(self._by_start, (content.end,)) - 1
        for place in range(last, max(-1, last - MOST_WEIGHED), -1):
            if self._reached[place] <= content.start:
                return
            yield self._by_start[place][2]

    def _before(self, content: Span) -> Iterator[int]:
        """The drafts before a content, without those that end before another begins, which is nearer."""
        last, nearest = bisect_right(self._by_end, (content.start, inf)) - 1, -1
        for place in range(last, max(-1, last - MOST_WEIGHED), -1):
            end, start, number = self._by_end[place]
            if end <= nearest:
                return
            nearest = max(nearest, start)
            yield number

    def _behind(self, content: Span) -> Iterator[int]:
        """The drafts behind a content, without those that begin behind another's end, which is nearer."""
        first, nearest = bisect_left(self._by_start, (content.end,)), len(self._document.text)
        for start, end, number in islice(self._by_start, first, first + MOST_WEIGHED):
            if start >= nearest:
                return
            nearest = min(nearest, end)
            yield number

    def _place(self, number: int) -> tuple[int, int]:
        """From the first to the last character of a cue and its source."""
        source = self._drafts[number].source
        spans = [self._cues[number]] if source is None else [self._cues[number], source.span]
        return min(span.start for span in spans), max(span.end for span in spans)

    def _distance(self, content: Span, number: int) -> float:
        cue, source = self._cues[number], self._drafts[number].source
        gap = _gap(content, cue) if source is None else min(_gap(content, cue), _gap(content, source.span))
        return gap + _across(self._document, content, cue)


def _across(document: Document, content: Span, cue: Span) -> float:
    """The cost of crossing ends of sentences; it is lower from a cue to a content after it than to one before it."""
    left, right = sorted((content, cue))
    passed = document.sentences_ended(left.end, right.start)
    passed += left is content and document.text[left.end - 2 : left.end - 1] == "."
    return passed * (50.0 if left is cue else 100.0)


def _gap(a: Span, b: Span) -> int:
    return max(0, max(a.start, b.start) - min(a.end, b.end))

"""What stands nearest: the source of a cue, and the cue of a content that names none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import inf

from indexer.english import GRAMMAR
from indexer.extract.link.unit import Unit
from indexer.model import Label, Role, Span


def source_of(cue: Label, sentence: Sequence[Label]) -> Label | None:
    """The nearest source in the sentence of a cue; one behind other cues is theirs."""
    if _is_passive(cue.span.text):
        return None
    sources = [label for label in sentence if label.role is Role.SOURCE]
    cues = [label.span for label in sentence if label.role is Role.CUE]
    gaps = (
        (_gap(source.span, cue.span) + 0.5 * (source.span.start > cue.span.start), n)
        for n, source in enumerate(sources)
    )
    best = (inf, 0)
    for gap, number in sorted(gaps):
        if gap > best[0]:
            break
        left, right = sorted((sources[number].span, cue.span))
        between = sum(1 for other in cues if left.end <= other.start and other.end <= right.start)
        best = min(best, (gap + 1_000 * between, number))
    return sources[best[1]] if sources else None


def _is_passive(cue: str) -> bool:
    parts = cue.lower().split()
    return len(parts) > 1 and not parts[-1].endswith("ing") and any(part in GRAMMAR.be for part in parts[:-1])


class Nearest:
    """The units of one paragraph, to be asked which of them stands nearest to a content.

    Args:
        ends: where the sentences of the paragraph end.
    """

    def __init__(self, text: str, ends: Sequence[int], units: Sequence[Unit]) -> None:
        self._text = text
        self._ends = ends
        self._units = units
        self._cues = [unit.cue.span for unit in units if unit.cue is not None]
        self._order = sorted((cue.start, number) for number, cue in enumerate(self._cues))
        self._widest = max((self._width(number) for number in range(len(units))), default=0)

    def to(self, content: Span) -> Unit | None:
        """The unit whose cue and source stand nearest; before a full stop rather than across it."""
        best: tuple[float, int] = (inf, 0)
        here = bisect_left(self._order, (content.start,))
        for start, number in reversed(self._order[:here]):
            if content.start - start - self._widest > best[0]:
                break
            best = min(best, (self._distance(content, number), number))
        for start, number in self._order[here:]:
            if start - self._widest - content.end > best[0]:
                break
            best = min(best, (self._distance(content, number), number))
        return self._units[best[1]] if self._units else None

    def _width(self, number: int) -> int:
        """From the first to the last character of a cue and its source."""
        source = self._units[number].source
        spans = [self._cues[number]] if source is None else [self._cues[number], source.span]
        return max(span.end for span in spans) - min(span.start for span in spans)

    def _distance(self, content: Span, number: int) -> float:
        cue, source = self._cues[number], self._units[number].source
        gap = _gap(content, cue) if source is None else min(_gap(content, cue), _gap(content, source.span))
        return gap + _across(self._text, self._ends, content, cue)


def _across(text: str, ends: Sequence[int], content: Span, cue: Span) -> float:
    """What reaching over the ends of sentences costs: a cue sooner speaks for what follows than for what precedes."""
    left, right = sorted((content, cue))
    passed = max(0, bisect_right(ends, right.start) - bisect_left(ends, left.end))
    passed += left is content and text[left.end - 2 : left.end - 1] == "."
    return passed * (50.0 if left is cue else 100.0)


def _gap(a: Span, b: Span) -> int:
    return max(0, max(a.start, b.start) - min(a.end, b.end))

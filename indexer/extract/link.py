"""Joins labels into attributions: each content to its cue, each cue to its source.

Everything here knows only labels, marks and the layout, not who found the labels: a label that names its cue belongs to
it; any other content belongs to the cue that stands nearest in its paragraph, a cue to the source nearest to it. What
has no cue of its own continues what stands before it, or stays without a source.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import inf

from indexer.extract.headings import is_heading
from indexer.extract.marks import Marked
from indexer.extract.stance import stance
from indexer.layout import Paragraph
from indexer.model import Article, Attribution, Kind, Label, Role, Span
from indexer.text import words
from indexer.words import entries

SHORTEST_ORPHAN = 4
"""Words of the shortest passage that is kept without a cue: shorter ones are nicknames, titles and scare quotes."""


@dataclass(slots=True)
class _Unit:
    """One attribution in the making: what is said of its cue so far."""

    paragraph: int
    cue: Label | None
    source: Label | None
    contents: list[Label] = field(default_factory=list)


class _Scene:
    """The article and its marks, as they are asked for: by place, without going through all of them."""

    def __init__(self, text: str, paragraphs: Sequence[Paragraph], marks: Sequence[Marked]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.starts = [paragraph.start for paragraph in paragraphs]
        self._marks = marks
        self._mark_starts = [mark.start for mark in marks]
        self._left_open = {mark.end for mark in marks if mark.continues}

    def paragraph_of(self, span: Span) -> int:
        """The number of the paragraph that a span begins in."""
        return bisect_right(self.starts, span.start) - 1

    def within(self, span: Span) -> list[Marked]:
        """The passages that a span holds whole, in order."""
        first, last = bisect_left(self._mark_starts, span.start), bisect_left(self._mark_starts, span.end)
        return [mark for mark in self._marks[first:last] if mark.end <= span.end]

    def continues(self, end: int) -> bool:
        """Whether a passage that ends here goes on in the next paragraph."""
        return end in self._left_open


def link(
    article: Article, paragraphs: Sequence[Paragraph], marks: Sequence[Marked], labels: Sequence[Label]
) -> tuple[Attribution, ...]:
    """The attributions of an article, in order of where their content begins.

    Args:
        article: the article that the labels point into.
        paragraphs: its layout.
        marks: its passages between marks.
        labels: the sources, cues and contents that a tagger found.
    """
    outer = [mark for mark in marks if mark.depth == 0]
    scene = _Scene(article.text, paragraphs, marks)
    tied, loose = _tied(scene, labels)
    plain, nested = _by_passage(loose, outer)
    units = _units(scene, plain, tied)
    for group in nested:
        units.extend(unit for unit in _units(scene, group, ()) if unit.cue is not None)
    attributions = [_attribution(scene, unit) for unit in units if unit.contents]
    return tuple(sorted(attributions, key=lambda a: (a.content[0].start, -a.content[-1].end)))


def _tied(scene: _Scene, labels: Sequence[Label]) -> tuple[list[_Unit], list[Label]]:
    """The units of cues that other labels name, in order, and the labels that have no part in them."""
    parts: dict[Span, list[Label]] = {}
    for label in labels:
        if label.cue is not None:
            parts.setdefault(label.cue, []).append(label)
    units: list[_Unit] = []
    loose: list[Label] = []
    for label in labels:
        if label.role is Role.CUE and label.span in parts:
            mine, far = _tied_units(scene, label, sorted(parts[label.span], key=lambda part: part.span))
            units += mine
            loose += far
        elif label.cue is None:
            loose.append(label)
    return sorted(units, key=lambda unit: unit.paragraph), loose


def _tied_units(scene: _Scene, cue: Label, parts: Sequence[Label]) -> tuple[list[_Unit], list[Label]]:
    """The units of one cue, and its contents that stand too far off to be its own.

    A quote goes on in the next paragraph where it was left open; else what stands there is another of the same source.
    """
    source = next((part for part in parts if part.role is Role.SOURCE), None)
    units = [_Unit(scene.paragraph_of(cue.span), cue, source)]
    far: list[Label] = []
    for content in (part for part in parts if part.role is Role.CONTENT):
        unit, index = units[-1], scene.paragraph_of(content.span)
        if abs(index - unit.paragraph) > 1:
            far.append(content)
            continue
        if unit.contents and index != unit.paragraph and not scene.continues(unit.contents[-1].span.end):
            unit = _Unit(index, cue, source)
            units.append(unit)
        unit.paragraph = index
        unit.contents.append(content)
    return units, far


def _by_passage(labels: Iterable[Label], outer: Sequence[Marked]) -> tuple[list[Label], list[list[Label]]]:
    """The labels of the article's own sentences, and those of each passage between marks."""
    starts = [mark.start for mark in outer]
    plain: list[Label] = []
    nested: dict[int, list[Label]] = {}
    for label in labels:
        index = bisect_right(starts, label.span.start) - 1
        if index >= 0 and outer[index].start < label.span.start and label.span.end < outer[index].end:
            nested.setdefault(index, []).append(label)
        else:
            plain.append(label)
    return plain, [nested[index] for index in sorted(nested)]


def _units(scene: _Scene, labels: Sequence[Label], tied: Sequence[_Unit]) -> list[_Unit]:
    """The units of labels that name no cue, among those that are tied already, paragraph by paragraph."""
    by_paragraph: dict[int, list[Label]] = {}
    for label in labels:
        by_paragraph.setdefault(scene.paragraph_of(label.span), []).append(label)
    waiting = list(reversed(tied))
    units: list[_Unit] = []
    for index in sorted(by_paragraph):
        while waiting and waiting[-1].paragraph <= index:
            units.append(waiting.pop())
        if index >= 0:
            new = _paragraph_units(scene, index, by_paragraph[index], units)
            _take_opening(scene, units, new)
            units.extend(new)
    return units + waiting[::-1]


def _take_opening(scene: _Scene, earlier: list[_Unit], new: Sequence[_Unit]) -> None:
    """Give what opened without a cue in the paragraph before, its mark left open, to the cue that it goes on to."""
    opening = earlier[-1] if earlier else None
    if opening is None or opening.cue is not None or opening.source is not None or not opening.contents:
        return
    following = next((unit for unit in new if unit.contents and unit.paragraph == opening.paragraph + 1), None)
    if following is None or not scene.continues(opening.contents[-1].span.end):
        return
    if following.contents[0].span.start == scene.paragraphs[following.paragraph].start:
        following.contents[:0] = opening.contents
        earlier.pop()


def _paragraph_units(scene: _Scene, index: int, labels: Sequence[Label], earlier: Sequence[_Unit]) -> list[_Unit]:
    sentences = scene.paragraphs[index].sentences
    starts, ends = [sentence.start for sentence in sentences], [sentence.end for sentence in sentences]
    by_sentence: dict[int, list[Label]] = {}
    for label in labels:
        by_sentence.setdefault(bisect_right(starts, label.span.start), []).append(label)
    units = [
        _Unit(index, label, _source_of(label, by_sentence[bisect_right(starts, label.span.start)]))
        for label in labels
        if label.role is Role.CUE
    ]
    claimed = {id(unit.source) for unit in units}
    orphans: list[Label] = []
    nearest = _Nearest(scene.text, ends, units)
    for content in (label for label in labels if label.role is Role.CONTENT):
        unit = nearest.to(content.span)
        if unit is None:
            orphans.append(content)
        else:
            unit.contents.append(content)
    loose = [label for label in labels if label.role is Role.SOURCE and id(label) not in claimed]
    new: list[_Unit] = []
    for content in orphans:
        _place_orphan(scene, index, content, loose, earlier, new)
    return units + new


def _source_of(cue: Label, sentence: Sequence[Label]) -> Label | None:
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
    return (
        len(parts) > 1 and not parts[-1].endswith("ing") and any(part in entries("forms_of_be") for part in parts[:-1])
    )


class _Nearest:
    """The units of one paragraph, to be asked which of them stands nearest to a content.

    Args:
        ends: where the sentences of the paragraph end.
    """

    def __init__(self, text: str, ends: Sequence[int], units: Sequence[_Unit]) -> None:
        self._text = text
        self._ends = ends
        self._units = units
        self._cues = [unit.cue.span for unit in units if unit.cue is not None]
        self._order = sorted((cue.start, number) for number, cue in enumerate(self._cues))
        self._widest = max((self._width(number) for number in range(len(units))), default=0)

    def to(self, content: Span) -> _Unit | None:
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


def _place_orphan(
    scene: _Scene,
    index: int,
    content: Label,
    loose_sources: Sequence[Label],
    earlier: Sequence[_Unit],
    new: list[_Unit],
) -> None:
    """A content without a cue in its paragraph: continue what came before, or let it stand alone."""
    if is_heading(scene.paragraphs[index], content.span):
        return
    previous = next((unit for unit in reversed(earlier) if unit.paragraph < index), None)
    if new and new[-1].contents and not loose_sources:
        new[-1].contents.append(content)
        return
    if previous is not None and previous.paragraph >= index - 1:
        if previous.contents and scene.continues(previous.contents[-1].span.end):
            previous.contents.append(content)
            previous.paragraph = index
            return
        if previous.cue is not None and not previous.contents:
            previous.contents.append(content)
            previous.paragraph = index
            return
        if not loose_sources and previous.contents and any(scene.within(label.span) for label in previous.contents):
            new.append(_Unit(index, previous.cue, previous.source, [content]))
            return
    after = [source for source in loose_sources if source.span.start >= content.span.end]
    before = [source for source in loose_sources if source.span.end <= content.span.start]
    if after or before:
        new.append(_Unit(index, None, after[0] if after else before[-1], [content]))
    elif len(words(content.span.text)) >= SHORTEST_ORPHAN:
        new.append(_Unit(index, None, None, [content]))


def _attribution(scene: _Scene, unit: _Unit) -> Attribution:
    contents = tuple(sorted(label.span for label in unit.contents))
    outermost = _outermost(mark for span in contents for mark in scene.within(span))
    quoted = tuple(Span.of(scene.text, m.inner_start, m.inner_end) for m in outermost)
    sure = all(mark.sure for mark in outermost)
    source = () if unit.source is None else (unit.source.span,)
    cue = () if unit.cue is None else (unit.cue.span,)
    score = min(label.score for label in unit.contents) * (1.0 if sure else 0.7)
    kind = _kind(scene.text, contents, outermost)
    return Attribution(contents, source, cue, kind, stance(cue, source, contents), quoted, round(score, 3))


def _outermost(passages: Iterable[Marked]) -> list[Marked]:
    """Those that no other of them holds, in order."""
    found: list[Marked] = []
    for passage in sorted(passages, key=lambda mark: (mark.start, -mark.end)):
        if not found or passage.end > found[-1].end:
            found.append(passage)
    return found


def _kind(text: str, contents: Sequence[Span], passages: Sequence[Marked]) -> Kind:
    if not passages:
        return Kind.INDIRECT
    for span in contents:
        position = span.start
        for mark in passages:
            if span.start <= mark.start and mark.end <= span.end:
                if words(text[position : mark.start]):
                    return Kind.MIXED
                position = mark.end
        if words(text[position : span.end]):
            return Kind.MIXED
    return Kind.DIRECT

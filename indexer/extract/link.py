"""Joins labels into attributions: each content to its cue, each cue to its source.

Everything here knows only labels, marks and the layout, not who found the labels: a content belongs to the cue
that stands nearest in its paragraph, a cue to the source nearest to it. What has no cue of its own continues what
stands before it, or stays without a source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from indexer.extract.marks import Marked
from indexer.extract.stance import stance
from indexer.layout import Paragraph
from indexer.model import Article, Attribution, Kind, Label, Role, Span
from indexer.text import words

SHORTEST_ORPHAN = 4
"""Words of the shortest passage that is kept without a cue: shorter ones are nicknames, titles and scare quotes."""


@dataclass(slots=True)
class _Unit:
    """One attribution in the making: what is said of its cue so far."""

    paragraph: int
    cue: Label | None
    source: Label | None
    contents: list[Label] = field(default_factory=list)


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
    plain, nested = _by_passage(labels, outer)
    units = _units(article, paragraphs, marks, plain)
    for group in nested:
        units.extend(unit for unit in _units(article, paragraphs, marks, group) if unit.cue is not None)
    attributions = [_attribution(article, marks, unit) for unit in units if unit.contents]
    return tuple(sorted(attributions, key=lambda a: (a.content[0].start, -a.content[-1].end)))


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


def _units(
    article: Article, paragraphs: Sequence[Paragraph], marks: Sequence[Marked], labels: Sequence[Label]
) -> list[_Unit]:
    starts = [paragraph.start for paragraph in paragraphs]
    by_paragraph: dict[int, list[Label]] = {}
    for label in labels:
        by_paragraph.setdefault(bisect_right(starts, label.span.start) - 1, []).append(label)
    units: list[_Unit] = []
    for index, paragraph in enumerate(paragraphs):
        here = by_paragraph.get(index, [])
        if here:
            units.extend(_paragraph_units(article, paragraph, marks, index, here, units))
    return units


def _paragraph_units(
    article: Article,
    paragraph: Paragraph,
    marks: Sequence[Marked],
    index: int,
    labels: Sequence[Label],
    earlier: Sequence[_Unit],
) -> list[_Unit]:
    sources = [label for label in labels if label.role is Role.SOURCE]
    units = [
        _Unit(index, label, _source_of(article.text, paragraph, label, sources, labels))
        for label in labels
        if label.role is Role.CUE
    ]
    claimed = {id(unit.source) for unit in units}
    orphans: list[Label] = []
    for content in (label for label in labels if label.role is Role.CONTENT):
        unit = _nearest(article.text, paragraph, content, units)
        if unit is None:
            orphans.append(content)
        else:
            unit.contents.append(content)
    new: list[_Unit] = []
    for content in orphans:
        _place_orphan(article, marks, index, content, [s for s in sources if id(s) not in claimed], earlier, new)
    return units + new


def _source_of(
    text: str, paragraph: Paragraph, cue: Label, sources: Sequence[Label], labels: Sequence[Label]
) -> Label | None:
    if _is_passive(cue.span.text):
        return None
    best: tuple[float, Label] | None = None
    for source in sources:
        if _sentence(paragraph, source.span.start) != _sentence(paragraph, cue.span.start):
            continue
        distance = 0.0
        left, right = sorted((source.span, cue.span))
        distance += max(0, right.start - left.end)
        cues_between = sum(
            1
            for label in labels
            if label.role is Role.CUE and left.end <= label.span.start and label.span.end <= right.start
        )
        distance += 1_000 * cues_between
        if source.span.start > cue.span.start:
            distance += 0.5
        if best is None or distance < best[0]:
            best = (distance, source)
    return best[1] if best is not None else None


_BE = frozenset({"was", "were", "been", "being", "is", "are"})


def _is_passive(cue: str) -> bool:
    parts = cue.lower().split()
    return len(parts) > 1 and not parts[-1].endswith("ing") and any(part in _BE for part in parts[:-1])


def _sentence(paragraph: Paragraph, position: int) -> int:
    return bisect_right([sentence.start for sentence in paragraph.sentences], position)


def _nearest(text: str, paragraph: Paragraph, content: Label, units: Sequence[_Unit]) -> _Unit | None:
    """The unit whose cue and source stand nearest to a content; before a full stop rather than across it."""
    best: tuple[float, _Unit] | None = None
    for unit in units:
        assert unit.cue is not None
        hull = [unit.cue.span] if unit.source is None else [unit.cue.span, unit.source.span]
        gap = min(_gap(content.span, span) for span in hull)
        distance = gap + _across(text, paragraph, content.span, unit.cue.span)
        if best is None or distance < best[0]:
            best = (distance, unit)
    return best[1] if best is not None else None


def _across(text: str, paragraph: Paragraph, content: Span, cue: Span) -> float:
    """What reaching over the ends of sentences costs: a cue sooner speaks for what follows than for what precedes."""
    left, right = sorted((content, cue))
    ends = sum(1 for sentence in paragraph.sentences if left.end <= sentence.end <= right.start)
    ends += left is content and text[left.end - 2 : left.end - 1] == "."
    return ends * (50.0 if left is cue else 100.0)


def _gap(a: Span, b: Span) -> int:
    return max(0, max(a.start, b.start) - min(a.end, b.end))


def _place_orphan(
    article: Article,
    marks: Sequence[Marked],
    index: int,
    content: Label,
    loose_sources: Sequence[Label],
    earlier: Sequence[_Unit],
    new: list[_Unit],
) -> None:
    """A content without a cue in its paragraph: continue what came before, or let it stand alone."""
    previous = next((unit for unit in reversed(earlier) if unit.paragraph < index), None)
    if new and new[-1].contents and not loose_sources:
        new[-1].contents.append(content)
        return
    if previous is not None and previous.paragraph >= index - 1:
        if previous.contents and _continues(marks, previous.contents[-1].span.end):
            previous.contents.append(content)
            previous.paragraph = index
            return
        if previous.cue is not None and not previous.contents:
            previous.contents.append(content)
            previous.paragraph = index
            return
        if not loose_sources and previous.contents and _holds_passage(marks, previous.contents):
            new.append(_Unit(index, previous.cue, previous.source, [content]))
            return
    after = [source for source in loose_sources if source.span.start >= content.span.end]
    if after:
        new.append(_Unit(index, None, after[0], [content]))
    elif len(words(content.span.text)) >= SHORTEST_ORPHAN:
        new.append(_Unit(index, None, None, [content]))


def _continues(marks: Sequence[Marked], end: int) -> bool:
    return any(mark.end == end and mark.continues for mark in marks)


def _holds_passage(marks: Sequence[Marked], contents: Sequence[Label]) -> bool:
    return any(label.span.start <= mark.start and mark.end <= label.span.end for label in contents for mark in marks)


def _attribution(article: Article, marks: Sequence[Marked], unit: _Unit) -> Attribution:
    contents = tuple(sorted(label.span for label in unit.contents))
    inside = [mark for mark in marks for span in contents if span.start <= mark.start and mark.end <= span.end]
    outermost = [m for m in inside if not any(o is not m and o.start <= m.start and m.end <= o.end for o in inside)]
    quoted = tuple(Span.of(article.text, m.inner_start, m.inner_end) for m in outermost)
    sure = all(mark.sure for mark in outermost)
    source = () if unit.source is None else (unit.source.span,)
    cue = () if unit.cue is None else (unit.cue.span,)
    score = min(label.score for label in unit.contents) * (1.0 if sure else 0.7)
    kind = _kind(article.text, contents, outermost)
    return Attribution(contents, source, cue, kind, stance(cue, source, contents), quoted, round(score, 3))


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

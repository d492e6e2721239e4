"""Joins labels into attributions: each content to its cue, each cue to its source.

Everything here knows only labels, marks and the layout, not who found the labels: a label that names its cue belongs to
it; any other content belongs to the cue that stands nearest in its paragraph, a cue to the source nearest to it. What
has no cue of its own continues what stands before it, or stays without a source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from indexer.extract.link.attributions import attribution
from indexer.extract.link.nearest import Nearest, source_of
from indexer.extract.link.orphans import place
from indexer.extract.link.scene import Scene, Unit
from indexer.extract.marks import Marked
from indexer.layout import Paragraph
from indexer.model import Article, Attribution, Label, Role, Span


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
    scene = Scene(article.text, paragraphs, marks)
    tied, loose = _tied(scene, labels)
    plain, nested = _by_passage(loose, outer)
    units = _units(scene, plain, tied)
    for group in nested:
        units.extend(unit for unit in _units(scene, group, ()) if unit.cue is not None)
    attributions = [attribution(scene, unit) for unit in units if unit.contents]
    return tuple(sorted(attributions, key=lambda a: (a.content[0].start, -a.content[-1].end)))


def _tied(scene: Scene, labels: Sequence[Label]) -> tuple[list[Unit], list[Label]]:
    """The units of cues that other labels name, in order, and the labels that have no part in them."""
    parts: dict[Span, list[Label]] = {}
    for label in labels:
        if label.cue is not None:
            parts.setdefault(label.cue, []).append(label)
    units: list[Unit] = []
    loose: list[Label] = []
    for label in labels:
        if label.role is Role.CUE and label.span in parts:
            mine, far = _tied_units(scene, label, sorted(parts[label.span], key=lambda part: part.span))
            units += mine
            loose += far
        elif label.cue is None:
            loose.append(label)
    return sorted(units, key=lambda unit: unit.paragraph), loose


def _tied_units(scene: Scene, cue: Label, parts: Sequence[Label]) -> tuple[list[Unit], list[Label]]:
    """The units of one cue, and its contents that stand too far off to be its own.

    A quote goes on in the next paragraph where it was left open; else what stands there is another of the same source.
    """
    source = next((part for part in parts if part.role is Role.SOURCE), None)
    units = [Unit(scene.paragraph_of(cue.span), cue, source)]
    far: list[Label] = []
    for content in (part for part in parts if part.role is Role.CONTENT):
        unit, index = units[-1], scene.paragraph_of(content.span)
        if abs(index - unit.paragraph) > 1:
            far.append(content)
            continue
        if unit.contents and index != unit.paragraph and not scene.continues(unit.contents[-1].span.end):
            unit = Unit(index, cue, source)
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


def _units(scene: Scene, labels: Sequence[Label], tied: Sequence[Unit]) -> list[Unit]:
    """The units of labels that name no cue, among those that are tied already, paragraph by paragraph."""
    by_paragraph: dict[int, list[Label]] = {}
    for label in labels:
        by_paragraph.setdefault(scene.paragraph_of(label.span), []).append(label)
    waiting = list(reversed(tied))
    units: list[Unit] = []
    for index in sorted(by_paragraph):
        while waiting and waiting[-1].paragraph <= index:
            units.append(waiting.pop())
        if index >= 0:
            new = _paragraph_units(scene, index, by_paragraph[index], units)
            _take_opening(scene, units, new)
            units.extend(new)
    return units + waiting[::-1]


def _take_opening(scene: Scene, earlier: list[Unit], new: Sequence[Unit]) -> None:
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


def _paragraph_units(scene: Scene, index: int, labels: Sequence[Label], earlier: Sequence[Unit]) -> list[Unit]:
    sentences = scene.paragraphs[index].sentences
    starts, ends = [sentence.start for sentence in sentences], [sentence.end for sentence in sentences]
    by_sentence: dict[int, list[Label]] = {}
    for label in labels:
        by_sentence.setdefault(bisect_right(starts, label.span.start), []).append(label)
    units = [
        Unit(index, label, source_of(label, by_sentence[bisect_right(starts, label.span.start)]))
        for label in labels
        if label.role is Role.CUE
    ]
    claimed = {id(unit.source) for unit in units}
    orphans: list[Label] = []
    nearest = Nearest(scene.text, ends, units)
    for content in (label for label in labels if label.role is Role.CONTENT):
        unit = nearest.to(content.span)
        if unit is None:
            orphans.append(content)
        else:
            unit.contents.append(content)
    loose = [label for label in labels if label.role is Role.SOURCE and id(label) not in claimed]
    new: list[Unit] = []
    for content in orphans:
        place(scene, index, content, loose, earlier, new)
    return units + new

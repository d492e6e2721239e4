"""Joins labels into attributions: each content to its cue, each cue to its source.

Everything here knows only labels, marks and the layout, not who found the labels: a label that names its cue belongs to
it; any other content belongs to the cue that stands nearest in its paragraph, a cue to the source nearest to it. What
has no cue of its own continues what stands before it, or stays without a source.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indexer.document import Document
from indexer.extract.link.nearest import Nearest, Sources
from indexer.extract.link.orphans import place
from indexer.extract.link.unit import Unit
from indexer.model import Attribution, Label, Role, Span


def link(document: Document, labels: Sequence[Label]) -> tuple[Attribution, ...]:
    """The attributions of an article, in order of where their content begins.

    Args:
        document: the article that the labels point into.
        labels: the sources, cues and contents that a tagger found.
    """
    tied, loose = _tied(document, labels)
    plain, nested = _by_passage(document, loose)
    units = _units(document, plain, tied)
    for group in nested:
        units.extend(unit for unit in _units(document, group, ()) if unit.cue is not None)
    attributions = [unit.attribution(document) for unit in units if unit.contents]
    return tuple(sorted(attributions, key=lambda a: (a.content[0].start, -a.content[-1].end)))


def _tied(document: Document, labels: Sequence[Label]) -> tuple[list[Unit], list[Label]]:
    """The units of cues that other labels name, in order, and the labels that have no part in them."""
    parts: dict[Span, list[Label]] = {}
    for label in labels:
        if label.cue is not None:
            parts.setdefault(label.cue, []).append(label)
    units: list[Unit] = []
    loose: list[Label] = []
    for label in labels:
        if label.role is Role.CUE and label.span in parts:
            mine, far = _tied_units(document, label, sorted(parts[label.span], key=lambda part: part.span))
            units += mine
            loose += far
        elif label.cue is None:
            loose.append(label)
    return sorted(units, key=lambda unit: unit.paragraph), loose


def _tied_units(document: Document, cue: Label, parts: Sequence[Label]) -> tuple[list[Unit], list[Label]]:
    """The units of one cue, and its contents that stand too far off to be its own.

    A quote goes on in the next paragraph where it was left open; else what stands there is another of the same source.
    """
    source = next((part for part in parts if part.role is Role.SOURCE), None)
    units = [Unit(document.paragraph_at(cue.span.start), cue, source)]
    far: list[Label] = []
    for content in (part for part in parts if part.role is Role.CONTENT):
        unit, index = units[-1], document.paragraph_at(content.span.start)
        if abs(index - unit.paragraph) > 1:
            far.append(content)
            continue
        if unit.contents and index != unit.paragraph and not document.continues(unit.contents[-1].span.end):
            unit = Unit(index, cue, source)
            units.append(unit)
        unit.paragraph = index
        unit.contents.append(content)
    return units, far


def _by_passage(document: Document, labels: Iterable[Label]) -> tuple[list[Label], list[list[Label]]]:
    """The labels of the article's own sentences, and those of each passage between marks."""
    plain: list[Label] = []
    nested: dict[int, list[Label]] = {}
    for label in labels:
        passage = next(iter(document.outer_touching(label.span)), None)
        if passage is not None and passage.start < label.span.start and label.span.end < passage.end:
            nested.setdefault(passage.start, []).append(label)
        else:
            plain.append(label)
    return plain, [nested[start] for start in sorted(nested)]


def _units(document: Document, labels: Sequence[Label], tied: Sequence[Unit]) -> list[Unit]:
    """The units of labels that name no cue, among those that are tied already, paragraph by paragraph."""
    by_paragraph: dict[int, list[Label]] = {}
    for label in labels:
        by_paragraph.setdefault(document.paragraph_at(label.span.start), []).append(label)
    waiting = list(reversed(tied))
    units: list[Unit] = []
    for index in sorted(by_paragraph):
        while waiting and waiting[-1].paragraph <= index:
            units.append(waiting.pop())
        if index >= 0:
            new = _paragraph_units(document, index, by_paragraph[index], units)
            _take_opening(document, units, new)
            units.extend(new)
    return units + waiting[::-1]


def _take_opening(document: Document, earlier: list[Unit], new: Sequence[Unit]) -> None:
    """Give what opened without a cue in the paragraph before, its mark left open, to the cue that it goes on to."""
    opening = earlier[-1] if earlier else None
    if opening is None or opening.cue is not None or opening.source is not None or not opening.contents:
        return
    following = next((unit for unit in new if unit.contents and unit.paragraph == opening.paragraph + 1), None)
    if following is None or not document.continues(opening.contents[-1].span.end):
        return
    if following.contents[0].span.start == document.paragraphs[following.paragraph].start:
        opening.contents += following.contents
        following.contents = opening.contents
        earlier.pop()


def _paragraph_units(document: Document, index: int, labels: Sequence[Label], earlier: Sequence[Unit]) -> list[Unit]:
    by_sentence: dict[int, list[Label]] = {}
    for label in labels:
        by_sentence.setdefault(document.sentence_at(label.span.start), []).append(label)
    sources = {number: Sources(sentence) for number, sentence in by_sentence.items()}
    units = [
        Unit(index, label, sources[document.sentence_at(label.span.start)].of(label.span))
        for label in labels
        if label.role is Role.CUE
    ]
    claimed = {id(unit.source) for unit in units}
    orphans: list[Label] = []
    nearest = Nearest(document, units)
    for content in (label for label in labels if label.role is Role.CONTENT):
        unit = nearest.to(content.span)
        if unit is None:
            orphans.append(content)
        else:
            unit.contents.append(content)
    loose = [label for label in labels if label.role is Role.SOURCE and id(label) not in claimed]
    new: list[Unit] = []
    for content in orphans:
        place(document, index, content, loose, earlier, new)
    return units + new

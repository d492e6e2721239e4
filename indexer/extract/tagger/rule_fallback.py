"""Labels from rules for quoted passages without a source, as in damaged and unusual wording.

The model comes first. Where it finds no source for a passage between quotation marks, the labels of the rules are
taken, if they name a source and do not touch a content that already has one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from indexer.document import Document, Passage, Stretches
from indexer.extract import rules
from indexer.extract.link import link
from indexer.extract.rules.titles import is_title
from indexer.extract.tagger.placed_labels import PlacedLabels
from indexer.model import Attribution, Label, Role, Span
from indexer.text import words

SHORTEST = 2
"""Words of the shortest passage that is given to the rules although the model sees no content: single words are mostly
scare quotes."""

SURE = 0.35
"""Cues and sources with a lower score do not count as found. Damaged text needs this; it loses two of the 1,593
attributions that are right on PolNeAR dev."""


def with_rule_labels(document: Document, labels: Iterable[Label]) -> set[Label]:
    """The labels, with those of the rules for passages without a source.

    Args:
        document: the article that the labels point into.
        labels: as the model found them.
    """
    text = document.text
    kept = set(labels)
    sure = {label.span for label in kept if label.role is Role.CUE and label.score >= SURE}
    named = {label.cue for label in kept if label.role is Role.SOURCE and label.cue in sure and label.score >= SURE}
    contents = [label for label in kept if label.role is Role.CONTENT]
    claimed = Stretches((each.span.start, each.span.end) for each in contents)
    known = Stretches(
        (each.span.start, each.span.end) for each in contents if each.cue is not None and each.cue in named
    )
    unknown = [
        mark
        for mark in document.outer
        if (len(words(text[mark.start : mark.end])) >= SHORTEST or claimed.touch(mark.start, mark.end))
        and not known.touch(mark.start, mark.end)
        and not is_title(text, mark)
    ]
    if not unknown:
        return kept
    placed = PlacedLabels(kept)
    asked_about = frozenset(unknown)
    near = document.part(_near(document, unknown))
    for one in link(near, rules.tag(near)):
        touched = (mark for span in one.content for mark in document.outer_touching(span))
        asked = [mark for mark in dict.fromkeys(touched) if mark in asked_about]
        if not asked or not one.source:
            continue
        if one.cue and not any(known.touch(span.start, span.end) for span in one.content):
            taken = set(_labels(one))
        else:
            cue = min((each.span for span in one.cue for each in placed.touching(Role.CUE, span)), default=None)
            taken = {Label(Span.of(text, mark.start, mark.end), Role.CONTENT, one.score, cue) for mark in asked}
            if not one.cue:
                taken |= {Label(span, Role.SOURCE, one.score) for span in one.source}
        placed.replace(taken)
    return placed.labels


def _near(document: Document, passages: Iterable[Passage]) -> Sequence[int]:
    """The paragraphs of the passages and their neighbours, which is as far as rules look for a source."""
    places = {document.paragraph_at(passage.start) for passage in passages}
    near = {place + step for place in places for step in (-1, 0, 1)}
    return sorted(near.intersection(range(len(document.paragraphs))))


def _labels(one: Attribution) -> Iterator[Label]:
    cue = one.cue[0]
    yield Label(cue, Role.CUE, one.score)
    for role, spans in ((Role.SOURCE, one.source), (Role.CONTENT, one.content)):
        for span in spans:
            yield Label(span, role, one.score, cue)

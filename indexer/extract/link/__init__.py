"""Joins labels into attributions: each content to its cue, each cue to its source.

Linking depends on labels and on the document only, not on the tagger. A label that names its cue belongs to it. Any
other content belongs to the nearest cue in its paragraph, and a cue to the nearest source. A content without a cue
continues the attribution before it, or has no source.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indexer.document import Document
from indexer.extract.link.draft import Draft
from indexer.extract.link.nearest import Nearest, Sources
from indexer.extract.link.without_cue import place_without_cue
from indexer.model import Attribution, Label, Role, Span


def link(document: Document, labels: Sequence[Label]) -> tuple[Attribution, ...]:
    """The attributions of an article, in order of where their content begins.

    Args:
        document: the article that the labels point into.
        labels: the sources, cues and contents that a tagger found.
    """
    tied, loose = _tied(document, labels)
    plain, nested = _by_passage(document, loose)
    drafts = _drafts(document, plain, tied)
    for group in nested:
        drafts.extend(draft for draft in _drafts(document, group, ()) if draft.cue is not None)
    attributions = [draft.attribution(document) for draft in drafts if draft.contents]
    return tuple(sorted(attributions, key=lambda a: (a.content[0].start, -a.content[-1].end)))


def _tied(document: Document, labels: Sequence[Label]) -> tuple[list[Draft], list[Label]]:
    """The drafts of cues that other labels name, in order, and the labels that have no part in them."""
    parts: dict[Span, list[Label]] = {}
    for label in labels:
        if label.cue is not None:
            parts.setdefault(label.cue, []).append(label)
    drafts: list[Draft] = []
    loose: list[Label] = []
    for label in labels:
        if label.role is Role.CUE and label.span in parts:
            mine, far = _tied_drafts(document, label, sorted(parts[label.span], key=lambda part: part.span))
            drafts += mine
            loose += far
        elif label.cue is None:
            loose.append(label)
    return sorted(drafts, key=lambda draft: draft.paragraph), loose


def _tied_drafts(document: Document, cue: Label, parts: Sequence[Label]) -> tuple[list[Draft], list[Label]]:
    """The drafts of one cue, and its contents that stand too far off to be its own.

    A quote goes on in the next paragraph where it was left open; else what stands there is another of the same source.
    """
    source = next((part for part in parts if part.role is Role.SOURCE), None)
    contents = [part for part in parts if part.role is Role.CONTENT]
    drafts = [Draft(_first_left_open(document, document.paragraph_at(cue.span.start), contents), cue, source)]
    far: list[Label] = []
    for content in contents:
        draft, index = drafts[-1], document.paragraph_at(content.span.start)
        goes_on = bool(draft.contents) and document.continues(draft.contents[-1].span.end)
        may_begin = index > draft.paragraph and draft.contents and document.continues(content.span.end)
        if abs(index - draft.paragraph) > 1 or (may_begin and not goes_on):
            far.append(content)  # left open, it may belong to a cue behind it
            continue
        if draft.contents and index != draft.paragraph and not document.continues(draft.contents[-1].span.end):
            draft = Draft(index, cue, source)
            drafts.append(draft)
        draft.paragraph = index
        draft.contents.append(content)
    return drafts, far


def _first_left_open(document: Document, paragraph: int, contents: Sequence[Label]) -> int:
    """The first of the paragraphs before a cue's in each of which a content is left open; the cue's own without any."""
    for content in reversed(contents):
        if document.paragraph_at(content.span.start) == paragraph - 1 and document.continues(content.span.end):
            paragraph -= 1
    return paragraph


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


def _drafts(document: Document, labels: Sequence[Label], tied: Sequence[Draft]) -> list[Draft]:
    """The drafts of labels that name no cue, among those that are tied already, paragraph by paragraph."""
    by_paragraph: dict[int, list[Label]] = {}
    for label in labels:
        by_paragraph.setdefault(document.paragraph_at(label.span.start), []).append(label)
    waiting = list(reversed(tied))
    drafts: list[Draft] = []
    for index in sorted(by_paragraph):
        while waiting and waiting[-1].paragraph <= index:
            _take_opening(document, drafts, waiting[-1:])
            drafts.append(waiting.pop())
        if index >= 0:
            new = _paragraph_drafts(document, index, by_paragraph[index], drafts)
            _take_opening(document, drafts, new)
            drafts.extend(new)
    for draft in reversed(waiting):
        _take_opening(document, drafts, (draft,))
        drafts.append(draft)
    return drafts


def _take_opening(document: Document, earlier: list[Draft], new: Sequence[Draft]) -> None:
    """Give what opened without a cue in the paragraph before, its mark left open, to the cue that it goes on to."""
    opening = earlier[-1] if earlier else None
    if opening is None or not opening.contents:
        return
    if not opening.inherited and (opening.cue is not None or opening.source is not None):
        return
    if not document.continues(opening.contents[-1].span.end) or opening.paragraph + 1 >= len(document.paragraphs):
        return
    begins = document.paragraphs[opening.paragraph + 1].start
    following = next((draft for draft in new if draft.contents and draft.contents[0].span.start == begins), None)
    if following is not None and not following.inherited:
        opening.contents += following.contents
        following.contents = opening.contents
        earlier.pop()


def _paragraph_drafts(document: Document, index: int, labels: Sequence[Label], earlier: Sequence[Draft]) -> list[Draft]:
    by_sentence: dict[int, list[Label]] = {}
    for label in labels:
        by_sentence.setdefault(document.sentence_at(label.span.start), []).append(label)
    sources = {number: Sources(sentence) for number, sentence in by_sentence.items()}
    drafts = [
        Draft(index, label, sources[document.sentence_at(label.span.start)].of(label.span))
        for label in labels
        if label.role is Role.CUE
    ]
    claimed = {id(draft.source) for draft in drafts}
    orphans: list[Label] = []
    nearest = Nearest(document, drafts)
    for content in (label for label in labels if label.role is Role.CONTENT):
        draft = nearest.to(content.span)
        if draft is None:
            orphans.append(content)
        else:
            draft.contents.append(content)
    loose = [label for label in labels if label.role is Role.SOURCE and id(label) not in claimed]
    new: list[Draft] = []
    for content in orphans:
        place_without_cue(document, index, content, loose, earlier, new)
    return drafts + new

"""Contents without a cue in their paragraph: they continue the attribution before them, or stand alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from indexer.document import Document
from indexer.extract.headings import is_heading
from indexer.extract.link.draft import Draft
from indexer.extract.whole_sentences import is_sentence
from indexer.model import Label
from indexer.text import words

SHORTEST_ORPHAN = 4
"""Words of the shortest passage that is kept without a cue: shorter ones are nicknames, titles and scare quotes."""


def place_without_cue(
    document: Document,
    index: int,
    content: Label,
    loose_sources: Sequence[Label],
    earlier: Sequence[Draft],
    new: list[Draft],
) -> None:
    """Let a content without a cue in its paragraph continue the attribution before it, or stand alone.

    Args:
        index: the number of the paragraph.
        loose_sources: sources of the paragraph without a cue, in order.
        earlier: the drafts of the paragraphs before, in order; the content may be added to the last one.
        new: the drafts of contents without a cue in this paragraph so far; the content may be added here.
    """
    if is_heading(document.paragraphs[index], content.span):
        return
    before = bisect_left(earlier, index, key=lambda draft: draft.paragraph)
    previous = earlier[before - 1] if before else None
    if new and new[-1].contents and not loose_sources:
        new[-1].contents.append(content)
        return
    if previous is not None and previous.paragraph >= index - 1:
        if previous.contents and document.continues(previous.contents[-1].span.end):
            previous.contents.append(content)
            previous.paragraph = index
            return
        if previous.cue is not None and not previous.contents:
            previous.contents.append(content)
            previous.paragraph = index
            return
        if (
            not loose_sources
            and document.begins_paragraph(content.span)
            and any(document.passages_within(label.span) for label in previous.contents)
        ):
            new.append(Draft(index, previous.cue, previous.source, [content], inherited=True))
            return
    source = _nearest(content, loose_sources)
    if source is not None or len(words(content.span.text)) >= SHORTEST_ORPHAN or _is_sentence(document, content):
        new.append(Draft(index, None, source, [content]))


def _is_sentence(document: Document, content: Label) -> bool:
    return any(is_sentence(document, passage) for passage in document.outer_within(content.span)[:1])


def _nearest(content: Label, sources: Sequence[Label]) -> Label | None:
    """The first source behind a content, else the last one before it."""
    behind = bisect_left(sources, content.span.end, key=lambda source: source.span.start)
    if behind < len(sources):
        return sources[behind]
    return next((source for source in reversed(sources) if source.span.end <= content.span.start), None)

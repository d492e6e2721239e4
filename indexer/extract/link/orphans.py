"""Contents without a cue in their paragraph: they continue what came before, or stand alone."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.document import Document
from indexer.extract.headings import is_heading
from indexer.extract.link.unit import Unit
from indexer.model import Label
from indexer.text import words

SHORTEST_ORPHAN = 4
"""Words of the shortest passage that is kept without a cue: shorter ones are nicknames, titles and scare quotes."""


def place(
    document: Document,
    index: int,
    content: Label,
    loose_sources: Sequence[Label],
    earlier: Sequence[Unit],
    new: list[Unit],
) -> None:
    """Let a content without a cue in its paragraph continue what came before, or stand alone.

    Args:
        index: the number of the paragraph.
        loose_sources: sources of the paragraph that no cue has.
        earlier: units of the paragraphs before, which it may be added to.
        new: contents of this paragraph placed so far, to which it is added otherwise.
    """
    if is_heading(document.paragraphs[index], content.span):
        return
    previous = next((unit for unit in reversed(earlier) if unit.paragraph < index), None)
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
        begins = document.begins_paragraph(content.span)
        quoted = any(document.passages_within(label.span) for label in previous.contents)
        if begins and quoted and not loose_sources:
            new.append(Unit(index, previous.cue, previous.source, [content]))
            return
    after = [source for source in loose_sources if source.span.start >= content.span.end]
    before = [source for source in loose_sources if source.span.end <= content.span.start]
    if after or before:
        new.append(Unit(index, None, after[0] if after else before[-1], [content]))
    elif len(words(content.span.text)) >= SHORTEST_ORPHAN:
        new.append(Unit(index, None, None, [content]))

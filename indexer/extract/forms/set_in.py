"""Blocks of plain text that are set in: what somebody wrote or said, indented below a line that ends with a colon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from indexer.document import Document
from indexer.model import Label, Role, Span

FEWEST_SPACES = 3
"""Spaces before each line of a block that is set in; fewer begin a paragraph."""

SCORE = 0.8


def with_set_in(document: Document, labels: Iterable[Label]) -> Sequence[Label]:
    """The labels, with each block that is set in as one content in place of the labels inside it.

    The line before the block must end with a colon and have a cue.
    """
    found = list(labels)
    for first, last in _blocks(document):
        start, end = document.paragraphs[first].start, document.paragraphs[last].end
        lead = document.paragraphs[first - 1]
        cues = [each for each in found if each.role is Role.CUE and lead.start <= each.span.start < lead.end]
        if not cues or document.outer_within(Span.of(document.text, start, end)):
            continue
        cue = cues[-1]
        found = [each for each in found if not start <= each.span.start < end]
        tied = cue.span if any(each.cue == cue.span for each in found) else None
        found.append(Label(Span.of(document.text, start, end), Role.CONTENT, SCORE, tied))
    return found


def _blocks(document: Document) -> Iterator[tuple[int, int]]:
    """The numbers of the first and last paragraph of each block below a line that ends with a colon."""
    text, paragraphs = document.text, document.paragraphs
    number = 1
    while number < len(paragraphs):
        first = number
        while number < len(paragraphs) and _is_set_in(text, paragraphs[number].start):
            number += 1
        lead = paragraphs[first - 1]
        if number > first and text[lead.end - 1] == ":" and not _is_set_in(text, lead.start):
            yield first, number - 1
        number = max(number, first + 1)


def _is_set_in(text: str, start: int) -> bool:
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return not line.strip() and len(line.expandtabs(4)) >= FEWEST_SPACES

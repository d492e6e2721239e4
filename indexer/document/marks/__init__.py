"""Reads quotation marks: which of them open, which close, and the passages between them.

Marks are read paragraph by paragraph, so that odd, crossed and missing marks spoil one paragraph at most.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.document.layout import Paragraph
from indexer.document.marks.corners import angle_passages, corner_passages
from indexer.document.marks.double import begins_open, double_passages
from indexer.document.marks.single import begins_single, single_holding, single_inside, single_outside, told_apart
from indexer.document.passage import Passage

__all__ = ["Passage", "read_marks"]


def read_marks(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Passage, ...]:
    """All passages between quotation marks, in order of their start; nested ones after the passage around them.

    Args:
        text: the article's text.
        paragraphs: its paragraphs.
    """
    found: list[Passage] = []
    if any(mark in text for mark in "「『﹁｢"):
        found += [passage for paragraph in paragraphs for passage in corner_passages(text, paragraph)]
    for index, paragraph in enumerate(paragraphs):
        continued = index + 1 < len(paragraphs) and begins_open(text, paragraphs[index + 1])
        doubles = double_passages(text, paragraph, continued)
        holders = single_holding(text, paragraph, doubles)
        for angle in angle_passages(text, paragraph) if "‹" in text else ():
            if any(double.start < angle.start and angle.end < double.end for double in doubles):
                found.append(replace(angle, depth=1))
            elif not any(each.start < angle.end and angle.start < each.end for each in (*doubles, *holders)):
                holders.append(angle)
        holders.sort(key=_place)
        found.extend(holders)
        outer = list(holders)
        for passage, is_held in told_apart(doubles, holders):
            nested = replace(passage, depth=passage.depth + 1) if is_held else passage
            found.append(nested)
            found.extend(single_inside(text, nested))
            outer += [] if is_held else [passage]
        goes_on = index + 1 < len(paragraphs) and begins_single(text, paragraphs[index + 1])
        found.extend(single_outside(text, paragraph, sorted(outer, key=_place), goes_on))
    return tuple(sorted(found, key=_place))


def _place(mark: Passage) -> tuple[int, int]:
    return mark.start, -mark.end

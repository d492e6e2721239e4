"""What a rule claims of a sentence: these tokens are a cue, these its source, these its contents."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.document import Frame

Range = tuple[int, int]
"""Token numbers of a frame, end exclusive."""

SURE, LIKELY, POSSIBLE = 0.95, 0.8, 0.6
"""Scores by kind of rule: speech with quotation marks, other speech, all else. The contents of the three kinds are
right in this order on PolNeAR's training articles."""

SHORTEST = 3
"""Words of the shortest content without quotation marks; shorter ones are objects ("said a prayer")."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One cue, its source (None if none is named), and its contents (empty if they follow in the next paragraph).

    A claim without a cue is a passage that is a sentence by itself; ``link`` decides to whom it belongs.
    """

    cue: Range | None
    source: Range | None
    contents: tuple[Range, ...]
    score: float


def has_passage(frame: Frame, content: Range) -> bool:
    """Whether there is a passage between quotation marks in a range of a frame."""
    return any(token.passage is not None for token in frame[content[0] : content[1]])

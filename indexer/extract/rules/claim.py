"""What a rule claims of a sentence: these tokens are a cue, these its source, these its contents."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.document import Frame

Range = tuple[int, int]
"""Token indices into a frame, end exclusive."""

SURE, LIKELY, POSSIBLE = 0.95, 0.8, 0.6
"""Scores by kind of rule: speech with marks, speech or place without a doubt, all else. PolNeAR's training articles
put the contents of the three in this order; their calibration is ``bench/accuracy.py``'s to print."""

SHORTEST = 3
"""Words of the shortest content without marks: what is shorter is an object ("said a prayer"), not words reported."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One cue, its source (None where none is named), and what it attributes (empty: what follows below).

    A claim without a cue is a passage that is a sentence by itself: whose it is, ``link`` decides.
    """

    cue: Range | None
    source: Range | None
    contents: tuple[Range, ...]
    score: float


def has_passage(frame: Frame, content: Range) -> bool:
    """Whether a range of a frame holds a passage between marks."""
    return any(token.passage is not None for token in frame[content[0] : content[1]])

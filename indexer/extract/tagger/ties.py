"""Ties each content to its cue and each cue to its source: the pair of pieces with the best score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from indexer.extract.tagger.decode import Floats, Found
from indexer.extract.tagger.features import Numbers
from indexer.model import Role

WIDTH = 64
"""Numbers of one projection of a piece."""

PARTS = ("content_first", "content_last", "cue_of_content", "cue_of_source", "source_first", "source_last")
"""The projections of a piece, in the order in which the network gives them: two pieces are scored by those of both."""

NEAR = 32
"""Buckets of the distance between two pieces, on each side."""


@dataclass(frozen=True, slots=True)
class DistanceScores:
    """Scores of the signed distance between two pieces, by bucket; they are added to the score of a tie.

    Args:
        content: from a content's first piece to a cue's; source: from a cue's first piece to a source's.
    """

    content: Floats
    source: Floats


@dataclass(frozen=True, slots=True)
class Tie:
    """A source or content and the cue that it belongs to (None: to none in its window), and how sure that is."""

    found: Found
    cue: Found | None
    score: float


def tie(spans: Sequence[Found], vectors: Floats, near: DistanceScores) -> tuple[Tie, ...]:
    """Every content with its cue, and every cue's source with that cue (a source once for each of its cues).

    Args:
        spans: of one window, as decoded.
        vectors: of its pieces, [pieces, len(PARTS) * WIDTH].
        near: the scores of distances.
    """
    part = dict(zip(PARTS, np.split(vectors, len(PARTS), axis=1), strict=True))
    by_role = {role: [span for span in spans if span.role is role] for role in Role}
    cues, sources = by_role[Role.CUE], by_role[Role.SOURCE]
    tied: list[Tie] = []
    cue_places = _places([cue.first for cue in cues])
    for content in by_role[Role.CONTENT]:
        sought = part["content_first"][content.first] + part["content_last"][content.last]
        scores = part["cue_of_content"][cue_places] @ sought / WIDTH**0.5
        scores = scores + near.content[buckets(cue_places - content.first)]
        chosen, sure = _choice(scores)
        tied.append(Tie(content, cues[chosen - 1] if chosen else None, sure))
    first, last = _places([s.first for s in sources]), _places([s.last for s in sources])
    for cue in cues:
        sought = part["cue_of_source"][cue.first]
        scores = (part["source_first"][first] + part["source_last"][last]) @ sought / WIDTH**0.5
        chosen, sure = _choice(scores + near.source[buckets(first - cue.first)])
        if chosen:
            tied.append(Tie(sources[chosen - 1], cue, sure))
    return tuple(tied)


def _places(pieces: Sequence[int]) -> Numbers:
    """The pieces to choose from, after the window's opening piece, which stands for no choice."""
    return np.array([0, *pieces], dtype=np.int64)


def buckets(distances: Numbers) -> Numbers:
    """Signed distances in pieces as buckets, 0 to 2 * NEAR: each of the first sixteen its own, then ever wider ones."""
    size = np.abs(distances)
    wide = 16 + (4 * np.log2(np.maximum(size, 16) / 16)).astype(np.int64)
    found: Numbers = NEAR + np.sign(distances) * np.where(size < 16, size, np.minimum(wide, NEAR))
    return found


def _choice(scores: Floats) -> tuple[int, float]:
    chosen = int(scores.argmax())
    return chosen, float(1.0 / np.exp(scores - scores[chosen]).sum())

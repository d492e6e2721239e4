"""Gold articles as what the model is shown and what it should answer."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import numpy.typing as npt

from indexer.document import Document
from indexer.encoder import CLS, SEP
from indexer.extract.tagger.features import Features, features
from indexer.extract.tagger.tags import OUTSIDE, TAGS, begin, inside
from indexer.extract.tagger.windows import LONGEST, windows
from indexer.model import Article, Role
from training.tagger.answers import Answers
from training.tagger.made.annotated import Annotated, Attributed

UNSCORED = -100
"""The tag of a piece that torch's losses leave out."""

LENGTHS = (LONGEST, LONGEST, 160, 220)
"""Pieces of the windows to learn from; some longer than those that are read at run time, for more of a context."""

Numbers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


Soft = Callable[[Numbers], Floats]
"""For places of pieces (characters) the logarithms of the probabilities of their tags, [places, TAGS]; not a number
where they are not known."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated article.

    Args:
        paragraphs: as the model is shown them.
        attributions: (source, cue, content) each as character spans.
        soft: what another network answers, for each piece by where it begins.
    """

    id: str
    paragraphs: tuple[Features, ...]
    attributions: tuple[Attributed, ...]
    soft: Soft | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """One window with its answers; a number a piece, its opening and closing pieces included.

    Args:
        inputs: ids, shapes, marks, places: four rows.
        tags: the tag of each piece.
        contents: rows (first piece, last piece, first piece of its cue or 0 for none).
        cues: rows (first piece, first piece of its source or 0 for none, last piece of it or 0).
        soft: what another network answers, [pieces, TAGS]; not a number where that is not known.
    """

    inputs: Numbers
    tags: Numbers
    contents: Numbers
    cues: Numbers
    soft: Floats


def read_annotated(path: Path) -> Iterator[Annotated]:
    """The articles of a file of gold attributions; several annotators of one article are several articles."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield Annotated.of(json.loads(line))


def gold(given: Annotated, known: Answers | None = None) -> Gold:
    """An article as the model is shown it.

    Args:
        known: what another network answers to the article as it was printed.
    """
    document = Document(Article(given.id, given.text))
    origin = given.origin
    return Gold(
        id=given.id,
        paragraphs=tuple(features(document)),
        attributions=given.attributions,
        soft=None if known is None else lambda places: known.at(origin[places]),
    )


def examples(gold: Gold, random: Random | None = None) -> Iterator[Example]:
    """The windows of an article; with ``random``, cut at places of its choice, so that each epoch sees others."""
    paragraphs: Sequence[Features] = gold.paragraphs
    if random is not None and len(paragraphs) > 1:
        first = random.randrange(min(len(paragraphs), 6))
        for group in (paragraphs[:first], paragraphs[first:]):
            for window in windows(group, random.choice(LENGTHS)):
                yield _example(window, gold)
        return
    for window in windows(paragraphs):
        yield _example(window, gold)


def _example(window: Sequence[Features], gold: Gold) -> Example:
    starts = np.concatenate([[-1], *(p.starts for p in window), [1 << 40]])
    ends = np.concatenate([[-1], *(p.ends for p in window), [1 << 40]])
    tags = np.full(len(starts), OUTSIDE, dtype=np.int64)
    tags[0] = tags[-1] = UNSCORED
    contents: list[tuple[int, int, int]] = []
    cues: dict[int, tuple[int, int]] = {}
    for one in gold.attributions:
        places = {role: [_pieces(starts, ends, span) for span in one[role]] for role in one}
        for role, spans in places.items():
            for first, last in spans:
                if first < last:
                    tags[first] = begin(role)
                    tags[first + 1 : last] = inside(role)
        cue = next((first for first, last in places[Role.CUE] if first < last), None)
        if cue is not None:
            source = next(((first, last - 1) for first, last in places[Role.SOURCE] if first < last), None)
            if source is not None:
                cues[cue] = source
            elif not one[Role.SOURCE]:
                cues.setdefault(cue, (0, 0))
        for first, last in places[Role.CONTENT]:
            if first < last and (cue is not None or not one[Role.CUE]):
                contents.append((first, last - 1, cue or 0))
    rows = [
        np.concatenate([[opening], *arrays, [closing]])
        for opening, closing, arrays in (
            (CLS, SEP, [p.ids for p in window]),
            (0, 0, [p.shapes for p in window]),
            (0, 0, [p.marks for p in window]),
            (0, 0, [p.places for p in window]),
        )
    ]
    soft = np.full((len(starts), TAGS), np.nan, dtype=np.float32)
    if gold.soft is not None:
        soft[1:-1] = gold.soft(starts[1:-1])
    return Example(
        inputs=np.stack(rows),
        tags=tags,
        contents=np.array(contents, dtype=np.int64).reshape(-1, 3),
        cues=np.array([(cue, *source) for cue, source in cues.items()], dtype=np.int64).reshape(-1, 3),
        soft=soft,
    )


def _pieces(starts: Numbers, ends: Numbers, span: tuple[int, int]) -> tuple[int, int]:
    """The pieces that a character span holds or touches, end exclusive."""
    first = int(np.searchsorted(ends[:-1], span[0], side="right"))
    last = int(np.searchsorted(starts[:-1], span[1], side="left"))
    return max(first, 1), last

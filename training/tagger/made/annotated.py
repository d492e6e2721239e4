"""An annotated article as text with spans, and how it is changed so that the spans stay where they belong."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from indexer.document import Document
from indexer.model import Role

Offsets = npt.NDArray[np.int64]
Attributed = dict[Role, list[tuple[int, int]]]
"""One attribution: the character spans of its source, its cue and its content."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its gold attributions.

    Args:
        inner: attributions inside its passages: quotes in quotes.
        origin: for each character its offset in the article as it was printed; -1 where it was put in.
    """

    id: str
    text: str
    attributions: tuple[Attributed, ...]
    origin: Offsets
    inner: tuple[Attributed, ...] = ()

    @classmethod
    def of(cls, record: dict[str, Any]) -> Annotated:
        """The article of a line of a file of gold attributions."""
        attributions = tuple(
            {role: [(start, end) for start, end in one[role.value]] for role in Role} for one in record["attributions"]
        )
        return cls(record["id"], record["text"], attributions, np.arange(len(record["text"])))


@dataclass(frozen=True, slots=True)
class Edit:
    """What is printed in place of the characters from ``start`` to ``end``.

    Args:
        inside: an insertion (``start == end``) belongs to the spans that begin or end there.
        brings: attributions of the new text, their spans counted from its first character.
        inner: the same for attributions inside its passages.
    """

    start: int
    end: int
    new: str
    inside: bool = False
    brings: tuple[Attributed, ...] = ()
    inner: tuple[Attributed, ...] = ()


def edited(given: Annotated, edits: Iterable[Edit], gone: Collection[int] = ()) -> Annotated:
    """The article with edits, of those that overlap the first; a span that an edit cuts covers all of the new text.

    Args:
        gone: the numbers of attributions that are given up.
    """
    count = len(given.text)
    first, last = np.arange(count + 1), np.arange(count + 1)
    text: list[str] = []
    origin: list[Offsets] = []
    brought: list[Attributed] = []
    inner: list[Attributed] = []
    position = length = 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        if edit.start < position:
            continue
        kept = slice(position, edit.start)
        first[position + 1 : edit.start + 1] = last[position + 1 : edit.start + 1] = (
            np.arange(1, edit.start - position + 1) + length
        )
        text += [given.text[kept], edit.new]
        origin += [given.origin[kept], np.full(len(edit.new), -1)]
        length += edit.start - position
        after = length + len(edit.new)
        if edit.start < edit.end:
            last[edit.start], first[edit.start] = length if edit.start else 0, length
            first[edit.start + 1 : edit.end], last[edit.start + 1 : edit.end] = length, after
            first[edit.end] = last[edit.end] = after
        else:
            first[edit.start], last[edit.start] = (length, after) if edit.inside else (after, length)
        brought += [_moved(each, length) for each in edit.brings]
        inner += [_moved(each, length) for each in edit.inner]
        position, length = edit.end, after
    first[position + 1 :] = last[position + 1 :] = np.arange(1, count - position + 1) + length
    text.append(given.text[position:])
    origin.append(given.origin[position:])

    def carried(one: Attributed) -> Attributed:
        moved = {role: [(int(first[start]), int(last[end])) for start, end in one[role]] for role in one}
        return {role: [(start, end) for start, end in moved[role] if start < end] for role in moved}

    attributions = (carried(one) for number, one in enumerate(given.attributions) if number not in gone)
    return Annotated(
        given.id,
        "".join(text),
        (*attributions, *brought),
        np.concatenate(origin),
        (*map(carried, given.inner), *inner),
    )


def _moved(one: Attributed, by: int) -> Attributed:
    return {role: [(start + by, end + by) for start, end in spans] for role, spans in one.items()}


def parts(*given: tuple[Role | None, str]) -> tuple[str, Attributed]:
    """A text put together from parts, and the attribution that they make; None for what belongs to no span.

    As in the gold articles, each sentence of a content is a span.
    """
    text, found = "", {role: list[tuple[int, int]]() for role in Role}
    for role, part in given:
        if role is Role.CONTENT:
            found[role] += [(len(text) + one.start, len(text) + one.end) for one in Document.of(part).sentences]
        elif role is not None:
            found[role].append((len(text), len(text) + len(part)))
        text += part
    return text, found


def spans(one: Attributed) -> Sequence[tuple[int, int]]:
    """All spans of an attribution, in order."""
    return sorted(span for role in one for span in one[role])

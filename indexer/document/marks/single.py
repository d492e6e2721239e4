"""Passages between single quotation marks: inside double ones, around them, or instead of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.document.layout import Paragraph
from indexer.document.passage import Passage
from indexer.english import GRAMMAR
from indexer.text import alternation

_SINGLE_OPENING = re.compile(r"(?<![\w’'])[‘'‚](?=[\w\[(…$£€“\"-])(?!')")
_SINGLE_CLOSING = re.compile(r"(?<=[\w.,!?;…)\]—–-])['’](?!\w)")
_NEXT_WORD = re.compile(r"\s+\w")
_ELIDED = re.compile(rf"[’'‘](?:{alternation(GRAMMAR.elided)}|\d0s|\d\d)\b", re.IGNORECASE)


def single_inside(text: str, outer: Passage) -> list[Passage]:
    """Passages between single marks inside a passage between double marks."""
    return [
        replace(passage, depth=outer.depth + 1)
        for passage in _single(text, outer.inner_start, outer.inner_end)
        if passage.inner_end - passage.inner_start < outer.inner_end - outer.inner_start - 2
    ]


def single_holding(text: str, paragraph: Paragraph, doubles: Sequence[Passage]) -> list[Passage]:
    """Passages between single marks with whole passages between double marks inside: ‘He said “no” to us.’"""
    starts = [double.start for double in doubles]
    found = []
    for single in _single(text, paragraph.start, paragraph.end) if doubles else []:
        first, last = bisect_right(starts, single.start), bisect_left(starts, single.end)
        cut_off = first > 0 and doubles[first - 1].end > single.start
        if first < last and not cut_off and doubles[last - 1].end < single.end:
            found.append(single)
    return found


def told_apart(doubles: Sequence[Passage], holders: Sequence[Passage]) -> Iterator[tuple[Passage, bool]]:
    """Each passage between double marks, and whether it lies inside one of ``holders``."""
    ends = [holder.end for holder in holders]
    for double in doubles:
        place = bisect_right(ends, double.start)
        yield double, place < len(holders) and holders[place].start < double.start


def begins_single(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with an opening single mark."""
    return text[paragraph.start] in "‘'" and _SINGLE_OPENING.match(text, paragraph.start, paragraph.end) is not None


def single_outside(text: str, paragraph: Paragraph, outer: Sequence[Passage], continued: bool) -> list[Passage]:
    """Passages between single marks outside of all outermost passages.

    Args:
        continued: whether the next paragraph begins with a single mark, so that the last passage may go on there.
    """
    position, found = paragraph.start, []
    for passage in outer:
        found.extend(_single(text, position, passage.start))
        position = max(position, passage.end)
    found.extend(_single(text, position, paragraph.end))
    if continued and (open_ := _left_open(text, paragraph, max((mark.end for mark in found), default=position))):
        found.append(open_)
    return found


def _left_open(text: str, paragraph: Paragraph, position: int) -> Passage | None:
    """The passage that a single mark opens after ``position`` without being closed in its paragraph."""
    opening = _SINGLE_OPENING.search(text, position, paragraph.end)
    if opening is None or text[paragraph.end - 1] not in ".!?…" or _ELIDED.match(text, opening.start(), paragraph.end):
        return None
    return Passage(opening.start(), paragraph.end, opening.end(), paragraph.end, continues=True)


def _single(text: str, start: int, end: int) -> list[Passage]:
    found = []
    position = start
    while opening := _SINGLE_OPENING.search(text, position, end):
        if _ELIDED.match(text, opening.start(), end):
            position = opening.end()
            continue
        closing = _single_close(text, opening.end(), end)
        if closing is None:
            position = opening.end()
            continue
        found.append(Passage(opening.start(), closing + 1, opening.end(), closing))
        position = closing + 1
    return found


def _single_close(text: str, start: int, end: int) -> int | None:
    """The closing mark: one after punctuation if there is one before the next opening mark, else the likeliest.

    After a letter the mark may be an apostrophe ("the workers’ rights"): one after an s and before another word is
    skipped if a later mark can close.
    """
    following = _SINGLE_OPENING.search(text, start, end)
    limit = following.start() if following else end
    fallback = None
    for match in _SINGLE_CLOSING.finditer(text, start, limit):
        position = match.start()
        if text[position - 1] in ".,!?;…":
            return position
        plural = text[position - 1] == "s" and _NEXT_WORD.match(text, position + 1, end) is not None
        if not plural:
            return position
        fallback = fallback or position
    return fallback

"""Passages between double quotation marks: the cheapest reading of a paragraph.

Every mark may open or close, at a cost that depends on its glyph and its neighbours; a missing partner costs more.
Where all glyphs agree with their places the reading costs nothing, and is the obvious one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import inf

from indexer.document.layout import Paragraph
from indexer.document.passage import Passage
from indexer.english import GRAMMAR, VERBS
from indexer.languages.verbs import Report
from indexer.text import alternation, fold


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opening: float
    closing: float


DOUBLE = re.compile(r"[“”„‟«»″]|\"(?<!\d'\d\")(?<!\d'\d\d\")|''|``")  # 6'3" is a height

_SINGLE_AT_END = re.compile(r"(?<=[.,!?…])['’](?=\s|$)")
_SINGLE_AT_START = re.compile(r"(?<!\w)[‘'](?=\w)")
_OPENS, _CLOSES = frozenset("“„‟«"), frozenset("”»")
_BEFORE_OPENING = frozenset("([{—–-/:…‘'")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…’'")

# Costs of a reading. Only their order matters: a mark against its glyph (2.5) is likelier than one whose partner
# is missing (4), as in texts that a machine has translated; a mark where none can open or close is last (8).
_AGAINST_GLYPH = 2.5
_ODD_PLACE = 2.0
_IMPOSSIBLE = 8.0
_NO_PARTNER = 4.0
_OPEN_AT_END = 3.0
_CONTINUED = 0.5

_REACH = 100
"""Characters before a mark that are read: a word and its punctuation."""


def begins_open(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with a mark that can open."""
    mark = DOUBLE.match(text, paragraph.start)
    return mark is not None and mark[0] not in "”»"


def double_passages(text: str, paragraph: Paragraph, continued: bool) -> list[Passage]:
    """The passages between double marks of a paragraph, in order.

    Args:
        continued: whether the next paragraph begins with a mark, so that the last passage may go on there.
    """
    matches = list(DOUBLE.finditer(text, paragraph.start, paragraph.end))
    straight = [match for match in matches if match[0] == '"']
    shaped = [match for match in matches if match[0] != '"']
    if not matches:
        return []
    cost, passages = _read(text, paragraph, matches, continued)
    if straight and shaped:
        # Two families, each whole in itself: “Names” stand inside a passage between straight marks, or beside it.
        cost_straight, outer = _read(text, paragraph, straight, continued)
        cost_shaped, inner = _read(text, paragraph, shaped, False)
        if cost_straight + cost_shaped < cost:
            for one, other in ((outer, inner), (inner, outer)):
                if not _crosses(one, other):
                    return one + [replace(passage, depth=int(_within(passage, one))) for passage in other]
    return passages


def _crosses(outer: Sequence[Passage], inner: Sequence[Passage]) -> bool:
    """Whether an inner passage overlaps an outer one without lying inside it; the outer ones are in order."""
    return any(a.start < b.end and b.start < a.end and not _within(b, [a]) for b in inner for a in _around(b, outer))


def _within(passage: Passage, outer: Sequence[Passage]) -> bool:
    return any(other.start < passage.start and passage.end <= other.end for other in _around(passage, outer))


def _around(passage: Passage, others: Sequence[Passage]) -> Sequence[Passage]:
    """The passages that may touch this one, of passages in order that do not overlap."""
    first = bisect_right(others, passage.start, key=lambda other: other.end)
    return others[first : bisect_left(others, passage.end, key=lambda other: other.start)]


def _read(
    text: str, paragraph: Paragraph, matches: Sequence[re.Match[str]], continued: bool
) -> tuple[float, list[Passage]]:
    marks = [_weigh(text, match, paragraph) for match in matches]
    cost, reading = _cheapest(marks, continued)
    return cost, _passages(text, paragraph, marks, reading, continued)


def _weigh(text: str, match: re.Match[str], paragraph: Paragraph) -> _Mark:
    start, end = match.span()
    before = text[start - 1] if start > paragraph.start else ""
    after = text[end] if end < paragraph.end else ""
    opening = closing = 0.0
    if match[0] in _OPENS or match[0] == "``":
        closing += _AGAINST_GLYPH if match[0] != "“" or text.find("„", paragraph.start, start) < 0 else 0.0
    elif match[0] in _CLOSES:
        opening += _AGAINST_GLYPH
    if before and not before.isspace() and before not in _BEFORE_OPENING and not DOUBLE.match(before):
        opening += _ODD_PLACE
    if not after:
        opening += _IMPOSSIBLE
    elif after.isspace():
        opening += _ODD_PLACE
    elif after in ",;:!?)":
        opening += 1.5 * _ODD_PLACE
    if not before:
        closing += _IMPOSSIBLE
    elif before.isspace() or before in "([{":
        closing += _ODD_PLACE
    elif before == ":":
        cue = _cue_colon().search(text, max(paragraph.start, start - _REACH), start)
        closing += _IMPOSSIBLE if cue else 1.5 * _ODD_PLACE
    if after and not after.isspace() and after not in _AFTER_CLOSING and not DOUBLE.match(after):
        closing += _ODD_PLACE
    if before.isspace() and after.isalpha() and _is_cue_after_comma(text, start, end, paragraph):
        opening += _IMPOSSIBLE
    return _Mark(start, end, opening, closing)


@cache
def _cue_after_mark() -> re.Pattern[str]:
    verbs = alternation(_speech())
    return re.compile(
        rf"\s*(?:[A-Z][\w’'.-]+\s+){{1,3}}(?:{verbs})\b|\s*(?:{alternation(GRAMMAR.third_persons)})\s+(?:{verbs})\b"
    )


@cache
def _speech() -> frozenset[str]:
    return frozenset(form for form, verb in VERBS.reporting.items() if verb.report is Report.SPEECH)


@cache
def _cue_colon() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_speech(), key=len, reverse=True))})\s*:\Z")


_COMMA_BEFORE = re.compile(r"(\w+),\s*$")


def _is_cue_after_comma(text: str, start: int, end: int, paragraph: Paragraph) -> bool:
    """Whether this is `…, “Smith wrote`: a closing mark on the wrong side of a space."""
    comma = _COMMA_BEFORE.search(text, max(paragraph.start, start - _REACH), start)
    if comma is None or fold(comma[1]) in _speech():
        return False
    return _cue_after_mark().match(text, end, paragraph.end) is not None


def _cheapest(marks: Sequence[_Mark], continued: bool) -> tuple[float, tuple[tuple[bool, bool], ...]]:
    """The cost of the cheapest reading, and (opens?, had its partner?) for each mark in it."""
    # Best cost and way for "no passage open" and "a passage open" after each mark.
    outside: _Way = (0.0, None)
    inside: _Way = (inf, None)
    for mark in marks:
        outside, inside = (
            min(
                (outside[0] + mark.closing + _NO_PARTNER, ((False, False), outside[1])),
                (inside[0] + mark.closing, ((False, True), inside[1])),
                key=_cost,
            ),
            min(
                (outside[0] + mark.opening, ((True, True), outside[1])),
                (inside[0] + mark.opening + _NO_PARTNER, ((True, False), inside[1])),
                key=_cost,
            ),
        )
    left_open = inside[0] + (_CONTINUED if continued else _OPEN_AT_END)
    cost, step = (left_open, inside[1]) if left_open < outside[0] else outside
    reading = []
    while step is not None:
        choice, step = step
        reading.append(choice)
    return cost, tuple(reversed(reading))


_Step = tuple[tuple[bool, bool], "_Step | None"]
_Way = tuple[float, _Step | None]


def _cost(way: _Way) -> float:
    return way[0]


def _passages(
    text: str,
    paragraph: Paragraph,
    marks: Sequence[_Mark],
    reading: Sequence[tuple[bool, bool]],
    continued: bool,
) -> list[Passage]:
    found: list[Passage] = []
    opened: _Mark | None = None
    position = paragraph.start
    for mark, (opens, partnered) in zip(marks, reading, strict=True):
        if opens:
            if opened is not None:
                end = _last_sentence_end(paragraph, opened.end, mark.start)
                if end is not None:
                    found.append(Passage(opened.start, end, opened.end, end, sure=False))
            opened = mark
        elif partnered and opened is not None:
            sure = opened.opening < _AGAINST_GLYPH and mark.closing < _AGAINST_GLYPH
            found.append(Passage(opened.start, mark.end, opened.end, mark.start, sure=sure))
            opened = None
            position = mark.end
        else:
            start = _first_sentence_start(paragraph, position, mark.start)
            if start is not None:
                found.append(Passage(start, mark.end, start, mark.start, sure=False))
            position = mark.end
    if opened is not None and (end := _single_for_double(text, paragraph, opened, continued)) is not None:
        found.append(Passage(opened.start, end + 1, opened.end, end, sure=False))
    elif opened is not None and (_begins_quote(text, paragraph, opened) or (continued and _resumes(text, opened))):
        found.append(
            Passage(opened.start, paragraph.end, opened.end, paragraph.end, sure=continued, continues=continued)
        )
    return [_trimmed(text, passage) for passage in found if passage.inner_end > passage.inner_start]


def _resumes(text: str, opened: _Mark) -> bool:
    """Whether an unclosed mark resumes a quote after its cue: “By noon,” she said, “the road was gone."""
    return text[max(0, opened.start - _REACH) : opened.start].rstrip()[-1:] == ","


def _single_for_double(text: str, paragraph: Paragraph, opened: _Mark, continued: bool) -> int | None:
    """Where a single mark closes what a double one opened: “The pier will be mended,’ she said.

    If the passage may continue in the next paragraph, only a mark before a cue counts.
    """
    closing = _SINGLE_AT_END.search(text, opened.end, paragraph.end)
    if closing is None or _SINGLE_AT_START.search(text, opened.end, closing.start()):
        return None
    if continued and _cue_after_mark().match(text, closing.end(), paragraph.end) is None:
        return None
    return closing.start()


def _begins_quote(text: str, paragraph: Paragraph, opened: _Mark) -> bool:
    """Whether an unclosed mark is where a quote begins: at the head of the paragraph, or by a capital or a colon."""
    if opened.start == paragraph.start:
        return True
    return text[opened.end : opened.end + 1].isupper() or text[: opened.start].rstrip()[-1:] == ":"


def _last_sentence_end(paragraph: Paragraph, start: int, end: int) -> int | None:
    index = bisect_right(paragraph.sentences, end, key=lambda sentence: sentence.end) - 1
    return paragraph.sentences[index].end if index >= 0 and paragraph.sentences[index].end > start else None


def _first_sentence_start(paragraph: Paragraph, start: int, end: int) -> int | None:
    index = bisect_left(paragraph.sentences, end, key=lambda sentence: sentence.start) - 1
    return paragraph.sentences[index].start if index >= 0 and paragraph.sentences[index].start >= start else None


def _trimmed(text: str, passage: Passage) -> Passage:
    """The passage without white space inside its marks."""
    inner = text[passage.inner_start : passage.inner_end]
    start = passage.inner_start + len(inner) - len(inner.lstrip())
    end = passage.inner_start + len(inner.rstrip())
    return replace(passage, inner_start=start, inner_end=max(start, end))

"""A sentence as a frame: its words and punctuation marks, with each passage between quotation marks as one token.

Cues and sources are searched in the frame, where the words of quotes do not get in the way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.document.layout import Paragraph
from indexer.document.passage import Passage
from indexer.document.tokens import Token, Tokens
from indexer.english import ABBREVIATIONS, VERBS
from indexer.languages.verbs import Report

_SHORT = "|".join(sorted(ABBREVIATIONS.before_names | ABBREVIATIONS.behind_names))
_TOKEN = re.compile(rf"(?:[^\W\d_]\.){{2,}}|(?:{_SHORT})\.(?=\s)|[^\W_]\.(?=\s[A-Z])|\w+(?:[-’'.&]\w+)*|\.\.\.|[^\w\s]")


Frame = Tokens
"""The tokens of one sentence, in order."""


def paragraph_frames(text: str, folded: str, paragraph: Paragraph, outer: Sequence[Passage]) -> list[Frame]:
    """The sentences of a paragraph as frames.

    The end of a sentence inside a passage does not end the frame. A passage that ends in a full stop does, and so
    does one that ends in another final mark, unless a cue follows (“Who?” Smith asked).

    Args:
        text: the article's text.
        folded: the same as ``indexer.text.fold`` gives it.
        paragraph: the paragraph to read.
        outer: its outermost passages, in order.
    """
    tokens = _tokens(text, folded, paragraph.start, paragraph.end, outer)
    ends = {sentence.end for sentence in paragraph.sentences}
    found: list[Frame] = []
    current: list[Token] = []
    for index, token in enumerate(tokens):
        current.append(token)
        if (token.end in ends or token.passage is not None) and _ends_here(text, tokens, index, ends):
            found.append(Frame(current))
            current = []
    if current:
        found.append(Frame(current))
    return found


def passage_frame(text: str, folded: str, outer: Passage, nested: Sequence[Passage]) -> Frame:
    """The text inside a passage as the frame of one sentence, its nested passages as tokens."""
    return Frame(_tokens(text, folded, outer.inner_start, outer.inner_end, nested))


def _tokens(text: str, folded: str, start: int, end: int, passages: Sequence[Passage]) -> list[Token]:
    found: list[Token] = []
    position = start
    for passage in passages:
        if passage.start < position:
            continue
        found.extend(_plain(text, folded, position, passage.start))
        found.append(Token(text[passage.start : passage.end], "", passage.start, passage.end, passage))
        position = passage.end
    found.extend(_plain(text, folded, position, end))
    return found


def _plain(text: str, folded: str, start: int, end: int) -> list[Token]:
    return [
        Token(text[start:end], folded[start:end], start, end)
        for start, end in (match.span() for match in _TOKEN.finditer(text, start, end))
    ]


def _ends_here(text: str, tokens: Sequence[Token], index: int, ends: set[int]) -> bool:
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None:
        return False
    if token.passage is None:
        return token.end in ends
    last = text[token.passage.inner_end - 1]
    if last == ".":
        return following.passage is not None or following.is_capital
    if last in "!?…":
        return (following.passage is not None or following.is_capital) and not _cue_follows(tokens, index + 1)
    return token.end in ends and last not in ",-–—"


def _cue_follows(tokens: Sequence[Token], index: int) -> bool:
    for token in tokens[index : index + 4]:
        verb = VERBS.reporting.get(token.low)
        if verb is not None and verb.report is Report.SPEECH and not token.is_capital:
            return True
        if not token.is_word:
            return False
    return False

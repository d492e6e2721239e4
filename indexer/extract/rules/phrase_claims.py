"""What a phrase such as "according to" claims: the name after it is the source of the rest of the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from indexer.document import Frame
from indexer.english import CLAUSES, GRAMMAR, PHRASES, ROLES, VERBS
from indexer.extract.rules.claim import LIKELY, SHORTEST, SURE, Claim, Range, has_passage

LONGEST_SOURCE = 80
"""Words and marks of a source, its appositions included, behind "according to"; what is longer has lost its stops."""

_CUES = {phrase: tuple(phrase.split()) for phrase in PHRASES.cues}


def phrase_claims(frame: Frame) -> Iterator[Claim]:
    """What each cue phrase of a frame claims, in order."""
    for index, length in _cue_phrases(frame):
        if (claim := _claim(frame, index, length)) is not None:
            yield claim


def _cue_phrases(frame: Frame) -> Iterator[tuple[int, int]]:
    """(index, length in tokens) of the phrases that attribute; most want a name behind them."""
    for index, token in enumerate(frame):
        for cue, phrase in _CUES.items():
            end = index + len(phrase)
            if token.low != phrase[0] or tuple(t.low for t in frame[index:end]) != phrase or end >= len(frame):
                continue
            behind = frame[end + 1] if frame[end].low in GRAMMAR.determiners and end + 1 < len(frame) else frame[end]
            if cue in PHRASES.cues_of_all or behind.is_capital:
                yield index, len(phrase)


def _claim(frame: Frame, index: int, length: int) -> Claim | None:
    start = index + length
    end = start
    depth = 0
    while end < len(frame) and end - start <= LONGEST_SOURCE:
        token = frame[end]
        if token.passage is not None and len(token.text.split()) > 6:
            break
        if token.text == "(":
            depth += 1
        elif token.text == ")":
            depth -= 1
        elif depth == 0 and token.text in ",.;:—–!?":
            if token.text == "," and index > 0 and _continues_apposition(frame, end):
                end += 1
                continue
            break
        end += 1
    if not 0 < end - start <= LONGEST_SOURCE:
        return None
    source = (start, end)
    content: Range | None
    if index == 0 or (index == 1 and frame[0].low in CLAUSES.connectives):
        content = (end + 1, len(frame)) if end + 1 < len(frame) else None
    else:
        stop = index - 1 if frame[index - 1].text in ",—–" else index
        content = (0, stop)
    if content is None or content[1] <= content[0]:
        return None
    while content[1] > content[0] + 1 and frame[content[1] - 1].text in (".", ",", "!", "?", ";", ":"):
        content = (content[0], content[1] - 1)
    score = SURE if has_passage(frame, content) else LIKELY
    if score is LIKELY and content[1] - content[0] < SHORTEST:
        return None
    return Claim((index, index + length), source, (content,), score)


def _continues_apposition(frame: Frame, comma: int) -> bool:
    """Whether what follows a comma still says who the source is: "Quist, the clerk", not "Quist, who added"."""
    following = frame[comma + 1] if comma + 1 < len(frame) else None
    if following is None:
        return False
    if following.low in GRAMMAR.relative_subjects:
        return comma + 2 >= len(frame) or frame[comma + 2].low not in VERBS.reporting
    if following.is_capital and frame[comma - 1].low in ROLES.roles:
        return True
    return following.low in GRAMMAR.articles or following.low in ROLES.roles

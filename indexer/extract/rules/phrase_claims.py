"""Claims of phrases such as "according to": the name after it is the source of the rest of the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from indexer.document import Frame
from indexer.english import CLAUSES, GRAMMAR, PHRASES, ROLES, VERBS
from indexer.extract.rules.claim import LIKELY, SHORTEST, SURE, Claim, has_passage

LONGEST_SOURCE = 80
"""Tokens of the longest source after a cue phrase, with its appositives; longer ones have lost their stops."""

_STOPS, _CLOSING = frozenset(",.;:—–!?"), frozenset(",.;:!?")
_CUES: dict[str, list[tuple[str, ...]]] = {}
for _phrase in map(str.split, PHRASES.cues):
    _CUES.setdefault(_phrase[0], []).append(tuple(_phrase))


def phrase_claims(frame: Frame) -> Iterator[Claim]:
    """The claims of the cue phrases of a frame, in order."""
    for index, length in _cue_phrases(frame):
        if (claim := _claim(frame, index, length)) is not None:
            yield claim


def _cue_phrases(frame: Frame) -> Iterator[tuple[int, int]]:
    """(first token, length in tokens) of each cue phrase; most need a name after them."""
    for index, token in enumerate(frame):
        for phrase in _CUES.get(token.low, ()):
            end = index + len(phrase)
            if tuple(token.low for token in frame[index:end]) != phrase or end >= len(frame):
                continue
            behind = frame[end + 1 if frame[end].low in GRAMMAR.determiners and end + 1 < len(frame) else end]
            if " ".join(phrase) in PHRASES.cues_of_any_source or behind.is_capital:
                yield index, len(phrase)


def _claim(frame: Frame, index: int, length: int) -> Claim | None:
    start = index + length
    end = _end_of_source(frame, start, leads=index == 0)
    if not 0 < end - start <= LONGEST_SOURCE:
        return None
    first, last = 0, index - (frame.at(index - 1).text in ",—–")
    if index == 0 or (index == 1 and frame[0].low in CLAUSES.connectives):
        first, last = end + 1, len(frame)
    while last > first + 1 and frame[last - 1].text in _CLOSING:
        last -= 1
    score = SURE if has_passage(frame, (first, last)) else LIKELY
    if last <= first or (score is LIKELY and last - first < SHORTEST):
        return None
    return Claim((index, start), (start, end), ((first, last),), score)


def _end_of_source(frame: Frame, start: int, *, leads: bool) -> int:
    """Where the source after a cue phrase ends; it includes appositives, unless the phrase begins the sentence."""
    depth = 0
    for end in range(start, min(len(frame), start + LONGEST_SOURCE + 1)):
        token = frame[end]
        depth += (token.text == "(") - (token.text == ")")
        if token.passage is not None and len(token.text.split()) > 6:
            return end
        stops = depth == 0 and token.text in _STOPS
        if stops and (leads or token.text != "," or not _continues_appositive(frame, end)):
            return end
    return min(len(frame), start + LONGEST_SOURCE + 1)


def _continues_appositive(frame: Frame, comma: int) -> bool:
    """Whether an appositive of the source follows a comma: "Quist, the clerk", not "Quist, who added"."""
    following = frame.at(comma + 1)
    if following.low in GRAMMAR.relative_subjects:
        return frame.at(comma + 2).low not in VERBS.reporting
    named = following.is_capital and frame[comma - 1].low in ROLES.roles
    return named or following.low in GRAMMAR.articles or following.low in ROLES.roles

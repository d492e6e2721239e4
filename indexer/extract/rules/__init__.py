"""Finds sources, cues and contents by rules: closed word classes, quotation marks and word order.

The frame of a sentence is searched for verbs that attribute; the noun phrase on one side of such a verb is its source,
the passage or clause on the other side its content. The results are labels, which ``link`` joins, as it does those of
the learned tagger.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from indexer.document import Document, Frame
from indexer.english import CLAUSES, ENDINGS, GRAMMAR, VERBS
from indexer.extract.rules.claim import POSSIBLE, Claim, Range, has_passage
from indexer.extract.rules.phrase_claims import phrase_claims
from indexer.extract.rules.place_claims import place_claims
from indexer.extract.rules.subjects import leading_subject
from indexer.extract.rules.verb_claims import verb_claim
from indexer.languages.verbs import Report
from indexer.model import Label, Role

_SUREST_FIRST = tuple(Report)

LONGEST_ACTION = 8
"""Tokens of the longest sentence whose subject is taken for the speaker of the passage after it."""


_NOT_FINITE = VERBS.put_to | VERBS.participles


def tag(document: Document) -> tuple[Label, ...]:
    """Every source, cue and content that the rules find, in order of their start."""
    text = document.text
    labels = list(nested(document))
    for number in range(len(document.paragraphs)):
        before = Frame()
        for frame in document.frames(number):
            claims = list(_search(frame))
            if before and _is_bare(frame) and (actor := _actor(before)) is not None:
                labels.append(Label(before.span(text, actor), Role.SOURCE, POSSIBLE))
            labels.extend(_labels(text, frame, iter(claims)))
            before = Frame() if claims else frame
    return tuple(sorted(labels, key=lambda label: (label.span.start, -label.span.end)))


def nested(document: Document) -> Iterator[Label]:
    """The sources, cues and contents inside passages: quotes within quotes."""
    for passage in document.outer:
        if frame := document.inner_frame(passage):
            yield from _labels(document.text, frame, _search(frame, passages_only=True))


def _is_bare(frame: Frame) -> bool:
    """Whether a frame is a passage without words around it."""
    return frame[0].passage is not None and not any(token.is_word for token in frame)


def _actor(frame: Frame) -> Range | None:
    """The subject of the short sentence before a passage: `Quist shrugged. “I have heard worse.”`"""
    if len(frame) > LONGEST_ACTION or frame[-1].text != ".":
        return None
    subject = leading_subject(frame, len(frame) - 1)
    if subject is None or not (frame[subject[0]].is_capital or frame[subject[0]].low in GRAMMAR.singular_persons):
        return None
    named = all(token.is_capital for token in frame[slice(*subject)])
    return subject if named and subject[1] < len(frame) - 1 else None


def _labels(text: str, frame: Frame, claims: Iterator[Claim]) -> Iterator[Label]:
    for claim in claims:
        if claim.cue is not None:
            yield Label(frame.span(text, claim.cue), Role.CUE, claim.score)
        if claim.source is not None:
            yield Label(frame.span(text, claim.source), Role.SOURCE, claim.score)
        yield from (Label(frame.span(text, content), Role.CONTENT, claim.score) for content in claim.contents)


def _search(frame: Frame, passages_only: bool = False) -> Iterator[Claim]:
    """The claims of a frame that do not overlap: cue phrases first, then verbs, the surest kind first."""
    taken: set[int] = set()  # tokens that a content has claimed
    any_cue = False
    source: Range | None = None
    for claim in phrase_claims(frame):
        any_cue, source = True, claim.source
        yield claim
        taken.update(_tokens(claim))
    verbs = [
        (index, verb)
        for index, token in enumerate(frame)
        if (verb := VERBS.reporting.get(token.low)) is not None and _is_verb_form(frame, index)
    ]
    for index, verb in sorted(verbs, key=lambda one: _SUREST_FIRST.index(one[1].report)):
        found = None if index in taken else verb_claim(frame, index, verb, _floor(taken, index), source)
        if found is None or (remaining := _remaining(frame, found, taken, passages_only)) is None:
            continue
        any_cue, source = True, remaining.source or source
        yield remaining
        taken.update(_tokens(remaining))
    for claim in place_claims(frame, frozenset(taken), any_cue):
        yield claim
        taken.update(_tokens(claim))
    if not passages_only:
        for content in _bare(frame, taken):
            yield Claim(None, None, (content,), POSSIBLE)


def _is_headline(frame: Frame) -> bool:
    """Whether all longer words have capitals: `Ferry Will Sail in Spring, Mayor Says`."""
    return all(token.is_capital for token in frame if token.is_word and len(token.text) > 4)


def _tokens(claim: Claim) -> Iterator[int]:
    for content in claim.contents:
        yield from range(*content)


def _remaining(frame: Frame, claim: Claim, taken: set[int], passages_only: bool) -> Claim | None:
    """The claim without contents that are taken already; None if no content is left."""
    contents = tuple(
        content
        for content in claim.contents
        if not taken.intersection(range(*content)) and (has_passage(frame, content) or not passages_only)
    )
    return None if claim.contents and not contents else replace(claim, contents=contents)


def _is_verb_form(frame: Frame, index: int) -> bool:
    """Whether a form of a cue verb can be a verb here: in small letters, first in its sentence, or after an auxiliary.

    A past form at the beginning of a sentence is passive ("Asked about the fare, Quist ...") and attributes nothing; a
    participle without an auxiliary does not either ("the bill, known as ...").
    """
    token, auxiliary = frame[index], frame.at(index - 1).low in CLAUSES.before_verbs
    if index == 0:
        return not token.low.endswith(ENDINGS.past) and token.low not in _NOT_FINITE
    if token.low in VERBS.participles:
        return auxiliary
    return (
        not token.is_capital or auxiliary or (token.low in VERBS.plain and token.text.istitle() and _is_headline(frame))
    )


def _floor(taken: set[int], index: int) -> int:
    """The first token that a cue may claim: the one after the last content before it."""
    return max((token + 1 for token in taken if token < index), default=0)


def _bare(frame: Frame, taken: set[int]) -> Iterator[Range]:
    """Passages without a cue that are sentences by themselves; ``link`` decides to whom they belong."""
    alone = not any(token.is_word for token in frame)
    for index, token in enumerate(frame):
        sentence = index == 0 and len(token.text.split()) >= 6 and token.final in tuple(".!?,")
        if token.passage is not None and index not in taken and (alone or sentence):
            yield index, index + 1

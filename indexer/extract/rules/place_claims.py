"""Claims for passages without a known verb: a comma, a colon or a dash is the cue."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from indexer.document import Frame
from indexer.english import CLAUSES, ENDINGS, GRAMMAR
from indexer.extract.rules.claim import LIKELY, POSSIBLE, Claim, Range
from indexer.extract.rules.noun_phrase import subject_after
from indexer.extract.rules.subjects import can_speak, leading_subject


def place_claims(frame: Frame, taken: Collection[int], any_cue: bool) -> Iterator[Claim]:
    """The claims for passages that are attributed by position, without a known verb.

    `“…,” Quist VERBS`: a comma inside the mark shows that a cue follows, whatever the verb. `Quist …: “…”` and
    `Quist:` at the end of a paragraph: the colon is the cue. `“…” – Quist, ROLE`: the dash is the cue.

    Args:
        taken: tokens of other claims.
        any_cue: whether the frame has a cue already, so that a colon is none.
    """
    for index, token in enumerate(frame):
        if token.passage is None or index in taken:
            continue
        if token.final == "," and (cue := _any_verb_after(frame, index + 1)) is not None:
            yield Claim(cue[1], cue[0], ((index, index + 1),), LIKELY)
        elif not any_cue and frame.at(index - 1).text == ":":
            source = _name_before(frame, index - 1) or leading_subject(frame, index - 1)
            if source is not None:
                yield Claim((index - 1, index), source, ((index, index + 1),), POSSIBLE)
        elif index == 0 and frame.at(1).text in "—–―-" and frame.at(2).is_capital:
            yield Claim((1, 2), (2, len(frame)), ((0, 1),), LIKELY)
    if not any_cue and len(frame) > 1 and frame[-1].text == ":" and not any(t.passage for t in frame):
        source = leading_subject(frame, len(frame) - 1)
        if source is not None:
            yield Claim((len(frame) - 1, len(frame)), source, (), POSSIBLE)


def _name_before(frame: Frame, colon: int) -> Range | None:
    """The name directly before a colon, after a dash or "from": `Votes are in – Mira Okafor: “…”`"""
    start = colon
    while frame.at(start - 1).is_capital or frame.at(start - 1).low in GRAMMAR.additive:
        start -= 1
    set_off = frame.at(start - 1).text in "-–—" or frame.at(start - 1).low in CLAUSES.origins
    return (start, colon) if set_off and start < colon else None


def _any_verb_after(frame: Frame, start: int) -> tuple[Range, Range] | None:
    """(source, cue) after a passage: a noun phrase and an unknown verb, or the same inverted."""
    end = start + (frame.at(start).low in GRAMMAR.subject_pronouns or frame.at(start).low in GRAMMAR.determiners)
    while frame.at(start).low not in GRAMMAR.subject_pronouns and frame.at(end).is_capital:
        end += 1
    if can_speak(frame, start, end) and _looks_finite(frame.at(end).low):
        return (start, end), (end, end + 1)
    if _looks_finite(frame.at(start).low) and not frame[start].is_capital:
        subject = subject_after(frame, start)
        if subject is not None and frame[subject[0]].is_capital:
            return subject, (start, start + 1)
    return None


def _looks_finite(low: str) -> bool:
    return low.endswith(ENDINGS.finite) and low not in GRAMMAR.determiners and low not in GRAMMAR.adpositions

"""The content of a cue: the clause or passage after it, or the one before.

Ranges are token numbers of a frame, end exclusive.
"""

from __future__ import annotations

from indexer.document import NOTHING, Frame, Token
from indexer.english import CLAUSES, ENDINGS, GRAMMAR, TIME, VERBS
from indexer.extract.rules.claim import Range, has_passage
from indexer.languages.verbs import Report, Takes, Verb

_FINAL = frozenset(".!?;")
_DASHES = frozenset("—–")
_ENDS_SENTENCE, _ENDS_QUOTE = frozenset(".!?"), frozenset(".!?,…")
_ELLIPSES = frozenset({"…", "..."})
_CLOSING = frozenset({".", ",", ";", ":", "!", "?", "—", "–", "-"})


# --- after the cue -------------------------------------------------------------------------------------


def content_after(frame: Frame, cue_end: int, verb: Verb) -> Range | None:
    """The content after the cue that ends at ``cue_end``: a passage or a clause, or None."""
    if Takes.INFINITIVE in verb.takes and _is_infinitive(frame, cue_end):
        return _clause(frame, cue_end)
    start = _skip_hearer(frame, cue_end) if Takes.HEARER in verb.takes else cue_end
    start = _skip_circumstance(frame, start)
    token, judges, attitude = frame.at(start), verb.report is Report.JUDGEMENT, verb.report is Report.ATTITUDE
    if token.text == ":" and start + 1 < len(frame):
        introduces = frame[start + 1].passage is not None
        return _passage(frame, start + 1) if introduces else _trimmed(frame, start + 1, len(frame))
    if token.text == ",":
        return None if judges else _after_comma(frame, start)
    if token.passage is not None:
        return _passage(frame, start)
    if not token.is_word and token.text not in "[($":
        return None
    if token.low in CLAUSES.clause_openers:
        return _clause(frame, start)
    if (colon := _colon_before_passage(frame, start)) is not None:
        return _passage(frame, colon + 1)
    gerund = Takes.GERUND in verb.takes and token.low.endswith(ENDINGS.gerunds)
    if judges or gerund or (attitude and token.low in GRAMMAR.infinitive):
        return _clause(frame, start)
    if attitude or Takes.CLAUSE in verb.takes:
        is_clause = token.low not in GRAMMAR.adpositions or token.low in CLAUSES.clause_adpositions
    else:
        quotes = has_passage(frame, (start, clause_end(frame, start)))
        is_clause = quotes and token.low not in GRAMMAR.conjunctions
    return _clause(frame, start) if is_clause else None


def _clause(frame: Frame, start: int) -> Range:
    return _trimmed(frame, start, clause_end(frame, start))


def _passage(frame: Frame, start: int) -> Range:
    return start, passage_end(frame, start)


def _colon_before_passage(frame: Frame, start: int) -> int | None:
    """The colon of `quoted her father: “…”`, if no other passage precedes it."""
    for number in range(start, len(frame) - 1):
        if frame[number].passage is not None or (frame[number].text == "," and _turns(frame, number + 1)):
            return None
        if frame[number].text == ":":
            return number if frame[number + 1].passage is not None else None
    return None


def _skip_hearer(frame: Frame, start: int) -> int:
    """Skip the hearer: "reporters", "Al Jazeera", "a crowd of supporters in Ohio"."""
    if frame.at(start).low in GRAMMAR.object_pronouns:
        return start + 1
    for number in range(start, min(len(frame), start + 25)):
        token = frame[number]
        if token.passage is not None or token.low in CLAUSES.content_openers:
            return number
        if token.text in ":.;!?":
            return number
        if token.text == "," and number + 1 < len(frame):
            # After a comma that opens no aside there is no content: "told the crew, she left".
            aside = any(token.text == "," or token.passage is not None for token in frame[number + 1 : number + 12])
            return number if aside else len(frame)
        if number > start and token.low in CLAUSES.subjects_behind_hearers:
            return number
        if number > start and token.low in GRAMMAR.determiners and frame[number - 1].low not in GRAMMAR.adpositions:
            return number
    return start


def _skip_circumstance(frame: Frame, start: int) -> int:
    """Skip adverbs, and phrases such as "in a statement on Friday", before the content."""
    number: int | None = start
    while number is not None and number < len(frame):
        start, low = number, frame[number].low
        adverb = low.endswith(ENDINGS.adverbs) or low in CLAUSES.cue_adverbs
        if low in TIME.time_adverbs or (adverb and frame[number].is_word and not frame[number].is_capital):
            number += 1
        elif low in GRAMMAR.adpositions and low not in GRAMMAR.comparisons and not _is_infinitive(frame, number):
            number = _end_of_circumstance(frame, number)
        else:
            return number
    return start if number is None else number


def _is_infinitive(frame: Frame, number: int) -> bool:
    """Whether "to" is followed by a verb ("promised to rebuild"), not by a hearer ("said to reporters")."""
    low, behind = frame.at(number).low, frame.at(number + 1)
    noun = (
        behind.low in GRAMMAR.determiners
        or behind.low in GRAMMAR.object_pronouns
        or behind.low.endswith(ENDINGS.plural)
    )
    return low in GRAMMAR.infinitive and behind.is_word and not behind.is_capital and not noun


def _end_of_circumstance(frame: Frame, start: int) -> int | None:
    for number in range(start + 1, min(len(frame), start + 30)):
        token, before = frame[number], frame[number - 1]
        if token.passage is not None:
            return None if before.is_word and before.low not in TIME.time_adverbs else number
        if token.text in (",", ":") or token.text in _FINAL or token.text in _DASHES:
            return number
        if token.low in GRAMMAR.complementisers:
            return number
        if token.low in CLAUSES.subjects_behind_circumstances and before.low not in GRAMMAR.adpositions:
            return number
        if token.low in GRAMMAR.determiners and before.low in TIME.weekdays:
            return number
    return None


def _after_comma(frame: Frame, comma: int) -> Range | None:
    first = frame.at(comma + 1)
    if first.passage is not None:
        return _passage(frame, comma + 1)
    if first.low in GRAMMAR.conjunctions and first.low not in CLAUSES.unreported_conjunctions:
        return _clause(frame, comma + 1)
    # said, however, that … / said, “…” after an aside
    for number in range(comma + 1, min(len(frame) - 1, comma + 25)):
        if frame[number].passage is not None or frame[number].text in _FINAL:
            return None
        if frame[number].text == ",":
            if frame[number + 1].passage is not None:
                return _passage(frame, number + 1)
            return _clause(frame, number + 1) if frame[number + 1].low in CLAUSES.clause_openers else None
    return None


def passage_end(frame: Frame, start: int) -> int:
    """The end of the content that begins with the passage at ``start``: the end of the passage, or of its clause."""
    following = frame.at(start + 1)
    ends = start + 1 >= len(frame) or following.passage is not None or following.text in ".,;:!?—–)"
    if not ends and frame[start].final not in _ENDS_QUOTE:
        return _clause(frame, start)[1]
    end = start + 1
    while _joins(frame.at(end)) and frame.at(end + 1).passage is not None:
        end += 2
    return end


def _joins(token: Token) -> bool:
    """Whether a token joins two passages into one content: “goes on” and “goes on”."""
    return token.low in GRAMMAR.coordinators or token.text in _ELLIPSES


def clause_end(frame: Frame, start: int) -> int:
    """The end of the clause that begins at ``start``, before another cue."""
    for number in range(start + 1, len(frame)):
        token, following = frame[number], frame.at(number + 1)
        if token.text == ";" or (token.text == "," and _turns(frame, number + 1)):
            return number
        if token.text in _DASHES and (following.low in CLAUSES.clause_ends_at_dash or _turns(frame, number + 1)):
            return number
        if token.final in _ENDS_SENTENCE:
            return number + 1
        if token.low in GRAMMAR.additive and _is_finite_cue(following.low):
            return number
    return len(frame)


def _turns(frame: Frame, number: int) -> bool:
    """Whether another clause of the sentence, outside of the content, begins here."""
    low = frame.at(number).low
    verb = VERBS.reporting.get(low)
    if verb is not None and verb.report is Report.SPEECH and (verb.gerund or low in VERBS.plain):
        return True
    if verb is not None and verb.report is Report.JUDGEMENT and verb.gerund:
        return True
    if low in CLAUSES.clause_ends:
        return True
    return low in GRAMMAR.additive and _cue_with_subject(frame, number + 1)


def _cue_with_subject(frame: Frame, start: int) -> bool:
    """Whether a finite cue follows, after its subject (a name or a pronoun) or without one of its own."""
    for token in frame[start : start + 5]:
        if token.is_word and _is_finite_cue(token.low):
            return True
        if not token.is_word or not (token.is_capital or token.low in GRAMMAR.subject_pronouns):
            return False
    return False


def _is_finite_cue(low: str) -> bool:
    verb = VERBS.reporting.get(low)
    return verb is not None and verb.report is not Report.ATTITUDE and not verb.gerund and not verb.bare


# --- before the cue, and around it ---------------------------------------------------------------------


def content_before(frame: Frame, source_start: int, floor: int) -> Range | None:
    """The content before a cue at the end of its clause: from ``floor`` to the comma before its source.

    Args:
        source_start: the first token of the source, or the inverted verb.
        floor: the first token that the content may have.
    """
    end = source_start
    if end <= floor:
        return None
    before = frame[end - 1]
    if before.text == "," or (before.text in _DASHES and end - 2 >= floor and frame[end - 2].passage is not None):
        end -= 1
    elif before.passage is None or before.final == ".":
        return None
    start = floor
    while start < end and _is_mark(frame, start):
        start += 1
    if start >= end:
        return None
    return (start if frame[end - 1].passage is None else _passage_start(frame, start, end - 1)), end


def _is_mark(frame: Frame, number: int) -> bool:
    token = frame[number]
    return token.passage is None and not token.is_word and token.text not in "[($"


def _passage_start(frame: Frame, floor: int, passage: int) -> int:
    """Where a content that ends with a passage begins: with the passage, if that is a sentence of its own."""
    before = frame[passage - 1]
    sentence = frame[passage].text[1:2].isupper() and (before.text in ",:" or not before.is_word)
    joined = before.low in CLAUSES.connectives and passage - 1 == floor
    return passage if passage == floor or sentence or joined else floor


def content_resumed(frame: Frame, cue_end: int) -> Range | None:
    """The rest of a content after a cue between commas: `The road, he said, will reopen.`"""
    start = _skip_circumstance(frame, cue_end)
    for number in range(start, min(len(frame), start + 12)):
        if frame[number].passage is not None or frame[number].text in _FINAL:
            return None
        if frame[number].text == ",":
            following = frame.at(number + 1)
            ends = following is NOTHING or following.low in CLAUSES.continues_source or _turns(frame, number + 1)
            return None if ends else _clause(frame, number + 1)
    return None


def _trimmed(frame: Frame, start: int, end: int) -> Range:
    while end > start + 1 and frame[end - 1].text in _CLOSING:
        end -= 1
    return start, end

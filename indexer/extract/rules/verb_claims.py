"""Claims of verbs: the source on one side, the content on the other."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from indexer.document import Frame, Token
from indexer.english import CLAUSES, GRAMMAR, OCCASIONS, VERBS
from indexer.extract.rules.claim import LIKELY, POSSIBLE, SHORTEST, SURE, Claim, Range, has_passage
from indexer.extract.rules.clauses import content_after, content_before, content_resumed
from indexer.extract.rules.noun_phrase import start_of_phrase, subject_after, subject_before
from indexer.extract.rules.subjects import can_speak, is_plural, leading_subject
from indexer.languages.verbs import Report, Says, Takes, Verb


def verb_claim(frame: Frame, index: int, verb: Verb, covered: int, last_source: Range | None) -> Claim | None:
    """The claim of the verb at a token number, or None if it attributes nothing.

    Args:
        covered: the first token that belongs to no earlier content.
        last_source: the source of the previous cue in this sentence, which a participle or "and said" may share.
    """
    finite = not verb.gerund and not verb.bare
    if verb.report is Report.SPEECH and finite and (inverted := _inverted(frame, index, covered)):
        return inverted
    own = subject_before(frame, index)
    before = own or (_shared_subject(frame, index, last_source) if finite else None)
    if verb.gerund and (before is None or not _has_auxiliary(frame[before[2] : index], GRAMMAR.perfect)):
        return _participle(frame, index, verb, last_source)
    if before is None or index < covered:
        return None
    start, end, cue_start = before
    if (own is not None and start < covered) or not can_speak(frame, start, end):
        return None
    if verb.bare and cue_start == index and not is_plural(frame, start, end):
        return None
    if frame[index].low in VERBS.noun_like and not _governs(frame, index + 1):
        return None
    if finite and _has_auxiliary(frame[cue_start:index]):
        return _passive(frame, index, verb, cue_start)
    cue_end = _cue_end(frame, index, verb)
    after = content_after(frame, cue_end, verb)
    relative = frame[start].low in GRAMMAR.relative_subjects
    if relative and (antecedent := _antecedent(frame, start, last_source)) is not None:
        if frame.at(start - 1).text == ",":
            after = _to_comma(frame, after)
        start, end = antecedent
    if start == 1 and frame[0].low in GRAMMAR.subordinators:
        after = _to_comma(frame, after)
    contents = _contents(frame, _preceding(frame, start, covered, verb), after, cue_end)
    if contents is None:
        return None
    speech = verb.report is Report.SPEECH
    if not contents:
        return Claim((cue_start, cue_end), (start, end), (), LIKELY) if speech and frame[-1].text == ":" else None
    quoted = any(has_passage(frame, content) for content in contents)
    if not quoted and (verb.report is Report.JUDGEMENT or max(end - start for start, end in contents) < SHORTEST):
        return None
    score = SURE if quoted and speech else LIKELY if speech else POSSIBLE
    return Claim((cue_start, cue_end), (start, end), contents, score)


def _contents(frame: Frame, before: Range | None, after: Range | None, cue_end: int) -> tuple[Range, ...] | None:
    """The contents of a verb, from those before its source and after it; None if the verb attributes nothing."""
    if before is None:
        return () if after is None else (after,)
    if after is not None and not _is_quote(frame, before):
        return (after,)
    if after is not None:
        return (before, after) if has_passage(frame, after) else (before,)
    rest = content_resumed(frame, cue_end)
    if rest is not None:
        return before, rest
    return (before,) if has_passage(frame, before) or not _only_introduces(frame, before[0]) else None


def _is_quote(frame: Frame, content: Range) -> bool:
    """Whether a content begins and ends with a passage; not so `In “Low Water”, Quist said`."""
    return frame[content[0]].passage is not None and frame[content[1] - 1].passage is not None


def _governs(frame: Frame, index: int) -> bool:
    """Whether the object of a verb follows: a clause, a passage or a name."""
    token = frame.at(index)
    closed = (GRAMMAR.subject_pronouns, GRAMMAR.determiners, GRAMMAR.conjunctions)
    marked = token.passage is not None or token.text in ":,"
    return marked or token.is_capital or any(token.low in words for words in closed)


def _preceding(frame: Frame, start: int, covered: int, verb: Verb) -> Range | None:
    """The content before the source: a passage for any verb of speech, a clause for verbs that take a bare clause."""
    if verb.report is not Report.SPEECH:
        return None
    content = content_before(frame, start, covered)
    if content is None or has_passage(frame, content):
        return content
    return content if not verb.takes.isdisjoint((Takes.CLAUSE, Takes.CLAUSE_BEFORE)) else None


def _only_introduces(frame: Frame, start: int) -> bool:
    """Whether a phrase of time or place begins here ("In April 2009,"), which is no content."""
    while frame.at(start).low in CLAUSES.connectives:
        start += 1
    low = frame.at(start).low
    return low in GRAMMAR.adpositions or low in CLAUSES.introductory_subordinators


def _cue_end(frame: Frame, index: int, verb: Verb) -> int:
    """The end of the verb with its particle ("pointed out")."""
    return index + 2 if (verb.base, frame.at(index + 1).low) in VERBS.phrasal else index + 1


def _shared_subject(frame: Frame, index: int, last_source: Range | None) -> tuple[int, int, int] | None:
    """The subject of `… and said …`: the source of the previous cue, or the subject of the sentence."""
    start = index
    while start > 1 and frame[start - 1].low in CLAUSES.before_verbs:
        start -= 1
    if frame.at(start - 1).low not in CLAUSES.subject_sharing:
        return None
    subject = last_source or leading_subject(frame, start - 1)
    return None if subject is None else (*subject, start)


def _to_comma(frame: Frame, content: Range | None) -> Range | None:
    """The content up to the comma that ends its clause: `Quist, who said it would rain, left.`"""
    if content is None:
        return None
    return content[0], next((index for index in range(*content) if frame[index].text == ","), content[1])


def _antecedent(frame: Frame, relative: int, last_source: Range | None) -> Range | None:
    """The antecedent of "who" or "which": the noun phrase before it, or the source that ends there."""
    end = relative - (frame.at(relative - 1).text == ",")
    if last_source is not None and last_source[1] == end:
        return last_source
    start = start_of_phrase(frame, end)
    return None if start is None else (start, end)


def _inverted(frame: Frame, index: int, covered: int) -> Claim | None:
    """The claim of an inverted verb: `“…,” said NAME.` and `…, says NAME.`"""
    before = frame.at(index - 1)
    if before.passage is None and (index < 2 or before.text not in ",—–"):
        return None
    subject = subject_after(frame, index)
    if subject is None:
        return None
    # In `…, Quist, a baker, told Radio Nord.` the verb wants a hearer, and the name after it is no source.
    bare = before.passage is None and frame[index - 2].passage is None
    if bare and Takes.HEARER in VERBS.reporting[frame[index].low].takes:
        return None
    content = content_before(frame, index, covered)
    if content is None or (bare and not _closes(frame, index, subject[1])):
        return None
    return Claim((index, index + 1), subject, (content, *_trailing_passage(frame, subject[1])), SURE)


def _closes(frame: Frame, index: int, end: int) -> bool:
    """Whether an inverted cue that follows no passage ends its clause: `…, said NAME.`"""
    named = frame[index + 1].is_capital or frame[index + 1].low in GRAMMAR.singular_persons
    return (end >= len(frame) or frame[end].text in ".,;") and (named or frame[index].low in VERBS.plain)


def _trailing_passage(frame: Frame, start: int) -> tuple[Range, ...]:
    """The second half of a quote behind its cue: “…,” said NAME in Oslo on Monday, “…”"""
    for index in range(start, len(frame) - 1):
        parts = (",", ":", ".") if index == start else (",", ":")
        if frame[index].text in parts and frame[index + 1].passage is not None:
            return ((index + 1, index + 2),)
        if frame[index].passage is not None or frame[index].text in ".;!?":
            break
    return ()


def _has_auxiliary(tokens: Iterable[Token], others: Collection[str] = ()) -> bool:
    """Whether a form of "be", or another of these auxiliaries, is among the words before a verb."""
    return any(token.low in GRAMMAR.be or token.low in others for token in tokens)


def _passive(frame: Frame, index: int, verb: Verb, cue_start: int) -> Claim | None:
    """The claim of a passive "was asked": the question has no named source."""
    if verb.says is not Says.ASKS:
        return None
    content = content_after(frame, index + 1, verb)
    return None if content is None else Claim((cue_start, index + 1), None, (content,), POSSIBLE)


def _participle(frame: Frame, index: int, verb: Verb, last_source: Range | None) -> Claim | None:
    """The claim of a participle, `…, adding that …`: its source is the previous cue's, or the sentence's subject."""
    before, absolute = frame.at(index - 1), _absolute_subject(frame, index)
    led = before.text in ",—–" or before.low in CLAUSES.before_gerunds or before.low in OCCASIONS.media
    if absolute is None and not led:
        return None
    content = content_after(frame, _cue_end(frame, index, verb), verb)
    if content is None or (verb.report is not Report.SPEECH and not has_passage(frame, content)):
        return None
    source = absolute or last_source or leading_subject(frame, index)
    return Claim((index, index + 1), source, (content,), LIKELY)


def _absolute_subject(frame: Frame, index: int) -> Range | None:
    """The subject of `…, with Quist calling it “…”`."""
    start = start_of_phrase(frame, index)
    if start is None or frame.at(start - 1).low not in CLAUSES.absolutes or not can_speak(frame, start, index):
        return None
    return start, index

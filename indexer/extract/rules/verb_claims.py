"""What a verb claims: its source on one side, its content on the other."""

from __future__ import annotations

from indexer.document import Frame, Token
from indexer.english import CLAUSES, GRAMMAR, OCCASIONS, VERBS
from indexer.extract.rules.claim import LIKELY, POSSIBLE, SHORTEST, SURE, Claim, Range, has_passage
from indexer.extract.rules.clauses import content_after, content_before, content_resumed
from indexer.extract.rules.noun_phrase import start_of_phrase, subject_after, subject_before
from indexer.extract.rules.subjects import can_speak, is_plural, leading_subject
from indexer.languages.verbs import Report, Says, Takes, Verb


def verb_claim(frame: Frame, index: int, verb: Verb, covered: int, last_source: Range | None) -> Claim | None:
    """What the verb at a token index claims, or None where it attributes nothing.

    Args:
        covered: tokens before this one belong to an earlier content.
        last_source: the source of the cue before in this sentence, which a participle or "and said" may share.
    """
    if (
        verb.report is Report.SPEECH
        and not verb.gerund
        and not verb.bare
        and (inverted := _inverted(frame, index, covered))
    ):
        return inverted
    own = subject_before(frame, index)
    before = own or _shared_subject(frame, index, verb, last_source)
    if verb.gerund and (before is None or not _is_progressive(frame, before[2], index)):
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
    if _is_passive(frame, cue_start, index, verb):
        return _passive(frame, index, verb, cue_start)
    cue_end = _cue_end(frame, index, verb)
    after = content_after(frame, cue_end, verb)
    if (
        frame[start].low in GRAMMAR.relative_subjects
        and (antecedent := _antecedent(frame, start, last_source)) is not None
    ):
        if after is not None and start > 0 and frame[start - 1].text == ",":
            after = after[0], _first_comma(frame, *after)
        start, end = antecedent
    if after is not None and start == 1 and frame[0].low in GRAMMAR.subordinators:
        after = after[0], _first_comma(frame, *after)
    preceding = _preceding(frame, start, covered, verb)
    contents = []
    if preceding is not None and (after is None or _is_quote(frame, preceding)):
        contents.append(preceding)
    if after is not None and (not contents or has_passage(frame, after)):
        contents.append(after)
    if preceding is not None and after is None:
        rest = content_resumed(frame, cue_end)
        if rest is not None:
            contents.append(rest)
        elif not has_passage(frame, preceding) and _only_introduces(frame, preceding[0]):
            return None
    if not contents and verb.report is Report.SPEECH and _ends_in_colon(frame):
        return Claim((cue_start, cue_end), (start, end), (), LIKELY)
    if not contents:
        return None
    quoted = any(has_passage(frame, content) for content in contents)
    if not quoted and (verb.report is Report.JUDGEMENT or max(end - start for start, end in contents) < SHORTEST):
        return None
    score = SURE if quoted and verb.report is Report.SPEECH else LIKELY if verb.report is Report.SPEECH else POSSIBLE
    return Claim((cue_start, cue_end), (start, end), tuple(contents), score)


def _is_quote(frame: Frame, content: Range) -> bool:
    """Whether a content is passages from end to end, not a title that opens: `In “Low Water”, Quist said`."""
    return frame[content[0]].passage is not None and frame[content[1] - 1].passage is not None


def _governs(frame: Frame, index: int) -> bool:
    """Whether a clause, a passage or a name stands where the object of a verb would."""
    if index >= len(frame):
        return False
    token = frame[index]
    if token.passage is not None or token.text in ":,":
        return True
    return token.is_capital or any(
        token.low in words for words in (GRAMMAR.subjects, GRAMMAR.determiners, GRAMMAR.conjunctions)
    )


def _preceding(frame: Frame, start: int, covered: int, verb: Verb) -> Range | None:
    """What stands before the source: a passage for any verb of speech, a clause for those that take a bare one."""
    if verb.report is not Report.SPEECH:
        return None
    content = content_before(frame, start, covered)
    if content is None or has_passage(frame, content):
        return content
    return content if not verb.takes.isdisjoint((Takes.CLAUSE, Takes.CLAUSE_BEFORE)) else None


def _only_introduces(frame: Frame, start: int) -> bool:
    """Whether what begins here is a phrase of time or place ("In April 2009,"), which nobody was cited with."""
    while start < len(frame) and frame[start].low in CLAUSES.connectives:
        start += 1
    low = frame[start].low if start < len(frame) else ""
    return low in GRAMMAR.adpositions or low in CLAUSES.introductions


def _cue_end(frame: Frame, index: int, verb: Verb) -> int:
    """Behind the verb, and behind its particle ("pointed out")."""
    following = frame[index + 1].low if index + 1 < len(frame) else ""
    return index + 2 if (verb.base, following) in VERBS.phrasal else index + 1


def _shared_subject(frame: Frame, index: int, verb: Verb, last_source: Range | None) -> tuple[int, int, int] | None:
    """The subject of `… and said …`: that of the cue before, or of the sentence."""
    if verb.gerund or verb.bare or index == 0:
        return None
    start = index
    while start > 1 and (frame[start - 1].low in CLAUSES.before_verbs):
        start -= 1
    if frame[start - 1].low not in CLAUSES.shares_subject:
        return None
    subject = last_source or leading_subject(frame, start - 1)
    return None if subject is None else (*subject, start)


def _first_comma(frame: Frame, start: int, end: int) -> int:
    """Where a clause set off by commas ends: `Quist, who said it would rain, left.`"""
    return next((index for index in range(start, end) if frame[index].text == ","), end)


def _antecedent(frame: Frame, relative: int, last_source: Range | None) -> Range | None:
    """What "who" or "which" stands for: the noun phrase before it, or the source that ends there."""
    end = relative - 1 if relative > 0 and frame[relative - 1].text == "," else relative
    if last_source is not None and last_source[1] == end:
        return last_source
    start = start_of_phrase(frame, end) if end > 0 else None
    return None if start is None else (start, end)


def _ends_in_colon(frame: Frame) -> bool:
    return frame[-1].text == ":"


def _inverted(frame: Frame, index: int, covered: int) -> Claim | None:
    """“…,” said NAME. and: …, says NAME."""
    if index == 0:
        return None
    before = frame[index - 1]
    if not (before.passage is not None or (before.text in ",—–" and index >= 2)):
        return None
    subject = subject_after(frame, index)
    if subject is None:
        return None
    if before.passage is None and frame[index - 2].passage is None and _hearer_follows(frame, index):
        return None
    content = content_before(frame, index, covered)
    if content is None:
        return None
    if before.passage is None and frame[index - 2].passage is None and not _closes(frame, index, subject[1]):
        return None
    contents = [content]
    after = subject[1]
    if after + 1 < len(frame) and frame[after].text in ",." and frame[after + 1].passage is not None:
        contents.append((after + 1, after + 2))
    elif after < len(frame) and (trailing := _trailing_passage(frame, after)) is not None:
        contents.append(trailing)
    return Claim((index, index + 1), subject, tuple(contents), SURE)


def _hearer_follows(frame: Frame, index: int) -> bool:
    """Whether the verb wants a hearer: in `…, Quist, a baker, told Radio Nord.` the name after it is no source."""
    return Takes.HEARER in VERBS.reporting[frame[index].low].takes


def _closes(frame: Frame, index: int, end: int) -> bool:
    """Whether an inverted cue without a passage before it ends its clause: `…, said NAME.`"""
    return (end >= len(frame) or frame[end].text in ".,;") and (
        frame[index].low in VERBS.plain or frame[index + 1].is_capital or frame[index + 1].low in GRAMMAR.persons
    )


def _trailing_passage(frame: Frame, start: int) -> Range | None:
    """The second half of a quote behind its cue: “…,” said NAME in Oslo on Monday, “…”"""
    for position in range(start, len(frame) - 1):
        token = frame[position]
        if token.passage is not None or token.text in ".;!?":
            return None
        if token.text in (",", ":") and frame[position + 1].passage is not None:
            return position + 1, position + 2
    return None


def _is_progressive(frame: Frame, start: int, index: int) -> bool:
    return any(_is_be(token) or token.low in GRAMMAR.perfect for token in frame[start:index])


def _is_passive(frame: Frame, start: int, index: int, verb: Verb) -> bool:
    return not verb.gerund and not verb.bare and any(map(_is_be, frame[start:index]))


def _is_be(token: Token) -> bool:
    return token.low in GRAMMAR.be


def _passive(frame: Frame, index: int, verb: Verb, cue_start: int) -> Claim | None:
    """Somebody was asked something: the question has no named source."""
    if verb.says is not Says.ASKS:
        return None
    content = content_after(frame, index + 1, verb)
    return None if content is None else Claim((cue_start, index + 1), None, (content,), POSSIBLE)


def _participle(frame: Frame, index: int, verb: Verb, last_source: Range | None) -> Claim | None:
    """…, adding that …: the source is that of the cue before, or the subject of the sentence."""
    if index == 0:
        return None
    before = frame[index - 1]
    absolute = _absolute_subject(frame, index)
    if (
        absolute is None
        and before.text not in ",—–"
        and before.low not in CLAUSES.before_gerunds
        and before.low not in OCCASIONS.media
    ):
        return None
    content = content_after(frame, _cue_end(frame, index, verb), verb)
    if content is None or (verb.report is not Report.SPEECH and not has_passage(frame, content)):
        return None
    source = absolute or last_source or leading_subject(frame, index)
    return Claim((index, index + 1), source, (content,), LIKELY)


def _absolute_subject(frame: Frame, index: int) -> Range | None:
    """The subject of `…, with Quist calling it “…”`."""
    start = start_of_phrase(frame, index)
    return (
        (start, index)
        if start and frame[start - 1].low in CLAUSES.absolutes and can_speak(frame, start, index)
        else None
    )

"""What a cue attributes: the clause or passage after it, or the one before.

Ranges are token indices into a frame, end exclusive.
"""

from __future__ import annotations

from indexer.document import Frame
from indexer.english import CLAUSES, ENDINGS, GRAMMAR, TIME, VERBS
from indexer.languages.verbs import Report, Takes, Verb

_FINAL = frozenset(".!?;")
_ELLIPSES = frozenset({"…", "..."})
_DASHES = frozenset("—–")


def content_after(frame: Frame, cue_end: int, verb: Verb) -> tuple[int, int] | None:
    """What follows the cue that ends at ``cue_end``: a passage, a clause, or None."""
    if Takes.INFINITIVE in verb.takes and cue_end < len(frame) and _infinitive(frame, cue_end):
        return _trimmed(frame, cue_end, clause_end(frame, cue_end))
    start = _skip_hearer(frame, cue_end) if Takes.HEARER in verb.takes else cue_end
    start = _skip_circumstance(frame, start)
    if start >= len(frame):
        return None
    token = frame[start]
    if token.text == ":" and start + 1 < len(frame):
        if frame[start + 1].passage is not None:
            return start + 1, passage_end(frame, start + 1)
        return _trimmed(frame, start + 1, len(frame))
    if token.text == ",":
        return None if verb.report is Report.JUDGEMENT else _after_comma(frame, start)
    if token.passage is not None:
        return start, passage_end(frame, start)
    if token.text in _FINAL or token.text in _DASHES or (not token.is_word and token.text not in "[($"):
        return None
    if token.low in CLAUSES.clause_openers:
        return _trimmed(frame, start, clause_end(frame, start))
    if (colon := _colon_before_passage(frame, start)) is not None:
        return colon + 1, passage_end(frame, colon + 1)
    if verb.report is Report.JUDGEMENT:
        return _trimmed(frame, start, clause_end(frame, start))
    if verb.report is Report.ATTITUDE and token.low in GRAMMAR.infinitive:
        return _trimmed(frame, start, clause_end(frame, start))
    if Takes.GERUND in verb.takes and token.low.endswith(ENDINGS.gerunds):
        return _trimmed(frame, start, clause_end(frame, start))
    if Takes.CLAUSE in verb.takes or verb.report is Report.ATTITUDE:
        if token.low in GRAMMAR.adpositions and token.low not in CLAUSES.clause_adpositions:
            return None
        return _trimmed(frame, start, clause_end(frame, start))
    if _passage_within(frame, start, clause_end(frame, start)) and token.low not in GRAMMAR.conjunctions:
        return _trimmed(frame, start, clause_end(frame, start))
    return None


def _colon_before_passage(frame: Frame, start: int) -> int | None:
    """The colon of `quoted her father: “…”`, where no other passage stands before it."""
    for index in range(start, len(frame) - 1):
        if frame[index].passage is not None or (frame[index].text == "," and _turns(frame, index + 1)):
            return None
        if frame[index].text == ":":
            return index if frame[index + 1].passage is not None else None
    return None


def _passage_within(frame: Frame, start: int, end: int) -> bool:
    return any(token.passage is not None for token in frame[start:end])


def _skip_hearer(frame: Frame, start: int) -> int:
    """Step over whom the words were told to: "reporters", "Al Jazeera", "a crowd of supporters in Ohio"."""
    if start < len(frame) and frame[start].low in GRAMMAR.objects:
        return start + 1
    for index in range(start, min(len(frame), start + 25)):
        token = frame[index]
        if token.passage is not None or token.low in CLAUSES.told_openers:
            return index
        if token.text in ":.;!?":
            return index
        if token.text == "," and index + 1 < len(frame):
            # Behind a comma without an aside the sentence goes on without what was told: "told the crew, she left".
            return index if frame[index + 1].passage is not None or _is_aside(frame, index) else len(frame)
        if index > start and token.low in CLAUSES.told_subjects:
            return index
        if index > start and token.low in GRAMMAR.determiners and frame[index - 1].low not in GRAMMAR.adpositions:
            return index
    return start


def _is_aside(frame: Frame, comma: int) -> bool:
    return any(token.text == "," or token.passage is not None for token in frame[comma + 1 : comma + 12])


def _skip_circumstance(frame: Frame, start: int) -> int:
    """Step over adverbs, and over phrases such as "in a statement on Friday", up to what is attributed."""
    index = start
    while index < len(frame):
        token = frame[index]
        if (
            token.is_word
            and not token.is_capital
            and (token.low.endswith(ENDINGS.adverbs) or token.low in CLAUSES.cue_adverbs)
        ) or token.low in TIME.clock:
            index += 1
        elif (
            token.low in GRAMMAR.adpositions and token.low not in GRAMMAR.comparisons and not _infinitive(frame, index)
        ):
            ahead = _end_of_circumstance(frame, index)
            if ahead is None:
                return index
            index = ahead
        else:
            break
    return index


def _infinitive(frame: Frame, index: int) -> bool:
    """Whether "to" stands before a verb ("promised to rebuild") rather than before a hearer ("said to reporters")."""
    if frame[index].low not in GRAMMAR.infinitive or index + 1 >= len(frame):
        return False
    behind = frame[index + 1]
    return behind.is_word and not (
        behind.is_capital
        or behind.low in GRAMMAR.determiners
        or behind.low in GRAMMAR.objects
        or behind.low.endswith(ENDINGS.plural)
    )


def _end_of_circumstance(frame: Frame, start: int) -> int | None:
    for index in range(start + 1, min(len(frame), start + 30)):
        token = frame[index]
        if token.passage is not None:
            return None if frame[index - 1].is_word and frame[index - 1].low not in TIME.clock else index
        if token.text in (",", ":") or token.low in GRAMMAR.complementisers:
            return index
        if token.text in _FINAL or token.text in _DASHES:
            return index
        if token.low in CLAUSES.clause_subjects and frame[index - 1].low not in GRAMMAR.adpositions:
            return index
        if token.low in GRAMMAR.determiners and frame[index - 1].low in TIME.weekdays:
            return index
    return None


def _after_comma(frame: Frame, comma: int) -> tuple[int, int] | None:
    if comma + 1 >= len(frame):
        return None
    if frame[comma + 1].passage is not None:
        return comma + 1, passage_end(frame, comma + 1)
    opener = frame[comma + 1].low
    if opener in GRAMMAR.conjunctions and opener not in CLAUSES.sentence_goes_on:
        return _trimmed(frame, comma + 1, clause_end(frame, comma + 1))
    # said, however, that … / said, “…” after an aside
    for index in range(comma + 1, min(len(frame) - 1, comma + 25)):
        token = frame[index]
        if token.passage is not None or token.text in _FINAL:
            return None
        if token.text == ",":
            following = frame[index + 1]
            if following.passage is not None:
                return index + 1, passage_end(frame, index + 1)
            if following.low in CLAUSES.clause_openers:
                return _trimmed(frame, index + 1, clause_end(frame, index + 1))
            return None
    return None


def passage_end(frame: Frame, start: int) -> int:
    """Where the content that begins with the passage at ``start`` ends: behind it, or behind its clause."""
    token = frame[start]
    assert token.passage is not None
    last = token.text[-2:-1]
    if last and last in ".!?,…":
        return _joined(frame, start + 1)
    following = frame[start + 1] if start + 1 < len(frame) else None
    if following is None or following.text in ".,;:!?—–)" or following.passage is not None:
        return _joined(frame, start + 1)
    return _trimmed(frame, start, clause_end(frame, start))[1]


def _joined(frame: Frame, end: int) -> int:
    """Take in what “goes on” and “goes on” with nothing but a joining word between."""
    while (
        end + 1 < len(frame)
        and (frame[end].low in GRAMMAR.coordinators or frame[end].text in _ELLIPSES)
        and frame[end + 1].passage is not None
    ):
        end += 2
    return end


def clause_end(frame: Frame, start: int) -> int:
    """Where the clause that begins at ``start`` ends, before another cue takes over."""
    for index in range(start + 1, len(frame)):
        token = frame[index]
        if token.text == ";" or (token.text in _DASHES and index + 1 < len(frame) and _turns_at_dash(frame, index + 1)):
            return index
        if token.text == "," and index + 1 < len(frame) and _turns(frame, index + 1):
            return index
        if token.passage is not None and token.text[-2:-1] and token.text[-2:-1] in ".!?":
            return index + 1
        if token.low in GRAMMAR.sums and index + 1 < len(frame) and _is_finite_cue(frame, index + 1):
            return index
    return len(frame)


def _turns_at_dash(frame: Frame, index: int) -> bool:
    return frame[index].low in CLAUSES.dash_turns or _turns(frame, index)


def _turns(frame: Frame, index: int) -> bool:
    token = frame[index]
    verb = VERBS.reporting.get(token.low)
    if verb is not None and verb.report is Report.SPEECH and (verb.gerund or token.low in VERBS.plain):
        return True
    if verb is not None and verb.report is Report.JUDGEMENT and verb.gerund:
        return True
    if token.low in CLAUSES.turns:
        return True
    return token.low in GRAMMAR.sums and _cue_with_subject(frame, index + 1)


def _cue_with_subject(frame: Frame, index: int) -> bool:
    """Whether a finite cue stands here, its subject (a name or a pronoun) before it or shared with the cue before."""
    for position in range(index, min(len(frame), index + 5)):
        token = frame[position]
        if not token.is_word:
            return False
        if _is_finite_cue(frame, position):
            return True
        if not (token.is_capital or token.low in GRAMMAR.subjects):
            return False
    return False


def _is_finite_cue(frame: Frame, index: int) -> bool:
    token = frame[index]
    verb = VERBS.reporting.get(token.low)
    return verb is not None and verb.report is not Report.ATTITUDE and not verb.gerund and not verb.bare


def content_before(frame: Frame, source_start: int, floor: int) -> tuple[int, int] | None:
    """What precedes a cue at the end of its clause: from ``floor`` to the comma before its source.

    Args:
        source_start: where the source, or an inverted verb, begins.
        floor: where the clause may begin at the earliest.
    """
    end = source_start
    if end <= floor:
        return None
    before = frame[end - 1]
    if before.text == "," or (before.text in _DASHES and end - 2 >= floor and frame[end - 2].passage is not None):
        end -= 1
    elif before.passage is None or before.text[-2:-1] == ".":
        return None
    start = floor
    while start < end and (
        not frame[start].is_word and frame[start].passage is None and frame[start].text not in "[($"
    ):
        start += 1
    if start >= end:
        return None
    if frame[end - 1].passage is not None:
        start = _passage_start(frame, start, end - 1)
    return start, end


def _passage_start(frame: Frame, floor: int, passage: int) -> int:
    """Where a content that ends with a passage begins: with it, when it opens a sentence of its own."""
    inner = frame[passage].text[1:2]
    before = frame[passage - 1] if passage > floor else None
    if before is None:
        return passage
    if inner.isupper() and (before.text in ",:" or not before.is_word):
        return passage
    if before.low in CLAUSES.connectives and passage - 1 == floor:
        return passage
    return floor


def content_resumed(frame: Frame, cue_end: int) -> tuple[int, int] | None:
    """What goes on behind a cue that was put in between commas: `The road, he said, will reopen.`"""
    start = _skip_circumstance(frame, cue_end)
    for index in range(start, min(len(frame), start + 12)):
        token = frame[index]
        if token.passage is not None or token.text in _FINAL or token.text == ".":
            return None
        if token.text == ",":
            following = frame[index + 1 : index + 2]
            if not following or _turns(frame, index + 1) or following[0].low in CLAUSES.source_goes_on:
                return None
            return _trimmed(frame, index + 1, clause_end(frame, index + 1))
    return None


def _trimmed(frame: Frame, start: int, end: int) -> tuple[int, int]:
    while (
        end > start + 1
        and frame[end - 1].passage is None
        and frame[end - 1].text in (".", ",", ";", ":", "!", "?", "—", "–", "-")
    ):
        end -= 1
    return start, end

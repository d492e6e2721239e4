"""Where the noun phrase before or after a verb stands: closed word classes, capitals and commas, no parser.

Ranges are token indices into a frame, end exclusive.
"""

from __future__ import annotations

from indexer.document import Frame
from indexer.english import ABBREVIATIONS, CLAUSES, ENDINGS, GRAMMAR, NAME_PARTS, NOUNS, PHRASES, ROLES, TIME, VERBS

LONGEST = 40
"""Tokens of the longest source that is looked for: 99 % of PolNeAR's training sources have fewer than 30 words."""

_TITLES = frozenset(map(str.lower, ABBREVIATIONS.before_names))


def subject_before(frame: Frame, verb: int) -> tuple[int, int, int] | None:
    """The subject of the verb at an index: (start, end, start of the verb's own words such as "has also").

    Commas that set off an apposition or a clause between subject and verb are crossed, both or none.
    """
    position = verb
    while position > 0 and _may_stand_between(frame, position - 1):
        position -= 1
    if position > 1 and f"{frame[position - 2].low} {frame[position - 1].low}" in PHRASES.auxiliaries:
        position -= 2
    cue_start = position
    position = _over_time(frame, position)
    if position == 0:
        return None
    end = position
    if frame[end - 1].text == ",":
        opening = _comma_before(frame, end - 1)
        if opening is None:
            return None
        start = start_of_phrase(frame, _before_brackets(frame, opening))
        if start is not None:
            start = _described_name(frame, start)
        aside = all(token.low in CLAUSES.asides for token in frame[opening + 1 : end - 1])
        return None if start is None else (start, opening if aside else end - 1, cue_start)
    end = _before_brackets(frame, end)
    if end <= 0:
        return None
    start = start_of_phrase(frame, end)
    return None if start is None else (start, position, cue_start)


def _before_brackets(frame: Frame, end: int) -> int:
    """The end of what stands before the brackets that end at ``end``: `Quist (D-Ohio)`; ``end`` where none do."""
    if end <= 0 or frame[end - 1].text not in ")]":
        return end
    return next((index for index in range(end - 1, -1, -1) if frame[index].text in "(["), 0)


def _described_name(frame: Frame, start: int) -> int:
    """Where the name begins that a description at ``start`` follows: `Quist, the clerk of the court, a poet, said`."""
    if start < 2 or frame[start - 1].text != ",":
        return start
    if not (frame[start].low in GRAMMAR.determiners or frame[start].low.isdigit()):
        return start
    name = start_of_phrase(frame, start - 1)
    if name is None or not all(token.is_capital for token in frame[name : start - 1]) or start - 1 - name < 2:
        return start
    return start if name and frame[name - 1].low in GRAMMAR.adpositions else name


def _may_stand_between(frame: Frame, index: int) -> bool:
    token = frame[index]
    if not token.is_word or (token.is_capital and index > 0):
        return False
    return token.low in CLAUSES.before_verbs or (token.low.endswith(ENDINGS.adverbs) and len(token.low) > 4)


def _over_time(frame: Frame, position: int) -> int:
    """Step back over "on Wednesday", "earlier this week", "Thursday night"."""
    start = position
    while start > 0 and frame[start - 1].low in TIME.clock:
        start -= 1
    if start < position and start > 0 and frame[start - 1].low in CLAUSES.before_times:
        start -= 1
    if start > 0 and frame[start - 1].text == "," and start < position:
        start -= 1
    return start


def _comma_before(frame: Frame, closing: int) -> int | None:
    """The comma that opens what the comma at ``closing`` closes, when what stands between is no cue of its own."""
    for index in range(closing - 1, max(-1, closing - LONGEST), -1):
        token = frame[index]
        if token.text in ";:—–" or (token.passage is not None and token.text[-2:-1] == ","):
            return None
        if token.text == "," and not _is_list_comma(frame, index):
            return _relative_comma(frame, index) if index > 0 else None
    return None


def _relative_comma(frame: Frame, comma: int) -> int:
    """The comma before "who", when this one stands inside its clause: `A man, who gave his name, Ivo, said`."""
    for index in range(comma - 1, max(0, comma - LONGEST), -1):
        if frame[index].text in ";:.—–" or frame[index].passage is not None:
            break
        if frame[index].text == "," and frame[index + 1].low in GRAMMAR.relatives:
            return index
    return comma


def _is_list_comma(frame: Frame, index: int) -> bool:
    """Whether a comma parts state from town, or a name from "Jr."."""
    after = frame[index + 1] if index + 1 < len(frame) else None
    return after is not None and after.low.rstrip(".") in NAME_PARTS.suffixes


def start_of_phrase(frame: Frame, end: int) -> int | None:
    """Where the noun phrase that ends at the token index ``end`` begins; None where none ends there."""
    last = frame[end - 1]
    if last.passage is not None or not last.is_word:
        return None
    if last.low in GRAMMAR.subjects:
        return end - 1
    if _is_barrier(frame, end - 1) and not last.is_capital:
        return None
    index = end - 1
    while index > 0 and end - index < LONGEST:
        before = frame[index - 1]
        if before.passage is not None:
            # “Squad” members, the “Dreamers” coalition: a nickname inside the phrase
            short = len(before.text.split()) <= 3 and before.text[-2:-1] != ","
            if short and index >= 2 and frame[index - 2].is_word:
                index -= 1
                continue
            break
        if before.text in (".", "/", "&", "’", "'") and index >= 2 and frame[index - 2].is_word:
            index -= 1
            continue
        if (
            before.low in GRAMMAR.relative_subjects | GRAMMAR.complementisers
            and index >= 2
            and frame[index - 2].is_word
            and index < end - 1
        ):
            index -= 1
            continue
        if not before.is_word:
            break
        if before.low in GRAMMAR.determiners and not before.is_capital:
            index -= 1
            if index > 0 and _joins(frame, index - 1):
                index -= 1
                continue
            if index > 0 and frame[index - 1].low in GRAMMAR.determiners:
                continue
            break
        if before.low in GRAMMAR.sums:
            if index >= 2 and ((frame[index - 2].is_capital and frame[index].is_capital) or _two_roles(frame, index)):
                index -= 1
                continue
            break
        if _joins(frame, index - 1):
            index -= 1
            continue
        if _is_barrier(frame, index - 1):
            break
        index -= 1
    while index < end and _opens_clause(frame, index):
        index += 1
    return index if index < end else None


def _two_roles(frame: Frame, index: int) -> bool:
    """Whether "and" before ``index`` joins two roles of one person: "the former teacher and current nominee"."""
    roles = ROLES.roles
    return frame[index - 2].low in roles and frame[index].low not in GRAMMAR.determiners


def _joins(frame: Frame, index: int) -> bool:
    """Whether a preposition hangs what follows on the noun before it: "the head of", "a poll by"."""
    if frame[index].low in CLAUSES.agents:
        return index > 0 and frame[index - 1].low in NOUNS.documents
    return frame[index].low in CLAUSES.joins and _noun_before(frame, index)


def _opens_clause(frame: Frame, index: int) -> bool:
    low = frame[index].low
    return low in GRAMMAR.conjunctions or (low in GRAMMAR.adpositions and index == 0)


def _noun_before(frame: Frame, index: int) -> bool:
    """Whether the word before ``index`` can be a noun that a phrase hangs on."""
    if index <= 0:
        return False
    token = frame[index - 1]
    return token.is_word and not _is_barrier(frame, index - 1) and token.low not in GRAMMAR.subjects


def _is_barrier(frame: Frame, index: int) -> bool:
    token = frame[index]
    if not token.is_word:
        return True
    low = token.low
    if len(low) > 1 and token.text.isupper():
        return False  # the US, not us
    if low in GRAMMAR.adpositions or low in GRAMMAR.conjunctions or low in CLAUSES.before_verbs:
        return True
    if low in GRAMMAR.subjects or low in GRAMMAR.only_objects:
        return True
    if token.is_capital:
        return False
    verb = VERBS.reporting.get(low)
    return verb is not None and low.endswith(ENDINGS.verb_forms) and not verb.bare


def subject_after(frame: Frame, verb: int) -> tuple[int, int] | None:
    """The subject that follows an inverted verb: `said NAME, a ROLE at PLACE`.

    The apposition after a comma belongs to it as far as the sentence, the next passage or a clause of time.
    """
    start = verb + 1
    if start >= len(frame) or not frame[start].is_word:
        return None
    first = frame[start]
    if first.low in GRAMMAR.complementisers or first.low in TIME.clock:
        return None
    if first.low in GRAMMAR.subjects and not (first.low in GRAMMAR.determiners and _is_common_noun(frame, start + 1)):
        return start, start + 1
    if not first.is_capital and first.low not in GRAMMAR.determiners and not _is_common_noun(frame, start):
        return None
    end = _end_of_phrase(frame, start)
    if end == start:
        return None
    if end < len(frame) and frame[end].low in GRAMMAR.personal_relatives and not first.is_capital:
        end = _end_of_apposition(frame, end)
    if end < len(frame) and frame[end].text == "," and end + 1 < len(frame) and _begins_apposition(frame, end + 1):
        end = _end_of_apposition(frame, end + 1)
    return start, end


def _is_common_noun(frame: Frame, index: int) -> bool:
    if index >= len(frame):
        return False
    token = frame[index]
    return token.is_word and not _is_barrier(frame, index) and token.low not in TIME.clock


def _end_of_phrase(frame: Frame, start: int) -> int:
    index = start
    while index < len(frame) and index - start < LONGEST:
        token = frame[index]
        low = token.low
        if token.text == "." and index > start and frame[index - 1].low in _TITLES:
            index += 1
            continue
        if token.text in "’'&/" or _is_nickname(frame, index, start):
            index += 1
            continue
        if token.text == "(":
            while index < len(frame) and frame[index].text != ")":
                index += 1
            index += 1
            continue
        if not token.is_word:
            break
        if index > start and low in TIME.weekdays:
            break
        if low in CLAUSES.joins:
            following = frame[index + 1] if index + 1 < len(frame) else None
            if index == start or following is None or following.low in TIME.clock:
                break
            if low in GRAMMAR.genitive or (not frame[index - 1].is_capital and low in CLAUSES.joins_nouns):
                index += 1
                continue
            break
        if low in GRAMMAR.sums and index > start:
            following = frame[index + 1] if index + 1 < len(frame) else None
            if following is not None and following.is_capital and frame[index - 1].is_capital:
                index += 1
                continue
            break
        if (
            low in GRAMMAR.determiners
            and index > start
            and frame[index - 1].low not in CLAUSES.joins
            and not token.is_capital
        ):
            break
        if _is_barrier(frame, index) and low not in GRAMMAR.determiners:
            break
        if low.endswith(ENDINGS.gerunds) and index > start and not token.is_capital and frame[index - 1].is_capital:
            break
        index += 1
    return min(index, len(frame))


def _is_nickname(frame: Frame, index: int, start: int) -> bool:
    """Whether a passage stands inside a name: Walter “Skip” Quist."""
    if frame[index].passage is None or not start < index < len(frame) - 1 or len(frame[index].text.split()) > 2:
        return False
    return frame[index - 1].is_capital and frame[index + 1].is_capital


def _begins_apposition(frame: Frame, index: int) -> bool:
    token = frame[index]
    if not token.is_word:
        return False
    if token.low in CLAUSES.appositive_openers:
        return True
    return (
        token.low not in GRAMMAR.conjunctions
        and token.low not in GRAMMAR.adpositions
        and not (token.low in CLAUSES.before_verbs or token.low.endswith(ENDINGS.gerunds) or token.low in TIME.clock)
    )


def _end_of_apposition(frame: Frame, start: int) -> int:
    for index in range(start, min(len(frame), start + LONGEST)):
        token = frame[index]
        if token.passage is not None or token.text in ".;:—–!?":
            return index - 1 if frame[index - 1].text == "," else index
        if token.text == "," and index + 1 < len(frame):
            following = frame[index + 1]
            if following.low in VERBS.goes_on or following.passage is not None:
                return index
    return min(len(frame), start + LONGEST)

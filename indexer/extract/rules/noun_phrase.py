"""Finds the noun phrase before or after a verb by closed word classes, capitals and commas, without a parser.

Ranges are token numbers of a frame, end exclusive.
"""

from __future__ import annotations

from indexer.document import NOTHING, Frame, Token
from indexer.english import ABBREVIATIONS, CLAUSES, ENDINGS, GRAMMAR, NAME_PARTS, NOUNS, PHRASES, ROLES, TIME, VERBS

LONGEST = 40
"""Tokens of the longest source: 99 % of PolNeAR's training sources have fewer than 30 words."""

_TITLES = frozenset(map(str.lower, ABBREVIATIONS.before_names))


# --- before a verb -------------------------------------------------------------------------------------


def subject_before(frame: Frame, verb: int) -> tuple[int, int, int] | None:
    """The subject of a verb: (start, end, start of the verb's own words such as "has also").

    An appositive or a clause between subject and verb is skipped if both its commas are there.
    """
    cue_start = verb
    while cue_start > 0 and _may_stand_between(frame, cue_start - 1):
        cue_start -= 1
    if f"{frame.at(cue_start - 2).low} {frame.at(cue_start - 1).low}" in PHRASES.auxiliaries:
        cue_start -= 2
    end = _before_time(frame, cue_start)
    if frame.at(end - 1).text != ",":
        start = start_of_phrase(frame, _before_brackets(frame, end))
        return None if start is None else (start, end, cue_start)
    opening = _comma_before(frame, end - 1)
    start = None if opening is None else start_of_phrase(frame, _before_brackets(frame, opening))
    if opening is None or start is None:
        return None
    aside = all(token.low in CLAUSES.asides for token in frame[opening + 1 : end - 1])
    return _described_name(frame, start), opening if aside else end - 1, cue_start


def _before_brackets(frame: Frame, end: int) -> int:
    """The end of the text before brackets that end at ``end``: `Quist (D-Ohio)`; ``end`` without brackets."""
    if frame.at(end - 1).text not in ")]":
        return end
    return next((number for number in range(end - 1, -1, -1) if frame[number].text in "(["), 0)


def _described_name(frame: Frame, start: int) -> int:
    """Where the name before a description at ``start`` begins: `Quist, the clerk of the court, a poet, said`."""
    described = frame[start].low in GRAMMAR.determiners or frame[start].low.isdigit()
    name = start_of_phrase(frame, start - 1) if described and frame.at(start - 1).text == "," else None
    if name is None or start - 1 - name < 2 or not all(token.is_capital for token in frame[name : start - 1]):
        return start
    return start if frame.at(name - 1).low in GRAMMAR.adpositions else name


def _may_stand_between(frame: Frame, number: int) -> bool:
    token = frame[number]
    if not token.is_word or (token.is_capital and number > 0):
        return False
    return token.low in CLAUSES.before_verbs or (token.low.endswith(ENDINGS.adverbs) and len(token.low) > 4)


def _before_time(frame: Frame, position: int) -> int:
    """The end of the text before "on Wednesday", "earlier this week", "Thursday night"."""
    start = position
    while frame.at(start - 1).low in TIME.time_adverbs:
        start -= 1
    if start == position:
        return position
    if frame.at(start - 1).low in CLAUSES.before_times:
        start -= 1
    return start - (frame.at(start - 1).text == ",")


def _comma_before(frame: Frame, closing: int) -> int | None:
    """The partner of the comma at ``closing``, if there is no other cue between them."""
    for number in range(closing - 1, max(-1, closing - LONGEST), -1):
        if frame[number].text in ";:—–" or frame[number].final == ",":
            return None
        if frame[number].text == "," and frame[number + 1].low.rstrip(".") not in NAME_PARTS.suffixes:
            return _relative_comma(frame, number) if number > 0 else None
    return None


def _relative_comma(frame: Frame, comma: int) -> int:
    """The comma before "who", if this comma is inside its clause: `A man, who gave his name, Ivo, said`."""
    for number in range(comma - 1, max(0, comma - LONGEST), -1):
        if frame[number].text in ";:.—–" or frame[number].passage is not None:
            break
        if frame[number].text == "," and frame[number + 1].low in GRAMMAR.relatives:
            return number
    return comma


def start_of_phrase(frame: Frame, end: int) -> int | None:
    """Where the noun phrase that ends at the token ``end`` (exclusive) begins; None if no noun phrase ends there."""
    last = frame.at(end - 1)
    if last.low in GRAMMAR.subject_pronouns:
        return end - 1
    if not last.is_word or (_is_barrier(last) and not last.is_capital):
        return None
    start = end - 1
    while start > 0 and end - start < LONGEST and _goes_back(frame, start, end):
        start -= 1
        if not _is_determiner(frame[start]) or _is_relative(frame, start, end):
            continue
        if _joins(frame, start - 1):
            start -= 1
        elif frame.at(start - 1).low not in GRAMMAR.determiners:
            break
    while start < end and _opens_clause(frame, start):
        start += 1
    return start if start < end else None


def _goes_back(frame: Frame, start: int, end: int) -> bool:
    """Whether the token before ``start`` belongs to the noun phrase from there to ``end``."""
    before, earlier = frame[start - 1], frame.at(start - 2)
    if before.passage is not None:  # “Squad” members, the “Dreamers” coalition: a nickname inside the phrase
        return len(before.text.split()) <= 3 and before.final != "," and earlier.is_word
    if before.text in (".", "/", "&", "’", "'"):
        return earlier.is_word
    if before.low in GRAMMAR.additive:
        two_roles = earlier.low in ROLES.roles and frame[start].low not in GRAMMAR.determiners
        return two_roles or (earlier.is_capital and frame[start].is_capital)
    if _is_determiner(before) or _is_relative(frame, start - 1, end) or _joins(frame, start - 1):
        return True
    return not _is_barrier(before)


def _is_determiner(token: Token) -> bool:
    return token.low in GRAMMAR.determiners and not token.is_capital


def _is_relative(frame: Frame, number: int, end: int) -> bool:
    """Whether this is a relative pronoun inside a noun phrase that ends at ``end``."""
    opens = frame[number].low in GRAMMAR.relative_subjects or frame[number].low in GRAMMAR.complementisers
    return opens and frame.at(number - 1).is_word and number < end - 2


def _joins(frame: Frame, number: int) -> bool:
    """Whether this is a preposition that continues the phrase of the noun before it: "the head of", "a poll by"."""
    low, noun = frame.at(number).low, frame.at(number - 1)
    if low in CLAUSES.agents:
        return noun.low in NOUNS.documents
    return low in CLAUSES.attaching and not _is_barrier(noun) and noun.low not in GRAMMAR.subject_pronouns


def _opens_clause(frame: Frame, number: int) -> bool:
    low = frame[number].low
    return low in GRAMMAR.conjunctions or (low in GRAMMAR.adpositions and number == 0)


def _is_barrier(token: Token) -> bool:
    """Whether a token cannot be part of a noun phrase: a mark, a passage, a preposition, a pronoun, a verb ..."""
    low = token.low
    if not token.is_word:
        return True
    if len(low) > 1 and token.text.isupper():
        return False  # the US, not us
    if low in GRAMMAR.adpositions or low in GRAMMAR.conjunctions or low in CLAUSES.before_verbs:
        return True
    if low in GRAMMAR.subject_pronouns or low in GRAMMAR.object_forms:
        return True
    verb = None if token.is_capital else VERBS.reporting.get(low)
    return verb is not None and low.endswith(ENDINGS.cue_verb_endings) and not verb.bare


# --- after a verb --------------------------------------------------------------------------------------


def subject_after(frame: Frame, verb: int) -> tuple[int, int] | None:
    """The subject that follows an inverted verb: `said NAME, a ROLE at PLACE`.

    It includes the appositive after a comma, up to the next passage or a gerund ("adding").
    """
    start = verb + 1
    first = frame.at(start)
    if not first.is_word or first.low in GRAMMAR.complementisers or first.low in TIME.time_adverbs:
        return None
    determines = first.low in GRAMMAR.determiners and _is_common_noun(frame.at(start + 1))
    if first.low in GRAMMAR.subject_pronouns and not determines:
        return start, start + 1
    if not (first.is_capital or first.low in GRAMMAR.determiners or _is_common_noun(first)):
        return None
    end = _end_of_phrase(frame, start)
    if end == start:
        return None
    if frame.at(end).low in GRAMMAR.personal_relatives and not first.is_capital:
        end = _end_of_appositive(frame, end)
    if frame.at(end).text == "," and _begins_appositive(frame.at(end + 1)):
        end = _end_of_appositive(frame, end + 1)
    return start, end


def _is_common_noun(token: Token) -> bool:
    return not _is_barrier(token) and token.low not in TIME.time_adverbs


def _end_of_phrase(frame: Frame, start: int) -> int:
    end = start
    while end < len(frame) and end - start < LONGEST:
        if frame[end].text == "(":
            end = 1 + next((number for number in range(end, len(frame)) if frame[number].text == ")"), len(frame))
        elif _goes_on(frame, start, end):
            end += 1
        else:
            break
    return min(end, len(frame))


def _goes_on(frame: Frame, start: int, number: int) -> bool:
    """Whether a token continues the noun phrase from ``start`` to the token before it."""
    token, following = frame[number], frame.at(number + 1)
    before = frame[number - 1] if number > start else NOTHING
    low = token.low
    if token.text == ".":
        return before.low in _TITLES
    if token.text in "’'&/" or _is_nickname(before, token, following):
        return True
    if not token.is_word or (number > start and low in TIME.weekdays):
        return False
    if low in CLAUSES.attaching:
        if number == start or following is NOTHING or following.low in TIME.time_adverbs:
            return False
        return low in GRAMMAR.genitive or (not before.is_capital and low in CLAUSES.attaching_to_common_nouns)
    if low in GRAMMAR.additive and number > start:
        return before.is_capital and following.is_capital
    if low in GRAMMAR.determiners:
        return number == start or before.low in CLAUSES.attaching or token.is_capital
    if _is_barrier(token):
        return False
    return not (low.endswith(ENDINGS.gerunds) and before.is_capital and not token.is_capital)


def _is_nickname(before: Token, token: Token, following: Token) -> bool:
    """Whether a passage is a nickname inside a name: Walter “Skip” Quist."""
    named = token.passage is not None and before.is_capital and following.is_capital
    return named and len(token.text.split()) <= 2


def _begins_appositive(token: Token) -> bool:
    if token.low in CLAUSES.appositive_openers:
        return True
    closed = (GRAMMAR.conjunctions, GRAMMAR.adpositions, CLAUSES.before_verbs, TIME.time_adverbs)
    return token.is_word and not token.low.endswith(ENDINGS.gerunds) and not any(token.low in words for words in closed)


def _end_of_appositive(frame: Frame, start: int) -> int:
    for number in range(start, min(len(frame), start + LONGEST)):
        token, following = frame[number], frame.at(number + 1)
        if token.passage is not None or token.text in ".;:—–!?":
            return number - 1 if frame[number - 1].text == "," else number
        leaves = following.low in VERBS.goes_on
        if token.text == "," and (leaves or following.passage is not None):
            return number
    return min(len(frame), start + LONGEST)

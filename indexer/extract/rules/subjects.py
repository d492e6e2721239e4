"""The subject of a sentence, and which noun phrases can be a source.

Ranges are token numbers of a frame, end exclusive.
"""

from __future__ import annotations

from indexer.document import Frame
from indexer.english import CLAUSES, ENDINGS, GRAMMAR, TIME, VERBS
from indexer.extract.rules.claim import Range


def leading_subject(frame: Frame, limit: int) -> Range | None:
    """The first noun phrase of a sentence, before the token ``limit``: a pronoun, or all up to a verb or a comma."""
    start = _after_opening_phrase(frame, limit)
    if start >= limit:
        return None
    if frame[start].low in GRAMMAR.subject_pronouns:
        return start, start + 1
    end = start
    while end < limit and frame[end].is_word and not _leaves_phrase(frame, start, end):
        end += 1
    return (start, end) if end > start and can_speak(frame, start, end) else None


def _leaves_phrase(frame: Frame, start: int, index: int) -> bool:
    """Whether a sentence's first noun phrase ends before this word: a verb, an adverb or a preposition."""
    token = frame[index]
    if token.is_capital or token.low in GRAMMAR.determiners or token.low in GRAMMAR.genitive:
        return False
    if token.low in CLAUSES.before_verbs or token.low in GRAMMAR.adpositions:
        return True
    if token.low in GRAMMAR.conjunctions or token.low in VERBS.reporting:
        return True
    if token.low.endswith((*ENDINGS.adverbs, *ENDINGS.past)):
        return True
    return frame[index - 1].is_capital and index - 1 > start


def _after_opening_phrase(frame: Frame, limit: int) -> int:
    """Where the subject begins, after "But" or "In a statement on Monday,"."""
    low = frame[0].low
    if low in CLAUSES.asides:
        return 2 if limit > 2 and frame[1].text == "," else 1
    if low in GRAMMAR.conjunctions and low not in CLAUSES.introductory_subordinators:
        return 1
    if low in GRAMMAR.adpositions or low in GRAMMAR.conjunctions or low.endswith(ENDINGS.gerunds):
        commas = (index for index in range(limit) if frame[index].text == ",")
        return next((n + 1 for n in commas if n + 1 >= limit or not frame[n + 1].low.isdigit()), limit)
    return 0


def can_speak(frame: Frame, start: int, end: int) -> bool:
    """Whether a phrase can be a source: more than a determiner, no possessive ("Smith's claims"), no place or day."""
    if end <= start:
        return False
    low = frame[end - 1].low
    if low.endswith(ENDINGS.possessives):
        return False
    stands_alone = low not in GRAMMAR.determiners or low in CLAUSES.pronominal
    return end - start > 1 or (stands_alone and low not in TIME.time_adverbs and not low.isdigit())


def is_plural(frame: Frame, start: int, end: int) -> bool:
    """Whether a phrase takes the base form of a verb: "they say", "officials say", "Quist and Moe say"."""
    last, name = frame[end - 1].low, frame[end - 1].is_capital
    if end - start == 1 and last in GRAMMAR.subject_pronouns:
        return last in CLAUSES.base_form_subjects
    if last in CLAUSES.plurals or any(t.low in GRAMMAR.additive for t in frame[start:end]):
        return True
    return last.endswith(ENDINGS.plural) and (name or not last.endswith(ENDINGS.not_plural))

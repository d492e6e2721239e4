"""Negation: one reading for the stance of a cue and for the comparison of two wordings.

The words are in ``negation.tsv``, arranged as in NegEx (Chapman and others, J. Biomedical Informatics 34, 2001):
phrases that negate what follows, phrases that only look like negations, predicates of untruth, and words that end the
scope of a negation. All words here are folded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from indexer.english import CLAUSES, ENDINGS, GRAMMAR, NEGATION
from indexer.text import alternation

REACH = 4
"""Words before "true", "think" or "evidence" among which a negation denies it: "I do not for a moment think"."""

NEAR = 6
"""Words before a negation among which "whether" makes it an alternative; words behind one that are in its scope."""

GAP = 20
"""Characters between "is" and the predicate of untruth: "is simply not", "is a complete"."""


def denies_verb(word: str, following: str = "") -> bool:
    """Whether a word negates the verb beside it: "never", "didn't"; not "not only", nor "no" ("offered no proof")."""
    return (word in NEGATION.verb_negators and following not in NEGATION.only_words) or word.endswith(ENDINGS.negations)


def is_negated(words: Sequence[str], place: int) -> bool:
    """Whether a negation stands just before the word with the number ``place``."""
    return not NEGATION.negators.isdisjoint(words[max(0, place - NEAR) : place])


def negates_nothing(words: Sequence[str], number: int) -> bool:
    """Whether a negation belongs to a phrase that negates nothing: "no fewer than", "whether or not"."""
    if " ".join(words[number + 1 : number + 3]) in NEGATION.at_least:
        return True
    before = words[max(0, number - NEAR) : number]
    alternative = not NEGATION.alternatives.isdisjoint(before[-1:])
    return alternative and not NEGATION.alternative_openers.isdisjoint(before)


def says_false(word: str) -> bool:
    """Whether a word says that something is not true: "a lie that", "wrong to say that"."""
    return word in NEGATION.untruth_predicates or word in NEGATION.absurdity_predicates


def denial_before(words: Sequence[str], place: int, pauses: Callable[[int], bool]) -> int | None:
    """The word that denies the statement behind it: "not true that", "no evidence that", "don't think", "a lie that".

    Args:
        words: the words of a text, contractions spelled out.
        place: the number of the word with which the statement begins.
        pauses: whether a punctuation mark stands before the word with a number.

    Returns:
        the number of the word that denies; None if there is none, or two that cancel out.
    """
    at = place - 1
    if at >= 0 and words[at] in CLAUSES.denied_openers:
        at -= 1
    while at > 0 and (words[at].endswith(ENDINGS.adverbs) or words[at] in NEGATION.emphasis):
        at -= 1
    if at < 0 or not (words[at] in NEGATION.deniable or says_false(words[at])):
        return None
    for number in range(at, max(-1, at - 1 - REACH), -1):
        if number < at and (pauses(number + 1) or words[number] in CLAUSES.denied_openers):
            return None
        if words[number] in NEGATION.negators and words[number + 1] not in NEGATION.only_words:
            return number
        if says_false(words[number]):
            twice = not NEGATION.negators.isdisjoint(words[max(0, number - REACH) : number])
            return None if twice else number
    return None


def says_untrue(folded: str, *, behind: bool) -> bool:
    """Whether a text says that a statement is not true: "it is not true that".

    Args:
        folded: the folded text.
        behind: the text begins with this and goes on with the statement; else it ends with this.
    """
    head, tail = _untrue()
    if behind:
        return head.match(folded) is not None
    return folded.endswith(_that()) and tail.search(folded) is not None


@cache
def _that() -> tuple[str, ...]:
    """What every text ends with that goes on with the statement."""
    return tuple(f" {word} " for word in GRAMMAR.complementisers)


@cache
def _untrue() -> tuple[re.Pattern[str], re.Pattern[str]]:
    that, to = alternation(GRAMMAR.complementisers), alternation(GRAMMAR.infinitive)
    be = rf"(?:{alternation(ENDINGS.contracted_is)}|\b(?:{alternation(GRAMMAR.be)}))"
    negated = rf"(?:{alternation(ENDINGS.negations)}|(?: \w+)? (?:{alternation(NEGATION.verb_negators)}))"
    untrue, absurd, affirmed = map(
        alternation, (NEGATION.untruth_predicates, NEGATION.absurdity_predicates, NEGATION.truth_predicates)
    )
    judged = (
        rf"{be}{negated}(?! (?:{alternation(NEGATION.only_words)}) )[\w ]{{0,{GAP}}} (?:{affirmed}) {that} "
        rf"|{be}[\w ]{{0,{GAP}}} (?:(?:{untrue})(?: {to} \w+)?|(?:{absurd}) {to} \w+) {that} "
    )
    subject = rf"(?:{that} )?(?:{alternation(GRAMMAR.anticipatory)})(?:[\w ]{{0,{GAP}}} )?"
    return re.compile(rf"{subject}(?:{judged})"), re.compile(rf"(?:{judged})\Z")

"""What somebody claims, as a noun: "the claim that", "reports that"; and that it is not true."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from indexer.english import CLAUSES, ENDINGS, GRAMMAR, NEGATION, NOUNS, VERBS
from indexer.languages.verbs import Report, Takes
from indexer.negation import denies_verb, says_false

REACH = 12
"""Words in which a verb comes to its object: "rejected Northern Rail's long repeated claim"."""

LAST = 4
"""Words at the end of a content that say what a claim is called: "was a complete fabrication"."""

HEAD = 2
"""Words between the head of a clause and the claim that is its subject: "the latest"."""

MARK = '"'
"""What stands among the words of an object where a quotation mark opens: a claim is named before it."""

_CLAUSE_OPENERS = GRAMMAR.conjunctions - GRAMMAR.complementisers


def names_claim(object_: Sequence[str], *, told: bool = False) -> bool:
    """Whether the object of a verb is a claim, and not what it is dismissed as.

    Args:
        object_: the words behind the verb, with ``MARK`` where a quotation mark opens.
        told: only if what is claimed follows: "reports that".
    """
    if not CLAUSES.called.isdisjoint(object_[:1]):  # "dismissed as a fairy tale the claim that"
        return _told(object_)
    number = _claim(object_)
    if number is None:
        return False
    rest = object_[number + 1 :]
    that = _that(rest)
    return CLAUSES.called.isdisjoint(rest[:that]) and (that is not None or not told)


def is_called_untrue(said: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a content is a claim and what it is called: "called reports that ... nonsense".

    Args:
        said: the words of the cue; it judges ("called"), or is one that a clause follows ("said the claim ... was").
        behind: the words behind the cue, the content's among them, without ``MARK``.
    """
    for number, word in enumerate(said):
        verb = VERBS.reporting.get(word)
        if verb is not None and verb.report is Report.JUDGEMENT:
            object_ = [*said[number + 1 :], *behind]
            first = any(map(says_false, object_[1:LAST]))  # "described as nonsense the report that"
            return (first and object_[0] in CLAUSES.called and _told(object_)) or _is_claim_and(object_, copula=False)
        if verb is not None and Takes.CLAUSE in verb.takes:
            return _is_claim_and(behind[1:] if _that(behind[:1]) == 0 else behind, copula=True)
    return False


def _told(object_: Sequence[str]) -> bool:
    """Whether a claim and its words stand somewhere in an object."""
    return any(
        word in NOUNS.claims and that in GRAMMAR.complementisers for word, that in pairwise(object_[: 2 * REACH])
    )


def _is_claim_and(words: Sequence[str], *, copula: bool) -> bool:
    """Whether words are a claim, its words behind "that", and at the end what it is called."""
    number, (*ahead, last) = _claim(words), ("", *words[-LAST:])
    if number is None or _that(words[number + 1 :]) is None or not _is_untrue(ahead, last):
        return False
    return not copula or (_is_head(words[:number]) and any(map(_is_copula, ahead)))


def _is_head(before: Sequence[str]) -> bool:
    """Whether what stands before a claim is of its own phrase: "the latest", "Lund's", not "locals shared"."""
    if not before or before[-1].endswith(ENDINGS.possessives):
        return True
    return len(before) <= HEAD and before[0] in GRAMMAR.determiners and not any(map(_is_copula, before))


def _is_copula(word: str) -> bool:
    return word in GRAMMAR.be or word.endswith(ENDINGS.negations)


def _claim(object_: Sequence[str]) -> int | None:
    """The place of the noun that names a claim, where the object begins with that: not "the offer after reports"."""
    behind_particles = next((at for at, word in enumerate(object_) if word not in CLAUSES.particles), 0)
    for number, word in enumerate(object_[behind_particles : behind_particles + REACH], behind_particles):
        if word in NOUNS.claims:
            return number
        if word == MARK or (word not in GRAMMAR.genitive and (word in GRAMMAR.adpositions or word in _CLAUSE_OPENERS)):
            return None
    return None


def _is_untrue(ahead: Sequence[str], last: str) -> bool:
    return any(map(denies_verb, ahead)) if last in NEGATION.affirmed else says_false(last)


def _that(words: Sequence[str]) -> int | None:
    """The place of the first "that" among words."""
    return next((number for number, word in enumerate(words) if word in GRAMMAR.complementisers), None)

"""Claims as nouns ("the claim that", "reports that"), and whether they are called untrue."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from indexer.english import CLAUSES, ENDINGS, GRAMMAR, NEGATION, NOUNS, VERBS
from indexer.languages.verbs import Report, Takes
from indexer.negation import denies_verb, says_false

REACH = 12
"""Words of an object among which its noun is looked for: "rejected Northern Rail's long repeated claim"."""

LAST = 4
"""Words at the end of a content that may say what a claim is called: "was a complete fabrication"."""

HEAD = 2
"""Words between the beginning of a clause and the claim that is its subject: "the latest"."""

QUOTE_MARK = '"'
"""Stands among the words of an object where a quotation mark opens; a claim is named before it."""

_CLAUSE_OPENERS = GRAMMAR.conjunctions - GRAMMAR.complementisers


def is_claim(object_: Sequence[str], *, told: bool = False) -> bool:
    """Whether the object of a verb is a claim, and not what something is dismissed as.

    Args:
        object_: the words behind the verb, with ``QUOTE_MARK`` where a quotation mark opens.
        told: only count a claim whose words follow: "reports that".
    """
    if not CLAUSES.naming_as.isdisjoint(object_[:1]):  # "dismissed as a fairy tale the claim that"
        return _has_stated_claim(object_)
    number = _claim_noun(object_)
    if number is None:
        return False
    rest = object_[number + 1 :]
    that = _first_that(rest)
    return CLAUSES.naming_as.isdisjoint(rest[:that]) and (that is not None or not told)


def is_called_untrue(said: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a content names a claim and calls it untrue: "called reports that ... nonsense".

    Args:
        said: the words of the cue, whose verb judges ("called") or takes a clause ("said the claim ... was").
        behind: the words behind the cue, the content's included, without ``QUOTE_MARK``.
    """
    for number, word in enumerate(said):
        verb = VERBS.reporting.get(word)
        if verb is not None and verb.report is Report.JUDGEMENT:
            object_ = [*said[number + 1 :], *behind]
            first = any(map(says_false, object_[1:LAST]))  # "described as nonsense the report that"
            return (
                first and object_[0] in CLAUSES.naming_as and _has_stated_claim(object_)
            ) or _is_claim_called_untrue(object_, copula=False)
        if verb is not None and Takes.CLAUSE in verb.takes:
            return _is_claim_called_untrue(behind[1:] if _first_that(behind[:1]) == 0 else behind, copula=True)
    return False


def _has_stated_claim(object_: Sequence[str]) -> bool:
    """Whether an object has a claim with its words: "the report that"."""
    return any(
        word in NOUNS.claims and that in GRAMMAR.complementisers for word, that in pairwise(object_[: 2 * REACH])
    )


def _is_claim_called_untrue(words: Sequence[str], *, copula: bool) -> bool:
    """Whether words begin with a claim and "that", and end by calling it untrue."""
    number, (*ahead, last) = _claim_noun(words), ("", *words[-LAST:])
    if number is None or _first_that(words[number + 1 :]) is None or not _is_untrue(ahead, last):
        return False
    return not copula or (_is_head(words[:number]) and any(map(_is_copula, ahead)))


def _is_head(before: Sequence[str]) -> bool:
    """Whether the words before a claim belong to its noun phrase: "the latest", "Lund's", not "locals shared"."""
    if not before or before[-1].endswith(ENDINGS.possessives):
        return True
    return len(before) <= HEAD and before[0] in GRAMMAR.determiners and not any(map(_is_copula, before))


def _is_copula(word: str) -> bool:
    return word in GRAMMAR.be or word.endswith(ENDINGS.negations)


def _claim_noun(object_: Sequence[str]) -> int | None:
    """The number of the word that names a claim, if it heads the object: not "the offer after reports"."""
    behind_particles = next((at for at, word in enumerate(object_) if word not in CLAUSES.particles), 0)
    for number, word in enumerate(object_[behind_particles : behind_particles + REACH], behind_particles):
        if word in NOUNS.claims:
            return number
        if word == QUOTE_MARK or (
            word not in GRAMMAR.genitive and (word in GRAMMAR.adpositions or word in _CLAUSE_OPENERS)
        ):
            return None
    return None


def _is_untrue(ahead: Sequence[str], last: str) -> bool:
    return any(map(denies_verb, ahead)) if last in NEGATION.truth_predicates else says_false(last)


def _first_that(words: Sequence[str]) -> int | None:
    """The number of the first "that" among words."""
    return next((number for number, word in enumerate(words) if word in GRAMMAR.complementisers), None)

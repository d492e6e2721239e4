"""What somebody claims, as a noun: "the claim that", "reports that"; and that it is not true."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from indexer.english import GRAMMAR, NEGATION, NOUNS, VERBS
from indexer.languages.verbs import Report, Takes

REACH = 12
"""Words in which a verb comes to its object: "rejected Northern Rail's long repeated claim"."""

LAST = 4
"""Words at the end of a content that say what a claim is called: "was a complete fabrication"."""

HEAD = 2
"""Words between the head of a clause and the claim that is its subject: "the latest"."""

GAP = 20
"""Characters between "is" and what is said to be untrue: "is simply not", "is a complete"."""

MARK = '"'
"""What stands among the words of an object where a quotation mark opens: a claim is named before it."""

_PARTICLES = frozenset({"against", "aside", "at", "away", "back", "down", "off", "on", "over", "to", "with"})

_CLAUSE_OPENERS = GRAMMAR.conjunctions - {"that"}


def names_claim(object_: Sequence[str], *, told: bool = False) -> bool:
    """Whether the object of a verb is a claim, and not what it is dismissed as.

    Args:
        object_: the words behind the verb, with ``MARK`` where a quotation mark opens.
        told: only if what is claimed follows: "reports that".
    """
    if object_[:1] == ["as"]:  # "dismissed as a fairy tale the claim that"
        return _told(object_)
    number = _claim(object_)
    if number is None:
        return False
    rest = object_[number + 1 :]
    if "that" in rest:
        return "as" not in rest[: rest.index("that")]
    return not told and "as" not in rest


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
            first = any(map(_is_false, object_[1:LAST]))  # "described as nonsense the report that"
            return (first and object_[0] == "as" and _told(object_)) or _is_claim_and(object_, copula=False)
        if verb is not None and Takes.CLAUSE in verb.takes:
            return _is_claim_and(behind[1:] if behind[:1] == ["that"] else behind, copula=True)
    return False


def _told(object_: Sequence[str]) -> bool:
    """Whether a claim and its words stand somewhere in an object."""
    return any(word in NOUNS.claims and that == "that" for word, that in pairwise(object_[: 2 * REACH]))


def _is_claim_and(words: Sequence[str], *, copula: bool) -> bool:
    """Whether words are a claim, its words behind "that", and at the end what it is called."""
    number, (*ahead, last) = _claim(words), ("", *words[-LAST:])
    if number is None or "that" not in words[number + 1 :] or not _is_untrue(ahead, last):
        return False
    return not copula or (_is_head(words[:number]) and any(map(_is_copula, ahead)))


def _is_head(before: Sequence[str]) -> bool:
    """Whether what stands before a claim is of its own phrase: "the latest", "Lund's", not "locals shared"."""
    if not before or before[-1].endswith(("'s", "s'")):
        return True
    return len(before) <= HEAD and before[0] in GRAMMAR.determiners and not any(map(_is_copula, before))


def _is_copula(word: str) -> bool:
    return word in GRAMMAR.be or word.endswith("n't")


def says_untrue(folded: str, *, behind: bool) -> bool:
    """Whether it is said that something is not true: "it is not true that".

    Args:
        folded: the folded text.
        behind: what is not true goes on in the text, which begins with this; else it follows the text.
    """
    head, tail = _untrue()
    return (head.match(folded) if behind else tail.search(folded)) is not None


def _claim(object_: Sequence[str]) -> int | None:
    """The place of the noun that names a claim, where the object begins with that: not "the offer after reports"."""
    behind_particles = next((at for at, word in enumerate(object_) if word not in _PARTICLES), 0)
    for number, word in enumerate(object_[behind_particles : behind_particles + REACH], behind_particles):
        if word in NOUNS.claims:
            return number
        if word == MARK or (word != "of" and (word in GRAMMAR.adpositions or word in _CLAUSE_OPENERS)):
            return None
    return None


def _is_untrue(ahead: Sequence[str], last: str) -> bool:
    if last in ("true", "correct"):
        return any(word in NEGATION.of_cues or word.endswith("n't") for word in ahead)
    return _is_false(last)


def _is_false(word: str) -> bool:
    return word in NEGATION.untrue or word in NEGATION.absurd


@cache
def _untrue() -> tuple[re.Pattern[str], re.Pattern[str]]:
    untrue, absurd = ("|".join(sorted(words)) for words in (NEGATION.untrue, NEGATION.absurd))
    be = rf"(?:'s|\b(?:{'|'.join(sorted(GRAMMAR.be))}))"
    judged = (
        rf"{be}(?:n't|(?: \w+)? (?:not|never))(?! (?:only|just|merely|simply) )"
        rf"[\w ]{{0,{GAP}}} (?:true|correct|the case) that "
        rf"|{be}[\w ]{{0,{GAP}}} (?:(?:{untrue})(?: to \w+)?|(?:{absurd}) to \w+) that "
    )
    return re.compile(rf"(?:that )?(?:it|that|this)(?:[\w ]{{0,{GAP}}} )?(?:{judged})"), re.compile(rf"(?:{judged})\Z")

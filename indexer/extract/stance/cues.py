"""What the words of a cue say of what they attribute: that it is not so, that it was not said, or not by whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from indexer.english import CLAUSES, ENDINGS, GRAMMAR, NEGATION, NOUNS, PHRASES, VERBS
from indexer.extract.stance.claims import names_claim
from indexer.languages.verbs import Report, Says
from indexer.model import Span
from indexer.negation import denies_verb
from indexer.text import alternation, fold, word_texts

LEAD = 40
"""Characters before a cue in which another verb may govern it: "was misquoted as" before "saying"."""

_AND = alternation(CLAUSES.shares_subject)
_CLAUSE = re.compile(rf"(?:, (?:(?:{_AND}) )?| (?:{_AND}) )(?=(\w+))")
_GOVERNED = re.compile(r"[\w' ]*\Z")
_PASSIVE = re.compile(
    rf",? (?:{alternation(PHRASES.passives)}) (?:\w+(?:{alternation(ENDINGS.adverbs)}) "
    rf"|(?:{alternation(CLAUSES.passive_adverbs)}) )?(\w+(?:{alternation(ENDINGS.past)}))\b"
)
_REFUSALS = VERBS.forms_that[Says.REFUSES] | VERBS.nouns_that[Says.REFUSES]


def said_words(text: str, cue: Sequence[Span]) -> list[str]:
    """The folded words of a cue, of its last clause ("denied the claim, saying"), with the verb that governs it: of a
    gerund ("was misquoted as saying") or of a noun ("called reports")."""
    if not cue:
        return []
    printed = fold(" ".join(span.text for span in cue))
    last = max((match.end() for match in _CLAUSE.finditer(printed) if _speaks_up(match[1])), default=0)
    said = word_texts(printed[last:])
    if not said:
        return said
    lead = _GOVERNED.search(fold(text[max(0, cue[0].start - LEAD) : cue[0].start]))
    before = word_texts(lead[0]) if lead is not None else []
    if said[0] in NOUNS.claims and len(said) == 1:
        return [*(word for word in before[-2:] if word in VERBS.reporting), *said]
    if said[0] not in VERBS.reporting or not VERBS.reporting[said[0]].gerund:
        return said
    if not CLAUSES.called.isdisjoint(before[-1:]):
        return [*before[-4:], *said]
    return [*before[-2:], *said] if before and before[-1] in VERBS.forms_that[Says.DENIES] else said


def _speaks_up(word: str) -> bool:
    """Whether a word begins a clause that attributes: "and insisted", ", saying"; not "disputed and denied"."""
    verb = VERBS.reporting.get(word)
    return verb is not None and verb.report is Report.SPEECH and word not in VERBS.forms_that[Says.DENIES]


def is_put_down(said: Sequence[str], after: str) -> bool:
    """Whether a claim is said to be disputed behind its words: "Reports that ... were denied by the council".

    Args:
        said: the words of the cue, the claim.
        after: the folded text behind the content.
    """
    if not said or said[-1] not in NOUNS.claims:
        return False
    found = _PASSIVE.match(after)
    return found is not None and any(
        found[1] in VERBS.forms_that[says] for says in (Says.DENIES, Says.DISPUTES, Says.CONDEMNS)
    )


def denies(said: Sequence[str], object_: Sequence[str], *, ahead: bool = False) -> bool:
    """Whether a cue denies what it has for its object, or disputes it as a claim.

    What somebody "doubted whether" is left open, "no doubt" doubts nothing, and what a claim was "dismissed as" is what
    the one who dismisses it says.

    Args:
        said: the words of the cue.
        object_: the words behind it, the content's among them, with ``MARK`` where a quotation mark opens.
        ahead: the object stands before the cue instead: "claims that ... were dismissed".
    """
    for at in range(len(said)):
        found = _denies_at(said, at, object_ if ahead else [*said[at + 1 :], *object_])
        if found:
            return said[-1] not in CLAUSES.called and not NEGATION.undone.intersection(said[max(0, at - 2) : at])
    return False


def _denies_at(said: Sequence[str], at: int, object_: Sequence[str]) -> bool | None:
    """What a word of a cue says of its object; None for one that is nothing of the kind."""
    word = said[at]
    if word in VERBS.nouns_that[Says.DENIES]:
        return True
    if at and said[at - 1] in GRAMMAR.determiners:
        return None
    if word in VERBS.forms_that[Says.DENIES]:
        return not CLAUSES.open_questions.intersection(object_[:3]) and said[-1] not in CLAUSES.topics
    if word in VERBS.forms_that[Says.DISPUTES]:
        return names_claim(object_)
    if " ".join(said[at : at + 2]) in VERBS.forms_that[Says.DISPUTES]:
        return names_claim(object_[1:])
    return names_claim(object_, told=True) if word in VERBS.forms_that[Says.CONDEMNS] else None


def negates(said: Sequence[str]) -> bool:
    """Whether a cue is negated, or says that somebody refused to say so."""
    if any(word in VERBS.bases_that[Says.SILENT] for word in said):
        return False
    nots = any(denies_verb(word, following) for word, following in pairwise((*said, "")))
    refused = any(
        word in _REFUSALS and to in GRAMMAR.infinitive and _is_of_speech(verb)
        for word, to, verb in zip(said, said[1:], said[2:], strict=False)
    )
    return nots != refused


def ends_in_denial(said: Sequence[str]) -> bool:
    """Whether no verb of speech follows the one that denies: "denied", not "denied having said"."""
    return not said or not _is_of_speech(said[-1]) or said[-1] in VERBS.forms_that[Says.DENIES] | NOUNS.claims


def misnames(said: Sequence[str]) -> bool:
    """Whether a cue says that somebody is wrongly named: "was misquoted as saying", "falsely attributed to"."""
    passive = any(word in GRAMMAR.be for word in said)
    return any(word in VERBS.forms_that[Says.MISQUOTES] for word in said) or any(
        how in NEGATION.wrongly and (verb in VERBS.forms_that[Says.NAMES] or (passive and verb in VERBS.reporting))
        for how, verb in pairwise(said)
    )


def _is_of_speech(word: str) -> bool:
    verb = VERBS.reporting.get(word)
    return word in VERBS.forms_that[Says.DENIES] or (verb is not None and verb.report is Report.SPEECH)

"""Whether the words of a cue deny what they attribute: the content, that it was said, or who said it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from indexer.english import CLAUSES, ENDINGS, GRAMMAR, NEGATION, NOUNS, PHRASES, VERBS
from indexer.extract.stance.claims import is_claim
from indexer.languages.verbs import Report, Says
from indexer.model import Span
from indexer.negation import denies_verb
from indexer.text import alternation, fold, word_texts

LEAD = 40
"""Characters before a cue in which another verb may govern it: "was misquoted as" before "saying"."""

_AND = alternation(CLAUSES.subject_sharing)
_CLAUSE = re.compile(rf"(?:, (?:(?:{_AND}) )?| (?:{_AND}) )(?=(\w+))")
_GOVERNED = re.compile(r"[\w' ]*\Z")
_PASSIVE = re.compile(
    rf",? (?:{alternation(PHRASES.passives)}) (?:\w+(?:{alternation(ENDINGS.adverbs)}) "
    rf"|(?:{alternation(CLAUSES.passive_adverbs)}) )?(\w+(?:{alternation(ENDINGS.past)}))\b"
)
_REFUSALS = VERBS.forms_that[Says.REFUSES] | VERBS.nouns_that[Says.REFUSES]


def cue_words(text: str, cue: Sequence[Span]) -> list[str]:
    """The folded words of a cue that carry its stance.

    Of a cue with several clauses the last that attributes counts ("denied the claim, saying"). The verb before a gerund
    ("was misquoted as saying") or a noun ("called reports") is added.
    """
    if not cue:
        return []
    printed = fold(" ".join(span.text for span in cue))
    last = max((match.end() for match in _CLAUSE.finditer(printed) if _attributes(match[1])), default=0)
    said = word_texts(printed[last:])
    if not said:
        return said
    lead = _GOVERNED.search(fold(text[max(0, cue[0].start - LEAD) : cue[0].start]))
    before = word_texts(lead[0]) if lead is not None else []
    if said[0] in NOUNS.claims and len(said) == 1:
        return [*(word for word in before[-2:] if word in VERBS.reporting), *said]
    if said[0] not in VERBS.reporting or not VERBS.reporting[said[0]].gerund:
        return said
    if not CLAUSES.naming_as.isdisjoint(before[-1:]):
        return [*before[-4:], *said]
    return [*before[-2:], *said] if before and before[-1] in VERBS.forms_that[Says.DENIES] else said


def _attributes(word: str) -> bool:
    """Whether a verb begins a clause that attributes: "and insisted", ", saying"; not "disputed and denied"."""
    verb = VERBS.reporting.get(word)
    return verb is not None and verb.report is Report.SPEECH and word not in VERBS.forms_that[Says.DENIES]


def is_disputed_behind(said: Sequence[str], after: str) -> bool:
    """Whether the text behind a claim disputes it: "Reports that ... were denied by the council".

    Args:
        said: the words of the cue, which name the claim.
        after: the folded text behind the content.
    """
    if not said or said[-1] not in NOUNS.claims:
        return False
    found = _PASSIVE.match(after)
    return found is not None and any(
        found[1] in VERBS.forms_that[says] for says in (Says.DENIES, Says.DISPUTES, Says.CONDEMNS)
    )


def denies(said: Sequence[str], object_: Sequence[str], *, ahead: bool = False) -> bool:
    """Whether a cue denies its object, or disputes it as a claim.

    "Doubted whether" leaves its object open, "no doubt" denies nothing, and what a claim is "dismissed as" is asserted
    by the source.

    Args:
        said: the words of the cue.
        object_: the words behind the cue, the content's included, with ``QUOTE_MARK`` where a quotation mark opens.
        ahead: the object stands before the cue: "claims that ... were dismissed".
    """
    for at in range(len(said)):
        found = _denies_at(said, at, object_ if ahead else [*said[at + 1 :], *object_])
        if found:
            return said[-1] not in CLAUSES.naming_as and not NEGATION.cancels_denial.intersection(
                said[max(0, at - 2) : at]
            )
    return False


def _denies_at(said: Sequence[str], at: int, object_: Sequence[str]) -> bool | None:
    """Whether one word of a cue denies the object; None for a word that neither denies nor disputes."""
    word = said[at]
    if word in VERBS.nouns_that[Says.DENIES]:
        return True
    if at and said[at - 1] in GRAMMAR.determiners:
        return None
    if word in VERBS.forms_that[Says.DENIES]:
        return not CLAUSES.open_questions.intersection(object_[:3]) and said[-1] not in CLAUSES.topics
    if word in VERBS.forms_that[Says.DISPUTES]:
        return is_claim(object_)
    if " ".join(said[at : at + 2]) in VERBS.forms_that[Says.DISPUTES]:
        return is_claim(object_[1:])
    return is_claim(object_, told=True) if word in VERBS.forms_that[Says.CONDEMNS] else None


def negates(said: Sequence[str]) -> bool:
    """Whether a cue is negated ("did not say"), or says that somebody refused to speak ("declined to say")."""
    if any(word in VERBS.bases_that[Says.SILENT] for word in said):
        return False
    nots = any(denies_verb(word, following) for word, following in pairwise((*said, "")))
    refused = any(
        word in _REFUSALS and to in GRAMMAR.infinitive and _is_of_speech(verb)
        for word, to, verb in zip(said, said[1:], said[2:], strict=False)
    )
    return nots != refused


def ends_in_denial(said: Sequence[str]) -> bool:
    """Whether the verb that denies is the last verb of speech: "denied", not "denied having said"."""
    return not said or not _is_of_speech(said[-1]) or said[-1] in VERBS.forms_that[Says.DENIES] | NOUNS.claims


def misattributes(said: Sequence[str]) -> bool:
    """Whether a cue says that the words are not the source's: "was misquoted as saying", "falsely attributed to"."""
    passive = any(word in GRAMMAR.be for word in said)
    return any(word in VERBS.forms_that[Says.MISQUOTES] for word in said) or any(
        how in NEGATION.misattribution_adverbs
        and (verb in VERBS.forms_that[Says.NAMES] or (passive and verb in VERBS.reporting))
        for how, verb in pairwise(said)
    )


def _is_of_speech(word: str) -> bool:
    verb = VERBS.reporting.get(word)
    return word in VERBS.forms_that[Says.DENIES] or (verb is not None and verb.report is Report.SPEECH)

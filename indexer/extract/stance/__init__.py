"""The stance of an attribution: whether its content is asserted, denied or disputed, or asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.english import CLAUSES, GRAMMAR, NEGATION, VERBS
from indexer.extract.stance.claims import QUOTE_MARK, is_called_untrue
from indexer.extract.stance.denials import cue_words, denies, ends_in_denial, is_disputed_behind, misattributes, negates
from indexer.extract.stance.fakes import is_fake
from indexer.languages.verbs import Says
from indexer.model import Span, Stance
from indexer.negation import says_untrue
from indexer.text import alternation, fold, word_texts

BEFORE = 80
"""Characters before a source that are searched for a denial of what follows."""

LONGEST = 400
"""Characters of a content that are read: a content says at its beginning or its end what it calls a claim."""

_QUESTION = re.compile(r"""\?["'”’»]*$""")
_MARK = re.compile(r"""["«„]|''|``|(?<!\w)'""")
_NEITHER = re.compile(rf"\b(?:{alternation(NEGATION.neither)})\b[^.!?]*\b(?:{alternation(NEGATION.nor)}) $")
_NOBODY_PHRASES = tuple(phrase for phrase in NEGATION.nobody if " " in phrase)
_QUESTION_OPENERS = CLAUSES.clause_openers - GRAMMAR.complementisers


def stance(text: str, cue: Sequence[Span], source: Sequence[Span], content: Sequence[Span]) -> Stance:
    """The stance of an attribution.

    An attribution is denied when its cue denies ("disputed that"), disputes a claim ("rejected the claim that") or is
    negated ("did not say"); when its source is nobody ("none of them said"), a fake, or wrongly named ("was misquoted
    as saying"); and when the content is said to be untrue. Two denials cancel out: "never denied", "no one doubts".
    Another negation inside the content is the speaker's own and changes nothing; "would not comment" denies nothing.
    An attribution is asked when its cue is a form of "ask" and its content a question.

    Args:
        text: the article's text.
        cue, source, content: the spans of the attribution; cue and source may be empty.
    """
    starts = min((span.start for span in (*source, *cue)), default=0)
    before = fold(text[max(0, starts - BEFORE) : starts])
    said = cue_words(text, cue)
    behind = _behind(text, cue, content)
    ahead = bool(cue) and content[0].start < cue[0].start
    denying = denies(said, behind, ahead=ahead) and not (ends_in_denial(said) and _is_own_statement(text, cue, content))
    denying = denying or misattributes(said)
    if denying and source and fold(source[0].text).split()[0] in NEGATION.near_negative_sources:
        return Stance.ASSERTED
    negated = negates(said) != _is_nobody(source, before)
    if denying != negated:
        return Stance.DENIED
    if is_disputed_behind(said, fold(text[content[-1].end : content[-1].end + BEFORE])):
        return Stance.DENIED
    if is_fake(source, said, before) or _is_untrue(text, said, behind, content):
        return Stance.DENIED
    if any(word in VERBS.reporting and VERBS.reporting[word].says is Says.ASKS for word in said) and _asks(content):
        return Stance.ASKED
    return Stance.ASSERTED


def left_unsaid(cue: str) -> bool:
    """Whether a cue says that words were not said, and denies nothing: "did not say", "declined to say"."""
    return negates(word_texts(fold(cue)))


def _behind(text: str, cue: Sequence[Span], content: Sequence[Span]) -> list[str]:
    """The object of the cue's verb: the words behind the cue to the end of the content, or the content's alone."""
    first, end = content[0].start, min(content[-1].end, content[0].start + LONGEST)
    if cue and 0 <= first - cue[-1].end <= BEFORE:
        first = cue[-1].end
    folded = fold(text[first:end])
    mark = _MARK.search(folded)
    if mark is None:
        return word_texts(folded)
    return [*word_texts(folded[: mark.start()]), QUOTE_MARK, *word_texts(folded[mark.end() :])]


def _is_own_statement(text: str, cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether a quoted content is what the source says to deny something else: “We sold nothing,” she denied."""
    first = content[0]
    if not cue:
        return False
    if first.start < cue[0].start:
        return _MARK.match(fold(first.text)) is not None
    behind = fold(text[cue[-1].start : min(content[-1].end, first.start + LONGEST)])
    mark = _MARK.search(behind)
    return mark is not None and behind[: mark.start()].rstrip().endswith((":", ",", "."))


def _is_nobody(source: Sequence[Span], before: str) -> bool:
    """Whether the source is nobody, or the sentence denies that the source said so."""
    if says_untrue(before, behind=False) or _NEITHER.search(before):
        return True
    *_, how, verb, last = ("", "", "", *word_texts(before))
    if last in GRAMMAR.complementisers and verb in VERBS.forms_that[Says.DENIES] and not negates([how]):
        return True
    if not source:
        return False
    first, *rest = source[0].text.split()
    if f"{before}{fold(first)}".endswith(_NOBODY_PHRASES):
        return True
    # "No Labels" is somebody.
    return fold(first) in NEGATION.nobody or (
        fold(first) in NEGATION.negative_determiners and bool(rest) and rest[0].islower()
    )


def _is_untrue(text: str, said: Sequence[str], behind: Sequence[str], content: Sequence[Span]) -> bool:
    """Whether the content, or the words before it, say that the rest is not true: "It is untrue that".

    A content between quotation marks is asserted as it stands.
    """
    first = content[0]
    if not first.text[:1].isalnum():
        return False
    if says_untrue(fold(text[max(0, first.start - BEFORE) : first.start]), behind=False):
        return True
    return says_untrue(fold(first.text[:BEFORE]), behind=True) or is_called_untrue(
        said, [word for word in behind if word != QUOTE_MARK]
    )


def _asks(content: Sequence[Span]) -> bool:
    first = fold(content[0].text).split(maxsplit=1)[:1]
    return _QUESTION.search(content[-1].text.rstrip()) is not None or not _QUESTION_OPENERS.isdisjoint(first)

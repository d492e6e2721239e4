"""Whether words are asserted, denied or disputed, or put to somebody as a question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.english import CLAUSES, GRAMMAR, NEGATION, VERBS
from indexer.extract.stance.claims import MARK, is_called_untrue
from indexer.extract.stance.cues import denies, ends_in_denial, is_put_down, misnames, negates, said_words
from indexer.extract.stance.fakes import is_fake
from indexer.languages.verbs import Says
from indexer.model import Span, Stance
from indexer.negation import says_untrue
from indexer.text import alternation, fold, word_texts

BEFORE = 80
"""Characters before a source in which its sentence may say that what follows is not so."""

WHOLE = 400
"""Characters of a content that are read: what it says of a claim it says at its head, or at its end."""

_QUESTION = re.compile(r"""\?["'”’»]*$""")
_MARK = re.compile(r"""["«„]|''|``|(?<!\w)'""")
_NEITHER = re.compile(rf"\b(?:{alternation(NEGATION.neither)})\b[^.!?]*\b(?:{alternation(NEGATION.nor)}) $")
_OPENERS = CLAUSES.clause_openers - GRAMMAR.complementisers


def stance(text: str, cue: Sequence[Span], source: Sequence[Span], content: Sequence[Span]) -> Stance:
    """The stance of an attribution.

    Denied, when the cue denies ("disputed that"), disputes a claim ("rejected the claim that"), or is itself negated
    ("did not say"), when its source is nobody ("none of them said"), wrongly named ("was misquoted as saying") or a
    fake, and when it is said to be untrue; asked, when the cue is a form of "ask" and the content a question. Two of
    these undo each other: "never denied", "no one doubts". Any other negation inside the content is the speaker's own
    and changes nothing; who "would not comment" denies nothing.

    Args:
        text: the article's text.
        cue: the words that attribute.
        source: the span that names who.
        content: the words attributed.
    """
    starts = min((span.start for span in (*source, *cue)), default=0)
    before = fold(text[max(0, starts - BEFORE) : starts])
    said = said_words(text, cue)
    behind = _behind(text, cue, content)
    ahead = bool(cue) and content[0].start < cue[0].start
    denying = denies(said, behind, ahead=ahead) and not (ends_in_denial(said) and _are_own(text, cue, content))
    denying = denying or misnames(said)
    if denying and source and fold(source[0].text).split()[0] in NEGATION.hardly:
        return Stance.ASSERTED
    negated = negates(said) != _is_nobody(source, before)
    if denying != negated:
        return Stance.DENIED
    if is_put_down(said, fold(text[content[-1].end : content[-1].end + BEFORE])):
        return Stance.DENIED
    if is_fake(source, said, before) or _is_untrue(text, said, behind, content):
        return Stance.DENIED
    if any(word in VERBS.reporting and VERBS.reporting[word].says is Says.ASKS for word in said) and _asks(content):
        return Stance.ASKED
    return Stance.ASSERTED


def _behind(text: str, cue: Sequence[Span], content: Sequence[Span]) -> list[str]:
    """What a verb has for its object: the words from the cue to the end of a content behind it, or the content."""
    first, end = content[0].start, min(content[-1].end, content[0].start + WHOLE)
    if cue and 0 <= first - cue[-1].end <= BEFORE:
        first = cue[-1].end
    folded = fold(text[first:end])
    mark = _MARK.search(folded)
    if mark is None:
        return word_texts(folded)
    return [*word_texts(folded[: mark.start()]), MARK, *word_texts(folded[mark.end() :])]


def _are_own(text: str, cue: Sequence[Span], content: Sequence[Span]) -> bool:
    """Whether words between marks are what the one who denies says instead: “We sold nothing,” she denied."""
    first = content[0]
    if not cue:
        return False
    if first.start < cue[0].start:
        return _MARK.match(fold(first.text)) is not None
    behind = fold(text[cue[-1].start : min(content[-1].end, first.start + WHOLE)])
    mark = _MARK.search(behind)
    return mark is not None and behind[: mark.start()].rstrip().endswith((":", ",", "."))


def _is_nobody(source: Sequence[Span], before: str) -> bool:
    """Whether nobody is named, or it is said to be untrue, or denied, that somebody said so."""
    if says_untrue(before, behind=False) or _NEITHER.search(before):
        return True
    *_, how, verb, last = ("", "", "", *word_texts(before))
    if last in GRAMMAR.complementisers and verb in VERBS.forms_that[Says.DENIES] and not negates([how]):
        return True
    if not source:
        return False
    first, *rest = source[0].text.split()
    if f"{before}{fold(first)}".endswith(tuple(phrase for phrase in NEGATION.nobody if " " in phrase)):
        return True
    # "No Labels" is somebody.
    return fold(first) in NEGATION.nobody or (fold(first) in NEGATION.no_noun and bool(rest) and rest[0].islower())


def _is_untrue(text: str, said: Sequence[str], behind: Sequence[str], content: Sequence[Span]) -> bool:
    """Whether a content, or what stands before it, says that the rest of it is not true: "It is untrue that".

    Between marks the words are somebody's own, which are asserted as they stand.
    """
    first = content[0]
    if not first.text[:1].isalnum():
        return False
    if says_untrue(fold(text[max(0, first.start - BEFORE) : first.start]), behind=False):
        return True
    return says_untrue(fold(first.text[:BEFORE]), behind=True) or is_called_untrue(
        said, [word for word in behind if word != MARK]
    )


def _asks(content: Sequence[Span]) -> bool:
    first = fold(content[0].text).split(maxsplit=1)[:1]
    return _QUESTION.search(content[-1].text.rstrip()) is not None or first in ([opener] for opener in _OPENERS)

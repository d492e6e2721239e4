"""The outcomes of a check as a page shows them: a colour, and a sign that says the same without it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.check import Outcome
from indexer.in_words import counted
from service.answers.checks import CheckAnswer, Report
from service.answers.drafts import DraftAnswer, DraftQuote


@dataclass(frozen=True, slots=True)
class Look:
    colour: str
    sign: str


_BAD, _WARN, _OK, _NONE = Look("bad", "✕"), Look("warn", "≠"), Look("ok", "✓"), Look("none", "–")

LOOKS = {
    Outcome.SENSE_ALTERED: _BAD,
    Outcome.JOINED: _BAD,
    Outcome.PARTLY_PRINTED: _WARN,
    Outcome.WORDING_DIFFERS: _WARN,
    Outcome.OTHER_SPEAKER: _WARN,
    Outcome.WORD_FOR_WORD: _OK,
    Outcome.IN_OTHER_WORDS: _WARN,
    Outcome.SUGGESTED: _NONE,
    Outcome.NOT_IN_ARCHIVE: _NONE,
    Outcome.NOTHING_TO_COMPARE: _NONE,
}


def look(answer: CheckAnswer) -> Look:
    """How an answer looks; what is printed word for word, of people who disagree who said it, is no plain yes."""
    return _WARN if answer.conflict and answer.outcome is Outcome.WORD_FOR_WORD else LOOKS[answer.outcome]


def worst(draft: DraftAnswer) -> Look:
    """How the answer to a draft looks: as the worst of its quotes, of which one that is not found is no good one."""
    looks = {look(quote.answer) for quote in draft.quotes}
    return next((each for each in (_BAD, _WARN, _NONE, _OK) if each in looks), _NONE)


def searched(answer: CheckAnswer) -> str:
    """What was searched: ``926 articles of 7 outlets, published 8 November 2015 to 14 September 2025``."""
    coverage = answer.coverage
    words = counted(coverage.articles, "article")
    if coverage.outlets:
        words += f" of {counted(coverage.outlets, 'outlet')}"
    return words


def paragraph(draft: str, quote: DraftQuote) -> int:
    """The number of the paragraph in which a quote of a draft begins, from 1."""
    before = draft[: quote.spans[0].start]
    return len([part for part in re.split(r"\n\s*\n", before) if part.strip()]) + bool(
        re.search(r"\n\s*\n\s*$", before) or not before.strip()
    )


CAN_USE = frozenset({Outcome.SENSE_ALTERED, Outcome.WORDING_DIFFERS})


def use(quote: DraftQuote) -> str | None:
    """What the form sends to have the printed wording in place of a quote's: ``START-END:QUOTE:FROM-TO``, or None.

    FROM and TO are characters of the printed words: what the draft leaves out at either end stays out.
    """
    best = quote.answer.best
    if quote.answer.outcome not in CAN_USE or best is None or best.quote_id is None or len(quote.spans) > 1:
        return None
    start, end = _asked_for(best)
    return f"{quote.spans[0].start}-{quote.spans[0].end}:{best.quote_id}:{start}-{end}"


def _asked_for(best: Report) -> tuple[int, int]:
    """The characters of a printed wording without what is left out before its first and behind its last asked word."""
    start, end = 0, len(best.text)
    for change in best.diff:
        if change.cut and not _has_words(best.text[start : change.printed.start]):
            start = max(start, change.printed.end)
    for change in reversed(best.diff):
        if change.cut and not _has_words(best.text[change.printed.end : end]):
            end = min(end, change.printed.start)
    return start, max(start, end)


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))

"""What the quotes of a draft come to: tallies, what matters most first, and the sentence for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from indexer.check.answer_records import Outcome
from indexer.check.sentences.labels import label_of
from indexer.in_words import counted

_ORDER = list(Outcome)


def tallies(outcomes: Sequence[Outcome]) -> list[tuple[Outcome, int]]:
    """How many quotes come to each outcome, what matters most first; only what occurs."""
    counts = Counter(outcomes)
    return [(outcome, counts[outcome]) for outcome in _ORDER if counts[outcome]]


def worst_first(outcomes: Sequence[Outcome]) -> list[int]:
    """The numbers of the quotes, those that matter most first, else in order."""
    return sorted(range(len(outcomes)), key=lambda number: (_ORDER.index(outcomes[number]), number))


def draft_headline(outcomes: Sequence[Outcome]) -> str:
    """The tallies in one sentence: ``3 quotes: 1 sense altered, 2 word for word.``"""
    if not outcomes:
        return "No quotes were found in this draft."
    told = [f"{count:,} {label_of(outcome)[0].lower()}{label_of(outcome)[1:]}" for outcome, count in tallies(outcomes)]
    return f"{counted(len(outcomes), 'quote')}: {', '.join(told)}."

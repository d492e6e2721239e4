"""What an archive has that may report a text: its candidates, each judged, and all that print the same words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.compare import Comparison, Relation, Wording, fingerprint, judge, too_short
from indexer.model import Stance
from indexer.printed import Passage, Reports
from indexer.query import AllOf, Hit, OfStance
from indexer.store.base import Store
from indexer.text import stem, word_texts

CANDIDATES = 50
"""Wordings that are judged: the right one was among the first 50 for every edit that was tried."""

SHORT_CANDIDATES = 100
"""Of a text of few words, which stands in more quotes than a long one does."""

LISTED = 100
"""Reports that an answer lists."""

PASSAGES = 20
"""Sentences of articles that are judged when no quote matches."""

REWORDED_TEXT = 0.95
"""The judge's score from which on a sentence is a rewording: two articles tell of one event in much the same words."""

MOST_WORDS = 400
"""Words that an archive is asked for; of a longer text these are taken from its beginning, middle and end."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A quote with how it stands to the text."""

    hit: Hit
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Gathered:
    """All reports of a text in an archive.

    Args:
        listed: the first by time, at most ``LISTED``.
        counted: all of them, by the store.
        accepted: one judged quote for each fingerprint.
        nearest: the comparison with the highest score, reported or not.
    """

    listed: tuple[Judged, ...]
    counted: Reports
    accepted: dict[str, Judged]
    nearest: Comparison | None

    @property
    def whole(self) -> bool:
        """Whether all reports are listed."""
        return self.counted.total <= len(self.listed)

    @property
    def clear(self) -> tuple[str, ...]:
        """The fingerprints of the wordings that keep the text's sense; all, where none does."""
        clear = tuple(mark for mark, each in self.accepted.items() if not each.comparison.sense_altered)
        return clear or tuple(self.accepted)


def gather(store: Store, asked: Wording, condition: AllOf, *, exactly: bool = False) -> Gathered:
    """The reports of a text among the quotes that meet a condition.

    Args:
        exactly: only what is printed in the same words; nothing is judged by likeness.
    """
    own = fingerprint(asked)
    judged = () if exactly else _candidates(store, asked, condition)
    accepted: dict[str, Judged] = {}
    for each in sorted(judged, key=lambda each: -each.comparison.score):
        if each.comparison.reported:
            accepted.setdefault(fingerprint(each.hit.quote.text), each)
    nearest = max((each.comparison for each in judged), key=lambda each: each.score, default=None)
    found = store.reports([own, *(each for each in accepted if each != own)], condition, size=LISTED)
    listed = tuple(_as_accepted(asked, hit, accepted) for hit in found.hits)
    for each in listed:
        accepted.setdefault(fingerprint(each.hit.quote.text), each)
    return Gathered(listed, found, accepted, nearest)


def asserted(store: Store, asked: Wording, condition: AllOf, gathered: Gathered) -> tuple[Reports, tuple[Judged, ...]]:
    """Of the reports that keep the text's sense, those that neither deny the words nor ask for them."""
    found = store.reports(gathered.clear, AllOf((*condition.parts, OfStance(Stance.ASSERTED))), size=LISTED)
    return found, tuple(_as_accepted(asked, hit, gathered.accepted) for hit in found.hits)


def passages(store: Store, asked: Wording, condition: AllOf) -> list[tuple[Passage, Comparison]]:
    """The articles' own sentences that report the text."""
    if too_short(asked):
        return []
    words = spread(word_texts(asked.text))
    found = store.sentences(words, [stem(word) for word in words], condition, size=PASSAGES)
    judged = [(each, judge(asked, each.span.text)) for each in found if each.article.language == "en"]
    return [(each, _of_text(comparison)) for each, comparison in judged if _reports(comparison)]


def _reports(comparison: Comparison) -> bool:
    """Whether a sentence reports the text: other words that tell of the same event do not."""
    if comparison.relation is Relation.REWORDED:
        return comparison.score >= REWORDED_TEXT
    return comparison.reported


def _of_text(comparison: Comparison) -> Comparison:
    """What the judge learned from quotes is less sure of sentences."""
    reworded = comparison.relation is Relation.REWORDED
    return replace(comparison, probable=True) if reworded else comparison


def spread(words: Sequence[str]) -> list[str]:
    """At most ``MOST_WORDS`` of the words, in order: a third each from the beginning, the middle and the end."""
    if len(words) <= MOST_WORDS:
        return list(words)
    size = MOST_WORDS // 3
    middle = (len(words) - size) // 2
    return [*words[:size], *words[middle : middle + size], *words[-size:]]


def _candidates(store: Store, asked: Wording, condition: AllOf) -> tuple[Judged, ...]:
    words = spread(word_texts(asked.text))
    if len(words) < 2:
        # One word is a part of countless quotes: it is a quote of its own or nothing.
        return ()
    size = SHORT_CANDIDATES if too_short(asked) else CANDIDATES
    judged = []
    for hit in store.candidates(words, [stem(word) for word in words], condition, size=size):
        # What is not in English is not judged by English rules.
        if hit.article.language == "en":
            judged.append(Judged(hit, judge(asked, hit.quote.text)))
    return tuple(judged)


def _as_accepted(asked: Wording, hit: Hit, accepted: dict[str, Judged]) -> Judged:
    """A report with its own diff; it has the words of one that was accepted, and so its relation."""
    comparison = judge(asked, hit.quote.text)
    if comparison.reported:
        return Judged(hit, comparison)
    known = accepted[fingerprint(hit.quote.text)].comparison
    return Judged(hit, replace(known, diff=(), guards=()))

"""All reports of a text in an archive: what its candidates report, and whatever prints the same words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from indexer.check.candidates import MOST_WORDS, Judged, judged, of_whole, spread
from indexer.check.senses import same_sense
from indexer.compare import Comparison, Guard, Relation, Wording, fingerprint, judge, judge_likeliest, too_short
from indexer.deadline import NO_DEADLINE, Deadline
from indexer.languages import tables
from indexer.model import Stance
from indexer.printed import Passage, Reports
from indexer.query import AllOf, Hit, Is
from indexer.store.base import Store
from indexer.text import stem, word_texts

_NONE = Reports(total=0, hits=(), articles=0, outlets=0, speakers=())

LISTED = 100
"""Reports that an answer lists."""

PASSAGES = 20
"""Sentences of articles that are judged when no quote matches."""

REWORDED_TEXT = 0.98
"""The judge's score from which on a sentence is a rewording: two articles tell of one event in much the same words."""


@dataclass(frozen=True, slots=True)
class Printing:
    """A quote that reports the text, with how it stands to it."""

    hit: Hit
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Gathered:
    """All reports of a text in an archive.

    Args:
        listed: the first by time, at most ``LISTED``.
        counted: all of them, by the store.
        accepted: one judged wording for each fingerprint.
        nearest: the comparison with the highest score, reported or not.
        candidates: ids of the quotes that were judged by words, the likeliest first.
    """

    listed: tuple[Printing, ...]
    counted: Reports
    accepted: Mapping[str, Judged]
    nearest: Comparison | None
    candidates: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether all reports are listed."""
        return self.counted.total <= len(self.listed)

    def wordings(self, guards: Sequence[Guard]) -> tuple[str, ...]:
        """The fingerprints of the wordings that make the same of the text's sense as one with these guards."""
        return tuple(mark for mark, each in self.accepted.items() if same_sense(each.comparison.guards, guards))


@dataclass(frozen=True, slots=True)
class Counted:
    """All reports in one wording: the first of them, and how many there are."""

    first: Printing
    reports: Reports


Again = Callable[[tuple[Judged, ...]], tuple[Judged, ...]]
"""Judges by more than words: what was judged in, the same and what else was found out."""


def gather(
    store: Store,
    query: Wording,
    condition: AllOf,
    *,
    exactly: bool = False,
    again: Again | None = None,
    deadline: Deadline = NO_DEADLINE,
) -> Gathered:
    """The reports of a text among the quotes that meet a condition.

    Args:
        exactly: only what is printed in the same words; nothing is judged by likeness.
        again: has a second look at what was judged by words.

    Raises:
        DeadlinePassed: the deadline came first.
    """
    own = fingerprint(query)
    seen = () if exactly else judged(store, query, condition, every=again is not None, deadline=deadline)
    candidates = tuple(each.quote_id for each in seen)
    if again is not None:
        seen = again(seen)
    accepted: dict[str, Judged] = {}
    for each in sorted(seen, key=lambda each: -each.comparison.score):
        if each.comparison.reported:
            accepted.setdefault(fingerprint(each.text), each)
    nearest = max((each.comparison for each in seen), key=lambda each: each.score, default=None)
    if not accepted and not exactly and not too_short(query) and len(query) <= MOST_WORDS:
        # What is printed in the same words would be among the candidates, whatever language it is taken for.
        return Gathered((), _NONE, accepted, nearest, candidates)
    found = store.reports([own, *(each for each in accepted if each != own)], condition, size=LISTED)
    listed = tuple(_as_accepted(query, hit, accepted) for hit in found.hits)
    for printing in listed:
        quote = printing.hit.quote
        accepted.setdefault(fingerprint(quote.text), Judged(quote.id, quote.text, printing.comparison, query))
    return Gathered(listed, found, accepted, nearest, candidates)


def asserted(
    store: Store, query: Wording, condition: AllOf, gathered: Gathered, guards: Sequence[Guard]
) -> tuple[Reports, tuple[Printing, ...]]:
    """Of the reports in one sense, those that neither deny the words nor ask for them.

    Args:
        guards: what alters the sense in these; nothing in those that keep it.
    """
    wanted = AllOf((*condition.parts, Is("stance", Stance.ASSERTED)))
    found = store.reports(gathered.wordings(guards), wanted, size=LISTED)
    return found, tuple(_as_accepted(query, hit, gathered.accepted) for hit in found.hits)


def by_wording(
    store: Store, query: Wording, condition: AllOf, gathered: Gathered, deadline: Deadline
) -> tuple[Counted, ...]:
    """Each accepted wording with all its reports, where more are stored than are listed: the store counts them.

    Raises:
        DeadlinePassed: the deadline came first.
    """
    found = []
    for mark in gathered.accepted:
        deadline.check()
        reports = store.reports([mark], condition, size=1)
        found += [Counted(_as_accepted(query, hit, gathered.accepted), reports) for hit in reports.hits]
    return tuple(found)


def passages(store: Store, query: Wording, condition: AllOf) -> list[tuple[Passage, Comparison]]:
    """The articles' own sentences that report the text."""
    if too_short(query):
        return []
    words = spread(word_texts(query.text))
    found = store.sentences([stem(word) for word in words], condition, size=PASSAGES)
    english = [each for each in found if tables(each.article.language) is not None]
    compared = judge_likeliest(query, [each.span.text for each in english])
    return [(english[number], _of_text(each)) for number, each in compared.items() if _reports(each)]


def _reports(comparison: Comparison) -> bool:
    """Whether a sentence reports the text: other words that tell of the same event do not."""
    if comparison.relation is Relation.REWORDED:
        return comparison.score >= REWORDED_TEXT
    return comparison.reported


def _of_text(comparison: Comparison) -> Comparison:
    """What the judge learned from quotes is less sure of sentences."""
    reworded = comparison.relation is Relation.REWORDED
    return replace(comparison, probable=True) if reworded else comparison


def _as_accepted(query: Wording, hit: Hit, accepted: Mapping[str, Judged]) -> Printing:
    """A report with its own diff; it has the words of one that was accepted, and so its relation."""
    text = hit.quote.text
    known = accepted.get(fingerprint(text))
    if known is None:
        return Printing(hit, judge(query, text))
    if known.text == text:
        return Printing(hit, known.comparison)
    found = of_whole(query, Judged(hit.quote.id, text, judge(known.query, text), known.query)).comparison
    return Printing(hit, found if found.reported else replace(known.comparison, diff=(), guards=()))

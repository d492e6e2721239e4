"""All reports of a text in an archive: the quotes that the judge accepts, and all others that print the same words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from indexer.check.candidates import MOST_WORDS, JudgedWording, against_whole_text, judge_candidates, sample_words
from indexer.check.judging import judge, judge_likeliest
from indexer.check.senses import counts_with
from indexer.compare import Comparison, Relation, Wording, fingerprint, reversal, too_short
from indexer.deadline import NO_DEADLINE, Deadline
from indexer.languages import tables
from indexer.model import Stance
from indexer.printed import Candidate, OwnSentence, Reports
from indexer.query import AllOf, HasName, Hit, Is
from indexer.store.base import Store
from indexer.text import stem, word_texts

_NO_REPORTS = Reports(total=0, hits=(), articles=0, outlets=0, speakers=())

LISTED = 100
"""Reports that an answer lists."""

PASSAGES = 20
"""Sentences of articles that are judged when no quote matches."""

REWORDED_SENTENCE = 0.98
"""The judge's score from which on a sentence is a rewording: two articles tell of one event in much the same words."""


@dataclass(frozen=True, slots=True)
class Printing:
    """A stored quote that reports the text, with its comparison."""

    hit: Hit
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class CountedWording:
    """All reports in one wording, counted by the store, and the first of them."""

    first: Printing
    reports: Reports


@dataclass(frozen=True, slots=True)
class FoundReports:
    """All reports of a text in an archive.

    What is only probable counts only if nothing is sure.

    Args:
        listed: the first by time, at most ``LISTED``.
        perhaps: beside sure ones, those that are only probable, at most ``LISTED``.
        counted: all of them, counted by the store, but for ``perhaps``.
        accepted: one judged wording for each fingerprint.
        nearest: the comparison with the highest score, reported or not.
        candidates: quotes that share words with the text, the likeliest first.
    """

    listed: tuple[Printing, ...]
    counted: Reports
    accepted: Mapping[str, JudgedWording]
    nearest: Comparison | None
    candidates: tuple[Candidate, ...] = ()
    perhaps: tuple[Printing, ...] = ()

    @property
    def all_listed(self) -> bool:
        """Whether all reports are listed."""
        return self.counted.total <= len(self.listed)


@dataclass(frozen=True, slots=True)
class ReportSearch:
    """A search for the reports of one text.

    Args:
        condition: which quotes are searched.
        articles: which articles, where their own sentences are.

    All methods raise ``DeadlinePassed`` where the deadline comes first.
    """

    store: Store
    query: Wording
    condition: AllOf
    articles: AllOf
    deadline: Deadline = NO_DEADLINE

    def reports(self, *, exactly: bool = False) -> FoundReports:
        """The reports of the text.

        Args:
            exactly: only what is printed in the same words; nothing is judged.
        """
        query, own = self.query, fingerprint(self.query)
        judged: tuple[JudgedWording, ...] = ()
        candidates: tuple[Candidate, ...] = ()
        if not exactly:
            judged, candidates = judge_candidates(self.store, query, self.condition, deadline=self.deadline)
        accepted: dict[str, JudgedWording] = {}
        for each in sorted(judged, key=lambda each: -each.comparison.score):
            if each.comparison.reported:
                accepted.setdefault(fingerprint(each.text), each)
        nearest = max((each.comparison for each in judged), key=lambda each: each.score, default=None)
        if not accepted and not exactly and not too_short(query) and len(query) <= MOST_WORDS:
            # What prints the same words would be among the candidates, whatever its language.
            return FoundReports((), _NO_REPORTS, accepted, nearest, candidates)
        sure = [mark for mark, each in accepted.items() if not each.comparison.probable]
        probable = [mark for mark, each in accepted.items() if each.comparison.probable]
        found = self.store.reports(list(dict.fromkeys([own, *sure])), self.condition, size=LISTED)
        perhaps: tuple[Printing, ...] = ()
        if probable:
            others = self.store.reports(probable, self.condition, size=LISTED)
            if not found.total:
                found = others
            else:
                perhaps = tuple(self._printing(hit, accepted) for hit in others.hits)
                accepted = {mark: accepted[mark] for mark in sure}
        listed = tuple(self._printing(hit, accepted) for hit in found.hits)
        for printing in listed:
            quote = printing.hit.quote
            wording = JudgedWording(quote.id, quote.text, printing.comparison, query)
            accepted.setdefault(fingerprint(quote.text), wording)
        return FoundReports(listed, found, accepted, nearest, candidates, perhaps)

    def reversals(self, found: FoundReports, speaker: HasName) -> FoundReports:
        """What a speaker is reported to have said in the words of a text that is too short, but for a "not".

        Args:
            found: the reports of the text, none; its candidates are compared.
        """
        accepted: dict[str, JudgedWording] = {}
        for each in found.candidates:
            comparison = reversal(self.query, each.text) if tables(each.language) is not None else None
            if comparison is not None:
                judged = JudgedWording(each.quote_id, each.text, comparison, self.query)
                accepted.setdefault(fingerprint(each.text), judged)
        if not accepted:
            return found
        asserted = AllOf((*self.condition.parts, speaker, Is("stance", Stance.ASSERTED)))
        reports = self.store.reports(list(accepted), asserted, size=LISTED)
        listed = tuple(Printing(hit, accepted[fingerprint(hit.quote.text)].comparison) for hit in reports.hits)
        return replace(found, listed=listed, counted=reports, accepted=accepted)

    def asserted(self, found: FoundReports, best: Comparison) -> tuple[Reports, tuple[Printing, ...]]:
        """Those of the reports that assert what the best of them says: all of them counted, and the first."""
        in_sense = [mark for mark, each in found.accepted.items() if counts_with(best, each.comparison)]
        asserted = AllOf((*self.condition.parts, Is("stance", Stance.ASSERTED)))
        reports = self.store.reports(in_sense, asserted, size=LISTED)
        return reports, tuple(self._printing(hit, found.accepted) for hit in reports.hits)

    def count_by_wording(self, found: FoundReports) -> tuple[CountedWording, ...]:
        """Each accepted wording with all its reports, counted by the store."""
        counted = []
        for mark in found.accepted:
            self.deadline.check()
            reports = self.store.reports([mark], self.condition, size=1)
            counted += [CountedWording(self._printing(hit, found.accepted), reports) for hit in reports.hits]
        return tuple(counted)

    def sentences(self) -> list[tuple[OwnSentence, Comparison]]:
        """The articles' own sentences that report the text; rewordings among them are only probable."""
        if too_short(self.query):
            return []
        words = sample_words(word_texts(self.query.text))
        found = self.store.sentences([stem(word) for word in words], self.articles, size=PASSAGES)
        readable = [each for each in found if tables(each.article.language) is not None]
        compared = judge_likeliest(self.query, [each.span.text for each in readable])
        reported = []
        for place, comparison in compared.items():
            if comparison.relation is not Relation.REWORDED:
                if comparison.reported:
                    reported.append((readable[place], comparison))
            elif comparison.score >= REWORDED_SENTENCE:
                # The judge learned from quotes, and is less sure of sentences.
                reported.append((readable[place], replace(comparison, probable=True)))
        return reported

    def _printing(self, hit: Hit, accepted: Mapping[str, JudgedWording]) -> Printing:
        """A report with its own diff; its relation is that of the accepted wording with the same words."""
        text = hit.quote.text
        known = accepted.get(fingerprint(text))
        if known is None:
            return Printing(hit, judge(self.query, text, hit.quote.id))
        if known.text == text:
            return Printing(hit, known.comparison)
        own = JudgedWording(hit.quote.id, text, judge(known.query, text, hit.quote.id), known.query)
        found = against_whole_text(self.query, own).comparison
        return Printing(hit, found if found.reported else replace(known.comparison, diff=(), guards=()))

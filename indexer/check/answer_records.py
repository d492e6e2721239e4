"""The record of a check's answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from indexer.check.judging import calibrated
from indexer.check.records import (
    NO_STANCES,
    Agreement,
    AttributionCount,
    Earliest,
    PrintedAs,
    Report,
    Sense,
    Stances,
    Variant,
    Verdict,
)
from indexer.compare import Guard, Measures
from indexer.compare.records import Place
from indexer.printed import Coverage, Near

LIKELY = 0.7
"""Likeness of a suggestion from which on a text may be said in other words: see ``docs/check.md``."""

_SENTENCE_ENDS = frozenset(".!?…;:\n”")


class Outcome(StrEnum):
    """What an answer comes to for whoever asks, in the order of what matters in a draft.

    sense_altered: what is printed says something else. joined: two quotes are joined to one. partly_printed: only a
    part of the text is printed. wording_differs: printed in nearly the same words. other_speaker: printed so, and
    attributed to somebody other than the asker says. word_for_word: printed so, alone or within a longer quote.
    in_other_words: reported in other words. suggested: not reported; some quotes may say the same in other words.
    not_in_archive: none of these. nothing_to_compare: too short, or in a language that is not compared.
    """

    SENSE_ALTERED = "sense_altered"
    JOINED = "joined"
    PARTLY_PRINTED = "partly_printed"
    WORDING_DIFFERS = "wording_differs"
    OTHER_SPEAKER = "other_speaker"
    WORD_FOR_WORD = "word_for_word"
    IN_OTHER_WORDS = "in_other_words"
    SUGGESTED = "suggested"
    NOT_IN_ARCHIVE = "not_in_archive"
    NOTHING_TO_COMPARE = "nothing_to_compare"


@dataclass(frozen=True, slots=True)
class HeadlineParts:
    """The parts of a headline, for a page that lays them out itself; None where nothing is known.

    Args:
        how: whether and how the words are printed: "Word for word".
        who: whom they are attributed to: "Ida Brandt"; "the article’s own words".
        when: the day of the earliest report that says as much: "2 March 2025".
        where: who printed that: "Alba"; if nothing is reported, what was searched.
    """

    how: str
    who: str | None = None
    when: str | None = None
    where: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedPart:
    """A part of a text that is not printed as a whole.

    Args:
        place: characters of the text, end exclusive.
        report: what prints the part word for word; None if nothing does.
    """

    place: Place
    report: Report | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What an archive has that reports a text.

    Args:
        text: the text in question; diffs and guards point into it.
        words: the number of its words that are compared.
        speaker: whom the asker attributes it to, or None.
        headline: the answer in one sentence of at most 30 words.
        parts: the same in its parts.
        evidence: what else was found, in sentences.
        dropped: characters of the text that were left out as an attribution, a link or a tag.
        printed_parts: the parts of a text that is printed only in part, or joined of two quotes; else empty.
        best: the report that sets the verdict, or None.
        score: the judge's score of the nearest wording, 0 to 1, whatever the verdict.
        measures: what the score is made of; None if nothing came near.
        reports: the first by time, undated last; without those that are only probable, unless all are.
        reports_total: all, exactly; of articles' own sentences those that were found.
        distinct_texts: groups of copies among ``reports``.
        printed_as: the best form in which it is reported.
        perhaps: reports that are only probable, beside sure ones; nothing else here depends on them.
        quoted_by: speakers who repeat, between marks, what is attributed to somebody else.
        similar: quotes that may say it in other words and do not report it, the likeliest first; None if the archive
            has no vectors or the text is too short.
    """

    text: str
    words: int
    coverage: Coverage
    verdict: Verdict
    speaker: str | None = None
    headline: str = ""
    parts: HeadlineParts = HeadlineParts("")
    evidence: tuple[str, ...] = ()
    dropped: tuple[Place, ...] = ()
    printed_parts: tuple[PrintedPart, ...] = ()
    best: Report | None = None
    printed_as: PrintedAs | None = None
    score: float = 0.0
    measures: Measures | None = None
    earliest: Earliest | None = None
    reports: Sequence[Report] = ()
    reports_total: int = 0
    distinct_texts: int = 0
    stances: Stances = NO_STANCES
    variants: tuple[Variant, ...] = ()
    attributions: tuple[AttributionCount, ...] = ()
    conflict: bool = False
    speaker_agrees: Agreement | None = None
    stock: bool = False
    perhaps: tuple[Report, ...] = ()
    quoted_by: tuple[AttributionCount, ...] = ()
    similar: tuple[Near, ...] | None = None

    @property
    def reported(self) -> bool:
        """Whether the text is reported."""
        return self.best is not None

    @property
    def outcome(self) -> Outcome:
        """What the answer comes to."""
        if self.best is not None and self.best.altered:
            return Outcome.SENSE_ALTERED
        if self.joined:
            return Outcome.JOINED
        if self.verdict is Verdict.LONGER or self.printed_parts:
            return Outcome.PARTLY_PRINTED
        if self.best is None:
            if self.verdict in (Verdict.TOO_SHORT, Verdict.UNSUPPORTED_LANGUAGE):
                return Outcome.NOTHING_TO_COMPARE
            return Outcome.SUGGESTED if self.suggested else Outcome.NOT_IN_ARCHIVE
        if self.verdict is Verdict.REWORDED:
            return Outcome.IN_OTHER_WORDS
        if self.speaker_agrees is Agreement.DISAGREES:
            return Outcome.OTHER_SPEAKER
        return Outcome.WORDING_DIFFERS if self.verdict is Verdict.CHANGED else Outcome.WORD_FOR_WORD

    @property
    def suggested(self) -> bool:
        """Whether one of the quotes that are suggested is so near that the text may be said in other words."""
        return any(each.likeness >= LIKELY for each in self.similar or ())

    @property
    def joined(self) -> bool:
        """Whether the text joins two quotes or more."""
        return len({each.report.key for each in self.printed_parts if each.report is not None}) > 1

    @property
    def confidence(self) -> float:
        """The calibrated probability that the nearest wording reports the text, 0 to 1."""
        return calibrated(self.score)

    @property
    def probable(self) -> bool:
        """Whether it is reported, and the judge is not sure."""
        return self.best is not None and self.best.comparison.probable

    @property
    def sense(self) -> Sense | None:
        """Whether the report that sets the verdict keeps the sense; none does if a sentence is joined of two quotes."""
        if self.best is None:
            return None
        return Sense.ALTERED if self.best.altered or (self.joined and self._joins_a_sentence) else Sense.KEPT

    @property
    def _joins_a_sentence(self) -> bool:
        """Whether two printed parts stand in one sentence, whatever word of nobody's joins them."""
        printed = [each.place for each in self.printed_parts if each.report is not None]
        return any(_SENTENCE_ENDS.isdisjoint(self.text[end:start]) for (_, end), (start, _) in pairwise(printed))

    @property
    def guards(self) -> tuple[Guard, ...]:
        """What alters the sense in the report that sets the verdict."""
        return self.best.comparison.guards if self.best is not None else ()

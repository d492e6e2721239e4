"""The records that a check makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indexer.check.judging import calibrated
from indexer.compare import Comparison, Edit, Guard, Likeness, Measures, Relation
from indexer.model import Article, Precision, PublishedDate, Quote, SpeakerKind, Stance
from indexer.printed import Coverage, Near


class Verdict(StrEnum):
    """Whether and how a text is reported; the first five say that it is.

    verbatim: printed word for word. changed: a near copy, some words differ. part: a part of what is printed. longer:
    it holds all that is printed, and more. reworded: many words differ, yet it is the same utterance. not_found: not
    in what was searched. too_short: too few words to be recognised by likeness, and not printed exactly so.
    unsupported_language: not in English, and not printed exactly so.
    """

    VERBATIM = "verbatim"
    CHANGED = "changed"
    PART = "part"
    LONGER = "longer"
    REWORDED = "reworded"
    NOT_FOUND = "not_found"
    TOO_SHORT = "too_short"
    UNSUPPORTED_LANGUAGE = "unsupported_language"


class PrintedAs(StrEnum):
    """The form of a report: between quotation marks; attributed without marks; or the article's own words."""

    QUOTE = "quote"
    PARAPHRASE = "paraphrase"
    TEXT = "text"


class Sense(StrEnum):
    """Whether a report says the same: a "not", an opposite, another number, amount or name, or two exchanged alter
    it."""

    KEPT = "kept"
    ALTERED = "altered"


class Agreement(StrEnum):
    """Whether a given speaker is among those that the reports name."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    UNATTRIBUTED = "unattributed"
    AMBIGUOUS = "ambiguous"


class DateBasis(StrEnum):
    """What a date is of: the words were said then, as the article says; or the article was published then."""

    SAID = "said"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a report.

    Args:
        from_, to: days, both inclusive.
        precision: a day for dates of publication.
        printed: the date of publication as it was read; None for a said date.
        evidence: the words it was read from.
    """

    from_: date
    to: date
    precision: Precision
    basis: DateBasis
    printed: PublishedDate | None
    evidence: str


@dataclass(frozen=True, slots=True)
class Report:
    """One printing of the text in question.

    Args:
        quote: None if the words are the article's own.
        article: without its text.
        text: the printed wording; the diff points into it.
        place: characters of ``text`` in the article, end exclusive, if there is no quote.
        dated: ``said``, else ``published``, else None.
        competing: its other dates.
        comparison: of the printed wording with the text in question.
        text_group: the number of its group of copies, from 1 in order of time: one article, printed more than once.
    """

    quote: Quote | None
    article: Article
    text: str
    place: tuple[int, int] | None
    printed_as: PrintedAs
    dated: Dated | None
    competing: tuple[Dated, ...]
    comparison: Comparison
    text_group: int = 0

    @property
    def stance(self) -> Stance:
        """Whether the article asserts the words."""
        return self.quote.stance if self.quote is not None else Stance.ASSERTED

    @property
    def altered(self) -> bool:
        """Whether a guard says that the sense is altered."""
        return self.comparison.sense_altered

    @property
    def key(self) -> str:
        """The quote's id; for an article's own words the article's id and their place."""
        return self.quote.id if self.quote is not None else f"{self.article.id}#{self.place}"


@dataclass(frozen=True, slots=True)
class Earliest:
    """The first published of the reports that may be the first; ``ties``: the others of them."""

    report: Report
    ties: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True)
class Stances:
    """The number of reports by stance."""

    asserted: int = 0
    denied: int = 0
    asked: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.asserted + self.denied + self.asked


@dataclass(frozen=True, slots=True)
class Variant:
    """One distinct wording among the reports.

    Args:
        text: its first printing.
        count: all reports that print it.
        stances: the same, by stance.
        first: the first day of the earliest of them, or None.
        probable: the judge is not sure.
    """

    text: str
    relation: Relation
    probable: bool
    count: int
    stances: Stances
    first: date | None
    diff: tuple[Edit, ...]
    guards: tuple[Guard, ...]


@dataclass(frozen=True, slots=True)
class AttributionCount:
    """A speaker that reports name for the words.

    Args:
        speaker_id, name: None where nobody is named or resolved.
        kind: what the speaker is, or why there is no name.
        as_printed: the forms in which the listed reports name the source, at most five.
        candidates: the names that fit, if ``kind`` is ambiguous.
        count: all reports.
        texts: distinct texts among the listed ones.
        first: the first day of the earliest of them, or None.
    """

    speaker_id: str | None
    name: str | None
    kind: SpeakerKind
    as_printed: tuple[str, ...]
    candidates: tuple[str, ...]
    count: int
    texts: int
    first: date | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What an archive has that reports a text.

    Args:
        text: the text in question; diffs and guards point into it.
        words: the number of its words that are compared.
        headline: the answer in a few sentences.
        best: the report that sets the verdict, or None.
        score: the judge's score of the nearest wording, 0 to 1, whatever the verdict.
        measures: what the score is made of; None if nothing came near.
        likeness: what it is made of besides, if meaning was judged too.
        reports: the first by time, undated last.
        reports_total: all, exactly; of articles' own sentences those that were found.
        distinct_texts: groups of copies among ``reports``.
        printed_as: the best form in which it is reported.
        similar: quotes that are near in meaning and do not report it, the nearest first; None if the archive has no
            vectors or the text is too short.
    """

    text: str
    words: int
    coverage: Coverage
    verdict: Verdict
    headline: str = ""
    best: Report | None = None
    printed_as: PrintedAs | None = None
    score: float = 0.0
    measures: Measures | None = None
    likeness: Likeness | None = None
    earliest: Earliest | None = None
    reports: Sequence[Report] = ()
    reports_total: int = 0
    distinct_texts: int = 0
    stances: Stances = Stances()
    variants: tuple[Variant, ...] = ()
    attributions: tuple[AttributionCount, ...] = ()
    conflict: bool = False
    speaker_agrees: Agreement | None = None
    stock: bool = False
    similar: tuple[Near, ...] | None = None

    @property
    def reported(self) -> bool:
        """Whether the text is reported."""
        return self.best is not None

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
        """Whether the report that sets the verdict keeps the sense."""
        if self.best is None:
            return None
        return Sense.ALTERED if self.best.altered else Sense.KEPT

    @property
    def guards(self) -> tuple[Guard, ...]:
        """What alters the sense in the report that sets the verdict."""
        return self.best.comparison.guards if self.best is not None else ()

"""What a check finds: frozen records that can be printed, sent and compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indexer.check.confidence import calibrated
from indexer.compare import Comparison, Edit, Guard, Likeness, Measures, Relation
from indexer.model import Article, Precision, PublishedDate, Quote, SpeakerKind, Stance
from indexer.printed import Coverage, Near


class Verdict(StrEnum):
    """What becomes of a text; the first five say that it is reported.

    verbatim: printed word for word. changed: a near copy, some words differ. part: it is a part of what is printed.
    longer: it holds all that is printed, and more. reworded: many words differ, yet it is the same utterance.
    not_found: not in what was searched. too_short: too few words to be told from others by likeness, and not printed
    exactly so. unsupported_language: it is not in English, and not printed exactly so.
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
    """quote: between quotation marks; paraphrase: attributed, without marks; text: the article's own words."""

    QUOTE = "quote"
    PARAPHRASE = "paraphrase"
    TEXT = "text"


class Sense(StrEnum):
    """altered: a "not", an opposite, another number, amount or name, or two exchanged, make it say something else."""

    KEPT = "kept"
    ALTERED = "altered"


class Agreement(StrEnum):
    """How a given speaker stands to those that the reports name."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    UNATTRIBUTED = "unattributed"
    AMBIGUOUS = "ambiguous"


class DateBasis(StrEnum):
    """said: the article says when the words were said; published: when it appeared."""

    SAID = "said"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a report.

    Args:
        from_, to: days, both inclusive.
        precision: that of a date of publication is a day.
        printed: the date of publication as it was read, None of a said date.
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
    """One printing of what was asked.

    Args:
        quote: None when the words are the article's own.
        article: without its text.
        text: what is printed; the diff points into it.
        place: characters of ``text`` in the article when there is no quote.
        dated: ``said``, else ``published``, else None.
        competing: its other dates.
        comparison: how it stands to what was asked.
        text_group: reports of one group stand in the same words of the same article, printed more than once;
            groups are numbered from 1 in order of time.
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
        """How the article puts the words."""
        return self.quote.stance if self.quote is not None else Stance.ASSERTED

    @property
    def altered(self) -> bool:
        """Whether a guard says that the sense is another."""
        return self.comparison.sense_altered

    @property
    def key(self) -> str:
        """The quote's id; of an article's own words the article's and their place."""
        return self.quote.id if self.quote is not None else f"{self.article.id}#{self.place}"


@dataclass(frozen=True, slots=True)
class Earliest:
    """The report that was published first of those that may be the first, and the others of them."""

    report: Report
    ties: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True)
class Stances:
    """Reports by how they put the words: all of them, each counted once."""

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
        text: one printing of it, the first.
        count: all reports that print it.
        stances: these, by how they put the words.
        first: the first day of the first of them, or None.
        probable: the evidence is less than sure.
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
    """Whom reports name for the words.

    Args:
        speaker_id, name: None where nobody is named or found out.
        kind: what the speaker is, or why there is no name.
        as_printed: the forms in which the listed reports name the source, at most five.
        candidates: the names that fit, when ``kind`` is ambiguous.
        count: all reports.
        texts: distinct texts among the listed ones.
        first: the first day of the first of them, or None.
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
    """What is known of one text.

    Args:
        text: what was asked; diffs and guards point into it.
        words: how many compared words it has.
        headline: the answer in a few sentences.
        best: the report that sets the verdict, or None.
        score: how likely the nearest wording found reports the text, 0 to 1, whatever the verdict.
        measures: what the score is made of; None where nothing came near.
        likeness: what it is made of besides, where words left it open and meaning was asked.
        reports: the first by time, undated last.
        reports_total: all, exactly; of ``printed_as: text`` all that were found.
        distinct_texts: among ``reports``: articles not known to be copies of one another.
        printed_as: the form in which it is reported at best.
        similar: quotes that are near in meaning and not known to report it, the nearest first; None where the archive
            has no vectors or the text is too short.
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
        """Whether something that was printed reports the text."""
        return self.best is not None

    @property
    def confidence(self) -> float:
        """How likely the nearest wording reports the text, 0 to 1: the score as it was found to be worth."""
        return calibrated(self.score)

    @property
    def probable(self) -> bool:
        """Whether it is reported by less evidence than makes sure."""
        return self.best is not None and self.best.comparison.probable

    @property
    def sense(self) -> Sense | None:
        """Whether the report that sets the verdict says the same."""
        if self.best is None:
            return None
        return Sense.ALTERED if self.best.altered else Sense.KEPT

    @property
    def guards(self) -> tuple[Guard, ...]:
        """What alters the sense in the report that sets the verdict."""
        return self.best.comparison.guards if self.best is not None else ()

"""The records of what a check finds: reports, their wordings and speakers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from indexer.compare import Comparison, Edit, Guard, Relation
from indexer.compare.records import Place
from indexer.model import Article, Precision, PublishedDate, Quote, SpeakerKind, Stance


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
    """Whether a given speaker is among those that the reports name.

    disagrees: they name others. unattributed: they name nobody. ambiguous: they may mean that speaker or another.
    """

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
    place: Place | None
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


NO_STANCES = Stances()


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
        candidates: the names that fit, if ``kind`` is ambiguous; else those whom a report names beside this one.
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

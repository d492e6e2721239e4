"""The records that everything else passes around: frozen, typed, without I/O.

Offsets are Unicode code points into ``Article.text`` as it was read, end exclusive. Dates are
``datetime.date``; a moment is ISO 8601 text, so that what was not printed (a time, a zone) is not invented.
Scores are floats from 0 to 1.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of an article: ``text == article.text[start:end]``."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of ``text`` from ``start`` to ``end`` (exclusive)."""
        return cls(start, end, text[start:end])


class Basis(StrEnum):
    """Where a date of publication was read, from the most to the least trusted.

    ``created`` and ``modified`` are what metadata call so: when the page was made or last altered. They stand for the
    date of publication only where nothing else does.
    """

    GIVEN = "given"
    METADATA = "metadata"
    HEADER = "header"
    FOOTER = "footer"
    URL = "url"
    FILE_NAME = "file name"
    CREATED = "created"
    MODIFIED = "modified"


@dataclass(frozen=True, slots=True)
class PublishedDate:
    """One date of publication that an article or its address claims.

    Args:
        value: ISO 8601: a date (``2025-02-13``), a date and time (``2025-02-13T11:33:00``), or, where no more is given,
            a month (``2025-02``).
        zone: UTC offset such as ``+01:00`` when one was printed, else None: an unknown zone stays unknown.
        basis: where it was read.
        evidence: the words it was read from, as printed.
    """

    value: str
    zone: str | None
    basis: Basis
    evidence: str

    @property
    def day(self) -> date:
        """The calendar day, as printed, without any conversion of zones; the first day of a month."""
        return date.fromisoformat(self.value[:10] if not self.is_month else f"{self.value}-01")

    @property
    def last_day(self) -> date:
        """The same day; the last day of a month."""
        day = self.day
        return day.replace(day=monthrange(day.year, day.month)[1]) if self.is_month else day

    @property
    def is_month(self) -> bool:
        """Whether only the month is given."""
        return len(self.value) == len("2025-02")


@dataclass(frozen=True, slots=True)
class Published:
    """The most trusted date of publication, and all that compete with it."""

    best: PublishedDate
    others: tuple[PublishedDate, ...] = ()


@dataclass(frozen=True, slots=True)
class Provenance:
    """How an article and its quotes were made.

    Args:
        reader: what read it: "text", "json", "html (trafilatura 2.3.1)" ...
        version: of onrecord.
        extractor: what found its quotes ("learned", "rules"), or None before that.
        remarks: what was mended or left open while reading, one sentence each.
        unread: the fields of its record that are not known.
        read_at, extracted_at: when, ISO 8601 in UTC; two records that differ in nothing else are equal.
    """

    reader: str
    version: str
    extractor: str | None = None
    remarks: tuple[str, ...] = ()
    unread: tuple[str, ...] = field(default=(), compare=False)
    read_at: str | None = field(default=None, compare=False)
    extracted_at: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a live blog: characters of the article's text, end exclusive, and its own time if it has one."""

    start: int
    end: int
    published: PublishedDate | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One published text, exactly as read, with what is known of where and when it appeared.

    Args:
        id: the given id, else canonical URL, else the name of its file and a hash of its text.
        text: never edited after reading; every offset points into it.
        language: ISO 639-1.
        furniture: spans of ``text`` that are no part of the article (a dateline of the site, a list of
            sections, a comment form): neither quoted from nor searched.
        origin_hint: the address of an image or the like that suggests, but does not state, the outlet.
        entries: the entries of a live blog, in order; what one says never reaches into another.
        provenance: how it was made, or None if that is not known.
    """

    id: str
    text: str
    language: str = "en"
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: Published | None = None
    furniture: tuple[Span, ...] = ()
    origin_hint: str | None = None
    entries: tuple[Entry, ...] = ()
    provenance: Provenance | None = None

    def at(self, offset: int) -> Article:
        """The article as published at a character: in an entry with a time of its own, at that time."""
        for entry in self.entries:
            if entry.start <= offset < entry.end and entry.published is not None:
                known = () if self.published is None else (self.published.best, *self.published.others)
                return replace(self, published=Published(entry.published, known))
        return self


class Role(StrEnum):
    """The part that a labelled span plays in an attribution."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Label:
    """A span that a tagger found, with its role and how sure it is (0 to 1).

    Args:
        cue: the cue that a source or content belongs to, where the tagger can tell; None leaves it to ``link``. A
            source of several cues is as many labels.
    """

    span: Span
    role: Role
    score: float
    cue: Span | None = None


class Kind(StrEnum):
    """direct: all inside quotation marks; mixed: marks around a part; indirect: no marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Stance(StrEnum):
    """asserted; denied ("denied that ...", "did not say ..."); asked (a question put to somebody)."""

    ASSERTED = "asserted"
    DENIED = "denied"
    ASKED = "asked"


class Act(StrEnum):
    """What the article says that the source did with the content: said it, wrote it, thought it (believed, wanted,
    knew ...), or did it without words or thoughts of theirs ("endorsed", "was accused of")."""

    SAID = "said"
    WROTE = "wrote"
    THOUGHT = "thought"
    DID = "did"


WORDS = (Act.SAID, Act.WROTE)
"""The acts with words: what searches and checks consider unless they ask for others."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """The relation source - cue - content that an article prints, before anyone is resolved.

    Args:
        content: one or more spans, outer quotation marks included; never empty.
        source: the span or spans that name who; empty when nobody is named.
        cue: the words that attribute; empty for a dash or a bare line.
        quoted: the spans of the content that stand between marks, without the marks.
        score: how sure the finding of the content is, 0 to 1.
    """

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    kind: Kind
    stance: Stance
    quoted: tuple[Span, ...]
    score: float


class SpeakerKind(StrEnum):
    """What the resolved entity is; ``ambiguous`` when two or more fit and none is claimed."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    GROUP = "group"
    UNNAMED = "unnamed"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Speaker:
    """The entity behind a source.

    Args:
        id: a key made of the folded name (``donald-trump``), or None when no name is claimed. Of a stored quote, that
            of the person or body of the archive whom the name stands for (``indexer.identity``).
        name: the fullest name in the article, or None (unnamed, group, unknown, ambiguous).
        as_printed: the source's own words ("he", "the US president"), or None without a source.
        candidates: the names that fit, when ``kind`` is ambiguous.
        mention: the key of the article's own name where ``id`` is another; else None.
        probable: whether it is only likely that the name stands for them.
        wikidata: the id of the person or body there, where it was imported.
    """

    id: str | None
    name: str | None
    as_printed: str | None
    kind: SpeakerKind
    candidates: tuple[str, ...] = ()
    mention: str | None = None
    probable: bool = False
    wikidata: str | None = None

    @property
    def key(self) -> str | None:
        """The key of the name in its own article, whoever the archive takes it for."""
        return self.mention if self.mention is not None else self.id


class Precision(StrEnum):
    """How exact a said date is; an interval that is none of the named units is ``interval``."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class Said:
    """When the words were said: an interval of days, both inclusive, and the words that say so."""

    from_: date
    to: date
    precision: Precision
    evidence: Span


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where and to whom the words were said.

    Args:
        hearer: "Al Jazeera" in "told Al Jazeera".
        medium: "interview", "statement", "post", "Truth Social" ...
        event: "Munich Security Conference" in "speaking at the Munich Security Conference".
        text: the words it rests on.
    """

    hearer: str | None
    medium: str | None
    event: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure each part of a quote is, 0 to 1."""

    content: float
    speaker: float
    said: float
    act: float


@dataclass(frozen=True, slots=True)
class Correction:
    """That somebody decided whose words these are, when (ISO 8601), and why."""

    who: str
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Quote:
    """One attribution in one article, with all that is known of it: the unit of search.

    Args:
        id: a hash of the article's id and of where the content begins.
        before, after: up to 40 words of the article on each side of the content.
        inside: the id of the quote that this one is nested in, or None.
        correction: who decided on the speaker, or None where the article did.
        between: what the article prints between one span of the content and the next, at most 40 words of each; empty
            where that is not known.
    """

    id: str
    article_id: str
    kind: Kind
    stance: Stance
    act: Act
    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    quoted: tuple[str, ...]
    speaker: Speaker
    said: Said | None
    occasion: Occasion | None
    before: str
    after: str
    confidence: Confidence
    inside: str | None = None
    correction: Correction | None = None
    between: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The content's spans, joined by one space."""
        return " ".join(span.text for span in self.content)

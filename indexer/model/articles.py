"""An article as it was read: its text, and what is known of where and when it appeared."""

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

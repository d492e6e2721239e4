"""An article's text and metadata -> ``Article``: which statement takes precedence where several differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from indexer.errors import Unreadable
from indexer.model import Article, Entry, Provenance, PublishedDate, Span
from indexer.read.dates.dateline import dateline_date
from indexer.read.dates.published import from_file_name, from_url, most_trusted
from indexer.read.furniture import furniture
from indexer.read.language import language_of
from indexer.read.origin import Origin, Overrides, content_id
from indexer.read.outlets import outlet_of
from indexer.read.refusal import Reason


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an input says about itself beside its text; None or empty where it says nothing.

    Args:
        url: the article's own address.
        dates: the dates of publication that it states.
        headline: whether a first line without a full stop is taken for the headline.
        reader: what read it, as in ``Provenance``.
        entries: those of a live blog.
        furniture: what is known to be no part of the text, beside what its lines show.
        remarks: what was mended or left open.
        unread: the fields of its record that are not known.
    """

    id: str | None = None
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    dates: tuple[PublishedDate, ...] = ()
    language: str | None = None
    headline: bool = True
    entries: tuple[Entry, ...] = ()
    furniture: tuple[Span, ...] = ()
    reader: str = "text"
    remarks: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def compose(text: str, metadata: Metadata, origin: Origin, overrides: Overrides) -> Article:
    """Make the article.

    Args:
        overrides: take precedence over the metadata, which takes precedence over what the text itself prints.

    Raises:
        Unreadable: ``no-article``: there is no word outside the furniture.
    """
    around = furniture(text, title=metadata.title, headline=metadata.headline)
    spans = _together(around.spans, metadata.furniture)
    if not _has_words(text, spans):
        raise Unreadable(Reason.NO_ARTICLE, "there are no words but those that a site prints around an article")
    candidates = (
        overrides.published,
        *around.dates,
        dateline_date(text, around.spans),
        *metadata.dates,
        from_url(metadata.url) if metadata.url else None,
        from_file_name(origin.file_name) if origin.file_name and origin.line is None else None,
    )
    return Article(
        id=metadata.id or metadata.url or content_id(text, origin),
        text=text,
        language=language_of(text, metadata.language),
        url=metadata.url,
        title=metadata.title or around.title,
        authors=metadata.authors or around.authors,
        outlet=overrides.outlet or metadata.outlet or outlet_of(metadata.url),
        published=most_trusted(candidates),
        furniture=spans,
        origin_hint=around.origin_hint,
        entries=metadata.entries,
        provenance=Provenance(
            metadata.reader, onrecord_version(), remarks=metadata.remarks, unread=metadata.unread, read_at=now()
        ),
    )


def now() -> str:
    """This second, ISO 8601 in UTC."""
    return datetime.now(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"


@cache
def onrecord_version() -> str:
    """The version of onrecord; "unknown" where it is not installed."""
    try:
        return version("onrecord")
    except PackageNotFoundError:
        return "unknown"


def _together(one: tuple[Span, ...], other: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans of both in order; of two that overlap, that of the first."""
    free = [span for span in other if not any(span.start < each.end and each.start < span.end for each in one)]
    return tuple(sorted((*one, *free)))


def _has_words(text: str, spans: tuple[Span, ...]) -> bool:
    position = 0
    for span in spans:
        if any(character.isalpha() for character in text[position : span.start]):
            return True
        position = span.end
    return any(character.isalpha() for character in text[position:])

"""One article from what a format gave: the order in which its statements are believed."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.errors import Unreadable
from indexer.model import Article, PublishedDate, Span
from indexer.read.dateline import dateline_date
from indexer.read.furniture import furniture
from indexer.read.language import language_of
from indexer.read.origin import Origin, Told
from indexer.read.outlets import outlet_of
from indexer.read.published import best_of, from_file_name, from_url
from indexer.read.refusal import Reason


@dataclass(frozen=True, slots=True)
class Stated:
    """What an input states of itself beside its text; None or empty where it is silent.

    Args:
        url: the article's own address.
        dates: those given or read from metadata.
        headline: whether a first line without a full stop is the article's headline.
    """

    id: str | None = None
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    dates: tuple[PublishedDate, ...] = ()
    language: str | None = None
    headline: bool = True


def compose(text: str, stated: Stated, origin: Origin, told: Told) -> Article:
    """The article that a text and what is stated of it make.

    Raises:
        Unreadable: ``no-article``: there is no word outside the furniture.
    """
    around = furniture(text, title=stated.title, headline=stated.headline)
    if not _has_words(text, around.spans):
        raise Unreadable(Reason.NO_ARTICLE, "there are no words but those that a site prints around an article")
    candidates = (
        told.published,
        *around.dates,
        dateline_date(text, around.spans),
        *stated.dates,
        from_url(stated.url) if stated.url else None,
        from_file_name(origin.file_name) if origin.file_name and origin.line is None else None,
    )
    return Article(
        id=stated.id or stated.url or origin.article_id(text),
        text=text,
        language=language_of(text, stated.language),
        url=stated.url,
        title=stated.title or around.title,
        authors=stated.authors or around.authors,
        outlet=told.outlet or stated.outlet or outlet_of(stated.url),
        published=best_of(candidates),
        furniture=around.spans,
        origin_hint=around.origin_hint,
    )


def _has_words(text: str, spans: tuple[Span, ...]) -> bool:
    position = 0
    for span in spans:
        if any(character.isalpha() for character in text[position : span.start]):
            return True
        position = span.end
    return any(character.isalpha() for character in text[position:])

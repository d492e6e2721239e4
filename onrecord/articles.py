"""Articles from files, and from plain strings where an ``Article`` is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from os import PathLike

from indexer.errors import Invalid, Unreadable
from indexer.model import Article, Published, PublishedDate
from indexer.read import Reject
from indexer.read import read as read_files
from indexer.read.compose import Metadata, compose
from indexer.read.dates.published import given
from indexer.read.origin import NO_ORIGIN, Overrides

Day = str | date
"""A date of publication: a ``date``, a ``datetime``, or text such as ``2016-10-05`` or ``2016-10-05T14:30``."""


def read(
    paths: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    outlet: str | None = None,
    published: Day | None = None,
) -> Iterator[Article | Reject]:
    """The articles under a path or several, one at a time; a ``Reject`` stands in place of each that cannot be read.

    Args:
        paths: files (``.txt .html .json .jsonl``, each also gzipped), or folders of them.
        outlet: who published all of them, whatever they say.
        published: when all of them appeared, whatever they say.

    Raises:
        Invalid: ``published`` is no date.
    """
    several = [paths] if isinstance(paths, str | PathLike) else paths
    return read_files(several, outlet=outlet, published=_published(published))


def as_article(
    article: Article | str,
    *,
    published: Day | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Article:
    """The article that a text is; what is given besides outranks what the text or the article says.

    Raises:
        Invalid: the text has no words, or ``published`` is no date.
    """
    day = _published(published)
    if isinstance(article, str):
        try:
            return compose(article, Metadata(url=url, title=title), NO_ORIGIN, Overrides(outlet, day))
        except Unreadable as error:
            raise Invalid("article", error.detail) from error
    return replace(
        article,
        outlet=outlet or article.outlet,
        title=title or article.title,
        url=url or article.url,
        published=article.published if day is None else Published(day),
    )


def _published(day: Day | None) -> PublishedDate | None:
    if day is None:
        return None
    return given(day if isinstance(day, str) else day.isoformat(), "published")

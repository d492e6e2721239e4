"""The shapes of articles and outlets."""

from __future__ import annotations

from pydantic import Field

from service.answers.base import Answer
from service.answers.quotes import Provenance, Published, Quote


class Entry(Answer):
    """An entry of a live blog: characters of the article's text, end exclusive."""

    start: int = Field(description="Where it starts.")
    end: int = Field(description="Where it ends.")
    published: str | None = Field(description="Its own time, ISO 8601, null if it has none.")


class ArticleLinks(Answer):
    """Paths of this service."""

    self_: str = Field(alias="self", description="The article.")
    page: str = Field(description="For people.")


class Article(Answer):
    """A published text and its quotes."""

    id: str = Field(description="A stable key: the id that was given, else the address, else file name and a hash.")
    url: str | None = Field(description="Its address, null when it stated none.")
    title: str | None = Field(description="Its headline, null when it has none.")
    authors: list[str] = Field(description="Who wrote it, as it prints them.")
    outlet: str | None = Field(description="Who published it, null when unknown.")
    published: Published | None
    language: str = Field(description="ISO 639-1.")
    origin_hint: str | None = Field(description="The address of an image in it, for example, that suggests the outlet.")
    provenance: Provenance | None = Field(description="How it was made; null where that is not known.")
    entries: list[Entry] = Field(description="The entries of a live blog, each extracted by itself.")
    text: str | None = Field(
        description="As it was read, where a setting shows whole articles; else null, and each quote has up "
        "to 40 words of context."
    )
    furniture: list[tuple[int, int]] | None = Field(
        description="Parts of text that are no part of the article: start and end; null without text."
    )
    quotes: list[Quote] = Field(description="In the order of the text.")
    links: ArticleLinks


class OutletSummary(Answer):
    """What the archive has of one outlet."""

    name: str | None = Field(description="Null for the articles whose outlet is not known.")
    articles: int = Field(description="Articles stored.")
    quotes: int = Field(description="Quotes in them.")
    months: dict[str, int] = Field(
        description="Articles by month of publication, such as 2025-03; undated ones left out."
    )


class OutletList(Answer):
    """The outlets, in order of their names."""

    outlets: list[OutletSummary] = Field(description="One for each name; first the articles whose outlet is not known.")

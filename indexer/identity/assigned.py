"""Whom the names of one article stand for, as it is stored beside the article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from indexer.identity.mentions import Mention
from indexer.model import Quote

Meant = tuple[str, bool]
"""The id of a person, and whether it is only probable that the name stands for them."""


@dataclass(frozen=True, slots=True)
class NamedArticle:
    """An article that names speakers.

    Args:
        id: its id.
        fingerprint: of what is stored of it: another one means that it was replaced.
        meant: whom its names stand for, by their keys; a name that is missing stands for its own key.
    """

    id: str
    fingerprint: str
    mentions: tuple[Mention, ...]
    meant: Mapping[str, Meant] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Assigned:
    """A change of whom the names of an article stand for.

    Args:
        article: as it was read.
        meant: all of them, as in ``NamedArticle``.
    """

    article: NamedArticle
    meant: Mapping[str, Meant]

    def by_quote(self) -> dict[str, Meant]:
        """Whom each quote of the article is attributed to, for those whose person changes."""
        return {
            quote: now
            for mention in self.article.mentions
            for quote in mention.quotes
            if (now := self.meant.get(mention.key, (mention.key, False)))
            != self.article.meant.get(mention.key, (mention.key, False))
        }


def attributed_to(quote: Quote, person: str | None, probable: bool) -> Quote:
    """The quote with the person of the archive whom its speaker stands for."""
    speaker = quote.speaker
    if speaker.key is None or person is None or (person == speaker.key and not probable):
        return quote
    return replace(quote, speaker=replace(speaker, id=person, mention=speaker.key, probable=probable))

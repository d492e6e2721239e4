"""What was decided of single quotes and articles, applied to every article before it is stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from indexer.extract.speakers import speaker_id
from indexer.identity.decisions import Action, Decision, standing
from indexer.model import Correction, Quote, Speaker, SpeakerKind
from indexer.query import StoredArticle
from indexer.store.base import Written


@dataclass(frozen=True, slots=True)
class Applied:
    """A batch as it is to be stored.

    Args:
        batch: without what was hidden and forgotten, and with what was corrected.
        refused: ids of articles that were forgotten, with the reason.
    """

    batch: list[StoredArticle]
    refused: tuple[tuple[str, str], ...]

    def outcome(self, written: Written) -> Written:
        """What became of the whole batch."""
        return replace(written, failed=(*written.failed, *self.refused)) if self.refused else written


def apply(batch: Sequence[StoredArticle], log: Iterable[Decision]) -> Applied:
    """The articles of a batch, as people decided."""
    rules = _Rules(standing(log))
    refused = [(stored.article.id, why) for stored in batch if (why := rules.forgotten(stored.article.id)) is not None]
    gone = {article_id for article_id, _ in refused}
    kept = [rules.applied(stored) for stored in batch if stored.article.id not in gone]
    return Applied(kept, tuple(refused))


class _Rules:
    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._articles: dict[str, Decision] = {}
        self._names: set[str] = set()
        self._mentions: set[tuple[str, str]] = set()
        self._quotes: dict[str, Decision] = {}
        for one in decisions:
            if one.action is Action.FORGET:
                if (article := one.about.get("article")) is not None:
                    self._articles[article] = one
                self._names |= set(one.about.get("names", ()))
                self._mentions |= {(article, key) for article, key in one.about.get("mentions", ())}
            elif one.action in (Action.CORRECT, Action.HIDE):
                self._quotes[one.about["quote"]] = one

    def forgotten(self, article_id: str) -> str | None:
        one = self._articles.get(article_id)
        return f"was forgotten by {one.who} on {one.at[:10]}: {one.why}" if one is not None else None

    def applied(self, stored: StoredArticle) -> StoredArticle:
        if not (self._names or self._mentions or self._quotes):
            return stored
        quotes = (self._quote(quote) for quote in stored.quotes)
        return replace(stored, quotes=tuple(quote for quote in quotes if quote is not None))

    def _quote(self, quote: Quote) -> Quote | None:
        key = quote.speaker.key
        if key is not None and (key in self._names or (quote.article_id, key) in self._mentions):
            return None
        one = self._quotes.get(quote.id)
        if one is None:
            return quote
        return None if one.action is Action.HIDE else corrected(quote, one)


def corrected(quote: Quote, one: Decision) -> Quote:
    """The quote with the speaker that somebody decided on."""
    name, printed = one.about["name"], quote.speaker.as_printed
    if name is None:
        speaker = Speaker(None, None, printed, SpeakerKind.UNKNOWN)
    else:
        speaker = Speaker(speaker_id(name), name, printed, SpeakerKind(one.about.get("kind", "person")))
    sure = replace(quote.confidence, speaker=1.0)
    return replace(quote, speaker=speaker, confidence=sure, correction=Correction(one.who, one.at, one.why))

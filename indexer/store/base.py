"""The engine boundary: few verbs, records in and records out.

Everything an engine promises is said here once, and tested once for all engines. No SQL, no engine document
and no exception of a client crosses this line: what an engine raises arrives as a ``StoreError``.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Self

from indexer.model import Article
from indexer.query import Counts, Hit, Page, Query, SpeakerSummary, StoredArticle


@dataclass(frozen=True, slots=True)
class Written:
    """What became of a batch: article ids, in the order given.

    Args:
        added: not in the store before.
        changed: in the store before, now replaced with all their quotes.
        unchanged: in the store before, the same to the letter; nothing was written.
        failed: (article id, what the engine said) of those that it refused; all others are stored.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()


class Writer(ABC):
    """Whatever articles can be written to: the live store, or the fresh one of a rebuild."""

    @abstractmethod
    def replace(self, batch: Sequence[StoredArticle]) -> Written:
        """Store each article with its quotes in place of whatever was stored under its id.

        Add, update and delete in one, and idempotent: run again, it changes nothing. An article is replaced
        whole: no search sees half of its quotes beside half of the old ones for longer than the batch is
        being written, and a batch that was cut off is completed by running it again. What this returns is
        stored durably, and found by the next search after ``flush``.

        Raises:
            StoreUnavailable: the engine is away; nothing of the batch is promised.
        """

    @abstractmethod
    def flush(self) -> None:
        """Return when all that ``replace`` has reported stored is found by every search that follows."""


class Store(Writer):
    """One archive of quotes. Close it, or use it as a context manager."""

    @abstractmethod
    def delete(self, article_ids: Sequence[str]) -> tuple[str, ...]:
        """Remove these articles with their quotes; gives the ids that were there."""

    @abstractmethod
    def rebuild(self) -> AbstractContextManager[Writer]:
        """A fresh, empty writer beside the live data, which searches go on reading.

        Leaving the block swaps the fresh data in, in one step that no search sees half of; leaving it by an
        exception discards it. A rebuild works on a store of another analysis version, and ends with the
        current one. While it lasts, every other write is refused with ``StoreUnavailable``; a rebuild that
        died is cleaned up by the next.
        """

    @abstractmethod
    def search(self, query: Query) -> Page:
        """One page of the quotes that meet ``query.condition``.

        ``total``, ``undated`` and facets are exact. Under ``newest`` and ``oldest`` quotes are ordered by
        ``when`` (its first day), then by id, undated last under both, and a cursor neither loses nor repeats
        a row that stays, whatever is written meanwhile. Under ``relevance`` a cursor holds only while nothing
        is written. With no word condition, relevance is newest first.

        Raises:
            Invalid: ``cursor`` is none of this search's, or (reason ``results-changed``) out of date.
            StoreUnavailable: the engine is away or answered only in part.
            StoreOutdated: the store was written by another version of the analysis.
        """

    @abstractmethod
    def quote(self, quote_id: str) -> Hit | None:
        """One quote with its article, or None."""

    @abstractmethod
    def article(self, article_id: str) -> StoredArticle | None:
        """One article, its text and its quotes included, or None."""

    @abstractmethod
    def speakers(self, prefix: str = "", *, size: int = 20, after: str | None = None) -> tuple[SpeakerSummary, ...]:
        """Resolved speakers one of whose name's folded words begins with ``prefix``, in order of their id.

        Args:
            prefix: folded before it is compared; several words must all begin a word of the name.
            size: at most so many.
            after: only speakers whose id sorts after this one: the last of the page before.
        """

    @abstractmethod
    def speaker(self, speaker_id: str) -> SpeakerSummary | None:
        """One resolved speaker, or None."""

    @abstractmethod
    def counts(self) -> Counts:
        """What the store holds; this alone also answers for a store of another analysis version."""

    @abstractmethod
    def scan(self) -> Iterator[StoredArticle]:
        """Every article with its quotes in order of the article's id, however many, in bounded memory."""

    @abstractmethod
    def close(self) -> None:
        """Let go of files and connections; twice does no harm."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def without_text(article: Article) -> Article:
    """The article as a hit carries it: all but its text and its furniture."""
    return replace(article, text="", furniture=())

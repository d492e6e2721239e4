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
from indexer.printed import Candidate, Coverage, Link, Near, Passage, Reports, Utterance
from indexer.query import AllOf, Counts, Hit, Page, Query, SpeakerSummary, StoredArticle

EVERYTHING = AllOf(())
"""The condition that all quotes and articles meet."""


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
            StoreUnavailable: the engine is away, or a rebuild goes on; nothing of the batch is promised.
        """

    @abstractmethod
    def flush(self) -> None:
        """Return when all that ``replace`` has reported stored is found by every search that follows."""


class Store(Writer):
    """One archive of quotes. Close it, or use it as a context manager.

    Raises, whatever is asked of it:
        StoreUnavailable: the engine is away, busy beyond its time limit, or answered only in part; or it was closed.
        StoreMissing: the store has gone.
        StoreOutdated: it was written by another version of the analysis, and words, meaning or utterances are asked
            for, or articles are to be added; all else works on such a store too, so that it can be read and renewed.
    """

    @abstractmethod
    def delete(self, article_ids: Sequence[str]) -> tuple[str, ...]:
        """Remove these articles with their quotes; gives the ids that were there, in the order given.

        Raises:
            StoreUnavailable: the engine is away, or a rebuild goes on.
        """

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
        is written; what another process wrote in the second before a first page may count as written since.
        With no word condition, relevance is newest first.

        With ``query.group`` each utterance has one row: of its quotes that match, the first in the order asked for.
        ``total`` counts utterances exactly; ``undated`` and facets go on counting quotes.

        Raises:
            Invalid: ``cursor`` is none of this search's, or (reason ``results-changed``) out of date; or the condition
                (field ``q``) is more than the engine can do at once.
        """

    # --- Words in print ---------------------------------------------------------------------------

    @abstractmethod
    def candidates(
        self, stems: Sequence[str], condition: AllOf = EVERYTHING, *, size: int = 50
    ) -> tuple[Candidate, ...]:
        """Wordings of quotes that may print one, or most of it, likeliest first, for ``indexer.compare`` to judge.

        First those that print all of the words in order (their stems, that is), then those that share its rarer
        words. No two have the same fingerprint: for all quotes that do, ask ``reports``. What it costs is bounded for
        any wording, so it may miss a quote that shares only words which stand in a large part of the archive.

        Args:
            stems: those of the words, by ``indexer.text``, in order.
            condition: that quotes meet besides; words in it are put to the content.
            size: at most so many.
        """

    @abstractmethod
    def reports(self, fingerprints: Sequence[str], condition: AllOf = EVERYTHING, *, size: int = 100) -> Reports:
        """Every quote whose text has one of these fingerprints and that meets the condition.

        Args:
            fingerprints: of ``indexer.compare.fingerprint``; the empty one is no quote's.
            size: so many of them as hits; all are counted.

        Raises:
            Invalid: there are more than ``indexer.store.conditions.MOST_FINGERPRINTS``.
        """

    @abstractmethod
    def coverage(self, condition: AllOf = EVERYTHING) -> Coverage:
        """What ``candidates`` and ``sentences`` look through under a condition, exactly.

        Args:
            condition: may name the fields ``outlet`` and ``published`` only, as whole articles are counted.

        Raises:
            Invalid: it asks for something else.
        """

    @abstractmethod
    def sentences(self, stems: Sequence[str], condition: AllOf = EVERYTHING, *, size: int = 20) -> tuple[Passage, ...]:
        """The articles' own sentences that hold most of a wording, by the weight of the stems, best first.

        Own is a sentence that has six words and more outside of every quote's content and of the furniture; see
        ``indexer.store.passages`` for what of a very long article is left out. Cost and bounds are those of
        ``candidates``.

        Args:
            condition: may name the fields ``outlet`` and ``published`` only.

        Raises:
            Invalid: the condition asks for something else.
        """

    # --- Utterances -------------------------------------------------------------------------------

    @abstractmethod
    def link_next(self, size: int) -> int:
        """Link quotes that were stored since with those that report the same words (``indexer.utterances``).

        Gives how many it has looked at, at most about ``size``; 0 when none is left. Each call is a step of its own
        that stays done: what is not looked at yet counts for itself. Whatever is replaced, deleted or rebuilt, the
        groups of all that were looked at are those of the quotes that are stored, in whichever order they came;
        but that of a wording which shares its keys with very many others only the likeliest are compared.

        Raises:
            StoreUnavailable: the engine is away, or a rebuild is going on.
        """

    @abstractmethod
    def utterances(self, quote_ids: Sequence[str]) -> dict[str, Utterance]:
        """What each of these quotes reports, by its id; those that are not stored are left out."""

    @abstractmethod
    def links(self, quote_id: str, *, size: int = 100) -> tuple[Link, ...]:
        """The other wordings that a quote is linked with, each by its first quote, the earliest first.

        Args:
            quote_id: of the quote; one that is not stored has none.
            size: at most so many.
        """

    # --- Meaning ----------------------------------------------------------------------------------

    @abstractmethod
    def semantic(self) -> bool:
        """Whether quotes are written with a vector each, so that meaning can be asked for; not so at first."""

    @abstractmethod
    def set_semantic(self, on: bool) -> None:
        """Write vectors from now on, or no more; every process that writes to this store does alike.

        Quotes that are stored already get theirs by a rebuild, or lose it by one.

        Raises:
            StoreUnavailable: the engine is away, or a rebuild goes on.
        """

    @abstractmethod
    def near(self, meaning: bytes, condition: AllOf = EVERYTHING, *, size: int = 20) -> tuple[Near, ...]:
        """Quotes near a text in meaning, nearest first; those without a vector are not among them.

        No two have the same fingerprint. The search is approximate: it may miss some that are as near.

        Args:
            meaning: of the text; see ``indexer.encoder.meaning``.
            condition: that quotes meet besides; words in it are put to the content.
            size: at most so many, and fewer where very many print the same words.
        """

    # --- What is stored ---------------------------------------------------------------------------

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
        """What the store holds, and whether another version wrote it, which ``StoreOutdated`` would say of a search."""

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

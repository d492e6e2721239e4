"""The boundary of the engines: a few verbs that take and give records.

What an engine promises is written here once, and tested for all engines by one suite. No SQL, no engine's document and
no client's exception crosses the boundary: engines raise ``StoreError``.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Self

from indexer.identity.assigned import Assigned, NamedArticle
from indexer.identity.decisions import Decision
from indexer.identity.directory import Directory
from indexer.identity.people import Person
from indexer.model import Article
from indexer.printed import Candidate, Coverage, Link, Near, OwnSentence, Reports, Utterance
from indexer.query import AllOf, Counts, Held, Hit, Page, Query, StoredArticle

EVERYTHING = AllOf(())
"""The condition that all quotes and articles meet."""


@dataclass(frozen=True, slots=True)
class Written:
    """The outcome of a batch: article ids, in the order given.

    Args:
        added: not in the store before.
        changed: in the store before, and replaced with all their quotes.
        unchanged: in the store before, exactly the same; nothing was written.
        failed: (article id, reason) of those that the engine refused; all others are stored.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()


class Writer(ABC):
    """The live store, or the fresh one of a rebuild: what articles are written to."""

    @abstractmethod
    def replace(self, batch: Sequence[StoredArticle]) -> Written:
        """Store each article with its quotes in place of what was stored under its id.

        This adds, updates and deletes, and is idempotent: the same batch again changes nothing. Articles are replaced
        as a whole: while the batch is being written, and only then, a search may find quotes of both versions. A batch
        that was cut off is completed by running it again. What is reported as stored is durable, and is found by the
        next search after ``flush``.

        Raises:
            StoreUnavailable: the engine is away, or a rebuild is running; any part of the batch may be stored.
        """

    @abstractmethod
    def flush(self) -> None:
        """Make everything that ``replace`` has reported as stored visible to the next search."""


class Store(Writer):
    """One archive of quotes. Close it, or use it as a context manager.

    A stored record that cannot be read is left out of an answer, with a warning in the log.

    Every method raises:
        StoreUnavailable: the engine is away or busy, did not answer as it should, or the store was closed.
        StoreMissing: the store has gone.
        StoreOutdated: another version of the analysis wrote the store, and the method searches words, meaning or
            utterances, or adds articles. The other methods work, so that such a store can be read and rebuilt.
    """

    @abstractmethod
    def delete(self, article_ids: Sequence[str]) -> tuple[str, ...]:
        """Delete these articles with their quotes; gives the ids of those that were there, in the order given.

        Raises:
            StoreUnavailable: the engine is away, or a rebuild is running.
        """

    @abstractmethod
    def rebuild(self) -> AbstractContextManager[Writer]:
        """A writer to a fresh, empty store beside the live one, which searches go on reading.

        Leaving the block puts the fresh store in place of the live one, in one step; leaving it by an exception
        discards the fresh store. A store of another version of the analysis can be rebuilt, and then has the current
        version. While a rebuild is running every other write raises ``StoreUnavailable``. What a rebuild that died has
        left is removed by the next one.
        """

    @abstractmethod
    def search(self, query: Query) -> Page:
        """One page of the quotes that meet ``query.condition``.

        ``total``, ``undated`` and facets are exact. ``newest`` and ``oldest`` order quotes by the first day of
        ``when``, then by id, with undated quotes last; a cursor then neither loses nor repeats a row that stays,
        whatever is written meanwhile. ``relevance`` puts quotes that print a sentence word for word first, then those
        that print a part of one, then paraphrases, and fragments of fewer than four words last, each by score. Its
        cursor is valid until the next write, and may be invalid already if another process wrote in the second before
        the first page. Without words, relevance is newest first.

        With ``query.group`` each utterance has one row: the first of its matching quotes in the order of the search.
        ``total`` then counts utterances, exactly; ``undated`` and facets count quotes.

        Raises:
            Invalid: ``cursor`` is of another search, or out of date (reason ``results-changed``); or the condition
                (field ``q``) is more than the engine can do at once.
        """

    # --- Comparing wordings -----------------------------------------------------------------------

    @abstractmethod
    def candidates(
        self, stems: Sequence[str], condition: AllOf = EVERYTHING, *, size: int = 50
    ) -> tuple[Candidate, ...]:
        """Quotes that may print a wording or most of it, likeliest first, for ``indexer.compare`` to judge.

        Quotes with all of its stems in order come first, then those that share its rarer stems. No two have the same
        fingerprint; ``reports`` gives all quotes that do. The work is bounded for any wording, so a quote may be missed
        that shares only words which a large part of the archive has.

        Args:
            stems: of the wording, by ``indexer.text``, in order.
            condition: on the quotes; its words are searched in the content.
            size: the most candidates given.
        """

    @abstractmethod
    def reports(self, fingerprints: Sequence[str], condition: AllOf = EVERYTHING, *, size: int = 100) -> Reports:
        """Every quote whose text has one of these fingerprints and that meets the condition.

        Args:
            fingerprints: by ``indexer.compare.fingerprint``; no quote has the empty one.
            size: the most hits given; all reports are counted.

        Raises:
            Invalid: there are more than ``indexer.store.conditions.MOST_FINGERPRINTS``.
        """

    @abstractmethod
    def coverage(self, condition: AllOf = EVERYTHING) -> Coverage:
        """The articles and quotes that ``candidates`` and ``sentences`` search under a condition, counted exactly.

        Args:
            condition: on the fields ``outlet`` and ``published`` only, as whole articles are counted.

        Raises:
            Invalid: it has another field.
        """

    @abstractmethod
    def sentences(
        self, stems: Sequence[str], condition: AllOf = EVERYTHING, *, size: int = 20
    ) -> tuple[OwnSentence, ...]:
        """The articles' own sentences that have most of a wording, by the weight of its stems, best first.

        A sentence is the article's own if six or more of its words stand outside of quotes' contents and of furniture
        (``indexer.store.own_sentences``). The work is bounded as for ``candidates``.

        Args:
            condition: on the fields ``outlet`` and ``published`` only.

        Raises:
            Invalid: it has another field.
        """

    # --- Utterances -------------------------------------------------------------------------------

    @abstractmethod
    def link_next(self, size: int) -> int:
        """Link newly stored quotes with those that report the same words (``indexer.utterances``).

        Gives the number of quotes that were processed, at most about ``size``; 0 when none is left. Each call is
        durable by itself. A quote that was not processed yet is an utterance of its own. The groups depend on the
        stored quotes alone, not on the order in which they came, except that a wording which shares its keys with very
        many others is compared with the likeliest only. A quote or a pair that cannot be compared is set aside with a
        warning in the log, and counted by ``counts``.

        Raises:
            StoreUnavailable: the engine is away, or a rebuild is running.
        """

    @abstractmethod
    def utterances(self, quote_ids: Sequence[str]) -> dict[str, Utterance]:
        """The utterance that each of these quotes reports, by quote id; those that are not stored are left out."""

    @abstractmethod
    def links(self, quote_id: str, *, size: int = 100) -> tuple[Link, ...]:
        """The other wordings that a quote is linked with, each by its first quote, the earliest first.

        Args:
            quote_id: a quote that is not stored has no links.
            size: the most links given.
        """

    # --- People -----------------------------------------------------------------------------------

    @abstractmethod
    def named(self) -> Iterator[NamedArticle]:
        """What each article with named speakers tells of them, and whom it takes them for, in order of the ids."""

    @abstractmethod
    def write_people(self, assigned: Sequence[Assigned], changed: Sequence[Person], gone: Sequence[str]) -> int:
        """Store what a pass over the archive has found (``indexer.store.identifying``); gives the articles changed.

        An article that was replaced since it was read keeps what it has, and is left to the next pass.

        Args:
            assigned: whom the names of articles stand for now, for those in which this changes.
            changed: people who are new, or of whom something is.
            gone: ids of people who are nobody any more.

        Raises:
            StoreUnavailable: the engine is away, or a rebuild is running; any part may be stored.
        """

    @abstractmethod
    def decisions(self) -> tuple[Decision, ...]:
        """What people decided, in order. A rebuild keeps it."""

    @abstractmethod
    def decide(self, made: Sequence[Decision]) -> None:
        """Add decisions to the log, all or none; their numbers go on from the last one there.

        Articles that are stored from now on follow them; who decides puts right those that are stored already.

        Raises:
            StoreUnavailable: the engine is away, or somebody else decided at the same time; nothing was added.
        """

    @abstractmethod
    def people(self) -> Iterator[Person]:
        """Everybody whom the last pass over the archive found, in order of their ids."""

    @abstractmethod
    def persons(self, person_ids: Sequence[str]) -> dict[str, Person]:
        """Some of them by their ids; those that are nobody's are left out."""

    def person(self, person_id: str) -> Person | None:
        """One of them by id, or None."""
        return self.persons([person_id]).get(person_id)

    @abstractmethod
    def directory(self) -> Directory:
        """Finds them by what somebody types; empty before the first pass. It is kept until a pass changes somebody."""

    # --- Meaning ----------------------------------------------------------------------------------

    @abstractmethod
    def semantic(self) -> bool:
        """Whether quotes are stored with vectors, so that ``near`` can find them; off in a new store."""

    @abstractmethod
    def set_semantic(self, on: bool) -> None:
        """Store vectors with quotes from now on, or no longer, in every process that writes to this store.

        A rebuild adds the vectors of the quotes that are stored already, or removes them.

        Raises:
            StoreUnavailable: the engine is away, or a rebuild is running.
        """

    @abstractmethod
    def near(self, meaning: bytes, condition: AllOf = EVERYTHING, *, size: int = 20) -> tuple[Near, ...]:
        """Quotes near a text in meaning, nearest first; only those that are stored with a vector.

        No two have the same fingerprint. The search is approximate: it may miss some that are as near.

        Args:
            meaning: the vector of the text, by ``indexer.encoder.meaning``.
            condition: on the quotes; its words are searched in the content.
            size: the most quotes given; fewer are given where very many print the same words.
        """

    # --- Records ----------------------------------------------------------------------------------

    @abstractmethod
    def quote(self, quote_id: str) -> Hit | None:
        """One quote with its article, or None."""

    @abstractmethod
    def article(self, article_id: str) -> StoredArticle | None:
        """One article with its text and quotes, or None."""

    @abstractmethod
    def counts(self) -> Counts:
        """What the store holds, whether another version wrote it, and which quotes were set aside."""

    @abstractmethod
    def spellings(self, stem: str, size: int = 3) -> tuple[str, ...]:
        """Words of stored quotes with a stem nearly like this one, likeliest first (``indexer.store.spellings``)."""

    @abstractmethod
    def holdings(self) -> tuple[Held, ...]:
        """What the store holds by outlet and month, in order of both; unknown ones first."""

    @abstractmethod
    def each(self, query: Query) -> Iterator[Hit]:
        """Every quote that meets ``query.condition``, newest or oldest first, in bounded memory and without highlights.

        Nothing stays open between two quotes. One that stays comes once; one that is written meanwhile may come.
        """

    @abstractmethod
    def scan(self) -> Iterator[StoredArticle]:
        """Every article with its quotes, in order of the articles' ids, in bounded memory."""

    @abstractmethod
    def close(self) -> None:
        """Close files and connections; a second call does nothing."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()


def without_text(article: Article) -> Article:
    """The article as a hit carries it: all but its text and its furniture."""
    return replace(article, text="", furniture=())

"""The embedded engine: one SQLite file, searched by FTS5."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from indexer.errors import StoreError
from indexer.identity.assigned import Assigned, NamedArticle
from indexer.identity.decisions import Decision
from indexer.identity.directory import Directory
from indexer.identity.people import Person
from indexer.printed import Candidate, Coverage, Link, Near, OwnSentence, Reports, Utterance
from indexer.query import AllOf, Counts, Held, Hit, Page, Query, StoredArticle
from indexer.store import decided
from indexer.store.base import EVERYTHING, Store, Writer, Written
from indexer.store.coverage_cache import CoverageCache
from indexer.store.directories import DirectoryCache, with_people
from indexer.store.sqlite import (
    articles,
    candidates,
    decisions,
    holdings,
    linking,
    opening,
    people,
    printings,
    reading,
    schema,
    searching,
    spellings,
    summaries,
    utterances,
    vectors,
    writing,
)
from indexer.store.sqlite.connections import Connections
from indexer.store.sqlite.rebuilding import Rebuild, refuse_while_rebuilding
from indexer.store.sqlite.sql import nearness
from indexer.store.vectors import Vectors


class SqliteStore(Store):
    """An archive in one file, for any number of threads and processes; one of them writes at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connections = Connections(path, nearness.register)
        self._rebuilds: set[Rebuild] = set()
        self._coverages = CoverageCache()
        self._directories = DirectoryCache()

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> SqliteStore:
        """The store in a file.

        Raises:
            StoreMissing: there is none, and ``create`` is False.
            StoreIncompatible: the file holds something else, or a store of a version of onrecord that cannot be read.
            StoreUnavailable: the file cannot be opened or created.
        """
        opening.open_or_create(path, create=create)
        return cls(path)

    def replace(self, batch: Sequence[StoredArticle]) -> Written:
        """See ``Writer.replace``; each batch is one transaction, and found at once when it ends."""
        made = Vectors()
        with self._current() as connection:
            applied = decided.apply(batch, decisions.decisions(connection))
            batch = applied.batch
            fresh = writing.changed(connection, batch) if vectors.is_semantic(connection) else []
        for stored in fresh:
            # Before the transaction, as others wait for its end.
            made.compute(stored)
        with self._writing() as connection:
            schema.refuse_outdated(connection)
            written = writing.replace(connection, batch, "", made if vectors.is_semantic(connection) else None)
            if written.added or written.changed:
                schema.touch(connection)
            return applied.outcome(written)

    def flush(self) -> None:
        """Nothing to do: each batch was committed."""

    def delete(self, article_ids: Sequence[str]) -> tuple[str, ...]:
        """See ``Store.delete``."""
        with self._writing() as connection:
            gone = writing.delete(connection, article_ids)
            if gone:
                schema.touch(connection)
            return gone

    @contextmanager
    def rebuild(self) -> Iterator[Writer]:
        """See ``Store.rebuild``."""
        rebuild = Rebuild(self._connections)
        self._rebuilds.add(rebuild)
        try:
            yield rebuild
        except BaseException:
            # The first error is the one to report; the next rebuild drops what cannot be dropped now.
            with suppress(StoreError):
                rebuild.discard()
            raise
        else:
            rebuild.finish()
        finally:
            self._rebuilds.discard(rebuild)

    def search(self, query: Query) -> Page:
        """See ``Store.search``."""
        meant = with_people(query, self.directory)
        with self._current() as connection:
            return searching.search(connection, meant)

    def candidates(
        self, stems: Sequence[str], condition: AllOf = EVERYTHING, *, size: int = 50
    ) -> tuple[Candidate, ...]:
        """See ``Store.candidates``."""
        with self._current() as connection:
            return candidates.candidates(connection, stems, condition, size)

    def reports(self, fingerprints: Sequence[str], condition: AllOf = EVERYTHING, *, size: int = 100) -> Reports:
        """See ``Store.reports``."""
        with self._current() as connection:
            return printings.reports(connection, fingerprints, condition, size)

    def coverage(self, condition: AllOf = EVERYTHING) -> Coverage:
        """See ``Store.coverage``."""
        with self._current() as connection:
            return printings.coverage(connection, condition, self._coverages)

    def sentences(
        self, stems: Sequence[str], condition: AllOf = EVERYTHING, *, size: int = 20
    ) -> tuple[OwnSentence, ...]:
        """See ``Store.sentences``."""
        with self._current() as connection:
            return candidates.sentences(connection, stems, condition, size)

    def link_next(self, size: int) -> int:
        """See ``Store.link_next``; each call is one transaction."""
        with self._writing() as connection:
            schema.refuse_outdated(connection)
            looked_at = linking.link_next(connection, size)
            if looked_at:
                schema.touch(connection)
            return looked_at

    def utterances(self, quote_ids: Sequence[str]) -> dict[str, Utterance]:
        """See ``Store.utterances``."""
        with self._current() as connection:
            return utterances.utterances(connection, quote_ids)

    def links(self, quote_id: str, *, size: int = 100) -> tuple[Link, ...]:
        """See ``Store.links``."""
        with self._current() as connection:
            return utterances.links(connection, quote_id, size)

    def named(self) -> Iterator[NamedArticle]:
        """See ``Store.named``."""
        with self._current() as connection:
            found = list(people.named(connection))
        yield from found

    def write_people(self, assigned: Sequence[Assigned], changed: Sequence[Person], gone: Sequence[str]) -> int:
        """See ``Store.write_people``; all of it is one transaction."""
        with self._writing() as connection:
            schema.refuse_outdated(connection)
            written = people.write(connection, assigned, changed, gone)
            schema.set_meta(connection, "people", uuid.uuid4().hex)
            schema.touch(connection)
            return written

    def decisions(self) -> tuple[Decision, ...]:
        """See ``Store.decisions``."""
        with self._connections.reading() as connection:
            return decisions.decisions(connection)

    def decide(self, made: Sequence[Decision]) -> None:
        """See ``Store.decide``."""
        with self._writing() as connection:
            decisions.decide(connection, made)

    def people(self) -> Iterator[Person]:
        """See ``Store.people``."""
        with self._current() as connection:
            found = list(people.people(connection))
        yield from found

    def persons(self, person_ids: Sequence[str]) -> dict[str, Person]:
        """See ``Store.persons``."""
        with self._current() as connection:
            return people.persons(connection, person_ids)

    def directory(self) -> Directory:
        """See ``Store.directory``."""
        with self._current() as connection:
            stamp = schema.meta(connection, "people")
            return self._directories.get(stamp, lambda: people.people(connection))

    def semantic(self) -> bool:
        """See ``Store.semantic``."""
        with self._connections.reading() as connection:
            return vectors.is_semantic(connection)

    def set_semantic(self, on: bool) -> None:
        """See ``Store.set_semantic``."""
        with self._writing() as connection:
            vectors.set_semantic(connection, on)

    def near(self, meaning: bytes, condition: AllOf = EVERYTHING, *, size: int = 20) -> tuple[Near, ...]:
        """See ``Store.near``."""
        with self._current() as connection:
            return vectors.near(connection, meaning, condition, size)

    def quote(self, quote_id: str) -> Hit | None:
        """See ``Store.quote``."""
        with self._connections.reading() as connection:
            return reading.quote(connection, quote_id)

    def article(self, article_id: str) -> StoredArticle | None:
        """See ``Store.article``."""
        with self._connections.reading() as connection:
            return articles.article(connection, article_id)

    def counts(self) -> Counts:
        """See ``Store.counts``."""
        with self._connections.reading() as connection:
            return summaries.counts(connection)

    def spellings(self, stem: str, size: int = 3) -> tuple[str, ...]:
        """See ``Store.spellings``."""
        with self._current() as connection:
            return spellings.spellings(connection, stem, size)

    def holdings(self) -> tuple[Held, ...]:
        """See ``Store.holdings``."""
        with self._connections.reading() as connection:
            return holdings.holdings(connection)

    def each(self, query: Query) -> Iterator[Hit]:
        """See ``Store.each``."""
        meant = with_people(query, self.directory)
        with self._current() as connection:
            parts = searching.ordered(connection, meant)
        for part in parts:
            with self._current() as connection:
                hits = searching.hits_of(connection, part)
            yield from hits

    def scan(self) -> Iterator[StoredArticle]:
        """See ``Store.scan``; no transaction stays open between two articles, so that others can write."""
        last: str | None = None
        while (stored := self._next_article(last)) is not None:
            yield stored
            last = stored.article.id

    def close(self) -> None:
        """See ``Store.close``; a rebuild that is running is abandoned."""
        for rebuild in tuple(self._rebuilds):
            rebuild.abandon()
        self._connections.close()

    @contextmanager
    def _current(self) -> Iterator[sqlite3.Connection]:
        with self._connections.reading() as connection:
            schema.refuse_outdated(connection)
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._connections.writing() as connection:
            refuse_while_rebuilding(connection, self._path)
            yield connection

    def _next_article(self, last: str | None) -> StoredArticle | None:
        with self._connections.reading() as connection:
            return articles.next_article(connection, last)

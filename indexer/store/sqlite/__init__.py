"""The embedded engine: one SQLite file, searched by FTS5."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from indexer.errors import StoreIncompatible, StoreMissing, StoreOutdated
from indexer.printed import Coverage, Link, Near, Passage, Reports, Utterance
from indexer.query import AllOf, Counts, Hit, Page, Query, SpeakerSummary, StoredArticle
from indexer.store import records
from indexer.store.base import EVERYTHING, Store, Writer, Written
from indexer.store.remembered import Remembered
from indexer.store.sqlite import (
    candidates,
    linking,
    nearness,
    printings,
    schema,
    searching,
    summaries,
    utterances,
    vectors,
    writing,
)
from indexer.store.sqlite.connections import Connections, connect, translated
from indexer.store.sqlite.rebuilding import Rebuild, refuse_while_rebuilding
from indexer.store.vectors import Vectors
from indexer.text import ANALYSIS


class SqliteStore(Store):
    """An archive in one file, for any number of threads and processes; one of them writes at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connections = Connections(path, nearness.register)
        self._rebuilds: set[Rebuild] = set()
        self._covered = Remembered()

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> SqliteStore:
        """The store in a file.

        Raises:
            StoreMissing: there is none, and ``create`` is False.
            StoreIncompatible: the file holds something else, or a store of another version of onrecord.
            StoreUnavailable: the file can be neither opened nor made.
        """
        if not create and not path.is_file():
            raise StoreMissing(f"there is no store at {path}; `onrecord index` makes one")
        with translated(path), closing(connect(path)) as connection:
            if not _is_ours(connection, path):
                if not create:
                    raise StoreMissing(f"{path} is empty; `onrecord index` makes a store of it")
                _create(connection, path)
        return cls(path)

    def replace(self, batch: Sequence[StoredArticle]) -> Written:
        """See ``Writer.replace``; one batch is one transaction, found at once when it ends."""
        made = Vectors()
        with self._current() as connection:
            fresh = writing.changed(connection, batch) if vectors.is_semantic(connection) else []
        for stored in fresh:
            # Before the transaction, as others wait for its end.
            made.make(stored)
        with self._writing() as connection:
            _refuse_outdated(connection)
            written = writing.replace(connection, batch, "", made if vectors.is_semantic(connection) else None)
            if written.added or written.changed:
                schema.touch(connection)
            return written

    def flush(self) -> None:
        """Nothing waits: each batch was committed."""

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
            rebuild.discard()
            raise
        else:
            rebuild.finish()
        finally:
            self._rebuilds.discard(rebuild)

    def search(self, query: Query) -> Page:
        """See ``Store.search``."""
        with self._current() as connection:
            return searching.search(connection, query)

    def candidates(
        self, words: Sequence[str], stems: Sequence[str], condition: AllOf = EVERYTHING, *, size: int = 50
    ) -> tuple[Hit, ...]:
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
            generation = schema.meta(connection, "generation") or ""
            known = self._covered.of(generation, condition)
            if known is None:
                known = printings.coverage(connection, condition)
                self._covered.keep(condition, known)
            return known

    def sentences(
        self, words: Sequence[str], stems: Sequence[str], condition: AllOf = EVERYTHING, *, size: int = 20
    ) -> tuple[Passage, ...]:
        """See ``Store.sentences``."""
        with self._current() as connection:
            return candidates.sentences(connection, stems, condition, size)

    def link_next(self, size: int) -> int:
        """See ``Store.link_next``; one call is one transaction."""
        with self._writing() as connection:
            _refuse_outdated(connection)
            looked_at = linking.link_next(connection, size)
            if looked_at:
                schema.touch(connection)
            return looked_at

    def utterances(self, quote_ids: Sequence[str]) -> dict[str, Utterance]:
        """See ``Store.utterances``."""
        with self._current() as connection:
            return utterances.utterances(connection, [_storable(each) for each in quote_ids])

    def links(self, quote_id: str, *, size: int = 100) -> tuple[Link, ...]:
        """See ``Store.links``."""
        with self._current() as connection:
            return utterances.links(connection, _storable(quote_id), size)

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
            row = connection.execute("SELECT number FROM quotes WHERE id = ?", (_storable(quote_id),)).fetchone()
            return searching.read_hits(connection, row)[row[0]] if row else None

    def article(self, article_id: str) -> StoredArticle | None:
        """See ``Store.article``."""
        with self._connections.reading() as connection:
            return _read_article(connection, "id = ?", _storable(article_id))

    def speakers(self, prefix: str = "", *, size: int = 20, after: str | None = None) -> tuple[SpeakerSummary, ...]:
        """See ``Store.speakers``."""
        with self._connections.reading() as connection:
            return summaries.speakers(connection, prefix, size, _storable(after) if after else None)

    def speaker(self, speaker_id: str) -> SpeakerSummary | None:
        """See ``Store.speaker``."""
        with self._connections.reading() as connection:
            return summaries.speaker(connection, _storable(speaker_id))

    def counts(self) -> Counts:
        """See ``Store.counts``."""
        with self._connections.reading() as connection:
            return summaries.counts(connection)

    def scan(self) -> Iterator[StoredArticle]:
        """See ``Store.scan``; no transaction stays open between two articles, so that writes go on."""
        last: str | None = None
        while (stored := self._next_article(last)) is not None:
            yield stored
            last = stored.article.id

    def close(self) -> None:
        """See ``Store.close``; a rebuild that was going on is left for dead."""
        for rebuild in tuple(self._rebuilds):
            rebuild.abandon()
        self._connections.close()

    @contextmanager
    def _current(self) -> Iterator[sqlite3.Connection]:
        with self._connections.reading() as connection:
            _refuse_outdated(connection)
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._connections.writing() as connection:
            refuse_while_rebuilding(connection, self._path)
            yield connection

    def _next_article(self, last: str | None) -> StoredArticle | None:
        with self._connections.reading() as connection:
            if last is None:
                return _read_article(connection, "1 ORDER BY id LIMIT 1")
            return _read_article(connection, "id > ? ORDER BY id LIMIT 1", last)


def _read_article(connection: sqlite3.Connection, test: str, *parameters: str) -> StoredArticle | None:
    row = connection.execute(f"SELECT number, facts, body FROM articles WHERE {test}", parameters).fetchone()
    if row is None:
        return None
    quotes = connection.execute(
        "SELECT r.record FROM quotes AS q JOIN records AS r ON r.number = q.number WHERE q.article = ?"
        " ORDER BY q.position",
        (row[0],),
    )
    article = records.article_from(json.loads(row[1]), json.loads(row[2]))
    return StoredArticle(article, tuple(searching.read_quote(record) for (record,) in quotes))


def _is_ours(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the file holds a store that this version reads; False when it holds nothing yet."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application == schema.APPLICATION_ID:
        if schema.version(connection) not in {schema.SCHEMA, *schema.OLDER}:
            raise StoreIncompatible(f"{path} was made by another version of onrecord; index into a new store")
        return True
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise StoreIncompatible(f"{path} is a database of another program; give the store a file of its own")
    return False


def _create(connection: sqlite3.Connection, path: Path) -> None:
    _use_write_ahead_log(connection)
    connection.execute("BEGIN IMMEDIATE")
    if not _is_ours(connection, path):
        schema.create(connection)
    connection.execute("COMMIT")


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Let readers and the writer go on side by side, in this file from now on.

    The change needs the file for itself and does not wait for it, so two processes that make one store at the
    same moment may meet here.
    """
    for attempt in range(50):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if attempt == 49:
                raise
            time.sleep(0.02)


def _refuse_outdated(connection: sqlite3.Connection) -> None:
    analysis, version = schema.meta(connection, "analysis"), schema.version(connection)
    if analysis != ANALYSIS or version != schema.SCHEMA:
        held, ours = f"{analysis}.{version}", f"{ANALYSIS}.{schema.SCHEMA}"
        detail = f"the store was written by version {held} of the text analysis and this is version {ours}"
        raise StoreOutdated(f"{detail}; `onrecord rebuild` renews it")


def _storable(text: str) -> str:
    """The text, with what has no UTF-8 form (and so is in no store) replaced."""
    return text.encode("utf-8", "replace").decode()

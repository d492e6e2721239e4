"""The large engine: Elasticsearch 8.19 and 9, by the client of the same major version or the one before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from elasticsearch import Elasticsearch

from indexer.errors import StoreError
from indexer.identity.assigned import Assigned, NamedArticle
from indexer.identity.decisions import Decision
from indexer.identity.directory import Directory
from indexer.identity.people import Person
from indexer.printed import Candidate, Coverage, Link, Near, OwnSentence, Reports, Utterance
from indexer.query import AllOf, Counts, Held, Hit, Page, Query, StoredArticle
from indexer.settings import Settings
from indexer.store import decided
from indexer.store.base import EVERYTHING, Store, Writer, Written
from indexer.store.coverage_cache import CoverageCache
from indexer.store.directories import DirectoryCache, with_people
from indexer.store.elastic import (
    articles,
    decisions,
    holdings,
    indices,
    linking,
    opening,
    people,
    printings,
    reading,
    searching,
    summaries,
    utterances,
    vectors,
    writing,
)
from indexer.store.elastic.connection.client import Address, address, connect
from indexer.store.elastic.connection.names import Names
from indexer.store.elastic.connection.session import Session
from indexer.store.elastic.rebuilding import Rebuild


class ElasticStore(Store):
    """An archive in an Elasticsearch, for any number of threads and processes; one of them writes at a time."""

    def __init__(self, client: Elasticsearch, at: Address) -> None:
        self._session = Session(client, at.node, Names(at.prefix))
        self._rebuilds: set[Rebuild] = set()
        self._coverages = CoverageCache()
        self._directories = DirectoryCache()

    @classmethod
    def open(cls, settings: Settings, *, create: bool = False) -> ElasticStore:
        """The store at ``settings.store``.

        Raises:
            Invalid: the URL has a prefix that cannot begin the name of an index.
            StoreMissing: there is none, and ``create`` is False.
            StoreIncompatible: the server is no Elasticsearch, or older than the installed client.
            StoreUnavailable: it is away, or refuses the credentials.
        """
        at = address(settings.store)
        store = cls(connect(at, settings), at)
        try:
            opening.open_or_create(store._session, create=create)
        except BaseException:
            store.close()
            raise
        return store

    def replace(self, batch: Sequence[StoredArticle]) -> Written:
        """See ``Writer.replace``; what was written is found at once."""
        applied = decided.apply(batch, decisions.decisions(self._session))
        return applied.outcome(writing.replace(self._session, applied.batch))

    def flush(self) -> None:
        """See ``Writer.flush``; this makes visible also what a writer that was cut off has stored."""
        with self._session.connected():
            indices.refresh_all(self._session, self._session.names.live)

    def delete(self, article_ids: Sequence[str]) -> tuple[str, ...]:
        """See ``Store.delete``."""
        return writing.delete(self._session, article_ids)

    @contextmanager
    def rebuild(self) -> Iterator[Writer]:
        """See ``Store.rebuild``."""
        with self._session.connected():
            rebuild = Rebuild.begin(self._session)
        self._rebuilds.add(rebuild)
        try:
            yield rebuild
        except BaseException:
            with suppress(StoreError):
                rebuild.discard()
            raise
        else:
            rebuild.finish()
        finally:
            self._rebuilds.discard(rebuild)

    def search(self, query: Query) -> Page:
        """See ``Store.search``."""
        return searching.search(self._session, with_people(query, self.directory))

    def candidates(
        self, stems: Sequence[str], condition: AllOf = EVERYTHING, *, size: int = 50
    ) -> tuple[Candidate, ...]:
        """See ``Store.candidates``."""
        return printings.candidates(self._session, stems, condition, size)

    def reports(self, fingerprints: Sequence[str], condition: AllOf = EVERYTHING, *, size: int = 100) -> Reports:
        """See ``Store.reports``."""
        return printings.reports(self._session, fingerprints, condition, size)

    def coverage(self, condition: AllOf = EVERYTHING) -> Coverage:
        """See ``Store.coverage``."""
        return printings.coverage(self._session, condition, self._coverages)

    def sentences(
        self, stems: Sequence[str], condition: AllOf = EVERYTHING, *, size: int = 20
    ) -> tuple[OwnSentence, ...]:
        """See ``Store.sentences``."""
        return printings.sentences(self._session, stems, condition, size)

    def link_next(self, size: int) -> int:
        """See ``Store.link_next``."""
        return linking.link_next(self._session, size)

    def utterances(self, quote_ids: Sequence[str]) -> dict[str, Utterance]:
        """See ``Store.utterances``."""
        return utterances.utterances(self._session, quote_ids)

    def links(self, quote_id: str, *, size: int = 100) -> tuple[Link, ...]:
        """See ``Store.links``."""
        return utterances.links(self._session, quote_id, size)

    def named(self) -> Iterator[NamedArticle]:
        """See ``Store.named``."""
        return people.named(self._session)

    def write_people(self, assigned: Sequence[Assigned], changed: Sequence[Person], gone: Sequence[str]) -> int:
        """See ``Store.write_people``."""
        return people.write(self._session, assigned, changed, gone)

    def decisions(self) -> tuple[Decision, ...]:
        """See ``Store.decisions``."""
        return decisions.decisions(self._session)

    def decide(self, made: Sequence[Decision]) -> None:
        """See ``Store.decide``."""
        decisions.decide(self._session, made)

    def people(self) -> Iterator[Person]:
        """See ``Store.people``."""
        return people.people(self._session)

    def persons(self, person_ids: Sequence[str]) -> dict[str, Person]:
        """See ``Store.persons``."""
        return people.persons(self._session, person_ids)

    def directory(self) -> Directory:
        """See ``Store.directory``."""
        return self._directories.get(people.stamp(self._session), lambda: people.people(self._session))

    def semantic(self) -> bool:
        """See ``Store.semantic``."""
        return vectors.is_semantic(self._session)

    def set_semantic(self, on: bool) -> None:
        """See ``Store.set_semantic``."""
        vectors.set_semantic(self._session, on)

    def near(self, meaning: bytes, condition: AllOf = EVERYTHING, *, size: int = 20) -> tuple[Near, ...]:
        """See ``Store.near``."""
        return vectors.near(self._session, meaning, condition, size)

    def quote(self, quote_id: str) -> Hit | None:
        """See ``Store.quote``."""
        return reading.quote(self._session, quote_id)

    def article(self, article_id: str) -> StoredArticle | None:
        """See ``Store.article``."""
        return articles.article(self._session, article_id)

    def counts(self) -> Counts:
        """See ``Store.counts``."""
        return summaries.counts(self._session)

    def spellings(self, stem: str, size: int = 3) -> tuple[str, ...]:
        """See ``Store.spellings``."""
        return searching.spellings(self._session, stem, size)

    def holdings(self) -> tuple[Held, ...]:
        """See ``Store.holdings``."""
        return holdings.holdings(self._session)

    def each(self, query: Query) -> Iterator[Hit]:
        """See ``Store.each``."""
        return searching.each(self._session, with_people(query, self.directory))

    def scan(self) -> Iterator[StoredArticle]:
        """See ``Store.scan``; the engine holds nothing open between two pages."""
        return articles.scan(self._session)

    def close(self) -> None:
        """See ``Store.close``; a rebuild that is running is abandoned."""
        if not self._session.closed:
            for rebuild in tuple(self._rebuilds):
                with suppress(StoreError):
                    rebuild.abandon()
            self._session.closed = True
            self._session.client.close()

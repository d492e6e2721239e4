"""The large engine: Elasticsearch 8.19 and 9, by the client of the same major version or the one before."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

from elasticsearch import Elasticsearch

from indexer.errors import StoreError, StoreMissing, StoreUnavailable
from indexer.printed import Coverage, Link, Near, Passage, Reports, Utterance
from indexer.query import AllOf, Counts, Hit, Page, Query, SpeakerSummary, StoredArticle
from indexer.settings import Settings
from indexer.store import document
from indexer.store.base import EVERYTHING, Store, Writer, Written
from indexer.store.elastic import (
    grouping,
    indices,
    printings,
    reading,
    searching,
    state,
    summaries,
    utterances,
    vectors,
    writing,
)
from indexer.store.elastic.asking import Asking
from indexer.store.elastic.client import Address, address, connect, translated
from indexer.store.elastic.indices import Names
from indexer.store.elastic.linking import Linking, noted, unlinked
from indexer.store.elastic.rebuilding import Rebuild
from indexer.store.elastic.state import Held, Lease, State
from indexer.store.remembered import Remembered
from indexer.store.vectors import Vectors
from indexer.text import words

ARTICLES_AT_ONCE = 20
"""Articles of a scan that are held in memory: each may have 5 MB of text."""

SPEAKERS_AT_ONCE = 1_000
"""Speakers summed up by one request: the engine bounds the values it counts at once (65,536)."""

_CLAIMS = 20

_READINGS = 10
_READING_PAUSE_SECONDS = 0.05


class ElasticStore(Store):
    """An archive in an Elasticsearch, for any number of threads and processes; one of them writes at a time."""

    def __init__(self, client: Elasticsearch, at: Address) -> None:
        self._client = client
        self._node = at.node
        self._names = Names(at.prefix)
        self._asked = Asking(client, at.node, self._names)
        self._rebuilds: set[Rebuild] = set()
        self._covered = Remembered()

    @classmethod
    def open(cls, settings: Settings, *, create: bool = False) -> ElasticStore:
        """The store at ``settings.store``.

        Raises:
            Invalid: the URL has a prefix that cannot begin the name of an index.
            StoreMissing: there is none, and ``create`` is False.
            StoreIncompatible: the server is no Elasticsearch, or older than the installed client.
            StoreUnavailable: it is away, or does not let us in.
        """
        at = address(settings.store)
        store = cls(connect(at, settings), at)
        try:
            with translated(at.node):
                store._find(create)
        except BaseException:
            store.close()
            raise
        return store

    def replace(self, batch: Sequence[StoredArticle]) -> Written:
        """See ``Writer.replace``; what was written is found at once."""
        with self._asked.open():
            return writing.joined([self._replace(part) for part in writing.rounds(batch)])

    def flush(self) -> None:
        """See ``Writer.flush``; this finds also what a writer that was cut off has stored."""
        with self._asked.open():
            indices.refresh(self._client, self._names.live)

    def delete(self, article_ids: Sequence[str]) -> tuple[str, ...]:
        """See ``Store.delete``."""
        keys = {article_id: writing.key(article_id) for article_id in article_ids}
        with self._asked.open():
            for _ in range(_CLAIMS):
                now = state.read_free(self._client, self._names)
                known = writing.known(self._client, self._names.live, keys.values())
                if not known:
                    return ()
                with self._claimed(now, {}) as held:
                    if held is None:
                        continue
                    gone = {key: known[key].quote_ids for key in known}
                    linking = Linking(self._asked, held.renew)
                    marks = linking.note([quote_id for ids in gone.values() for quote_id in ids])
                    writing.remove(self._client, self._names.live, gone, held.renew)
                    linking.settle(marks)
                    return tuple(article_id for article_id, key in keys.items() if key in known)
        raise StoreUnavailable("other processes keep writing to this store; try again when they have ended")

    @contextmanager
    def rebuild(self) -> Iterator[Writer]:
        """See ``Store.rebuild``."""
        with self._asked.open():
            rebuild = Rebuild.begin(self._client, self._names, self._asked.open)
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
        lines = searching.requests(query, self._names)
        # As in ``requests``: what goes on from a page is read before the state, a first page after it.
        rows = grouping.rows(self._asked, query) if query.group and query.cursor else []
        answered = self._asked.msearch(lines)
        held, page, undated = searching.responses(query, answered)
        state.refuse_outdated(held["analysis"], held["mapping"])
        if query.group:
            rows = rows if query.cursor else grouping.rows(self._asked, query)
            page = {**page, "hits": {"total": {"value": grouping.total(self._asked, query)}, "hits": rows}}
        return searching.page_of(query, held["generation"], page, undated)

    def candidates(
        self, words: Sequence[str], stems: Sequence[str], condition: AllOf = EVERYTHING, *, size: int = 50
    ) -> tuple[Hit, ...]:
        """See ``Store.candidates``."""
        return printings.candidates(self._asked, stems, condition, size)

    def reports(self, fingerprints: Sequence[str], condition: AllOf = EVERYTHING, *, size: int = 100) -> Reports:
        """See ``Store.reports``."""
        return printings.reports(self._asked, fingerprints, condition, size)

    def coverage(self, condition: AllOf = EVERYTHING) -> Coverage:
        """See ``Store.coverage``."""
        return printings.coverage(self._asked, condition, self._covered)

    def sentences(
        self, words: Sequence[str], stems: Sequence[str], condition: AllOf = EVERYTHING, *, size: int = 20
    ) -> tuple[Passage, ...]:
        """See ``Store.sentences``."""
        return printings.sentences(self._asked, stems, condition, size)

    def link_next(self, size: int) -> int:
        """See ``Store.link_next``."""
        with self._asked.open():
            for _ in range(_CLAIMS):
                now = state.read_free(self._client, self._names)
                now.refuse_outdated()
                if not (unlinked(self._asked, 1) or noted(self._asked)):
                    return 0
                with self._claimed(now, {}) as held:
                    if held is not None:
                        return Linking(self._asked, held.renew).link(size)
        raise StoreUnavailable("other processes keep writing to this store; try again when they have ended")

    def utterances(self, quote_ids: Sequence[str]) -> dict[str, Utterance]:
        """See ``Store.utterances``."""
        self._refuse_outdated()
        return utterances.utterances(self._asked, quote_ids)

    def links(self, quote_id: str, *, size: int = 100) -> tuple[Link, ...]:
        """See ``Store.links``."""
        self._refuse_outdated()
        return utterances.links(self._asked, quote_id, size)

    def semantic(self) -> bool:
        """See ``Store.semantic``."""
        with self._asked.open():
            return state.read(self._client, self._names).semantic

    def set_semantic(self, on: bool) -> None:
        """See ``Store.set_semantic``."""
        with self._asked.open():
            for _ in range(_CLAIMS):
                now = state.read_free(self._client, self._names)
                if now.semantic == on:
                    return
                indices.add_to_state(self._client, self._names)
                if state.write(self._client, self._names, replace(now, semantic=on)) is not None:
                    return
        raise StoreUnavailable("other processes keep writing to this store; try again when they have ended")

    def near(self, meaning: bytes, condition: AllOf = EVERYTHING, *, size: int = 20) -> tuple[Near, ...]:
        """See ``Store.near``."""
        (found,), _ = self._asked.current(vectors.near(self._names, meaning, condition, size))
        chosen = vectors.nearest_of(found, size)
        with self._asked.open():
            ids = [quote_id for quote_id, _ in chosen]
            held = reading.documents(self._client, self._names.live.quotes, ids, ["record", "article"])
        return vectors.near_of(chosen, held)

    def quote(self, quote_id: str) -> Hit | None:
        """See ``Store.quote``."""
        with self._asked.open():
            fields = ["record", "article"]
            found = reading.documents(self._client, self._names.live.quotes, [quote_id], fields)
        return document.hit_from(found[quote_id]) if quote_id in found else None

    def article(self, article_id: str) -> StoredArticle | None:
        """See ``Store.article``."""
        key, live = writing.key(article_id), self._names.live
        stored = None
        for _ in range(_READINGS):
            with self._asked.open():
                found = reading.documents(self._client, live.articles, [key], reading.ARTICLE)
                stored, whole = next(reading.with_quotes(self._client, live, list(found.values())), (None, True))
            if whole:
                break
            time.sleep(_READING_PAUSE_SECONDS)
        return stored

    def speakers(self, prefix: str = "", *, size: int = 20, after: str | None = None) -> tuple[SpeakerSummary, ...]:
        """See ``Store.speakers``."""
        starts = tuple(word.text for word in words(prefix))
        if (prefix.strip() and not starts) or size < 1:
            return ()
        ids = summaries.ids_of(self._asked.search(summaries.speaker_ids(starts, size, after)))
        return tuple(
            summary
            for part in writing.parts(ids, SPEAKERS_AT_ONCE)
            for summary in summaries.summaries_of(self._asked.search(summaries.summaries(part)))
        )

    def speaker(self, speaker_id: str) -> SpeakerSummary | None:
        """See ``Store.speaker``."""
        return next(iter(summaries.summaries_of(self._asked.search(summaries.summaries([speaker_id])))), None)

    def counts(self) -> Counts:
        """See ``Store.counts``."""
        with self._asked.open():
            now = state.read(self._client, self._names)
            articles = self._client.count(index=self._names.live.articles)["count"]
        quotes = self._asked.search(summaries.totals())
        return Counts(
            articles=articles,
            quotes=quotes["hits"]["total"]["value"],
            speakers=self._distinct(self._names.live.quotes, "speaker_id"),
            outlets=self._distinct(self._names.live.articles, "outlet"),
            earliest=summaries.day(quotes["aggregations"]["earliest"]),
            latest=summaries.day(quotes["aggregations"]["latest"]),
            generation=now.generation,
            analysis=now.analysis,
            semantic=now.semantic,
            vectors=quotes["aggregations"]["vectors"]["doc_count"],
        )

    def scan(self) -> Iterator[StoredArticle]:
        """See ``Store.scan``; nothing is held open in the engine between two pages."""
        last: list[Any] | None = None
        while True:
            body: dict[str, Any] = {
                "size": ARTICLES_AT_ONCE,
                "sort": [{"id": "asc"}],
                "_source": list(reading.ARTICLE),
                "timeout": searching.TIME,
                **({"search_after": last} if last is not None else {}),
            }
            found = self._asked.search(body, self._names.live.articles)["hits"]["hits"]
            if not found:
                return
            with self._asked.open():
                sources = [hit["_source"] for hit in found]
                page = list(reading.with_quotes(self._client, self._names.live, sources))
            for stored, whole in page:
                again = stored if whole else self.article(stored.article.id)
                if again is not None:
                    yield again
            last = found[-1]["sort"]

    def close(self) -> None:
        """See ``Store.close``; a rebuild that was going on is left for dead."""
        if not self._asked.closed:
            for rebuild in tuple(self._rebuilds):
                with suppress(StoreError):
                    rebuild.abandon()
            self._asked.closed = True
            self._client.close()

    def _refuse_outdated(self) -> None:
        with self._asked.open():
            state.read(self._client, self._names).refuse_outdated()

    # --- Writing ---------------------------------------------------------------------------------

    def _find(self, create: bool) -> None:
        # Asked first: an answer to HEAD has no body, and so no reason in it.
        self._client.cluster.health(timeout=indices.WAIT)
        if state.exists(self._client, self._names):
            return
        if not create:
            where = f"{self._node}/{self._names.prefix}"
            raise StoreMissing(f"there is no store at {where}; `onrecord index` makes one")
        indices.create_store(self._client, self._names)
        state.create(self._client, self._names)

    def _replace(self, batch: Sequence[StoredArticle]) -> Written:
        made = Vectors()
        for _ in range(_CLAIMS):
            now = state.read_free(self._client, self._names)
            now.refuse_outdated()
            planned = writing.plan(self._client, self._names.live, batch, made if now.semantic else None)
            if not planned.changes:
                return Written(unchanged=tuple(planned.unchanged), failed=tuple(planned.failed))
            with self._claimed(now, planned.begun) as held:
                if held is not None:
                    linking = Linking(self._asked, held.renew)
                    marks = linking.note(planned.replaced)
                    written = writing.carry_out(self._client, self._names.live, planned, held.renew)
                    linking.settle(marks)
                    return written
        raise StoreUnavailable("other processes keep writing to this store; try again when they have ended")

    @contextmanager
    def _claimed(self, now: State, begun: dict[str, list[str]]) -> Iterator[Held | None]:
        """The right to write one batch, if nobody wrote since ``now`` was read.

        What a writer that died has begun is noted with this batch, and removed before it.
        """
        for key, ids in now.begun.items():
            begun.setdefault(key, []).extend(ids)
        live = self._names.live
        held = Held.take(self._client, self._names, now.claimed(Lease.taken(rebuild=False), begun))
        if held is None:
            yield None
            return
        try:
            writing.remove_unlisted(self._client, live, now.begun, held.renew)
            yield held
            indices.refresh(self._client, live)
        except BaseException:
            held.let_go()
            raise
        held.give_back(replace(held.state, begun={}))

    def _distinct(self, index: str, field: str) -> int:
        total, after = 0, None
        while True:
            values = self._asked.search(summaries.distinct(field, after), index)["aggregations"]["values"]
            total += len(values["buckets"])
            if len(values["buckets"]) < summaries.PAGE:
                return total
            after = values["after_key"]["id"]

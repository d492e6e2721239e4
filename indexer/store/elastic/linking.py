"""Quotes that report the same words: linked, grouped and regrouped, by one writer at a time.

A document of ``wordings`` has what is compared of one mark, the keys by which it is found, and its links; ``compared``
is written last. A quote is marked as linked after all quotes whose groups it changes, so a pass that was cut off is
completed by the next. The marks of quotes that are about to be removed are noted first, and whoever comes after a
writer that died puts their groups right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from indexer.store import json_values, set_aside
from indexer.store.elastic import indices
from indexer.store.elastic.bulk import Action, delete, put, send, update
from indexer.store.elastic.connection.answers import Shape
from indexer.store.elastic.connection.names import Body
from indexer.store.elastic.connection.session import Session
from indexer.store.elastic.lease.write_lock import busy, free_states, write_lock
from indexer.store.elastic.parts import CHUNK
from indexer.store.elastic.requests.lines import body, header
from indexer.store.elastic.wordings import (
    UNSETTLED,
    Link,
    UnlinkedQuote,
    Unsettled,
    Wording,
    firsts_of,
    quotes_of,
    unlinked,
    unsettled_marks,
    wordings_of,
)
from indexer.utterances import First, groups
from indexer.utterances.linking import MOST_COMPARED, Fresh, compare, entry


class _Marked(Shape):
    mark: str | None


class _Sharing(Shape):
    text: str
    keys: tuple[str, ...]


def link_next(session: Session, size: int) -> int:
    """See ``indexer.store.base.Store.link_next``."""
    with session.connected():
        for state in free_states(session):
            state.refuse_outdated()
            if not (unlinked(session, 1) or unsettled_marks(session)):
                return 0
            with write_lock(session, state) as lock:
                if lock is not None:
                    return Linking(session, lock.renew).link(size)
    raise busy()


class Linking:
    """The links of a store, for the writer that has locked it.

    Args:
        keep_alive: renews its lease.
    """

    def __init__(self, session: Session, keep_alive: Callable[[], None]) -> None:
        self._session = session
        self._live = session.names.live
        self._keep_alive = keep_alive

    def link(self, size: int) -> int:
        """See ``indexer.store.base.Store.link_next``."""
        self.regroup_after_removal(unsettled_marks(self._session))
        quotes = unlinked(self._session, size)
        marks: dict[str, UnlinkedQuote] = {}
        for quote in quotes:
            marks.setdefault(quote.mark, quote)
        known = wordings_of(self._session, marks)
        self._compare([quote for mark, quote in marks.items() if mark not in known or not known[mark].compared])
        self._regroup(set(marks), quotes)
        return len(quotes)

    def note_removal(self, quote_ids: Sequence[str]) -> set[str]:
        """Note the marks of quotes that are about to be replaced or deleted, in case that this is cut off."""
        found = self._session.documents(self._live.quotes, quote_ids, _Marked).values()
        marks = {quote.mark for quote in found if quote.mark is not None}
        if marks:
            marks |= unsettled_marks(self._session)
            note = Unsettled(keys=tuple(sorted(marks))).model_dump_json().encode()
            self._write([put(self._live.wordings, UNSETTLED, note)])
        return marks

    def regroup_after_removal(self, marks: set[str]) -> None:
        """Put right the groups of the quotes that were linked with removed quotes of these marks."""
        if not marks:
            return
        indices.refresh_all(self._session, self._live)
        printed = firsts_of(self._session, marks)
        gone = wordings_of(self._session, marks - printed.keys())
        others = set[str]().union(*(wording.linked() for wording in gone.values())) - gone.keys()
        changed = wordings_of(self._session, others)
        self._write(
            put(self._live.wordings, mark, wording.without(gone).document()) for mark, wording in changed.items()
        )
        self._regroup((marks & printed.keys()) | others, [])
        self._write(delete(self._live.wordings, mark) for mark in (*gone, UNSETTLED))

    def _compare(self, quotes: Sequence[UnlinkedQuote]) -> None:
        """Compare the wordings of these quotes, and store what they are linked with."""
        wordings: dict[str, Wording] = {}
        for quote in quotes:
            made = entry(set_aside.shown(quote.id, partial(json_values.quote_from, quote.record)), quote.language)
            keys = tuple(format(key, "x") for key in made.keys)
            wordings[quote.mark] = Wording(
                text=made.text, keys=keys, set_aside=made.set_aside, compared=made.text is None
            )
        self._write(put(self._live.wordings, mark, wording.document()) for mark, wording in wordings.items())
        indices.refresh(self._session, self._live.wordings)
        fresh = [Fresh(mark, wording.text) for mark, wording in wordings.items() if wording.text is not None]
        found = compare(fresh, self._sharing(fresh, wordings))
        for mark, reason in found.set_aside.items():
            wordings[mark] = wordings[mark].model_copy(update={"set_aside": reason})
        others = {mark for pair in found.links for mark in pair[:2]} - wordings.keys()
        wordings |= wordings_of(self._session, others)
        for one, other, evidence in found.links:
            for mark, linked in ((one, other), (other, one)):
                link = Link(mark=linked, relation=evidence.relation, score=evidence.score)
                known = wordings[mark].without([linked])
                wordings[mark] = known.model_copy(update={"links": (*known.links, link)})
        # The others first: a new one that was not marked as compared will be compared again.
        order = [*sorted(others), *(each.key for each in fresh)]
        done = (wordings[mark].model_copy(update={"compared": True}) for mark in order)
        self._write(put(self._live.wordings, mark, each.document()) for mark, each in zip(order, done, strict=True))
        for quote in quotes:
            if (why := wordings[quote.mark].set_aside) is not None:
                set_aside.warn(quote.id, why)

    def _sharing(
        self, fresh: Sequence[Fresh[str]], wordings: dict[str, Wording]
    ) -> dict[str, list[tuple[str, str, int]]]:
        """For each fresh wording those that share its keys, and how many."""
        found: dict[str, list[tuple[str, str, int]]] = {}
        for start in range(0, len(fresh), CHUNK):
            part = fresh[start : start + CHUNK]
            lines: list[Body] = []
            for each in part:
                ways = [{"term": {"keys": {"value": key}}} for key in wordings[each.key].keys]
                query = {"bool": {"should": ways, "must_not": [{"ids": {"values": [each.key]}}]}}
                search = {"size": MOST_COMPARED, "query": query, "_source": ["text", "keys"], "track_total_hits": False}
                lines += [header(self._live.wordings), body(search)]
            for each, answer in zip(part, self._session.msearch(lines), strict=True):
                own = set(wordings[each.key].keys)
                found[each.key] = [
                    (hit.id, hit.source.text, len(own.intersection(hit.source.keys))) for hit in answer.hits(_Sharing)
                ]
            self._keep_alive()
        return found

    def _regroup(self, marks: set[str], quotes: Sequence[UnlinkedQuote]) -> None:
        """Update the groups of these marks, and of those that they are linked with.

        Args:
            quotes: those that count from now on.
        """
        wordings = wordings_of(self._session, marks)
        touched = marks.union(*(wording.linked() for wording in wordings.values()))
        wordings |= wordings_of(self._session, touched - wordings.keys())
        linked = {mark: wordings[mark].linked() for mark in touched if mark in wordings}
        firsts = firsts_of(self._session, touched.union(*linked.values()))
        for quote in quotes:
            first = First(quote.when_from, quote.id)
            firsts[quote.mark] = min(first, firsts.get(quote.mark, first), key=lambda each: each.order)
        found = groups(touched, firsts, linked)
        now = quotes_of(self._session, found)
        moved = [
            update(self._live.quotes, quote.id, {"utterance": found[quote.mark].id})
            for quote in now
            if quote.utterance != found[quote.mark].id
        ]
        own = [
            update(
                self._live.quotes,
                quote.id,
                {"utterance": found[quote.mark].id, "linked": True, "set_aside": wordings[quote.mark].set_aside},
            )
            for quote in quotes
        ]
        self._write([*moved, *own])

    def _write(self, actions: Iterable[Action]) -> None:
        send(self._session, self._live, actions, self._keep_alive)
        self._keep_alive()

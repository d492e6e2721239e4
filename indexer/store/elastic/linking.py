"""Quotes that report the same words: linked, grouped and put right, by one writer at a time.

A document of ``wordings`` says of one mark what is compared, by which keys it is found, and what it is linked with;
that it was compared is written last. A quote says of itself that it was linked after all others that its coming
moves: so a pass that was cut off is completed by the next. Marks whose quotes are about to be removed are noted
before, and their groups put right by whoever comes after a writer that died.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence

from indexer.store import stored_fields
from indexer.store.elastic import indices
from indexer.store.elastic.bulk import amend, drop, put, send
from indexer.store.elastic.indices import Body
from indexer.store.elastic.lease.write_lock import claimed, crowded, turns
from indexer.store.elastic.parts import CHUNK
from indexer.store.elastic.reading import documents
from indexer.store.elastic.requests.lines import body, header
from indexer.store.elastic.session import Asking
from indexer.store.elastic.wordings import NOTE, firsts_of, noted, quotes_of, unlinked, wordings_of
from indexer.utterances import First, groups, keys
from indexer.utterances.linking import MOST_COMPARED, Fresh, compare, read
from indexer.utterances.marks import compared

Alive = Callable[[], None]


def link_next(asking: Asking, size: int) -> int:
    """See ``indexer.store.base.Store.link_next``."""
    with asking.open():
        for now in turns(asking):
            now.refuse_outdated()
            if not (unlinked(asking, 1) or noted(asking)):
                return 0
            with claimed(asking, now) as held:
                if held is not None:
                    return Linking(asking, held.renew).link(size)
    raise crowded()


class Linking:
    """The links of a store, for whoever has the right to write to it."""

    def __init__(self, asking: Asking, alive: Alive) -> None:
        self._asking = asking
        self._client = asking.client
        self._live = asking.names.live
        self._alive = alive

    def link(self, size: int) -> int:
        """See ``indexer.store.base.Store.link_next``."""
        self.settle(noted(self._asking))
        rows = unlinked(self._asking, size)
        marks: dict[str, Body] = {}
        for row in rows:
            marks.setdefault(row["mark"], row)
        known = wordings_of(self._asking, marks)
        fresh = [row for mark, row in marks.items() if not known.get(mark, {}).get("compared")]
        self._compare(fresh)
        self._regroup(set(marks), rows)
        return len(rows)

    def note(self, quote_ids: Sequence[str]) -> set[str]:
        """The marks of quotes that are about to be replaced or deleted, noted in case that this is cut off."""
        found = documents(self._client, self._live.quotes, quote_ids, ["mark"]).values()
        marks = {fields["mark"] for fields in found if fields["mark"] is not None}
        if marks:
            marks |= noted(self._asking)
            self._write([put(self._live.wordings, NOTE, _json({"links": sorted(marks), "compared": True}))])
        return marks

    def settle(self, marks: set[str]) -> None:
        """Put right what is grouped after quotes with these marks were removed."""
        if not marks:
            return
        indices.refresh(self._client, self._live)
        held = firsts_of(self._asking, marks)
        gone = wordings_of(self._asking, marks - held.keys())
        others = {link["mark"] for wording in gone.values() for link in wording["links"]} - gone.keys()
        changed = wordings_of(self._asking, others)
        for wording in changed.values():
            wording["links"] = [link for link in wording["links"] if link["mark"] not in gone]
        self._write(put(self._live.wordings, mark, _json(wording)) for mark, wording in changed.items())
        self._regroup((marks & held.keys()) | others, [])
        self._write([*(drop(self._live.wordings, mark) for mark in gone), drop(self._live.wordings, NOTE)])

    def _compare(self, rows: Sequence[Body]) -> None:
        """Compare wordings that were not, and store what they are linked with."""
        texts = {row["mark"]: compared(stored_fields.quote_from(row), row["language"]) for row in rows}
        wordings: dict[str, Body] = {
            mark: {"text": text, "keys": _keys(text), "links": [], "compared": text is None}
            for mark, text in texts.items()
        }
        self._write(put(self._live.wordings, mark, _json(wording)) for mark, wording in wordings.items())
        self._client.indices.refresh(index=self._live.wordings)
        fresh = [Fresh(mark, text) for mark, text in texts.items() if text is not None]
        pairs = list(compare(fresh, self._sharing(fresh)))
        others = {mark for one, other, _ in pairs for mark in (one, other)} - wordings.keys()
        wordings |= wordings_of(self._asking, others)
        for one, other, found in pairs:
            for mark, linked in ((one, other), (other, one)):
                links = [link for link in wordings[mark]["links"] if link["mark"] != linked]
                link = {"mark": linked, "relation": found.relation.value, "score": found.score}
                wordings[mark]["links"] = [*links, link]
        # The others first: a fresh one that does not say so yet will be compared again.
        order = [*sorted(others), *(each.key for each in fresh)]
        self._write(put(self._live.wordings, mark, _json({**wordings[mark], "compared": True})) for mark in order)

    def _sharing(self, fresh: Sequence[Fresh[str]]) -> dict[str, list[tuple[str, str, int]]]:
        found: dict[str, list[tuple[str, str, int]]] = {}
        for start in range(0, len(fresh), CHUNK):
            part = fresh[start : start + CHUNK]
            lines: list[Body] = []
            for each in part:
                ways = [{"term": {"keys": {"value": key}}} for key in _keys(each.text)]
                query = {"bool": {"should": ways, "must_not": [{"ids": {"values": [each.key]}}]}}
                search = {"size": MOST_COMPARED, "query": query, "_source": ["text", "keys"], "track_total_hits": False}
                lines += [header(self._live.wordings), body(search)]
            for each, answer in zip(part, self._asking.msearch(lines), strict=True):
                own = set(_keys(each.text))
                hits = [(hit["_id"], hit["_source"]) for hit in answer["hits"]["hits"]]
                found[each.key] = [(mark, held["text"], len(own.intersection(held["keys"]))) for mark, held in hits]
            self._alive()
        return found

    def _regroup(self, marks: set[str], rows: Sequence[Body]) -> None:
        """Bring the groups of these marks, and of those that they are linked with, up to date.

        Args:
            rows: quotes that count from now on.
        """
        wordings = wordings_of(self._asking, marks)
        touched = marks.union(*(_linked(wording) for wording in wordings.values()))
        wordings |= wordings_of(self._asking, touched - wordings.keys())
        near = {mark: _linked(wordings[mark]) for mark in touched if mark in wordings}
        firsts = firsts_of(self._asking, touched.union(*near.values()))
        for row in rows:
            first = First(row["when_from"], row["id"])
            firsts[row["mark"]] = min(first, firsts.get(row["mark"], first), key=lambda each: each.order)
        found = groups(touched, firsts, near)
        held = ((hit["id"], found[hit["mark"]].id, hit["utterance"]) for hit in quotes_of(self._asking, found))
        moved = [amend(self._live.quotes, each, {"utterance": to}) for each, to, now in held if to != now]
        own = [
            amend(self._live.quotes, row["id"], {"utterance": found[row["mark"]].id, "linked": True}) for row in rows
        ]
        self._write([*moved, *own])

    def _write(self, actions: Iterable[Body]) -> None:
        send(self._client, self._live, actions, self._alive)
        self._alive()


def _linked(wording: Body) -> set[str]:
    return {link["mark"] for link in wording["links"]}


def _keys(text: str | None) -> list[str]:
    return [format(key, "x") for key in keys(read(text))] if text is not None else []


def _json(fields: Body) -> bytes:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()

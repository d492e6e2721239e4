"""The indices of one store, created from ``mappings/``, swapped by a rebuild, refreshed and deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from elasticsearch import BadRequestError

from indexer.store.elastic.connection.answers import Completed, Indices, not_elasticsearch
from indexer.store.elastic.connection.client import nothing_if_missing
from indexer.store.elastic.connection.names import Body, IndexSet, definition
from indexer.store.elastic.connection.session import Session

WAIT = "10s"
"""How long the engine may wait for a shard or for its master."""


def create_store(session: Session) -> None:
    """Create those of a store's indices that are missing; two processes may do so at once."""
    names = session.names
    first = names.numbered(1).by_family
    for family, alias in names.live.by_family.items():
        if not _behind(session, alias):
            with _made_by_another():
                _create(session, first[family], family, alias)
    with _made_by_another():
        _create(session, f"{names.state}-1", "state", names.state)


def create_fresh(session: Session) -> IndexSet:
    """Create indices that no alias names yet, numbered after all that there are."""
    number = 1 + max((number for _, number in _numbered(session)), default=0)
    fresh = session.names.numbered(number)
    for family, index in fresh.by_family.items():
        _create(session, index, family, None)
    return fresh


def leftovers(session: Session) -> list[str]:
    """Indices of this store that no alias names: what a rebuild that died has left."""
    used = _live(session)
    return [index for index, _ in _numbered(session) if index not in used]


def swap(session: Session, fresh: IndexSet) -> list[str]:
    """Point the aliases to the fresh indices, in one step; gives the indices that they named before."""
    before = sorted(_live(session))
    live = session.names.live.by_family
    actions: list[Body] = [
        {"remove": {"index": index, "alias": alias}}
        for alias in live.values()
        for index in before
        if index.startswith(f"{alias}-")
    ]
    actions += [{"add": {"index": index, "alias": live[family]}} for family, index in fresh.by_family.items()]
    session.confirm(session.client.indices.update_aliases(actions=actions, master_timeout=WAIT))
    return before


def add_to_state(session: Session) -> None:
    """Add the fields of today to the state's index, which outlives every rebuild."""
    fields = definition("state")["mappings"]["properties"]
    client = session.client.indices
    session.confirm(client.put_mapping(index=session.names.state, properties=fields, timeout=WAIT, master_timeout=WAIT))


def drop(session: Session, indices: list[str]) -> None:
    """Delete indices by their names; those that are gone are left out."""
    for index in indices:
        with nothing_if_missing():
            session.confirm(session.client.indices.delete(index=index, master_timeout=WAIT))


def refresh(session: Session, *indices: str) -> None:
    """Let the next search find all that was written to these indices, one after the other."""
    for index in indices:
        session.answer(session.client.indices.refresh(index=index)).read(Completed)


def refresh_all(session: Session, target: IndexSet) -> None:
    """The same for quotes and articles: quotes first, so that no article is found without its own."""
    refresh(session, target.quotes, target.articles)


def _create(session: Session, index: str, family: str, alias: str | None) -> None:
    body = definition(family)
    response = session.client.indices.create(
        index=index,
        settings=body["settings"],
        mappings=body["mappings"],
        aliases={alias: {}} if alias else {},
        timeout=WAIT,
        master_timeout=WAIT,
    )
    session.confirm(response)


@contextmanager
def _made_by_another() -> Iterator[None]:
    """Leave the block quietly if another process has made the index."""
    try:
        yield
    except BadRequestError as error:
        if error.error != "resource_already_exists_exception":
            raise


def _live(session: Session) -> set[str]:
    """The indices that the aliases name."""
    # One by one: together, an alias that a store of an older version lacks would hide the others.
    return set().union(*(_behind(session, alias) for alias in session.names.live.by_family.values()))


def _behind(session: Session, alias: str) -> set[str]:
    """The indices that an alias names."""
    with nothing_if_missing():
        found = session.answer(session.client.indices.get_alias(name=alias)).read(Indices).root
        if not found:
            # Elasticsearch says 404 of an alias without an index; to believe this would drop the live indices.
            raise not_elasticsearch(session.node)
        return set(found)
    return set()


def _numbered(session: Session) -> list[tuple[str, int]]:
    aliases = session.names.live.by_family.values()
    response = session.client.indices.get(index=",".join(f"{alias}-*" for alias in aliases), features="aliases")
    form = re.compile(rf"(?:{'|'.join(map(re.escape, aliases))})-(\d+)")
    found = session.answer(response).read(Indices).root
    return [(index, int(match[1])) for index in found if (match := form.fullmatch(index))]

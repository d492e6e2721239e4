"""The one document that says which state a store is in, and who may write to it.

Elasticsearch has no transactions. In their place a writer takes a lease on this document, changes it only as
long as nobody else has (by its sequence number), and notes beforehand which quotes it is about to add. A writer
that died is thus found out by the next, which removes what no article came to list.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from elasticsearch import ConflictError, Elasticsearch, NotFoundError

from indexer.errors import StoreMissing
from indexer.store import version
from indexer.store.elastic.indices import Names, mapping_version
from indexer.text import ANALYSIS

DOCUMENT = "store"

BATCH_SECONDS = 30.0
"""How long the lease of a batch lasts unless renewed: what the next writer waits for one that was killed."""

REBUILD_SECONDS = 120.0
"""The same for a rebuild, which reads and extracts between its batches."""


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to write, until a moment (seconds since 1970, by the writer's clock)."""

    token: str
    until: float
    rebuild: bool

    @classmethod
    def taken(cls, *, rebuild: bool) -> Lease:
        """A lease that begins now."""
        return cls(uuid.uuid4().hex, 0.0, rebuild).renewed()

    def renewed(self) -> Lease:
        """The same lease, begun again."""
        return replace(self, until=time.time() + (REBUILD_SECONDS if self.rebuild else BATCH_SECONDS))

    @property
    def lives(self) -> bool:
        """Whether its time is not yet over."""
        return self.until > time.time()

    @property
    def half_over(self) -> bool:
        """Whether it is time to renew it."""
        return self.until - time.time() < (REBUILD_SECONDS if self.rebuild else BATCH_SECONDS) / 2


@dataclass(frozen=True, slots=True)
class State:
    """What the document says.

    Args:
        generation: changes before and after every write that a search can see.
        analysis: the version of ``indexer.text`` that the store was written with.
        mapping: the version of ``mappings/*.json`` that it was made with.
        lease: who is writing, or None.
        begun: article keys to the quotes that a batch was about to add, until it has ended.
        semantic: whether vectors are written with quotes.
        held_at: sequence number and primary term of the document as read.
    """

    generation: str
    analysis: str
    mapping: int
    lease: Lease | None = None
    begun: Mapping[str, list[str]] = field(default_factory=dict)
    semantic: bool = False
    held_at: tuple[int, int] = (0, 0)

    @classmethod
    def fresh(cls, *, semantic: bool = False) -> State:
        """That of an empty store of this version."""
        return cls(new_generation(), ANALYSIS, mapping_version(), semantic=semantic)

    def claimed(self, lease: Lease, begun: Mapping[str, list[str]]) -> State:
        """The state of a batch that is being written."""
        return replace(self, generation=new_generation(), lease=lease, begun=begun)

    @property
    def outdated(self) -> str | None:
        """Why searches are refused until a rebuild, if they are."""
        return version.outdated(self.analysis, self.mapping, mapping_version())

    def refuse_outdated(self) -> None:
        """Raise StoreOutdated for a store that another version wrote."""
        version.refuse_outdated(self.analysis, self.mapping, mapping_version())


def new_generation() -> str:
    """A generation that no store was ever in."""
    return uuid.uuid4().hex[:16]


def create(client: Elasticsearch, names: Names) -> None:
    """Write the first state, unless there is one."""
    try:
        client.create(
            index=names.state, id=DOCUMENT, document=_document(State.fresh()), refresh=True, require_alias=True
        )
    except ConflictError:
        return


def exists(client: Elasticsearch, names: Names) -> bool:
    """Whether there is a store: its state is written last."""
    return bool(client.exists(index=names.state, id=DOCUMENT))


def read(client: Elasticsearch, names: Names) -> State:
    """The state as of now, refreshed or not.

    Raises:
        StoreMissing: the store has gone.
    """
    try:
        found = client.get(index=names.state, id=DOCUMENT)
    except NotFoundError:
        raise StoreMissing(f"there is no store {names.prefix!r} any more; `onrecord index` makes one") from None
    held: dict[str, Any] = found["_source"]
    lease = Lease(**held["lease"]) if held.get("lease") else None
    return State(
        generation=held["generation"],
        analysis=held["analysis"],
        mapping=held["mapping"],
        lease=lease,
        begun=held.get("begun") or {},
        semantic=held.get("semantic", False),
        held_at=(found["_seq_no"], found["_primary_term"]),
    )


def write(client: Elasticsearch, names: Names, state: State) -> State | None:
    """Store the state if the document is still as it was when ``state`` was read; None if it is not."""
    number, term = state.held_at
    try:
        # Searched, not only read by its id, so that a search and its generation come by one request.
        done = client.index(
            index=names.state,
            id=DOCUMENT,
            document=_document(state),
            if_seq_no=number,
            if_primary_term=term,
            refresh=True,
            require_alias=True,
        )
    except ConflictError:
        # An attempt whose answer was lost may have been ours.
        now = read(client, names)
        return now if replace(now, held_at=state.held_at) == state else None
    return replace(state, held_at=(done["_seq_no"], done["_primary_term"]))


def _document(state: State) -> dict[str, Any]:
    lease = state.lease
    return {
        "generation": state.generation,
        "analysis": state.analysis,
        "mapping": state.mapping,
        "lease": {"token": lease.token, "until": lease.until, "rebuild": lease.rebuild} if lease else None,
        "begun": dict(state.begun),
        # Only where it is so: a store of an older version knows no such field until it is asked for.
        **({"semantic": True} if state.semantic else {}),
    }

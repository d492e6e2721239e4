"""The state of a store, and the lease of its writer. Pure."""

from __future__ import annotations

import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import Field

from indexer.store import version
from indexer.store.elastic.connection.answers import Shape
from indexer.store.elastic.connection.names import mapping_version
from indexer.text import ANALYSIS

DOCUMENT = "store"
"""The id of the document that keeps it."""

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
    def begin(cls, *, rebuild: bool) -> Lease:
        """A lease that begins now."""
        return cls(uuid.uuid4().hex, 0.0, rebuild).renewed()

    def renewed(self) -> Lease:
        """The same lease, beginning now."""
        return replace(self, until=time.time() + self._seconds)

    @property
    def active(self) -> bool:
        """Whether it has not expired."""
        return self.until > time.time()

    @property
    def due(self) -> bool:
        """Whether it is time to renew it: half of it is over."""
        return self.until - time.time() < self._seconds / 2

    @property
    def _seconds(self) -> float:
        return REBUILD_SECONDS if self.rebuild else BATCH_SECONDS


class StateFields(Shape):
    """What a search reads of the state; stores of older versions lack ``semantic``."""

    generation: str
    analysis: str
    mapping: int
    lease: Lease | None = None
    semantic: bool = False


class StateDocument(StateFields):
    """What the document holds."""

    begun: dict[str, list[str]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class State:
    """The state of a store.

    Args:
        generation: changes before and after every write that a search can see.
        analysis: the version of ``indexer.text`` that the store was written with.
        mapping: the version of ``mappings/*.json`` that it was made with.
        lease: of whoever is writing, or None.
        begun: article keys to the quotes that a batch is about to add, until it has ended.
        semantic: whether vectors are written with quotes.
        revision: sequence number and primary term of the document as read.
    """

    generation: str
    analysis: str
    mapping: int
    lease: Lease | None = None
    begun: Mapping[str, list[str]] = field(default_factory=dict)
    semantic: bool = False
    revision: tuple[int, int] = (0, 0)

    @classmethod
    def fresh(cls, *, semantic: bool = False) -> State:
        """The state of an empty store of this version."""
        return cls(new_generation(), ANALYSIS, mapping_version(), semantic=semantic)

    @classmethod
    def read(cls, found: StateDocument, revision: tuple[int, int]) -> State:
        """The state that the document holds."""
        return cls(found.generation, found.analysis, found.mapping, found.lease, found.begun, found.semantic, revision)

    def writing(self, lease: Lease, begun: Mapping[str, list[str]]) -> State:
        """The state while a batch is written."""
        return replace(self, generation=new_generation(), lease=lease, begun=begun)

    @property
    def outdated(self) -> str | None:
        """Why searches are refused until a rebuild, if they are."""
        return version.outdated(self.analysis, self.mapping, mapping_version())

    def refuse_outdated(self) -> None:
        """Raise StoreOutdated for a store that another version wrote."""
        version.refuse_outdated(self.analysis, self.mapping, mapping_version())

    def document(self) -> dict[str, Any]:
        """The document that keeps it."""
        lease = self.lease
        return {
            "generation": self.generation,
            "analysis": self.analysis,
            "mapping": self.mapping,
            "lease": {"token": lease.token, "until": lease.until, "rebuild": lease.rebuild} if lease else None,
            "begun": dict(self.begun),
            # Only where it is true: the mapping of an older store lacks the field until vectors are switched on.
            **({"semantic": True} if self.semantic else {}),
        }


def new_generation() -> str:
    """A generation that no store was ever in."""
    return uuid.uuid4().hex[:16]

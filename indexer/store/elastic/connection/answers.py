"""What Elasticsearch answers, checked before it is used.

A sign-on page, a proxy or another program may answer in its place, with status 200 and anything in the body. Every
answer is therefore read as a ``Shape``: one of those here, or one that a module defines for its own request.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, RootModel, ValidationError

from indexer.errors import StoreUnavailable

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def not_elasticsearch(node: str, detail: str = "is a sign-on page or a proxy in its place?") -> StoreUnavailable:
    """What to raise for an answer that Elasticsearch does not give."""
    return StoreUnavailable(f"{node} answers, but not as Elasticsearch does; {detail}")


class Shape(BaseModel):
    """The parts of a JSON object that are used, with their types; other parts are ignored."""

    model_config = ConfigDict(frozen=True)


S = TypeVar("S", bound=BaseModel)
B = TypeVar("B", bound=Shape)


def fields(shape: type[BaseModel]) -> list[str]:
    """The names of the fields of a stored document that a shape reads, as a search asks for them."""
    return list(shape.model_fields)


# --- Searches --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hit(Generic[S]):
    """A document that a search found.

    Args:
        id: of the document.
        source: the fields asked for.
        sort: the values that it is sorted by.
        score: by the engine, where it ranks.
    """

    id: str
    source: S
    sort: tuple[str | int | float | None, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of a node, read by ``Shape``.

    Args:
        node: its address, fit to be printed.
        value: the JSON value, which may be anything.
    """

    node: str
    value: object

    def read(self, shape: type[S]) -> S:
        """The answer in a shape.

        Raises:
            StoreUnavailable: it does not have that shape.
        """
        return self._read(self.value, shape)

    def hits(self, shape: type[S]) -> list[Hit[S]]:
        """The documents of a page of a search, in order."""
        found = self.read(_Found).hits.hits
        return [Hit(hit.id, self._read(hit.source, shape), hit.sort, hit.score or 0.0) for hit in found]

    def sources(self, shape: type[S]) -> list[S]:
        """The fields of these documents."""
        return [hit.source for hit in self.hits(shape)]

    def total(self) -> int:
        """How many documents match."""
        return self.read(_Counted).hits.total.value

    def aggregation(self, name: str, shape: type[S]) -> S:
        """One of the aggregations of a search."""
        return self._read(self.read(_Aggregated).aggregations.get(name), shape)

    def _read(self, value: object, shape: type[S]) -> S:
        try:
            return shape.model_validate(value)
        except ValidationError:
            raise not_elasticsearch(self.node) from None


class _Hit(Shape):
    id: str = Field("", alias="_id")
    source: dict[str, Any] = Field({}, alias="_source")
    sort: tuple[str | int | float | None, ...] = ()
    score: float | None = Field(None, alias="_score")


class _Hits(Shape):
    hits: list[_Hit]


class _Found(Shape):
    hits: _Hits


class _Total(Shape):
    value: int


class _Matching(Shape):
    total: _Total


class _Counted(Shape):
    hits: _Matching


class _Aggregated(Shape):
    aggregations: Mapping[str, Any]


class Buckets(Shape, Generic[B]):
    """The values that an aggregation finds; of a composite one, a page of them."""

    buckets: list[B]
    after_key: dict[str, Any] | None = None


class Bucket(Shape):
    """A value, and how many documents have it."""

    key: str
    doc_count: int


class Counted(Shape):
    """How many documents meet a filter."""

    doc_count: int


class Day(Shape):
    """The least or the greatest date, in milliseconds since 1970 (the years 1 to 9999); None without any."""

    value: Annotated[float, Field(ge=-62_135_596_800_000, le=253_402_300_799_999)] | None = None

    @property
    def day(self) -> date | None:
        """The day of that date."""
        return (_EPOCH + timedelta(milliseconds=self.value)).date() if self.value is not None else None


class _Shards(Shape):
    failed: int


class Completed(Shape):
    """How far a search came, or a refresh: with failed shards, or out of time, its answer is only a part."""

    shards: _Shards = Field(alias="_shards")
    timed_out: bool = False

    @property
    def whole(self) -> bool:
        """Whether nothing is missing."""
        return not (self.timed_out or self.shards.failed)


class Failed(Shape):
    """A search, or a document, that the engine says it could not answer."""

    error: dict[str, Any]
    status: int = 500


class Responses(Shape):
    """The answers to several searches."""

    responses: list[dict[str, Any]]


# --- Documents and indices -------------------------------------------------------------------------


class Document(Shape):
    """A document asked for by its id.

    Args:
        seq_no, primary_term: what tells this version of it from others.
    """

    id: str = Field(alias="_id")
    found: bool = False
    source: dict[str, Any] = Field({}, alias="_source")
    seq_no: int = Field(-1, alias="_seq_no")
    primary_term: int = Field(-1, alias="_primary_term")
    error: dict[str, Any] | None = None


class Documents(Shape):
    """Several documents asked for by their ids."""

    docs: list[Document]


class Written(Shape):
    """A document that was written by itself."""

    seq_no: int = Field(alias="_seq_no")
    primary_term: int = Field(alias="_primary_term")


class BulkItem(Shape):
    """What became of one action of a bulk request."""

    id: str = Field(alias="_id")
    status: int
    error: object = None


class Acknowledged(Shape):
    """Whether a change of indices or aliases was completed in time."""

    acknowledged: bool


class _Index(Shape):
    aliases: dict[str, Any]


class Indices(RootModel[dict[str, _Index]]):
    """Indices by their names."""


class Health(Shape):
    """The state of the cluster."""

    status: str


class Count(Shape):
    """How many documents there are."""

    count: int

"""What all parameters have in common, and how filters become parameters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from types import GenericAlias
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    create_model,
)
from pydantic_core import PydanticCustomError

from indexer.errors import Invalid
from indexer.query import AnyOf, Condition
from service.query.filters import FIRST_DAY, LAST_DAY, NAME, SHARE, Filter, Place, ValueType, filters_in


def _once(value: object) -> object:
    """The value of a parameter that may not be repeated."""
    if isinstance(value, str) or not isinstance(value, Sequence):
        return value
    if len(value) != 1:
        raise PydanticCustomError("repeated", "give this parameter once")
    return value[0]


def listed(value: object) -> object:
    """The names of ``facets=speaker,kind``, or of ``facets=speaker&facets=kind``."""
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, Sequence):
        return value
    return [name.strip() for text in values for name in str(text).split(",")]


def _many(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _day(kind: ValueType) -> BeforeValidator:
    def read(value: object) -> object:
        if isinstance(value, date):
            return value
        if not isinstance(value, str):
            # Otherwise pydantic would read a number as seconds since 1970.
            raise PydanticCustomError("no_text", "is no text; write a date as 2025-02-12, 2025-02 or 2025")
        return kind.read(value)

    return BeforeValidator(read)


def _number(value: object) -> object:
    """A number, or the text of one; true and false are none."""
    return SHARE.read("" if isinstance(value, bool) else str(value))


_DATE = WithJsonSchema(
    {"type": "string", "pattern": r"^\s*\d{4}(-\d{1,2}(-\d{1,2})?)?\s*$", "examples": ["2025-02-12", "2025"]}
)

_SHARE = WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1, "examples": [0.9]})

Once = BeforeValidator(_once)
Name = Annotated[str, StringConstraints(max_length=200), AfterValidator(NAME.read)]

_TYPES: dict[ValueType, Any] = {
    NAME: Name,
    FIRST_DAY: Annotated[date, _day(FIRST_DAY), _DATE],
    LAST_DAY: Annotated[date, _day(LAST_DAY), _DATE],
    SHARE: Annotated[float, BeforeValidator(_number), _SHARE],
}
"""What pydantic checks and documents each type of value by; one with choices is its enumeration."""


class Parameters(BaseModel):
    """What an endpoint takes; a parameter that is not named is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class NoParameters(Parameters):
    """For an endpoint that takes no parameters."""


class Filtered(Parameters):
    """Parameters with filters; see ``with_filters``."""

    filters: ClassVar[tuple[Filter, ...]] = ()

    def conditions(self, *, of_quotes: bool | None = None) -> tuple[Condition, ...]:
        """A condition for each filter that is given; several values of one filter mean "or".

        Args:
            of_quotes: only of filters that quotes of one article can differ in, or only of the others; None for all.

        Raises:
            Invalid: an interval ends before it begins.
        """
        found: list[Condition] = []
        for each in self.filters:
            value = getattr(self, each.name)
            if value is None or value == [] or of_quotes not in (None, each.of_quotes):
                continue
            first = getattr(self, each.not_before) if each.not_before else None
            if first is not None and value < first:
                raise Invalid(each.name, f"lies before {each.not_before}")
            ways = tuple(map(each.condition, value if isinstance(value, list) else [value]))
            found.append(ways[0] if len(ways) == 1 else AnyOf(ways))
        return tuple(found)


F = TypeVar("F", bound=Filtered)


def with_filters(place: Place) -> Callable[[type[F]], type[F]]:
    """Give a model a field for each filter that can be given in ``place``: before its own fields, after inherited ones.

    Filters of a search may be repeated, those of a check not.
    """

    def decorate(model: type[F]) -> type[F]:
        filters = filters_in(place)
        fields: dict[str, Any] = {each.name: _field(each, repeats=place is Place.SEARCH) for each in filters}
        between: Any = create_model("Filters", __base__=model.__base__, **fields)
        made = create_model(model.__name__, __base__=(model, between), __doc__=model.__doc__)
        made.filters = filters
        return made

    return decorate


def _field(row: Filter, *, repeats: bool) -> tuple[Any, Any]:
    value = row.type.choices or _TYPES[row.type]
    if not repeats:
        return value | None, Field(None, description=row.help)
    if row.type.repeats:
        return Annotated[GenericAlias(list, value), BeforeValidator(_many)], Field([], description=row.help)
    return Annotated[value | None, Once], Field(None, description=row.help)

"""The parameters of a search: one description for the API, its documentation, the command and Python.

A query string gives each parameter as a list of texts; the command gives texts and numbers. Both are checked
here, with the same messages. The filters among the parameters come from ``service.query.filters``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from types import GenericAlias
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
    create_model,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from indexer.errors import Invalid
from indexer.query import IN_WORDS, AllOf, AnyOf, Condition, Facet, Group, Query, Sort, Where, names_field
from service.query import parse
from service.query.filters import FIRST_DAY, LAST_DAY, NAME, SHARE, Filter, Place, ValueType, filters_in


def _once(value: object) -> object:
    """The value of a parameter that may not be repeated."""
    if isinstance(value, str) or not isinstance(value, Sequence):
        return value
    if len(value) != 1:
        raise PydanticCustomError("repeated", "give this parameter once")
    return value[0]


def _listed(value: object) -> object:
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


class Words(Filtered):
    """The words of a search."""

    q: Annotated[str, Once] = Field(
        "",
        description='Words that must all match (stemmed), "exact phrases", -not, OR, parentheses, begin*, '
        f"a NEAR/5 b, {', '.join(f'{each.name}:' for each in filters_in(Place.Q))}.",
        examples=['"end the strike" -rumour', "harbour NEAR/5 clos*"],
    )

    def condition(self) -> AllOf:
        """What the words and the filters ask for, without what they leave open.

        Raises:
            Invalid: ``q`` does not parse, or an interval ends before it begins.
        """
        return AllOf(tuple(AllOf((parse(self.q), *self.conditions())).flat()))


@with_filters(Place.SEARCH)
class SearchParameters(Words):
    """A search for quotes. A filter that is given more than once means "or"."""

    sort: Annotated[Sort, Once] = Field(
        Sort.RELEVANCE, description="newest and oldest go by when the words were said, else published."
    )
    size: Annotated[int, Once] = Field(20, ge=1, le=100, description="Hits a page.")
    cursor: Annotated[str | None, Once] = Field(
        None, min_length=1, max_length=2_000, description="next_cursor of the page before."
    )
    facets: Annotated[list[Facet], BeforeValidator(_listed)] = Field(
        [], description="What to count over all matches, separated by commas."
    )
    in_: Annotated[Where, Once] = Field(
        Where.CONTENT,
        alias="in",
        description="Where words are looked for: the whole content, its parts between marks, or content and context.",
    )
    group: Annotated[Group | None, Once] = Field(
        None,
        description="utterance: one row for each utterance, with the number of its reports; total then counts "
        "utterances, undated and facets still quotes.",
    )

    def query(self) -> Query:
        """The query that a store understands.

        Raises:
            Invalid: ``q`` does not parse, an interval ends before it begins, or there are neither words nor filters.
        """
        condition = self.condition()
        if not condition.parts:
            names = ", ".join(each.name for each in self.filters)
            raise Invalid("q", f"needs words or a filter: give q or one of {names}")
        return Query(
            condition=_in_words(condition),
            where=self.in_,
            sort=self.sort,
            size=self.size,
            cursor=self.cursor,
            facets=tuple(dict.fromkeys(self.facets)),
            group=self.group,
        )


def _in_words(condition: AllOf) -> AllOf:
    """The condition on what was said and written, unless it names acts itself."""
    return condition if names_field(condition, "act") else AllOf((*condition.parts, IN_WORDS))


class ByDate(StrEnum):
    """The orders in which all quotes can be given."""

    NEWEST = "newest"
    OLDEST = "oldest"


@with_filters(Place.SEARCH)
class ExportParameters(Words):
    """All quotes of a search, or of the whole archive where nothing is asked."""

    sort: Annotated[ByDate, Once] = Field(
        ByDate.NEWEST, description="By when the words were said, else published; undated last."
    )
    in_: Annotated[Where, Once] = Field(Where.CONTENT, alias="in", description="Where words are looked for.")

    def query(self) -> Query:
        """The query that a store understands.

        Raises:
            Invalid: see ``Words.condition``.
        """
        return Query(_in_words(self.condition()), where=self.in_, sort=Sort(self.sort.value))


class SpeakersParameters(Parameters):
    """A search for speakers by name, or a list of them."""

    q: Annotated[str, Once] = Field(
        "",
        max_length=200,
        description="Words of a name or their beginnings, in any spelling; without it, all who are listed.",
        examples=["brandt", "ida br"],
    )
    size: Annotated[int, Once] = Field(20, ge=1, le=100, description="Speakers a page.")
    cursor: Annotated[str | None, Once] = Field(
        None, min_length=1, max_length=2_000, description="next_cursor of the page before."
    )


MOST_VALUES = 100
"""Values of one filter: SQLite takes no more than 1,000 alternatives, and people no more than a few."""

MOST_ERRORS = 20
"""Errors that are named one by one."""


class Refused(Invalid):
    """Parameters that are unknown or have invalid values: the error of the first, and ``errors`` for all.

    Args:
        errors: (parameter, what is wrong with it), never empty; the first ``MOST_ERRORS`` are kept.

    Attributes:
        more: how many there are besides.
    """

    def __init__(self, errors: Sequence[tuple[str, str]]) -> None:
        super().__init__(*errors[0])
        self.errors = tuple(errors[:MOST_ERRORS])
        self.more = len(errors) - len(self.errors)


P = TypeVar("P", bound=Parameters)


def checked(kind: type[P], values: Mapping[str, Any]) -> P:
    """The parameters in ``values``.

    Raises:
        Refused: some are unknown or have invalid values.
    """
    known = [field.alias or name for name, field in kind.model_fields.items()]
    errors = [(name, _unknown(known)) for name in values if name not in known]
    errors += [(name, f"is given more than {MOST_VALUES} times") for name in known if _is_too_often(values.get(name))]
    if len(errors) > MOST_ERRORS:
        raise Refused(errors)
    wrong = {name for name, _ in errors}
    try:
        found = kind.model_validate({name: value for name, value in values.items() if name not in wrong})
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True, include_input=False)
        errors = [*((str(detail["loc"][0]), _detail(detail)) for detail in details), *errors]
    if errors:
        raise Refused(errors)
    return found


def build(values: Mapping[str, Any]) -> Query:
    """The query of some parameters of a search.

    Args:
        values: texts or lists of texts, by the names of the API's parameters.

    Raises:
        Invalid: as ``checked`` and ``SearchParameters.query``.
    """
    return checked(SearchParameters, values).query()


def _unknown(known: Sequence[str]) -> str:
    return f"is no parameter here; known are {', '.join(known)}" if known else "is no parameter here: none is taken"


def _is_too_often(values: object) -> bool:
    return isinstance(values, list) and len(values) > MOST_VALUES


def _detail(error: ErrorDetails) -> str:
    if error["type"] == "enum":
        return f"is one of {error['ctx']['expected']}"
    message = error["msg"].removeprefix("Value error, ")
    return message[:1].lower() + message[1:]

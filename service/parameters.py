"""What may be asked for, parameter by parameter: one description for the API, its documentation and the command.

A query string gives each parameter as a list of texts; the command gives texts and numbers. Both are checked
here, in the same words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from indexer import query
from indexer.errors import Invalid
from indexer.model import Kind, Stance
from indexer.query import Condition, Facet, Group, Interval, Query, Sort, Where
from indexer.text import words
from service.query import parse
from service.query.conditions import printed_by, spoken_by
from service.query.dates import first_day, last_day


def _once(value: object) -> object:
    """The one value of a parameter that may not be repeated."""
    if isinstance(value, str) or not isinstance(value, Sequence):
        return value
    if len(value) != 1:
        raise PydanticCustomError("repeated", "give this parameter once")
    return value[0]


def _listed(value: object) -> object:
    """``speaker,kind`` and ``facets=speaker&facets=kind`` are the same."""
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, Sequence):
        return value
    return [name.strip() for text in values for name in str(text).split(",")]


def _many(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _first(value: object) -> date:
    return value if isinstance(value, date) else first_day(_text(value))


def _last(value: object) -> date:
    return value if isinstance(value, date) else last_day(_text(value))


def _text(value: object) -> str:
    """What a date is written as; a number is not taken for the seconds since 1970."""
    if not isinstance(value, str):
        raise PydanticCustomError("no_text", "is no text; write a date as 2025-02-12, 2025-02 or 2025")
    return value


def _named(value: str) -> str:
    if not words(value):
        raise PydanticCustomError("nameless", "there is no name in it")
    return value


_DATE = WithJsonSchema(
    {"type": "string", "pattern": r"^\s*\d{4}(-\d{1,2}(-\d{1,2})?)?\s*$", "examples": ["2025-02-12", "2025"]}
)

Once = BeforeValidator(_once)
FirstDay = Annotated[date, BeforeValidator(_first), _DATE]
LastDay = Annotated[date, BeforeValidator(_last), _DATE]
Name = Annotated[str, StringConstraints(max_length=200), AfterValidator(_named)]


class Parameters(BaseModel):
    """The root of what an endpoint takes: anything that is not named is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class NoParameters(Parameters):
    """For what takes none."""


class SearchParameters(Parameters):
    """A search for quotes. A filter that is given more than once means "or"."""

    q: Annotated[str, Once] = Field(
        "",
        description='Words that must all match (stemmed), "exact phrases", -not, OR, parentheses, begin*, '
        "a NEAR/5 b, speaker:, outlet:, kind:, stance:, after:, before:.",
        examples=['"end the strike" -rumour', "harbour NEAR/5 clos*"],
    )
    speaker: Annotated[list[Name], BeforeValidator(_many)] = Field(
        [],
        description="A speaker's id, or words that must all occur in the resolved or a printed name; "
        "id: and an id, of that speaker alone.",
    )
    outlet: Annotated[list[Name], BeforeValidator(_many)] = Field(
        [], description="Words that must all occur in the name of the outlet."
    )
    kind: Annotated[list[Kind], BeforeValidator(_many)] = Field(
        [], description="direct: all between quotation marks; mixed: marks around a part; indirect: none."
    )
    stance: Annotated[list[Stance], BeforeValidator(_many)] = Field(
        [], description="asserted; denied; asked: a question put to somebody."
    )
    said_from: Annotated[FirstDay | None, Once] = Field(None, description="Said on this day or later.")
    said_to: Annotated[LastDay | None, Once] = Field(None, description="Said on this day or earlier.")
    published_from: Annotated[FirstDay | None, Once] = Field(None, description="Published on this day or later.")
    published_to: Annotated[LastDay | None, Once] = Field(None, description="Published on this day or earlier.")
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
            Invalid: ``q`` does not parse, an interval ends before it begins, or nothing is asked for.
        """
        asked = parse(self.q)
        parts = (*(asked.parts if isinstance(asked, query.AllOf) else (asked,)), *self._filters())
        if not parts:
            raise Invalid("q", "needs words or a filter: give q, speaker, outlet, kind, stance or a date")
        return Query(
            condition=query.AllOf(parts),
            where=self.in_,
            sort=self.sort,
            size=self.size,
            cursor=self.cursor,
            facets=tuple(dict.fromkeys(self.facets)),
            group=self.group,
        )

    def _filters(self) -> tuple[Condition, ...]:
        parts: list[Condition] = []
        alternatives: tuple[list[Condition], ...] = (
            [spoken_by(name) for name in self.speaker],
            [printed_by(name) for name in self.outlet],
            [query.OfKind(kind) for kind in self.kind],
            [query.OfStance(stance) for stance in self.stance],
        )
        for conditions in alternatives:
            if conditions:
                parts.append(conditions[0] if len(conditions) == 1 else query.AnyOf(tuple(conditions)))
        if said := _interval("said", self.said_from, self.said_to):
            parts.append(query.SaidIn(said))
        if published := _interval("published", self.published_from, self.published_to):
            parts.append(query.PublishedIn(published))
        return tuple(parts)


class SpeakersParameters(Parameters):
    """A list of speakers, in order of their id."""

    prefix: Annotated[str, Once] = Field(
        "", max_length=200, description="Each of these words begins a word of the name."
    )
    size: Annotated[int, Once] = Field(20, ge=1, le=100, description="Speakers a page.")
    cursor: Annotated[str | None, Once] = Field(
        None, min_length=1, max_length=2_000, description="next_cursor of the page before."
    )


class Refused(Invalid):
    """Parameters that are unknown or have no such value; named for the first, with ``errors`` for all.

    Args:
        errors: (parameter, what is wrong with it), never empty.
    """

    def __init__(self, errors: Sequence[tuple[str, str]]) -> None:
        super().__init__(*errors[0])
        self.errors = tuple(errors)


P = TypeVar("P", bound=Parameters)


def checked(kind: type[P], values: Mapping[str, Any]) -> P:
    """The parameters in ``values``.

    Raises:
        Refused: which are unknown, or have no such value.
    """
    try:
        return kind.model_validate(dict(values))
    except ValidationError as error:
        raise Refused([(str(detail["loc"][0]), _detail(kind, detail)) for detail in error.errors()]) from None


def build(values: Mapping[str, Any]) -> Query:
    """The query that named values ask for: texts or lists of texts by the API's names of parameters.

    Raises:
        Invalid: as ``checked`` and ``SearchParameters.query``.
    """
    return checked(SearchParameters, values).query()


def _detail(kind: type[Parameters], error: ErrorDetails) -> str:
    if error["type"] == "extra_forbidden":
        known = ", ".join(field.alias or name for name, field in kind.model_fields.items())
        return f"is no parameter here; known are {known}" if known else "is no parameter here: none is taken"
    if error["type"] == "enum":
        return f"is one of {error['ctx']['expected']}"
    message = error["msg"].removeprefix("Value error, ")
    return message[:1].lower() + message[1:]


def _interval(name: str, first: date | None, last: date | None) -> Interval | None:
    if first is not None and last is not None and first > last:
        raise Invalid(f"{name}_to", f"lies before {name}_from")
    return None if first is None and last is None else Interval(first, last)

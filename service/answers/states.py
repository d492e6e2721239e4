"""The shapes of problems, and of whether the service is ready."""

from __future__ import annotations

from pydantic import Field

from service.answers.base import Answer


class Health(Answer):
    """The process is up."""

    status: str = Field(description="up.")


class Readiness(Answer):
    """The store answers, and holds this much."""

    status: str = Field(description="ready.")
    articles: int = Field(description="Articles stored.")
    quotes: int = Field(description="Quotes stored.")
    speakers: int = Field(description="Distinct speakers with a name.")
    outlets: int = Field(description="Distinct outlets.")
    earliest: str | None = Field(description="The first day of the earliest quote, ISO 8601.")
    latest: str | None = Field(description="The last day of the latest quote, ISO 8601.")


class FieldError(Answer):
    """What is wrong with one field."""

    field: str = Field(description="The parameter, or the part of the request.")
    detail: str = Field(description="What is wrong with it, and what to do.")


class Problem(Answer):
    """An error, as RFC 9457 describes it (application/problem+json)."""

    type: str = Field(description="A link to the description of this kind of error.")
    title: str = Field(description="The kind of problem in a few words.")
    status: int = Field(description="The status code of the answer.")
    detail: str = Field(description="What is wrong, and what to do.")
    reason: str = Field(description="A stable word for programs, such as results-changed.")
    errors: list[FieldError]
    position: int | None = Field(None, description="Where a query goes wrong, in characters from its start.")
    repaired: str | None = Field(None, description="A query like it that parses.")

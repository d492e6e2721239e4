"""The base of the shapes of all answers, and answers as JSON."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

Score = Annotated[float, Field(ge=0, le=1)]


class Answer(BaseModel):
    """The base of all answers: a field that is not described here cannot be sent."""

    model_config = ConfigDict(extra="forbid", frozen=True, serialize_by_alias=True)


def as_json(answer: Answer) -> dict[str, Any]:
    """The answer as JSON types, without the fields that were not requested."""
    return answer.model_dump(mode="json", exclude=_absent(answer))


def as_text(answer: Answer) -> str:
    """The answer as JSON text, without the fields that were not requested."""
    return answer.model_dump_json(exclude=_absent(answer))


def _absent(answer: Answer) -> set[str]:
    """The fields that still hold their default, which are left out."""
    return {
        name
        for name, field in type(answer).model_fields.items()
        if not field.is_required() and getattr(answer, name) == field.default
    }

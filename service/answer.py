"""The base of the shapes of all answers."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Score = Annotated[float, Field(ge=0, le=1)]


class Answer(BaseModel):
    """The base of all answers: a field that is not described here cannot be sent."""

    model_config = ConfigDict(extra="forbid", frozen=True, serialize_by_alias=True)

"""Checks values against a description of parameters; errors name each parameter that is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import (
    ValidationError,
)
from pydantic_core import ErrorDetails

from indexer.errors import Invalid
from service.parameters.base import Parameters

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


def _unknown(known: Sequence[str]) -> str:
    return f"is no parameter here; known are {', '.join(known)}" if known else "is no parameter here: none is taken"


def _is_too_often(values: object) -> bool:
    return isinstance(values, list) and len(values) > MOST_VALUES


def _detail(error: ErrorDetails) -> str:
    if error["type"] == "enum":
        return f"is one of {error['ctx']['expected']}"
    message = error["msg"].removeprefix("Value error, ")
    return message[:1].lower() + message[1:]

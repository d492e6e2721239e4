"""How APIFlask reads a query string into ``parameters``: every value of a repeated parameter, refusals in our words."""

from __future__ import annotations

from typing import Any

from apiflask.schema_adapters import registry
from apiflask.schema_adapters.pydantic import PydanticAdapter
from flask import Request
from pydantic import BaseModel

from service.parameters import Parameters, checked


class ParametersAdapter(PydanticAdapter):
    """APIFlask's own adapter keeps only the first value of each parameter."""

    def validate_input(self, request: Request, location: str, **options: Any) -> BaseModel:
        """The parameters of the request's query string.

        Raises:
            Refused: which are unknown, or have no such value.
        """
        if location == "query" and issubclass(self.model_class, Parameters):
            return checked(self.model_class, request.args.to_dict(flat=False))
        return super().validate_input(request, location, **options)


def register() -> None:
    """Have views that are made from now on, in this process, read their query strings so."""
    registry.register("pydantic", ParametersAdapter)

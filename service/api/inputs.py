"""How APIFlask reads a request into ``parameters``: every value of a repeated parameter, refusals in our words."""

from __future__ import annotations

from typing import Any

from apiflask.schema_adapters import registry
from apiflask.schema_adapters.pydantic import PydanticAdapter
from flask import Request
from pydantic import BaseModel
from werkzeug.exceptions import UnsupportedMediaType

from service.api.json_body import read_object
from service.parameters import Parameters, checked


class ParametersAdapter(PydanticAdapter):
    """APIFlask's own adapter keeps only the first value of each parameter."""

    def validate_input(self, request: Request, location: str, **options: Any) -> BaseModel:
        """The parameters of the request's query string, or of its content.

        Raises:
            Refused: which are unknown, or have no such value.
            Invalid: the content is no JSON object.
            UnsupportedMediaType: the content is said to be something else than JSON.
        """
        if issubclass(self.model_class, Parameters):
            if location == "query":
                return checked(self.model_class, request.args.to_dict(flat=False))
            if location == "json":
                return checked(self.model_class, _object(request))
        return super().validate_input(request, location, **options)


def _object(request: Request) -> dict[str, Any]:
    if not request.is_json:
        raise UnsupportedMediaType("Send JSON, with the header Content-Type: application/json.")
    return read_object(request.get_data())


def register() -> None:
    """Have views that are made from now on, in this process, read their query strings so."""
    registry.register("pydantic", ParametersAdapter)

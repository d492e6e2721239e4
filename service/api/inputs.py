"""How APIFlask reads a request's parameters: all values of a repeated one, with our own errors."""

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
    """Reads all values of a parameter, where APIFlask's own adapter keeps only the first."""

    def validate_input(self, request: Request, location: str, **options: Any) -> BaseModel:
        """The parameters in the query string or the body of a request.

        Raises:
            Refused: some are unknown or have invalid values.
            Invalid: the body is not a JSON object; see ``read_object``.
            UnsupportedMediaType: the body is not declared as JSON.
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
    """Use this adapter for all views that are made from now on in this process."""
    registry.register("pydantic", ParametersAdapter)

"""Corrects the OpenAPI document that APIFlask makes: plain names, and problem+json for every error."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Response, jsonify, request
from pydantic.json_schema import models_json_schema

from service.answers import Problem
from service.problems import MEDIA_TYPE, RETRY_AFTER

Json = dict[str, Any]

_REFERENCE = "#/components/schemas/"


def finished(made: Json | str) -> Json:
    """The document with one name for each schema and problem+json for every error.

    Args:
        made: what APIFlask made, in its JSON form.
    """
    document: Json = _renamed(made)
    document["paths"] = dict(sorted(document["paths"].items(), key=lambda path: not path[0].startswith("/v1")))
    schemas = document["components"]["schemas"]
    schemas.pop("HTTPError", None)
    schemas.update(_problem_schemas())
    for operations in document["paths"].values():
        for operation in operations.values():
            operation["responses"]["500"] = {"description": "Internal Server Error"}
            for status, response in operation["responses"].items():
                if status >= "400":
                    _as_problem(status, response)
            for parameter in operation.get("parameters", []):
                _described(parameter)
    return document


def with_root(view: Callable[[], Response]) -> Callable[[], Response]:
    """The view of the document; behind a proxy, with the path that the service has outside."""

    @wraps(view)
    def document() -> Response:
        response = view()
        if not request.script_root:
            return response
        return jsonify(response.get_json() | {"servers": [{"url": request.script_root}]})

    return document


def _renamed(value: Any) -> Any:
    """The document with one schema for each model: APIFlask calls a model inside another one ``Outer.Inner``."""
    if isinstance(value, dict):
        return {_plain(name): _renamed(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_renamed(part) for part in value]
    if isinstance(value, str) and value.startswith(_REFERENCE):
        return _REFERENCE + _plain(value.removeprefix(_REFERENCE))
    return value


def _plain(name: str) -> str:
    outer, dot, inner = name.partition(".")
    return inner if dot and outer.isidentifier() and inner.isidentifier() else name


def _problem_schemas() -> Json:
    _, schema = models_json_schema([(Problem, "serialization")], ref_template=_REFERENCE + "{model}")
    definitions: Json = schema["$defs"]
    return definitions


def _as_problem(status: str, response: Json) -> None:
    response["content"] = {MEDIA_TYPE: {"schema": {"$ref": f"{_REFERENCE}Problem"}}}
    if status == "503":
        response["headers"] = {
            "Retry-After": {
                "description": "Seconds after which to try again.",
                "schema": {"type": "integer", "examples": [RETRY_AFTER]},
            }
        }


def _described(parameter: Json) -> None:
    """Correct a parameter: the description is its own, a list is given by repeating it, and null means to omit it."""
    schema = parameter["schema"]
    if description := schema.pop("description", None):
        parameter["description"] = description
    if "anyOf" in schema:
        (given,) = (choice for choice in schema.pop("anyOf") if choice != {"type": "null"})
        schema.pop("default", None)
        schema |= given
    if schema.get("type") == "array":
        parameter |= {"style": "form", "explode": parameter["name"] != "facets"}

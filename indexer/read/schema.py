"""The JSON schema of an article as it is read, for those who write archives and crawlers."""

from __future__ import annotations

from typing import Any

from indexer.read.fields import described

_TEXT: dict[str, Any] = {"type": "string"}
_DATE: dict[str, Any] = {
    "type": ["string", "number"],
    "examples": ["2025-02-13", "2025-02-13T11:33:00+01:00", 1739442780],
}
_TYPES: dict[str, dict[str, Any]] = {
    "id": {"type": ["string", "integer"]},
    "url": {"type": "string", "format": "uri"},
    "authors": {"type": ["string", "array"], "items": {"type": ["string", "object"]}},
    "outlet": {"type": ["string", "object"], "properties": {"name": {"type": "string"}}},
    "published": _DATE,
    "created": _DATE,
    "modified": _DATE,
}


def article_schema() -> dict[str, Any]:
    """The schema (JSON Schema 2020-12): a property for each field, with the other names that it is known under."""
    properties: dict[str, Any] = {}
    for each in described():
        first, *others = each.names
        properties[first] = {**_TYPES.get(each.field, _TEXT), "description": each.about}
        if others:
            properties[first]["description"] += f" Also known as: {', '.join(others)}."
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Article",
        "description": "An article as onrecord reads it from JSON, or from the columns of CSV, TSV and Parquet. Case "
        "and the signs - _ . : in a name count for nothing. Other fields are left out, and named in the report.",
        "type": "object",
        "properties": properties,
        "anyOf": [{"required": [name]} for name in _texts()],
        "additionalProperties": True,
    }


def _texts() -> list[str]:
    return [name for each in described() if each.field in ("text", "markup") for name in each.names]

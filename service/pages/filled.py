"""The fields of the search that were filled in, and the addresses of searches that differ from it in one of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import request, url_for

from indexer.errors import Invalid
from indexer.query import MOST_SKIPPED
from service.parameters import SearchParameters

Filled = Mapping[str, list[str]]
"""The values of each field, none of them empty."""

SIZE = 20
"""Quotes a page."""

LAST_PAGE = MOST_SKIPPED // SIZE
"""The last page that can be shown: what lies behind it is reached by a narrower search."""

_NOT_SHOWN = frozenset({"facets", "cursor", "size"})
FIELDS = tuple(
    name
    for name in (field.alias or name for name, field in SearchParameters.model_fields.items())
    if name not in _NOT_SHOWN
)


def filled() -> Filled:
    """The fields of this request: browsers send empty ones too, and other sites add parameters of their own."""
    given = {name: [value for value in request.args.getlist(name) if value.strip()] for name in FIELDS}
    return {name: values for name, values in given.items() if values}


def has_empty() -> bool:
    """Whether the address has fields without a value, which a shorter address leaves out."""
    return any(not value.strip() for name in FIELDS for value in request.args.getlist(name))


def page_number() -> int:
    """The page that is asked for, from 1.

    Raises:
        Invalid: it is no number, or out of reach.
    """
    given = request.args.get("page", "1").strip() or "1"
    if not (given.isascii() and given.isdigit() and len(given) < 9 and int(given)):
        raise Invalid("page", "is a number from 1")
    if int(given) > LAST_PAGE:
        raise Invalid("page", f"is at most {LAST_PAGE}; a shorter period shows what lies behind it")
    return int(given)


def address(values: Filled, page: int = 1, /, **changed: str | list[str] | None) -> str:
    """The address of a search with these fields, some of them changed; None removes a field.

    Args:
        page: left out of the address where it is the first.
    """
    wanted: dict[str, Any] = {**values, **changed}
    if page > 1:
        wanted["page"] = page
    return url_for("pages.search", **{name: value for name, value in wanted.items() if value})

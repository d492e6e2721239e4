"""Cursors: where a page of a search ended, as an opaque text that only the same search accepts."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from dataclasses import replace

from indexer.errors import Invalid
from indexer.query import Query
from indexer.store import conditions

Position = tuple[str | int | float | None, ...]

_VERSION = 1

LARGEST = 2**63
"""Greater than any integer that an engine holds."""


def encode(query: Query, position: Position) -> str:
    """A cursor for the page after ``position``, whose meaning is the engine's.

    It is bound to the condition, the words searched, and the order; size and facets may change from page to page.
    """
    value = json.dumps([_VERSION, _binding(query), *position], separators=(",", ":"))
    return base64.urlsafe_b64encode(value.encode()).decode().rstrip("=")


def decode(query: Query) -> Position | None:
    """The position in ``query.cursor``; None for the first page.

    Raises:
        Invalid: the cursor is broken, of another version, or another search's.
    """
    if query.cursor is None:
        return None
    try:
        padded = query.cursor.encode("ascii") + b"=" * (-len(query.cursor) % 4)
        value = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, RecursionError):
        raise Invalid("cursor", "is not a cursor; leave it out for the first page") from None
    if not isinstance(value, list) or len(value) < 2 or value[0] != _VERSION:
        raise Invalid("cursor", "is not a cursor of this version; leave it out for the first page")
    if value[1] != _binding(query):
        raise Invalid("cursor", "belongs to another search; leave it out for the first page")
    if not all(_is_part(part) for part in value[2:]):
        raise Invalid("cursor", "is not a cursor; leave it out for the first page")
    return tuple(value[2:])


def _is_part(part: object) -> bool:
    """Whether an engine can compare it: an unpaired surrogate has no UTF-8 form, and integers have 64 bits."""
    match part:
        case bool():
            return False
        case int():
            return -LARGEST <= part < LARGEST
        case str():
            return part == part.encode("utf-8", "replace").decode()
    return part is None or isinstance(part, float)


def changed() -> Invalid:
    """The error for a cursor by relevance after the store was written to."""
    detail = "the store has changed since that page; begin again without a cursor, or sort by newest or oldest"
    return Invalid("cursor", detail, reason="results-changed")


def _binding(query: Query) -> str:
    searched = replace(query, sort=conditions.order(query), size=0, cursor=None, facets=())
    return hashlib.sha256(repr(searched).encode("utf-8", "backslashreplace")).hexdigest()[:16]

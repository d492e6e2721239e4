"""Reads the JSON object in a request's body, within limits."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from indexer.errors import Invalid

MOST_KEYS = 100
"""Keys of one object; no endpoint has more parameters."""


def read_object(body: bytes) -> dict[str, Any]:
    """The object in a body.

    Args:
        body: UTF-8, with or without a byte order mark.

    Raises:
        Invalid: it is not JSON (RFC 8259), not an object, has too many keys, or a key twice.
    """
    try:
        found = json.loads(body.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_no_number)
    except (ValueError, RecursionError):
        # The parser's message quotes the body, which must not get into a log.
        raise Invalid("body", "is not JSON in UTF-8") from None
    if not isinstance(found, dict):
        raise Invalid("body", 'is not a JSON object; send {"text": "the words to look for"}')
    return found


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(pairs) > MOST_KEYS:
        raise Invalid("body", f"has an object with {len(pairs):,} keys, and at most {MOST_KEYS} are read")
    made = dict(pairs)
    if len(made) < len(pairs):
        raise Invalid("body", "has an object with a repeated key; give each key once")
    return made


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)

"""Values that are converted for columns."""

from __future__ import annotations

from datetime import date


def storable(text: str) -> str:
    """The text with unpaired surrogates replaced, which have no UTF-8 form and so are in no store."""
    return text.encode("utf-8", "replace").decode()


def stored_hash(digits: str | None) -> bytes | None:
    """Hexadecimal digits as bytes, which take half the space."""
    return bytes.fromhex(digits) if digits else None


def day(value: str | None) -> date | None:
    """The day in a column, or None."""
    return date.fromisoformat(value) if value else None

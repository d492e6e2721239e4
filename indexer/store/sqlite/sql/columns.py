"""How values stand in columns, where they do not stand as they are."""

from __future__ import annotations

from datetime import date


def storable(text: str) -> str:
    """The text, with what has no UTF-8 form (and so is in no store) replaced."""
    return text.encode("utf-8", "replace").decode()


def stored_hash(digits: str | None) -> bytes | None:
    """Hexadecimal digits as a column holds them, in half the room."""
    return bytes.fromhex(digits) if digits else None


def day(value: str | None) -> date | None:
    """The day that a column holds, or None."""
    return date.fromisoformat(value) if value else None

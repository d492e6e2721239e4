"""The tags that a piece may have: outside, or the beginning or inside of a source, a cue or a content."""

from __future__ import annotations

ROLES = ("source", "cue", "content")
OUTSIDE = 0
TAGS = 1 + 2 * len(ROLES)
UNSCORED = -100
"""What torch's losses leave out."""


def begin(role: str) -> int:
    """The tag of the first piece of a span."""
    return 1 + 2 * ROLES.index(role)


def inside(role: str) -> int:
    """The tag of a span's other pieces."""
    return 2 + 2 * ROLES.index(role)

"""The tags that a piece may have: outside, or the beginning or inside of a source, a cue or a content (BIO)."""

from __future__ import annotations

from indexer.model import Role

ROLES = (Role.SOURCE, Role.CUE, Role.CONTENT)
"""In the order of their tags."""

OUTSIDE = 0
TAGS = 1 + 2 * len(ROLES)


def begin(role: Role) -> int:
    """The tag of the first piece of a span."""
    return 1 + 2 * ROLES.index(role)


def inside(role: Role) -> int:
    """The tag of a span's other pieces."""
    return 2 + 2 * ROLES.index(role)


def role_of(tag: int) -> Role:
    """The role of the span that a tag other than ``OUTSIDE`` belongs to."""
    return ROLES[(tag - 1) // 2]

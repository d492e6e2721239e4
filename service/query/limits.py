"""How much a query may ask for, so that no request holds the engine for long."""

from __future__ import annotations

LONGEST = 1_000
"""Characters of a query: a paragraph, and what fits into a URL of 8 KB when every letter takes six bytes there."""

MOST_WORDS = 200
"""Words of a query, those between marks included."""

DEEPEST = 16
"""Parentheses inside one another."""

FARTHEST = 100
"""Words between the two terms of ``NEAR``."""

SHORTEST_PREFIX = 2
"""Letters before a ``*``: one letter alone begins a twentieth of all words."""


def shortened(text: str) -> str:
    """The text up to the last space within ``LONGEST`` characters; the text itself when it is no longer."""
    if len(text) <= LONGEST:
        return text
    cut = text[:LONGEST]
    head = cut.rsplit(None, 1)[:1]
    return head[0] if head else ""

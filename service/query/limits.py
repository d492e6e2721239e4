"""Limits of a query, so that no request keeps the engine busy for long."""

from __future__ import annotations

LONGEST = 1_000
"""Characters of a query: a long paragraph, which fits into a URL of 8 KB even if every letter takes six bytes."""

MOST_WORDS = 200
"""Words of a query, quoted words included."""

DEEPEST = 16
"""Levels of parentheses inside parentheses."""

FARTHEST = 100
"""Words between the two terms of a ``NEAR``."""

SHORTEST_PREFIX = 2
"""Letters before a ``*``: a single letter begins a twentieth of all words."""


def shortened(text: str) -> str:
    """The text up to the last space within ``LONGEST`` characters; the whole text if it is no longer."""
    if len(text) <= LONGEST:
        return text
    cut = text[:LONGEST]
    head = cut.rsplit(None, 1)[:1]
    return head[0] if head else ""

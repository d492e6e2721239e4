"""What is asked for or sent, in parts that one request takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

CHUNK = 500
"""Documents of one request."""


def parts(values: Sequence[str], size: int) -> Iterator[list[str]]:
    """The values in lists of ``size``."""
    for start in range(0, len(values), size):
        yield list(values[start : start + size])

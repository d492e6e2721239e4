"""What the articles of a run say of themselves, in lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from indexer.in_words import counted
from indexer.readings import Readings

MOST_NAMED = 12
"""Fields, remarks and languages that are named one by one."""


def lines(readings: Readings) -> Iterator[str]:
    """What needs attention: undated articles, unknown fields, what was mended."""
    if readings.undated:
        yield f"{readings.undated:,} undated, {readings.without_outlet:,} without an outlet"
    for remark, count in _most(readings.remarks):
        yield f"{counted(count, 'article')}: {remark}"
    if readings.unread:
        named = ", ".join(f"{name} ({count:,})" for name, count in _most(readings.unread))
        more = f" and {len(readings.unread) - MOST_NAMED:,} more" if len(readings.unread) > MOST_NAMED else ""
        yield f"unknown fields, left out: {named}{more}; --map NAME=FIELD says what one is"


def plan(readings: Readings) -> Iterator[str]:
    """What indexing would do, for ``index --dry-run``."""
    refused = sum(readings.rejected.values())
    yield f"{counted(readings.articles, 'article')} would be read, {refused:,} refused; nothing is stored"
    for name, counts in (
        ("languages", readings.languages),
        ("read as", readings.readers),
        ("refused", readings.rejected),
    ):
        if counts:
            yield f"{name}: {', '.join(f'{key} {count:,}' for key, count in _most(counts))}"
    yield from lines(readings)


def _most(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:MOST_NAMED]

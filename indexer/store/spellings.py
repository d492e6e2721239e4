"""Words of stored quotes that are spelled nearly like one that finds nothing: what both engines rank alike."""

from __future__ import annotations

import re
from collections.abc import Iterable

from indexer.spelling import letters_changed

SHORTEST = 4
"""Letters of a stem that may be misspelled."""

LONG = 6
"""Letters from which on two of them may be wrong rather than one."""


def most_changed(stem: str) -> int:
    """How many letters of a stem may be wrong; its first is taken to be right."""
    return 0 if len(stem) < SHORTEST else 1 if len(stem) < LONG else 2


def nearest(stem: str, known: Iterable[tuple[str, int]], size: int) -> list[str]:
    """The stems that are spelled nearly like one: those with the fewest letters changed, then the most frequent.

    Args:
        known: stems of the archive with the number of quotes that have them.
    """
    most = most_changed(stem)
    ranked = []
    for other, count in known:
        if other == stem or other[:1] != stem[:1] or abs(len(other) - len(stem)) > most or not count:
            continue
        # The stem of "ferry" is "ferri": a letter that only the stemmer changed is no mistake.
        changed = min(letters_changed(stem, form) for form in (other, re.sub("i$", "y", other)))
        if changed <= most:
            ranked.append((changed, -count, other))
    return [other for _, _, other in sorted(ranked)[:size]]


def word_with(stem: str, words: str, stems: str) -> str | None:
    """The first word of a text that has a stem; words and stems as they are stored."""
    pairs = zip(words.split(" "), stems.split(" "), strict=False)
    return next((word for word, own in pairs if own == stem), None)

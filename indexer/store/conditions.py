"""What both engines read from a query's condition: its words, its dates, and the order of the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.errors import Invalid
from indexer.query import (
    DATES,
    AllOf,
    AnyOf,
    Condition,
    HasName,
    InRange,
    Near,
    Not,
    Phrase,
    Prefix,
    Query,
    Sort,
    Term,
    Words,
)

WordCondition = Term | Near

MOST_FINGERPRINTS = 900
"""Fingerprints in one request: SQLite before 3.32 takes 999 parameters, and no caller needs as many."""

DEEPEST = 60
"""Levels of conditions inside conditions: SQLite before 3.46 parses with a stack of 100 symbols."""

_FINGERPRINT = re.compile(r"[0-9a-f]{32}")


def word_conditions(condition: Condition) -> Iterator[WordCondition]:
    """The words that a match may hold, in the order of the query; those under a ``Not`` are left out."""
    match condition:
        case Words() | Phrase() | Prefix() | Near():
            yield condition
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from word_conditions(part)


def order(query: Query) -> Sort:
    """The order of the answer: relevance is newest first where the query has no words."""
    if query.sort is Sort.RELEVANCE and next(word_conditions(query.condition), None) is None:
        return Sort.NEWEST
    return query.sort


def dates(condition: AllOf) -> tuple[InRange, ...]:
    """The date conditions among the parts: those of which ``Page.undated`` speaks."""
    return tuple(part for part in condition.parts if isinstance(part, InRange) and part.field in DATES)


def without_dates(condition: AllOf) -> AllOf:
    """The condition without its ``dates``.

    ``Page.undated`` counts the quotes that meet this and lack at least one of the dates.
    """
    found = dates(condition)
    return AllOf(tuple(part for part in condition.parts if part not in found))


def deeper_than(condition: Condition, levels: int) -> bool:
    """Whether conditions are nested in more than ``levels`` levels; what lies deeper is not read."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return levels == 0 or any(deeper_than(part, levels - 1) for part in parts)
        case Not(part):
            return levels == 0 or deeper_than(part, levels - 1)
    return False


def refuse_deep(condition: Condition) -> None:
    """Raise Invalid for a condition that is nested in more than ``DEEPEST`` levels."""
    if deeper_than(condition, DEEPEST):
        raise Invalid("q", f"is nested more than {DEEPEST} levels deep; use fewer parentheses")


def refuse_unless_of_articles(condition: Condition) -> None:
    """Raise Invalid for a condition that names more than the outlet and the date of publication."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                refuse_unless_of_articles(part)
        case Not(part):
            refuse_unless_of_articles(part)
        case HasName("outlet") | InRange("published"):
            pass
        case _:
            raise Invalid("condition", "can name the outlet and the date of publication only: it is of whole articles")


def known_fingerprints(fingerprints: Sequence[str]) -> tuple[str, ...]:
    """Each fingerprint once, without those that no quote can have.

    Raises:
        Invalid: there are more than ``MOST_FINGERPRINTS``.
    """
    known = tuple(dict.fromkeys(each for each in fingerprints if _FINGERPRINT.fullmatch(each)))
    if len(known) > MOST_FINGERPRINTS:
        raise Invalid("fingerprints", f"are more than {MOST_FINGERPRINTS:,} at once")
    return known

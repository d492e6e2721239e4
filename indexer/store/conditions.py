"""What a query asks, read from its condition: the words, the dates, and the order of its answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.errors import Invalid
from indexer.query import (
    AllOf,
    AnyOf,
    Condition,
    Near,
    Not,
    Phrase,
    Prefix,
    PrintedBy,
    PublishedIn,
    Query,
    SaidIn,
    Sort,
    When,
    Words,
)

WordCondition = Words | Phrase | Prefix | Near
DateCondition = SaidIn | PublishedIn | When

MOST_FINGERPRINTS = 900
"""Fingerprints that are asked for at once: SQLite before 3.32 takes 999 values, and no answer needs as many."""

DEEPEST = 60
"""Levels of conditions inside conditions: SQLite before 3.46 parses with a stack of 100 symbols."""

_FINGERPRINT = re.compile(r"[0-9a-f]{32}")


def word_conditions(condition: Condition) -> Iterator[WordCondition]:
    """The words that a match may hold, in the order asked: those under a ``Not`` are left out."""
    match condition:
        case Words() | Phrase() | Prefix() | Near():
            yield condition
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from word_conditions(part)


def order(query: Query) -> Sort:
    """The order to answer in: relevance without a word to be relevant to is newest first."""
    if query.sort is Sort.RELEVANCE and next(word_conditions(query.condition), None) is None:
        return Sort.NEWEST
    return query.sort


def dates(query: Query) -> tuple[DateCondition, ...]:
    """The date conditions at the top of the query: those of which ``Page.undated`` speaks."""
    return dates_of(query.condition)


def dates_of(condition: AllOf) -> tuple[DateCondition, ...]:
    """The parts of a condition that ask for a date."""
    return tuple(part for part in condition.parts if isinstance(part, SaidIn | PublishedIn | When))


def without_dates(query: Query) -> AllOf:
    """The condition but for its ``dates``.

    ``Page.undated`` counts the quotes that meet this and lack at least one of the dates asked for.
    """
    return but_for_dates(query.condition)


def but_for_dates(condition: AllOf) -> AllOf:
    """The parts of a condition that ask for no date."""
    return AllOf(tuple(part for part in condition.parts if not isinstance(part, SaidIn | PublishedIn | When)))


def deeper_than(condition: Condition, levels: int) -> bool:
    """Whether there are more levels of conditions inside conditions; no more than these are looked into."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return levels == 0 or any(deeper_than(part, levels - 1) for part in parts)
        case Not(part):
            return levels == 0 or deeper_than(part, levels - 1)
    return False


def refuse_deep(condition: Condition) -> None:
    """Raise Invalid for a condition that is nested more than ``DEEPEST`` levels."""
    if deeper_than(condition, DEEPEST):
        raise Invalid("q", f"is nested more than {DEEPEST} levels deep; use fewer parentheses")


def refuse_unless_of_articles(condition: Condition) -> None:
    """Raise Invalid for a condition that asks for more than who published, and when."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                refuse_unless_of_articles(part)
        case Not(part):
            refuse_unless_of_articles(part)
        case PrintedBy() | PublishedIn():
            pass
        case _:
            raise Invalid("condition", "can name the outlet and the date of publication only: it is of whole articles")


def known_fingerprints(fingerprints: Sequence[str]) -> tuple[str, ...]:
    """Each of the fingerprints once; what cannot be any quote's is left out.

    Raises:
        Invalid: there are more than ``MOST_FINGERPRINTS``.
    """
    known = tuple(dict.fromkeys(each for each in fingerprints if _FINGERPRINT.fullmatch(each)))
    if len(known) > MOST_FINGERPRINTS:
        raise Invalid("fingerprints", f"are more than {MOST_FINGERPRINTS:,} at once")
    return known

"""What a query asks, read from its condition: the words, the dates, and the order of its answer."""

from __future__ import annotations

from collections.abc import Iterator

from indexer.query import AllOf, AnyOf, Condition, Near, Phrase, Prefix, PublishedIn, Query, SaidIn, Sort, When, Words

WordCondition = Words | Phrase | Prefix | Near
DateCondition = SaidIn | PublishedIn | When


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
    return tuple(part for part in query.condition.parts if isinstance(part, SaidIn | PublishedIn | When))


def without_dates(query: Query) -> AllOf:
    """The condition but for its ``dates``.

    ``Page.undated`` counts the quotes that meet this and lack at least one of the dates asked for.
    """
    return AllOf(tuple(part for part in query.condition.parts if not isinstance(part, SaidIn | PublishedIn | When)))

"""Conditions made shallow enough for Elasticsearch, which refuses queries of more than 30 inside one another."""

from __future__ import annotations

from itertools import product
from math import prod

from indexer.errors import Invalid
from indexer.query import AllOf, AnyOf, Condition, Not
from indexer.store import conditions

DEEPEST_KEPT = 12
"""Levels that are asked for as they are: each can become two queries inside one another."""

MOST_WAYS = 500
"""Ways that a deeper condition may be met in, when it is told as a flat list of them."""

_Way = tuple[Condition, ...]


def shallow(condition: AllOf) -> AllOf:
    """A condition that the same quotes meet, with few levels.

    Raises:
        Invalid: it is nested beyond what any question needs.
    """
    conditions.refuse_deep(condition)
    if not conditions.deeper_than(condition, DEEPEST_KEPT):
        return condition
    return AllOf((AnyOf(tuple(AllOf(tuple(dict.fromkeys(way))) for way in _ways(condition))),))


def _ways(condition: Condition) -> list[_Way]:
    """Each way to meet the condition, as things that must all hold and are no longer nested."""
    match condition:
        case AnyOf(parts):
            ways = [way for part in parts for way in _ways(part)]
            _bound(len(ways))
            return ways
        case AllOf(parts):
            each = [_ways(part) for part in parts]
            _bound(prod(len(ways) for ways in each))
            return [tuple(held for way in combined for held in way) for combined in product(*each)]
        case Not(AnyOf(parts)):
            return _ways(AllOf(tuple(Not(part) for part in parts)))
        case Not(AllOf(parts)):
            return _ways(AnyOf(tuple(Not(part) for part in parts)))
        case Not(Not(part)):
            return _ways(part)
    return [(condition,)]


def _bound(ways: int) -> None:
    if ways > MOST_WAYS:
        raise Invalid("q", "is nested too deep for so many alternatives; use fewer parentheses")

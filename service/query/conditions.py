"""What a query's tree asks of a store: words analysed, conditions of one sort laid flat."""

from __future__ import annotations

from typing import assert_never

from indexer import query
from indexer.text import stems, words
from service.query import tree

BY_ID = "id:"
"""What an id begins with where nobody else whose name has its words is meant."""


def of(node: tree.Node) -> query.Condition:
    """The condition that a tree stands for.

    What must hold together is one flat ``AllOf``, so that dates that the query asks for stand at its top,
    where ``Page.undated`` counts them.
    """
    match node:
        case tree.Bare() | tree.Quoted():
            return _term(node)
        case tree.Begins(text):
            return _begins(text)
        case tree.Nearby(left, right, distance):
            return _nearby(left, right, distance)
        case tree.Speaker(name):
            return spoken_by(name)
        case tree.Outlet(name):
            return printed_by(name)
        case tree.OfKind(kind):
            return query.OfKind(kind)
        case tree.OfStance(stance):
            return query.OfStance(stance)
        case tree.After(_, day):
            return query.When(query.Interval(from_=day))
        case tree.Before(_, day):
            return query.When(query.Interval(to=day))
        case tree.Without(part):
            return query.Not(of(part))
        case tree.Every(parts):
            return query.AllOf(tuple(flat for part in parts for flat in _flat(of(part))))
        case tree.Either(parts):
            return query.AnyOf(tuple(of(part) for part in parts))
        case _:
            assert_never(node)


def spoken_by(name: str) -> query.SpokenBy:
    """The condition of a speaker's id or name; of ``id:KEY``, of that id alone."""
    if name.startswith(BY_ID):
        return query.SpokenBy(name.removeprefix(BY_ID), ())
    return query.SpokenBy(name, _words(name))


def printed_by(name: str) -> query.PrintedBy:
    """The condition of an outlet's name."""
    return query.PrintedBy(_words(name))


def _flat(condition: query.Condition) -> tuple[query.Condition, ...]:
    return condition.parts if isinstance(condition, query.AllOf) else (condition,)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.text for word in words(text))


def _term(node: tree.Bare | tree.Quoted) -> query.Words | query.Phrase:
    return query.Words(stems(node.text)) if isinstance(node, tree.Bare) else query.Phrase(_words(node.text))


def _begins(text: str) -> query.Condition:
    """``long-ter*`` is the word "long" right before a word that begins with "ter"."""
    *before, start = _words(text)
    prefix = query.Prefix(start)
    return query.Near(query.Phrase(tuple(before)), prefix, 0) if before else prefix


def _nearby(left: tree.Term, right: tree.Term, distance: int) -> query.Condition:
    """Of a prefix with several words, the last stands near; the others must occur beside it."""
    sides: list[query.Words | query.Phrase | query.Prefix] = []
    beside: list[query.Condition] = []
    for node in (left, right):
        if isinstance(node, tree.Begins):
            condition = _begins(node.text)
            beside.extend([condition] if isinstance(condition, query.Near) else [])
            sides.append(query.Prefix(_words(node.text)[-1]))
        else:
            sides.append(_term(node))
    near = query.Near(sides[0], sides[1], distance)
    return query.AllOf((near, *beside)) if beside else near

"""Decisions applied to the people that evidence has found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from indexer.identity.decisions import Action, Decision, standing
from indexer.identity.evidence import Evidence
from indexer.identity.nodes import node
from indexer.identity.people import Decided, Person, Used, ident, person
from indexer.identity.resolve import Attributed, Group


@dataclass(slots=True, eq=False)
class _Working:
    """A group while decisions are applied to it."""

    group: Group
    decided: Decided = field(default_factory=Decided)

    @property
    def id(self) -> str:
        return self.decided.id or ident(self.group)

    def weight(self, key: str) -> int:
        """How many quotes it has under the key of a name."""
        return sum(len(each.mention.quotes) for each in self.group.members if each.mention.key == key)


@dataclass(frozen=True, slots=True)
class Replayed:
    """People after decisions, and the numbers of the decisions that found whom they are about."""

    people: tuple[tuple[Group, Person], ...]
    applied: frozenset[int]


def replay(groups: Iterable[Group], log: Iterable[Decision]) -> Replayed:
    """The people behind groups of mentions, as decided by people where they decided."""
    working = [_Working(group) for group in groups]
    applied = set[int]()
    for one in standing(log):
        if one.action in _APPLIED and _APPLIED[one.action](working, one):
            applied.add(one.number)
    found: list[tuple[Group, Person]] = []
    taken: set[str] = set()
    for each in sorted(working, key=lambda one: (one.decided.id is None, one.group.main.ident)):
        record = person(each.group, each.decided)
        number, unique = 2, record.id
        while unique in taken:
            unique, number = f"{record.id}-{number}", number + 1
        taken.add(unique)
        found.append((each.group, replace(record, id=unique)))
    return Replayed(tuple(sorted(found, key=lambda pair: pair[1].id)), frozenset(applied))


def _find(working: Sequence[_Working], key: str) -> _Working | None:
    """Who has an id, or most of the quotes under a key."""
    for each in working:
        if each.id == key:
            return each
    fitting = [(each.weight(key), each) for each in working]
    weight, best = max(fitting, key=lambda pair: (pair[0], pair[1].id), default=(0, None))
    return best if weight else None


def _join(working: list[_Working], into: _Working, other: _Working, why: Evidence) -> None:
    working.remove(other)
    moved = (Attributed(each.mention, why) for each in other.group.members)
    into.group = Group(into.group.main, _ordered([*into.group.members, *moved]))


def _merge(working: list[_Working], one: Decision) -> bool:
    into = _find(working, one.about["into"])
    if into is None:
        return False
    into.decided = replace(into.decided, id=into.id)
    done = False
    for key in one.about["others"]:
        other = _find(working, key)
        if other is not None and other is not into:
            _join(working, into, other, _because(one, "merged"))
            done = True
    return done


def _split(working: list[_Working], one: Decision) -> bool:
    whole = _find(working, one.about["speaker"])
    if whole is None:
        return False
    names, articles = set(one.about["names"]), set(one.about.get("articles", ()))
    apart = [
        each
        for each in whole.group.members
        if each.mention.key in names and (not articles or each.mention.article in articles)
    ]
    rest = [each for each in whole.group.members if each not in apart]
    if not apart or not rest:
        return False
    whole.group = _group(rest)
    whole.decided = replace(whole.decided, id=one.about["speaker"])
    moved = [Attributed(each.mention, _because(one, "split off")) for each in apart]
    other = _Working(_group(moved))
    taken = {each.id for each in working}
    other.decided = Decided(id=next(key for key in _ids(other.id) if key not in taken))
    working.append(other)
    return True


def _rename(working: list[_Working], one: Decision) -> bool:
    found = _find(working, one.about["speaker"])
    if found is None:
        return False
    found.decided = replace(found.decided, id=found.id, name=one.about["name"])
    return True


def _known(working: list[_Working], one: Decision) -> bool:
    keys = [one.about["key"], *one.about.get("aliases", ())]
    into = next((each for key in keys if (each := _find(working, key)) is not None), None)
    if into is None:
        return False
    because = _because(one, "imported")
    for key in keys:
        other = _find(working, key)
        if other is None or other is into:
            continue
        if other.group.main.key == key:
            _join(working, into, other, because)
        else:
            _move(working, into, other, key, because)
    roles = tuple(map(_role, one.about.get("roles", ())))
    into.decided = Decided(
        id=into.id, name=one.about["name"], wikidata=one.about.get("wikidata"), known=True, roles=roles
    )
    return True


def _move(working: list[_Working], into: _Working, other: _Working, key: str, why: Evidence) -> None:
    """Give the mentions under one name of somebody's to somebody else."""
    moved = [Attributed(each.mention, why) for each in other.group.members if each.mention.key == key]
    rest = [each for each in other.group.members if each.mention.key != key]
    into.group = Group(into.group.main, _ordered([*into.group.members, *moved]))
    other.group = Group(other.group.main, tuple(rest))


_APPLIED = {Action.MERGE: _merge, Action.SPLIT: _split, Action.RENAME: _rename, Action.KNOWN: _known}


def _role(value: dict[str, Any]) -> Used:
    return Used(value["role"], 0, _day(value.get("from")), _day(value.get("to")))


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _because(one: Decision, what: str) -> Evidence:
    return Evidence(1.0, (f"{what} by {one.who}: {one.why}",))


def _ids(first: str) -> Iterable[str]:
    yield first
    number = 2
    while True:
        yield f"{first}-{number}"
        number += 1


def _ordered(members: Iterable[Attributed]) -> tuple[Attributed, ...]:
    return tuple(sorted(members, key=lambda each: (each.mention.article, each.mention.key)))


def _group(members: Sequence[Attributed]) -> Group:
    """A group of these mentions, named as most of their quotes are, in full if any is."""
    weights = Counter[str]()
    for each in members:
        weights[each.mention.key] += len(each.mention.quotes)
    full = [key for key in weights if "-" in key] or list(weights)
    main = min(full, key=lambda key: (-weights[key], key))
    return Group(node(main, [each.mention for each in members if each.mention.key == main]), _ordered(members))

"""The people of the archive as they are stored and shown: one record each, made of all their mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from indexer.identity.mentions import Mention
from indexer.identity.resolve import Attributed, Group
from indexer.model import WORDS, Act, SpeakerKind

MOST_NAMES, MOST_ROLES, MOST_OUTLETS, MOST_REASONS = 50, 20, 50, 4
"""How many names, roles, outlets and reasons are kept of one person."""

KNOWN_OUTLETS = 2
"""Outlets that quote a person by name from which on pages list them: others are found by search only."""


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name by which articles call somebody.

    Args:
        key: of the name; such keys lead to the person, too.
        name: as printed.
        quotes: how many have it.
        first, last: days of publication, None where none is known.
        score: how sure it is that the name is theirs, 0 to 1.
        reasons: why it is, in words.
        probable: whether it is only likely.
    """

    key: str
    name: str
    quotes: int
    articles: int
    first: date | None = None
    last: date | None = None
    score: float = 1.0
    reasons: tuple[str, ...] = ()
    probable: bool = False


@dataclass(frozen=True, slots=True)
class Used:
    """Something that articles print of somebody, and how often and when: a form of the name, a role, an outlet."""

    text: str
    count: int
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person or body of the archive.

    Args:
        id: that of its main name; ids that it had before lead to it.
        name: the preferred one.
        acts: how many quotes have each act; those that are none are left out.
        names: those that articles have for it, most quotes first.
        printed: the forms in sources, most frequent first.
        roles: what articles call it, most frequent first.
        outlets: who quotes it, most quotes first.
        months: quotes by month of publication, "2025-03".
        wikidata: its id there, from an import.
        known: whether it was imported, so that it may be listed whoever quotes it.
    """

    id: str
    name: str
    kind: SpeakerKind
    acts: tuple[tuple[Act, int], ...]
    articles: int
    names: tuple[NameUse, ...]
    printed: tuple[Used, ...] = ()
    roles: tuple[Used, ...] = ()
    outlets: tuple[Used, ...] = ()
    months: tuple[tuple[str, int], ...] = ()
    first: date | None = None
    last: date | None = None
    wikidata: str | None = None
    known: bool = False

    @property
    def quotes(self) -> int:
        """How many quotes are attributed to it."""
        return sum(count for _, count in self.acts)

    @property
    def in_words(self) -> int:
        """How many of them it said or wrote: those that a search finds unless it asks for others."""
        return sum(count for act, count in self.acts if act in WORDS)

    @property
    def listed(self) -> bool:
        """Whether lists and pages show it unasked: it was imported, is a body, or several outlets quote it."""
        return self.known or self.kind is not SpeakerKind.PERSON or len(self.outlets) >= KNOWN_OUTLETS


@dataclass(frozen=True, slots=True)
class Decided:
    """What people decided of a group: its name and id, and what was imported of it."""

    id: str | None = None
    name: str | None = None
    wikidata: str | None = None
    known: bool = False
    roles: tuple[Used, ...] = field(default=())


def person(group: Group, decided: Decided = Decided()) -> Person:
    """The record of a person."""
    members = group.members
    days = [each.mention.day for each in members if each.mention.day is not None]
    kinds = Counter(each.mention.kind for each in members)
    printed = _used((form, count, each.mention.day) for each in members for form, count in each.mention.printed)
    roles = _used((role, 1, each.mention.day) for each in members for role in each.mention.roles)
    outlets = _used(
        (each.mention.outlet, len(each.mention.quotes), each.mention.day)
        for each in members
        if each.mention.outlet is not None
    )
    months = Counter[str]()
    for each in members:
        if each.mention.day is not None:
            months[each.mention.day.isoformat()[:7]] += len(each.mention.quotes)
    return Person(
        id=decided.id or ident(group),
        name=decided.name or group.main.name,
        kind=min(kinds, key=lambda kind: (-kinds[kind], kind)),
        acts=_acts(each.mention for each in members),
        articles=len({each.mention.article for each in members}),
        names=_names(members),
        printed=printed[:MOST_NAMES],
        roles=(*decided.roles, *roles)[:MOST_ROLES],
        outlets=outlets[:MOST_OUTLETS],
        months=tuple(sorted(months.items())),
        first=min(days, default=None),
        last=max(days, default=None),
        wikidata=decided.wikidata,
        known=decided.known,
    )


def ident(group: Group) -> str:
    """The id of a group: the key of its main name, with a year where an earlier person has the same."""
    main = group.main
    if not main.number:
        return main.key
    return f"{main.key}-{main.first.year}" if main.first is not None else f"{main.key}-{main.number + 1}"


def _acts(mentions: Iterable[Mention]) -> tuple[tuple[Act, int], ...]:
    counts = Counter[Act]()
    for mention in mentions:
        others = dict(mention.acts)
        counts.update(others)
        counts[Act.SAID] += len(mention.quotes) - sum(others.values())
    return tuple(sorted(((act, count) for act, count in counts.items() if count), key=lambda each: (-each[1], each[0])))


def _names(members: Sequence[Attributed]) -> tuple[NameUse, ...]:
    by_key: dict[tuple[str, str], list[Attributed]] = {}
    for each in members:
        by_key.setdefault((each.mention.key, each.mention.name), []).append(each)
    found = []
    for (key, name), uses in by_key.items():
        days = [each.mention.day for each in uses if each.mention.day is not None]
        surest = max(uses, key=lambda each: (each.evidence.score, each.evidence.reasons)).evidence
        found.append(
            NameUse(
                key=key,
                name=name,
                quotes=sum(len(each.mention.quotes) for each in uses),
                articles=len({each.mention.article for each in uses}),
                first=min(days, default=None),
                last=max(days, default=None),
                score=round(surest.score, 3),
                reasons=surest.reasons[:MOST_REASONS],
                probable=all(each.probable for each in uses),
            )
        )
    return tuple(sorted(found, key=lambda use: (-use.quotes, use.key, use.name))[:MOST_NAMES])


def _used(found: Iterable[tuple[str, int, date | None]]) -> tuple[Used, ...]:
    counts = Counter[str]()
    days: dict[str, list[date]] = {}
    for text, count, day in found:
        counts[text] += count
        if day is not None:
            days.setdefault(text, []).append(day)
    return tuple(
        Used(text, count, min(days.get(text, ()), default=None), max(days.get(text, ()), default=None))
        for text, count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    )


# --- Stored -----------------------------------------------------------------------------------------


def person_value(one: Person) -> dict[str, Any]:
    """A person as a JSON value; see ``person_from``."""
    return {
        "id": one.id,
        "name": one.name,
        "kind": one.kind.value,
        "acts": [[act.value, count] for act, count in one.acts],
        "articles": one.articles,
        "names": [_name_value(use) for use in one.names],
        "printed": [_used_value(each) for each in one.printed],
        "roles": [_used_value(each) for each in one.roles],
        "outlets": [_used_value(each) for each in one.outlets],
        "months": [list(each) for each in one.months],
        "first": _day(one.first),
        "last": _day(one.last),
        "wikidata": one.wikidata,
        "known": one.known,
    }


def person_from(value: dict[str, Any]) -> Person:
    """The person of ``person_value``."""
    return Person(
        id=value["id"],
        name=value["name"],
        kind=SpeakerKind(value["kind"]),
        acts=tuple((Act(act), count) for act, count in value["acts"]),
        articles=value["articles"],
        names=tuple(map(_name_from, value["names"])),
        printed=tuple(map(_used_from, value["printed"])),
        roles=tuple(map(_used_from, value["roles"])),
        outlets=tuple(map(_used_from, value["outlets"])),
        months=tuple((month, count) for month, count in value["months"]),
        first=_date(value["first"]),
        last=_date(value["last"]),
        wikidata=value["wikidata"],
        known=value["known"],
    )


def _name_value(use: NameUse) -> list[Any]:
    counts = [use.quotes, use.articles, _day(use.first), _day(use.last)]
    return [use.key, use.name, *counts, use.score, list(use.reasons), use.probable]


def _name_from(value: Sequence[Any]) -> NameUse:
    key, name, quotes, articles, first, last, score, reasons, probable = value
    return NameUse(key, name, quotes, articles, _date(first), _date(last), score, tuple(reasons), probable)


def _used_value(each: Used) -> list[Any]:
    return [each.text, each.count, _day(each.first), _day(each.last)]


def _used_from(value: Sequence[Any]) -> Used:
    text, count, first, last = value
    return Used(text, count, _date(first), _date(last))


def _day(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value is not None else None

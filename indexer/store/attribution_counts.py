"""Counts of reports by speaker, from rows that an engine has grouped or from the reports themselves."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from indexer.model import SpeakerKind, Stance
from indexer.printed import Attributed, Reports
from indexer.query import Hit


@dataclass(frozen=True, slots=True)
class NameCount:
    """The reports that name one speaker in one form and stance; ``earliest`` is their earliest day, or None."""

    id: str | None
    kind: SpeakerKind
    stance: Stance
    name: str | None
    count: int
    earliest: date | None


@dataclass(slots=True)
class _Group:
    names: Counter[str] = field(default_factory=Counter)
    count: int = 0
    days: list[date] = field(default_factory=list)


def count(hits: Sequence[Hit]) -> Reports:
    """All reports with their counts."""
    return Reports(
        total=len(hits),
        hits=tuple(hits),
        articles=len({hit.article.id for hit in hits}),
        outlets=len({hit.article.outlet for hit in hits} - {None}),
        speakers=attributed(map(_name_count, hits)),
    )


def attributed(found: Iterable[NameCount]) -> tuple[Attributed, ...]:
    """Each speaker in each stance, as in ``Reports.speakers``."""
    groups: dict[tuple[str | None, SpeakerKind, Stance], _Group] = defaultdict(_Group)
    for each in found:
        group = groups[each.id, each.kind, each.stance]
        group.count += each.count
        if each.name is not None:
            group.names[each.name] += each.count
        if each.earliest is not None:
            group.days.append(each.earliest)
    return by_count(
        Attributed(
            id=ident,
            name=min(group.names, key=lambda name: (-group.names[name], name), default=None),
            kind=kind,
            stance=stance,
            count=group.count,
            earliest=min(group.days, default=None),
        )
        for (ident, kind, stance), group in groups.items()
    )


def by_count(found: Iterable[Attributed]) -> tuple[Attributed, ...]:
    """Most frequent first, then the earliest, then by id; None sorts last."""
    return tuple(
        sorted(
            found,
            key=lambda one: (
                -one.count,
                one.earliest is None,
                one.earliest or date.min,
                one.id is None,
                one.id or "",
                one.kind,
                one.stance,
            ),
        )
    )


def _name_count(hit: Hit) -> NameCount:
    quote, published = hit.quote, hit.article.published
    day = quote.said.from_ if quote.said else published.best.day if published else None
    return NameCount(quote.speaker.id, quote.speaker.kind, quote.stance, quote.speaker.name, 1, day)

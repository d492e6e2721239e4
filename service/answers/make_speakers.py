"""Makes answers about speakers from records, alike for the API, the pages and the command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from indexer.identity.people import NameUse, Person, Used
from indexer.query import Facet, FacetCount
from service.addresses import in_path, path_to, root
from service.answers.speakers import (
    CountOf,
    Printed,
    SpeakerHint,
    SpeakerLinks,
    SpeakerName,
    SpeakerPage,
    SpeakerRecord,
    SpeakerSummary,
)
from service.people import Hint
from service.query.filters import BY_ID

MOST_ALSO = 5
"""Other names that a hint gives."""


def of_person(one: Person) -> SpeakerSummary:
    """A person or body in short."""
    return SpeakerSummary(**_summary(one))


def of_people(people: Sequence[Person], *, more: bool) -> SpeakerPage:
    """A page of people.

    Args:
        more: whether others follow.
    """
    return SpeakerPage(speakers=list(map(of_person, people)), next_cursor=people[-1].id if more and people else None)


def of_record(one: Person, counts: Mapping[Facet, Sequence[FacetCount]], perhaps: Sequence[Hint] = ()) -> SpeakerRecord:
    """A person with all that articles print of them.

    Args:
        counts: of their quotes by outlet, kind and month.
        perhaps: others who may be meant.
    """
    return SpeakerRecord(
        **_summary(one),
        names=list(map(_name, one.names)),
        forms=list(map(_printed, one.printed)),
        roles=list(map(_printed, one.roles)),
        by_outlet=_counts(counts.get(Facet.OUTLET, ())),
        by_kind=_counts(counts.get(Facet.KIND, ())),
        by_act=[CountOf(value=act, count=count) for act, count in one.acts],
        by_month=_counts(counts.get(Facet.MONTH, ())),
        perhaps=list(map(of_hint, perhaps)),
    )


def of_hint(hint: Hint) -> SpeakerHint:
    """Somebody whom a search means, or may mean."""
    one = hint.person
    return SpeakerHint(
        id=one.id,
        name=one.name,
        quotes=one.quotes,
        also=list(one.also[:MOST_ALSO]),
        sure=hint.sure,
        links=_links(one.id),
    )


def _summary(one: Person) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "kind": one.kind,
        "role": one.roles[0].text if one.roles else None,
        "wikidata": one.wikidata,
        "quotes": one.in_words,
        "articles": one.articles,
        "outlets": len(one.outlets),
        "printed": list(dict.fromkeys([*(use.name for use in one.names), *(form.text for form in one.printed)])),
        "earliest": _day(one.first),
        "latest": _day(one.last),
        "links": _links(one.id),
    }


def _links(ident: str) -> SpeakerLinks:
    return SpeakerLinks(
        self=path_to("/v1/speakers", ident),
        quotes=f"{root.get()}/v1/quotes?speaker={BY_ID}{in_path(ident)}",
        page=path_to("/speakers", ident),
    )


def _name(use: NameUse) -> SpeakerName:
    return SpeakerName(
        key=use.key,
        name=use.name,
        quotes=use.quotes,
        articles=use.articles,
        earliest=_day(use.first),
        latest=_day(use.last),
        score=use.score,
        probable=use.probable,
        reasons=list(use.reasons),
    )


def _printed(used: Used) -> Printed:
    return Printed(text=used.text, count=used.count, earliest=_day(used.first), latest=_day(used.last))


def _counts(found: Sequence[FacetCount]) -> list[CountOf]:
    return [CountOf(value=each.value, count=each.count) for each in found]


def _day(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None

"""The pages of the people and bodies of the archive: a list to browse, and one page each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from flask import render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.utils import redirect
from werkzeug.wrappers import Response as WerkzeugResponse

from indexer.identity.directory import Entry
from indexer.identity.people import Person
from indexer.query import AllOf, Facet, HasName, Is, Query, Sort
from indexer.store.base import Store
from indexer.text import word_texts
from service.answers import Quote, make_quotes
from service.answers.make_speakers import of_record
from service.archive import archive
from service.lookups import utterances_of
from service.pages.bars import of_months
from service.pages.blueprint import site
from service.pages.filled import address
from service.pages.topics import topics
from service.parameters import SearchParameters, checked
from service.people import counts_of, find_people, hints, moved
from service.query.filters import BY_ID

PAGE = 60
"""People on a page of the list."""

SHOWN = {"direct": 10, "mixed": 5, "indirect": 5}
"""Quotes of each kind on a speaker's page."""

READ_FOR_TOPICS = 300
"""The newest quotes that topics are taken from."""

LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class OfKind:
    """The newest quotes of one kind."""

    kind: str
    total: int
    quotes: tuple[Quote, ...]
    address: str


@site.get("/speakers")
def speakers() -> str:
    """People by what is typed of a name, by initial, or those who are quoted most."""
    store = archive().store()
    typed = request.args.get("name", "").strip()[:LONGEST_NAME]
    initial = request.args.get("initial", "").strip().upper()[:1]
    listed = store.directory().listed()
    initials = sorted({_initial(each) for each in listed})
    if typed:
        people, more = find_people(store, typed, size=PAGE)
        return render_template("speakers.html", people=people, typed=typed, initial="", initials=initials, next=None)
    chosen = sorted((each for each in listed if _initial(each) == initial), key=_sorting) if initial else listed
    number = int(page) if (page := request.args.get("page", "1")).isdecimal() and len(page) < 7 else 1
    start = (max(number, 1) - 1) * PAGE
    people = _known(store, chosen[start : start + PAGE])
    more = len(chosen) > start + PAGE
    following = url_for("pages.speakers", initial=initial or None, page=number + 1) if more else None
    return render_template("speakers.html", people=people, typed="", initial=initial, initials=initials, next=following)


@site.get("/speakers/<identity:speaker_id>")
def speaker(speaker_id: str) -> str | WerkzeugResponse:
    """One speaker: names, roles, when and where quoted, of what; word for word first."""
    store = archive().store()
    found = store.person(speaker_id)
    if found is None:
        other = moved(store, speaker_id)
        if other is None:
            raise NotFound("There is no speaker with this id.")
        return redirect(url_for("pages.speaker", speaker_id=other), 308)
    counts = counts_of(store, speaker_id)
    own = AllOf((HasName("speaker", tuple(word_texts(found.name))),))
    perhaps = [hint for hint in hints(store.directory(), own) if hint.person.id != found.id]
    asked = {"speaker": [f"{BY_ID}{speaker_id}"]}
    newest = store.each(checked(SearchParameters, asked).query())
    names = [use.name for use in found.names]
    return render_template(
        "speaker.html",
        speaker=of_record(found, counts, perhaps),
        role=_latest_role(found),
        bars=of_months(counts[Facet.MONTH], lambda first, last: address(asked, after=first, before=last)),
        topics=topics((hit.quote.text for hit in islice(newest, READ_FOR_TOPICS)), but=[found.name, *names]),
        kinds=_by_kind(store, asked),
        asked=asked,
        again=address,
    )


def _by_kind(store: Store, asked: dict[str, list[str]]) -> tuple[OfKind, ...]:
    found = []
    query = replace(checked(SearchParameters, asked).query(), sort=Sort.NEWEST)
    for kind, size in SHOWN.items():
        condition = AllOf((*query.condition.parts, Is("kind", kind)))
        page = store.search(Query(condition, sort=Sort.NEWEST, size=size))
        if page.total:
            shown = make_quotes.of_page(page, utterances=utterances_of(store, (hit.quote for hit in page.hits)))
            found.append(OfKind(kind, page.total, tuple(shown.hits), address({**asked, "kind": [kind]})))
    return tuple(found)


def _latest_role(found: Person) -> str | None:
    """What articles called them last, as printed."""
    dated = [each for each in found.roles if each.last is not None]
    latest = max(dated, key=lambda each: (each.last, each.count), default=None) if dated else None
    return latest.text if latest is not None else found.roles[0].text if found.roles else None


def _known(store: Store, entries: Sequence[Entry]) -> list[Person]:
    known = store.persons([each.id for each in entries])
    return [known[each.id] for each in entries if each.id in known]


def _initial(entry: Entry) -> str:
    """The first letter of the last word of a name, as lists of people are ordered by."""
    words = word_texts(entry.name)
    return words[-1][0].upper() if words else "#"


def _sorting(entry: Entry) -> tuple[str, ...]:
    words = word_texts(entry.name)
    return (*words[-1:], *words[:-1])

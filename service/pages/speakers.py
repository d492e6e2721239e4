"""The pages of the people and bodies of the archive: a list to browse, and one page each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from flask import render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.utils import redirect
from werkzeug.wrappers import Response as WerkzeugResponse

from indexer.english import GRAMMAR
from indexer.identity.directory import Entry
from indexer.identity.people import Person
from indexer.model import SpeakerKind
from indexer.names.within_article import surname
from indexer.query import AllOf, Facet, Is, Query, Sort
from indexer.store.base import Store
from indexer.text import word_texts
from service.answers import Quote, make_quotes
from service.answers.make_speakers import of_record
from service.archive import archive
from service.lookups import utterances_of
from service.pages import wording
from service.pages.bars import of_months
from service.pages.blueprint import site
from service.pages.filled import address
from service.pages.topics import topics
from service.parameters import SearchParameters, checked
from service.people import counts_of, find_people, known, others_like
from service.query.filters import BY_ID

PAGE = 60
"""People on a page of the list."""

SHOWN = {"direct": 10, "mixed": 5, "indirect": 5}
"""Quotes of each kind on a speaker's page."""

SHOWN_OUTLETS = 8

READ_FOR_TOPICS = 600
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
    directory = store.directory()
    listed = directory.listed()
    initials = sorted({_initial(each) for each in listed})
    following = None
    if typed:
        people, more = find_people(store, typed, size=PAGE)
    else:
        chosen = sorted((one for one in listed if _initial(one) == initial), key=_sorting) if initial else listed
        number = int(page) if (page := request.args.get("page", "1")).isdecimal() and len(page) < 7 else 1
        start = (max(number, 1) - 1) * PAGE
        people, more = _known(store, chosen[start : start + PAGE]), len(chosen) > start + PAGE
        following = url_for("pages.speakers", initial=initial or None, page=number + 1) if more else None
    return render_template(
        "speakers.html",
        people=people,
        typed=typed,
        initial="" if typed else initial,
        initials=initials,
        next=following,
        all=len(directory),
        listed=len(listed),
        more=more,
    )


@site.get("/speakers/<identity:speaker_id>")
def speaker(speaker_id: str) -> str | WerkzeugResponse:
    """One speaker: names, roles, when and where quoted, of what; word for word first."""
    store = archive().store()
    found = known(store, speaker_id)
    if found is None:
        raise NotFound("There is no speaker with this id.")
    if found.id != speaker_id:
        return redirect(url_for("pages.speaker", speaker_id=found.id), 308)
    counts = counts_of(store, speaker_id)
    asked = {"speaker": [f"{BY_ID}{speaker_id}"]}
    newest = list(islice(store.each(checked(SearchParameters, asked).query()), READ_FOR_TOPICS))
    names = [found.name, *(use.name for use in found.names)]
    spoken = sum(each.count for each in counts[Facet.KIND])
    return render_template(
        "speaker.html",
        speaker=of_record(found, counts, others_like(store, found)),
        role=_latest_role(found),
        bars=of_months(counts[Facet.MONTH], spoken, lambda first, last: address(asked, after=first, before=last)),
        topics=topics(newest, but=names) or topics(newest, but=names, fewest=1),
        kinds=_by_kind(store, asked),
        stances=counts[Facet.STANCE],
        shown_outlets=SHOWN_OUTLETS,
        outlets_rest=wording.left_out(Facet.OUTLET, counts[Facet.OUTLET], spoken, SHOWN_OUTLETS),
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
    """The letter under which a name is listed."""
    return _sorting(entry)[0][:1].upper()


def _sorting(entry: Entry) -> tuple[str, ...]:
    """The words of a name as lists are ordered by: a person's surname first; a body's name without its article."""
    words = tuple(word_texts(entry.name)) or ("#",)
    if entry.kind is SpeakerKind.PERSON:
        last = surname(words)
        return (last, *(word for word in words if word != last))
    return words[1:] if words[0] in GRAMMAR.articles and len(words) > 1 else words

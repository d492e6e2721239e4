"""The page of results: people first, then quotes, with what narrows the search beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import Response, render_template, request, url_for

from indexer.errors import Invalid
from indexer.identity.people import Person
from indexer.query import Facet, FacetCount
from indexer.store.base import Store
from service.answers import QuotePage, make_quotes
from service.archive import archive
from service.lookups import utterances_of
from service.pages import wording
from service.pages.bars import Bars, of_months
from service.pages.blueprint import site
from service.pages.chips import Chip, chips
from service.pages.filled import LAST_PAGE, SIZE, Filled, address, filled, has_empty, page_number
from service.pages.home import home
from service.pages.suggestions import Suggestion, Suggestions, meant, suggestions
from service.parameters import SearchParameters, checked
from service.people import Hint, hints_by_name, named_in
from service.query.filters import BY_ID

FACETS = (Facet.SPEAKER, Facet.OUTLET, Facet.KIND, Facet.ACT, Facet.STANCE, Facet.YEAR, Facet.MONTH)
SHOWN_VALUES = 8
"""Values of a facet that are shown."""

MOST_PEOPLE = 3
"""People above the results."""

TAKEN_AWAY = {
    "CSV": "export_csv",
    "JSON lines": "export_jsonl",
    "BibTeX": "export_bib",
    "RIS": "export_ris",
    "Follow (Atom)": "atom",
}
"""What of a search can be taken away, with the endpoints that give it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A link that narrows or orders the search; the one that is chosen has no address."""

    words: str
    address: str | None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class FacetLinks:
    """The most frequent values of a facet.

    Args:
        rest: what has none of these values, in words, and its number of quotes.
    """

    name: str
    choices: tuple[Choice, ...]
    rest: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """What the page shows of a search.

    Args:
        first, last: the places of the quotes on this page, from 1.
        previous, next: the addresses of the pages beside it, where there are any.
        speakers: whom the speakers of the search mean, or may mean, where they are given by name.
        nearest: the last page of the search, where this one lies beyond it.
        meant: the search with its words taken for a name and a date.
        instead: what to try where nothing is found.
        parameters: of the same search by the API, for its address.
        files: what of it can be taken away, with the addresses.
    """

    page: QuotePage
    heading: str
    first: int
    last: int
    previous: str | None
    next: str | None
    nearest: Choice | None
    people: tuple[Person, ...]
    speakers: tuple[Hint, ...]
    facets: tuple[FacetLinks, ...]
    bars: Bars | None
    orders: tuple[Choice, ...]
    meant: tuple[Suggestion, ...]
    instead: Suggestions | None
    parameters: dict[str, Any]
    files: dict[str, str]


@site.get("/")
def search() -> Response:
    """The results of a search, or what the archive holds where nothing is asked."""
    given = filled()
    if has_empty():
        number = request.args.get("page", "")
        return Response(status=302, headers={"Location": address(given, int(number) if number.isdigit() else 1)})
    if not given:
        return Response(home(archive().store()))
    found, wrong, named = None, None, list[Chip]()
    try:
        parameters = checked(SearchParameters, given)
        found = results(archive().store(), given, parameters, page_number())
        named = chips(given, archive().store())
    except Invalid as error:
        wrong = error
    html = render_template("search.html", filled=given, found=found, chips=named, wrong=wrong, again=address)
    return Response(html, 400 if wrong else 200)


def results(store: Store, given: Filled, parameters: SearchParameters, number: int) -> Results:
    """What a page of a search shows.

    Args:
        number: of the page, from 1.

    Raises:
        Invalid: the words do not parse, or the search asks for more than the engine can do.
    """
    query = replace(parameters.query(), size=SIZE, skip=(number - 1) * SIZE, cursor=None, facets=FACETS)
    found = store.search(query)
    page = make_quotes.of_page(found, facets=False, utterances=utterances_of(store, (hit.quote for hit in found.hits)))
    counts = found.facets
    quotes = sum(each.count for each in counts[Facet.KIND])
    people = _people(store, given) if number == 1 else ()
    last = (number - 1) * SIZE + len(page.hits)
    more = last < page.total and number < LAST_PAGE
    return Results(
        page=page,
        heading=heading(given, page.total, counts[Facet.KIND]),
        first=last - len(page.hits) + 1,
        last=last,
        previous=address(given, number - 1) if number > 1 else None,
        nearest=None if page.hits or not page.total else _last_page(given, page.total),
        next=address(given, number + 1) if more else None,
        people=people,
        speakers=tuple(hints_by_name(store.directory(), query.condition)) if number == 1 else (),
        facets=tuple(_links(given, facet, counts[facet], quotes) for facet in FACETS if _is_listed(facet, counts)),
        bars=of_months(counts[Facet.MONTH], quotes, lambda first, last: address(given, after=first, before=last)),
        orders=_orders(given),
        meant=meant(store, given, people) if number == 1 else (),
        instead=suggestions(store, given) if not page.total else None,
        parameters=dict(given),
        files=_files(given),
    )


def _last_page(given: Filled, total: int) -> Choice:
    """The page that holds the last quote, or the last that can be shown."""
    number = min(-(-total // SIZE), LAST_PAGE)
    return Choice(f"page {number:,}, the last" if number > 1 else "the only page", address(given, number))


def _files(given: Filled) -> dict[str, str]:
    """The addresses of what can be taken away, by what it is called."""
    asked: dict[str, Any] = {name: values for name, values in given.items() if name not in ("group", "sort")}
    return {words: url_for(f"exports.{name}", **asked) for words, name in TAKEN_AWAY.items()}


def heading(given: Filled, total: int, kinds: Sequence[FacetCount]) -> str:
    """How many quotes were found, in words: ``98 quotations and 223 paraphrases``; empty for none."""
    by_kind = {each.value: each.count for each in kinds}
    reworded = by_kind.get("indirect", 0)
    quoted = sum(by_kind.values()) - reworded
    parts = [f"{quoted:,} quotation{'' if quoted == 1 else 's'}"] if quoted else []
    parts += [f"{reworded:,} paraphrase{'' if reworded == 1 else 's'}"] if reworded else []
    words = " and ".join(parts)
    return f"{total:,} statement{'' if total == 1 else 's'} in {words}" if "group" in given else words


def _people(store: Store, given: Filled) -> tuple[Person, ...]:
    """People whose names are among the words that were searched, the most quoted first."""
    if "speaker" in given:
        return ()
    found = named_in(store.directory(), given.get("q", [""])[0])[:MOST_PEOPLE]
    known = store.persons([each.id for each in found])
    return tuple(known[each.id] for each in found if each.id in known)


def _is_listed(facet: Facet, counts: Mapping[Facet, Sequence[FacetCount]]) -> bool:
    """Months are bars, and that all is asserted need not be said."""
    return facet is not Facet.MONTH and (facet is not Facet.STANCE or len(counts[facet]) > 1)


def _links(given: Filled, facet: Facet, counts: Sequence[FacetCount], total: int) -> FacetLinks:
    chosen = set(given.get(facet.value, []))
    choices = []
    for each in counts[:SHOWN_VALUES]:
        value = f"{BY_ID}{each.value}" if facet in (Facet.SPEAKER, Facet.OUTLET) else each.value
        label = wording.called(facet.value, each.label)
        if facet is Facet.YEAR:
            taken = {*given.get("after", []), *given.get("before", [])} == {value}
            to = None if taken else address(given, after=value, before=value)
        else:
            to = None if chosen == {value} else address(given, **{facet.value: value})
        choices.append(Choice(label, to, each.count))
    return FacetLinks(facet.value.capitalize(), tuple(choices), wording.left_out(facet, counts, total, SHOWN_VALUES))


def _orders(given: Filled) -> tuple[Choice, ...]:
    now = given.get("sort", [""])[0]
    orders = {"": "Word for word first", "newest": "Newest", "oldest": "Oldest"}
    if "q" not in given:
        orders = {"": "Newest", "oldest": "Oldest"}
        now = now.replace("newest", "").replace("relevance", "")
    found = [
        Choice(words, None if value == now else address(given, sort=value or None)) for value, words in orders.items()
    ]
    if "act" not in given:
        found.append(Choice("With thoughts and acts", address(given, act="any")))
    if "group" not in given:
        found.append(Choice("Each statement once", address(given, group="utterance")))
    return tuple(found)

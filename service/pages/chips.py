"""What narrows a search, as chips that can be taken off: each with the address of the search without it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indexer.in_words import period
from indexer.store.base import Store
from service.pages import wording
from service.pages.filled import Filled, address
from service.query.dates import first_day, last_day
from service.query.filters import BY_ID, FIRST_DAY, LAST_DAY, Place, filters_in

ALSO = {
    "group": {"utterance": "Each statement once"},
    "in": {"quoted": "Only between quotation marks", "context": "The words around it too"},
}
"""What else changes which quotes are shown."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that narrows a search.

    Args:
        words: what it is.
        address: of the search without it.
        changed: the fields of that search that differ; None removes a field.
    """

    words: str
    address: str
    changed: Mapping[str, list[str] | None]


def chips(filled: Filled, store: Store) -> list[Chip]:
    """The chips of a search, which parses."""
    found: list[Chip] = []
    for each in filters_in(Place.SEARCH):
        values = filled.get(each.name, [])
        if each.type is FIRST_DAY:
            last = each.name.replace("_from", "_to").replace("after", "before")
            if values or filled.get(last):
                days = (
                    first_day(values[0]) if values else None,
                    last_day(filled[last][0]) if filled.get(last) else None,
                )
                what = each.name.partition("_")[0] if "_" in each.name else ""
                words = f"{what} {period(*days)}".strip()
                found.append(_chip(filled, words[0].upper() + words[1:], {each.name: None, last: None}))
        elif each.type is not LAST_DAY:
            for value in values:
                rest = [other for other in values if other != value] or None
                words = f"{each.label}: {named(each.name, value, store)}"
                found.append(_chip(filled, words, {each.name: rest}))
    for name, called in ALSO.items():
        for value in filled.get(name, []):
            if value in called:
                found.append(_chip(filled, called[value], {name: None}))
    return found


def named(name: str, value: str, store: Store) -> str:
    """A filter's value for people: the name of a speaker or an outlet in place of the id."""
    if name == "speaker" and value.startswith(BY_ID):
        found = store.directory().entry(value.removeprefix(BY_ID))
        return found.name if found is not None else value.removeprefix(BY_ID)
    return wording.called(name, value.removeprefix(BY_ID) if name == "outlet" else value)


def _chip(filled: Filled, words: str, changed: dict[str, list[str] | None]) -> Chip:
    return Chip(words, address(filled, **changed), changed)

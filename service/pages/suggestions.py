"""What a search may have meant: whose words, and when; and, where it finds nothing, what else to search for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from indexer import in_words
from indexer.english import GRAMMAR
from indexer.identity.people import Person
from indexer.query import AllOf, Prefix, Query, Words
from indexer.spelling import letters_changed
from indexer.store.base import Store
from indexer.text import stem, word_texts
from service.pages.chips import chips
from service.pages.filled import Filled, address
from service.parameters import SearchParameters, checked
from service.people import find_people
from service.query.dates import MOST_WORDS as MOST_DATE_WORDS
from service.query.dates import first_day, last_day
from service.query.filters import BY_ID
from service.query.tokens import plain_words

MOST_WORDS = 6
"""Words of a search that are looked at one by one."""

MOST = 3
"""Suggestions of each kind."""

_OUTLET = re.compile(r"\boutlet:\s*(\"[^\"]*\"|\S+)", re.IGNORECASE)

SHORTEST_BEGINNING = 3
"""Letters of an unknown word that may be the beginning of others."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Another search that finds something.

    Args:
        words: what it is.
        count: the quotes that it finds; None for a page about somebody.
    """

    words: str
    address: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Suggestions:
    spellings: tuple[Suggestion, ...] = ()
    people: tuple[tuple[str, str, int], ...] = ()
    outlets: tuple[Suggestion, ...] = ()
    without: tuple[Suggestion, ...] = ()
    any_word: Suggestion | None = None


def suggestions(store: Store, given: Filled) -> Suggestions:
    """What to try in place of a search that finds nothing."""
    typed = given.get("q", [""])[0]
    plain = plain_words(typed)[:MOST_WORDS]
    unknown = [word for word in plain if not _is_known(store, word)]
    spelled = tuple(_spelled(store, given, typed, unknown))[:MOST]
    return Suggestions(
        spellings=spelled,
        people=tuple((each.id, each.name, each.quotes) for each in _people(store, given, unknown)),
        outlets=tuple(_outlets(store, given)),
        without=(*_without(store, given), *(() if spelled else _without_words(store, given, typed, unknown))),
        any_word=_any_word(store, given, plain) if len(plain) > 1 and not unknown else None,
    )


def _is_known(store: Store, word: str) -> bool:
    stems = tuple(stem(each, "en") for each in word_texts(word))
    return not stems or store.search(Query(AllOf((Words(stems),)), size=1)).total > 0


def _spelled(store: Store, given: Filled, typed: str, unknown: list[str]) -> Iterator[Suggestion]:
    """The search with its unknown word in other spellings or as the beginning of a word; with several, all in their
    likeliest spelling. A word that has none is left out."""
    options = {word: _other_words(store, word) for word in unknown}
    if not any(options.values()):
        return
    ways = [{word: found[0] if found else "" for word, found in options.items()}]
    if len(options) == 1:
        ((word, found),) = options.items()
        ways = [{word: other} for other in found]
    for way in ways:
        text = typed
        for word, other in way.items():
            text = text.replace(word, other)
        text = " ".join(text.split())
        yield from _finding(store, {**given, "q": [text]}, text)


def _other_words(store: Store, word: str) -> list[str]:
    """Words of the archive that an unknown one may be a misspelling of, and the word as the beginning of others."""
    first = word_texts(word)[0]
    begun = [f"{first}*"] if len(first) >= SHORTEST_BEGINNING and _begins(store, first) else []
    return [*begun, *store.spellings(stem(first, "en"), size=MOST)][:MOST]


def _begins(store: Store, start: str) -> bool:
    return store.search(Query(AllOf((Prefix(start),)), size=1)).total > 0


def _people(store: Store, given: Filled, unknown: list[str]) -> list[_Known]:
    name = " ".join(given.get("speaker", []) or unknown)
    if not name or name.startswith("id:"):
        return []
    found, _ = find_people(store, name, size=MOST)
    return [_Known(each.id, each.name, each.quotes) for each in found]


@dataclass(frozen=True, slots=True)
class _Known:
    id: str
    name: str
    quotes: int


def _outlets(store: Store, given: Filled) -> Iterator[Suggestion]:
    """The search with outlets that have a word spelled like one that was asked for, by the filter or in its words."""
    typed = given.get("q", [""])[0]
    if given.get("outlet"):
        for name in _outlets_like(store, given["outlet"][0]):
            yield from _finding(store, {**given, "outlet": [name]}, name)
    elif asked := _OUTLET.search(typed):
        for name in _outlets_like(store, asked[1]):
            yield from _finding(store, {**given, "q": [typed.replace(asked[1], f'"{name}"')]}, name)


def _outlets_like(store: Store, asked: str) -> list[str]:
    words = word_texts(asked)
    names = dict.fromkeys(each.outlet for each in store.holdings() if each.outlet)
    return [name for name in names if all(any(_alike(word, own) for own in word_texts(name)) for word in words)][:MOST]


def _alike(word: str, own: str) -> bool:
    return own.startswith(word) or letters_changed(word, own) <= (1 if len(word) < 6 else 2)


def _without(store: Store, given: Filled) -> Iterator[Suggestion]:
    """The search without each chip."""
    for chip in chips(given, store):
        rest = {name: value for name, value in {**given, **chip.changed}.items() if value}
        if set(rest) - {"sort", "in", "group"}:
            yield from _finding(store, rest, f"Without {chip.words}")


def _without_words(store: Store, given: Filled, typed: str, unknown: list[str]) -> Iterator[Suggestion]:
    """The search without the words that no quote has."""
    rest = typed
    for word in unknown:
        rest = rest.replace(word, "")
    if unknown and rest.split():
        yield from _finding(store, {**given, "q": [" ".join(rest.split())]}, f"Without {' and '.join(unknown)}")


def meant(store: Store, given: Filled, people: Iterable[Person]) -> tuple[Suggestion, ...]:
    """The search with a name in it taken for whose words they are, and a date for when: "Halloran ferry March 2026".

    Args:
        people: those whose names are among the words.
    """
    typed = given.get("q", [""])[0]
    words = plain_words(typed)
    if len(words) != len(typed.split()):
        return ()
    rest, period = (words, None) if {"after", "before"} & set(given) else _without_date(words)
    dated = {"after": [period], "before": [period]} if period else {}
    on = f", {in_words.period(first_day(period), last_day(period))}" if period else ""
    found: list[Suggestion] = []
    for one in people:
        own = {word for name in (one.name, *(use.name for use in one.names)) for word in word_texts(name)}
        about = [word for word in rest if not own.issuperset(word_texts(word))]
        if len(about) < len(rest) and (about or period):
            asked = {**given, **dated, "q": [" ".join(about)] if about else [], "speaker": [f"{BY_ID}{one.id}"]}
            what = f"“{' '.join(about)}”, attributed to" if about else "all that is attributed to"
            filled = {name: values for name, values in asked.items() if values}
            found += _finding(store, filled, f"{what} {one.name}{on}")
    if not found and period and rest:
        found += _finding(store, {**given, **dated, "q": [" ".join(rest)]}, f"“{' '.join(rest)}”{on}")
    return tuple(found)


def _without_date(words: Sequence[str]) -> tuple[Sequence[str], str | None]:
    """The words without a date among them, its preposition included, and the date."""
    for length in range(MOST_DATE_WORDS, 0, -1):
        for start in range(len(words) - length + 1):
            date = " ".join(words[start : start + length])
            if not any(character.isdigit() for character in date):
                continue
            try:
                first_day(date)
            except ValueError:
                continue
            before = words[:start]
            if before and before[-1].lower() in GRAMMAR.adpositions:
                before = before[:-1]
            return [*before, *words[start + length :]], date
    return words, None


def _any_word(store: Store, given: Filled, plain: list[str]) -> Suggestion | None:
    return next(_finding(store, {**given, "q": [" OR ".join(plain)]}, "any of these words"), None)


def _finding(store: Store, given: Filled, words: str) -> Iterator[Suggestion]:
    """A search as a suggestion, if it finds anything."""
    query = checked(SearchParameters, given).query()
    total = store.search(replace(query, size=1)).total
    if total:
        yield Suggestion(words, address(given), total)

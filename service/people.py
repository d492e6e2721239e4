"""People of the archive as faces ask for them: by what somebody types, by id, and those whom a search may mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.errors import Invalid
from indexer.identity.directory import Directory, Entry, How
from indexer.identity.people import Person
from indexer.query import IN_WORDS, AllOf, AnyOf, Condition, Facet, FacetCount, HasName, Hit, Not, Query
from indexer.store.base import Store
from indexer.text import word_texts
from service.query.tokens import plain_words

COUNTED = (Facet.OUTLET, Facet.KIND, Facet.STANCE, Facet.MONTH)
"""What is counted over all quotes of one person."""

MOST_HINTS = 5
"""People who are named beside the answer to a search."""

MOST_NAME_WORDS = 12
"""Words of a search among which a name may be: longer ones are sentences that somebody pasted."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Somebody whom a search means, or may mean.

    Args:
        sure: False for those who may be meant besides.
    """

    person: Entry
    sure: bool


def find_people(store: Store, text: str, *, size: int, after: str | None = None) -> tuple[list[Person], bool]:
    """People by the words of a name, best first, or without words those who are listed, most quoted first.

    Args:
        after: the id of the last one of the page before.

    Returns:
        At most ``size`` people, and whether more follow.

    Raises:
        Invalid: ``after`` is nobody whom these words find.
    """
    directory = store.directory()
    ids = [each.id for each in _ranked(directory, text)]
    start = 0
    if after is not None:
        if after not in ids:
            raise Invalid("cursor", "is out of date, or of another search; leave it out for the first page")
        start = ids.index(after) + 1
    page = ids[start : start + size]
    known = store.persons(page)
    return [known[ident] for ident in page if ident in known], len(ids) > start + size


def known(store: Store, ident: str) -> Person | None:
    """Somebody by id, by one that was merged into theirs, or by the key of a name; None if it leads to nobody."""
    found = store.person(ident)
    if found is None and (other := store.directory().moved(ident)) is not None:
        found = store.person(other)
    return found


def others_like(store: Store, one: Person) -> list[Hint]:
    """Others who may be meant by the name of a person."""
    own = AllOf((HasName("speaker", tuple(word_texts(one.name))),))
    return [hint for hint in hints(store.directory(), own) if hint.person.id != one.id]


def counts_of(store: Store, ident: str) -> dict[Facet, tuple[FacetCount, ...]]:
    """How many quotes of a person each outlet has, of each kind, in each month: exactly, as a search finds them."""
    found = store.search(Query(AllOf((HasName("speaker", (), id=ident), IN_WORDS)), size=1, facets=COUNTED))
    return dict(found.facets)


def with_wikidata(hits: Iterable[Hit], directory: Directory) -> Iterator[Hit]:
    """The hits, with the ids in Wikidata of those of their speakers who were imported."""
    for hit in hits:
        speaker = hit.quote.speaker
        entry = directory.entry(speaker.id) if speaker.id is not None else None
        if entry is not None and entry.wikidata is not None:
            hit = replace(hit, quote=replace(hit.quote, speaker=replace(speaker, wikidata=entry.wikidata)))
        yield hit


def hints(directory: Directory, condition: Condition, text: str = "") -> list[Hint]:
    """The people whom a search's speakers or words mean, and others who may be meant.

    Args:
        text: of the search, as it was typed.
    """
    sure: dict[str, Hint] = {}
    others: dict[str, Hint] = {}
    for names in _names(condition):
        found = directory.meant(names)
        for each in found[:MOST_HINTS]:
            sure.setdefault(each.person.id, Hint(each.person, sure=each.how is How.NAME))
        for other in directory.alike(found[:1], MOST_HINTS):
            others.setdefault(other.id, Hint(other, sure=False))
    for person in named_in(directory, text)[:MOST_HINTS]:
        sure.setdefault(person.id, Hint(person, sure=True))
    ordered = [*sure.values(), *(hint for ident, hint in others.items() if ident not in sure)]
    return ordered[: 2 * MOST_HINTS]


def hints_by_name(directory: Directory, condition: AllOf) -> list[Hint]:
    """The people whom the speakers of a search mean, or may mean, where it gives them by name rather than by id."""
    named = (part for part in condition.flat() if isinstance(part, AnyOf) or (isinstance(part, HasName) and part.words))
    return hints(directory, AllOf(tuple(named)))


def named_in(directory: Directory, text: str) -> list[Entry]:
    """The people whose surnames are among the plain words of a search, as it was typed."""
    words = word_texts(" ".join(plain_words(text)))
    return directory.named_in(words) if len(words) <= MOST_NAME_WORDS else []


def _ranked(directory: Directory, text: str) -> Sequence[Entry]:
    if not text.strip():
        return directory.listed()
    return [each.person for each in directory.find(text, size=len(directory))]


def _names(condition: Condition) -> Iterator[tuple[str, ...]]:
    """The names of speakers that a search asks for."""
    match condition:
        case HasName("speaker", words, ident):
            yield words or tuple(word_texts((ident or "").replace("-", " ")))
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _names(part)
        case Not():
            return

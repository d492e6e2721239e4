"""The directory of a store's people, read again when a pass has changed them, and whom a condition's speakers mean."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace

from indexer.identity.directory import Directory
from indexer.identity.people import Person
from indexer.query import AllOf, AnyOf, Condition, HasName, Not, Query

EMPTY = Directory()


class DirectoryCache:
    """The directory of one store, for any number of threads."""

    def __init__(self) -> None:
        self._stamp: str | None = None
        self._directory = EMPTY
        self._lock = threading.Lock()

    def get(self, stamp: str | None, people: Callable[[], Iterable[Person]]) -> Directory:
        """The directory of the people that a pass left.

        Args:
            stamp: of that pass; None where there was none, so that nobody is known.
            people: reads them.
        """
        if stamp is None:
            return EMPTY
        with self._lock:
            if stamp != self._stamp:
                self._directory, self._stamp = Directory(people()), stamp
            return self._directory


def _names_speakers(condition: Condition) -> bool:
    """Whether a condition names a speaker."""
    match condition:
        case HasName("speaker"):
            return True
        case AllOf(parts) | AnyOf(parts):
            return any(map(_names_speakers, parts))
        case Not(part):
            return _names_speakers(part)
    return False


def with_people(query: Query, directory: Callable[[], Directory]) -> Query:
    """The query with the ids of the people whom its speakers mean, in any spelling of their names.

    Args:
        directory: gives it; asked only where the query names a speaker.
    """
    if not _names_speakers(query.condition):
        return query
    known = directory()
    return replace(query, condition=AllOf(tuple(_with_people(part, known) for part in query.condition.parts)))


def _with_people(condition: Condition, directory: Directory) -> Condition:
    match condition:
        case HasName("speaker", words, ident):
            return replace(condition, ids=ids_of(words, ident, directory))
        case AllOf(parts):
            return AllOf(tuple(_with_people(part, directory) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(_with_people(part, directory) for part in parts))
        case Not(part):
            return Not(_with_people(part, directory))
    return condition


def ids_of(words: tuple[str, ...], ident: str | None, directory: Directory) -> tuple[str, ...]:
    """The ids that a speaker's name or id means: of one person where it is an id, else of all who have the words."""
    # A single word is a name that several may have, not an id, unless nothing else is given.
    own = directory.moved(ident) if ident is not None and ("-" in ident or not words) else None
    if own is not None:
        return (own,)
    return tuple(found.person.id for found in directory.meant(words))

"""Finds people of the archive by what somebody types: an id, a name in any spelling, its beginning, a typo."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import takewhile

from indexer.english import GIVEN_NAMES, ROLES
from indexer.identity.people import Person
from indexer.model import SpeakerKind
from indexer.names.words import with_initials_joined
from indexer.spelling import letters_changed, sound
from indexer.text import without_possessive, word_texts

FEWEST_LETTERS = 4
"""Letters of a word from which on it may be misspelled."""

LONG = 8
"""Letters of a word from which on two of them may be wrong rather than one."""

MOST_MEANT = 500
"""People whom one name may mean in a search, most quoted first."""

MOST_BEGUN = 2_000
"""Words of names that are tried for the beginning of one."""


class How(IntEnum):
    """How somebody was found, from the surest to the least sure."""

    NAME = 0
    BEGINNING = 1
    SHORT_FORM = 2
    LIKENESS = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a person when they are looked up.

    Args:
        quotes: how many they said or wrote.
        names: what articles call them, with the number of quotes.
    """

    id: str
    name: str
    quotes: int
    kind: SpeakerKind
    listed: bool
    wikidata: str | None
    names: tuple[tuple[str, int], ...]

    @property
    def also(self) -> tuple[str, ...]:
        """Other names that articles have for them, most quotes first."""
        return tuple(dict.fromkeys(name for name, _ in self.names if name != self.name))


@dataclass(frozen=True, slots=True)
class Found:
    """A person who was found, and how."""

    person: Entry
    how: How


class Directory:
    """The people of an archive, as they are looked up.

    Args:
        people: all of them.
    """

    def __init__(self, people: Iterable[Person] = ()) -> None:
        self._entries: list[Entry] = []
        self._by_id: dict[str, int] = {}
        self._by_word: dict[str, set[int]] = defaultdict(set)
        keys: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for number, one in enumerate(people):
            names = tuple((use.name, use.quotes) for use in one.names)
            self._entries.append(Entry(one.id, one.name, one.in_words, one.kind, one.listed, one.wikidata, names))
            self._by_id[one.id] = number
            for use in one.names:
                keys[use.key][number] += use.quotes
            for word in {word for text in (one.name, *(use.name for use in one.names)) for word in _words(text)}:
                self._by_word[word].add(number)
        self._by_key = {key: dict(held) for key, held in keys.items()}
        self._sorted = sorted(self._by_word)
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        for word in self._sorted:
            self._by_sound[sound(word)].append(word)

    def __len__(self) -> int:
        return len(self._entries)

    def entry(self, ident: str) -> Entry | None:
        """Somebody by id."""
        number = self._by_id.get(ident)
        return self._entries[number] if number is not None else None

    def moved(self, key: str) -> str | None:
        """The id to which the key of a name leads: the person who has most of the quotes of that name; or None."""
        if key in self._by_id:
            return key
        held = self._by_key.get(key)
        if not held:
            return None
        return self._entries[min(held, key=lambda number: (-held[number], self._entries[number].id))].id

    def find(self, text: str, size: int = 20) -> list[Found]:
        """People by the words of a name: each begins a word of it, is a short form of one, or is spelled alike.

        Exact names come first, then beginnings, then likeness; within these the most quoted.
        """
        asked = _words(text)
        if not asked:
            return []
        ways = [self._ways(word) for word in asked]
        numbers = set(ways[0]).intersection(*ways[1:])
        if not numbers:
            ways = [self._ways(word, alike=True) for word in asked]
            numbers = set(ways[0]).intersection(*ways[1:])
        ranked = sorted(
            ((max(way[number] for way in ways), -self._entries[number].quotes, self._entries[number].id, number))
            for number in numbers
        )
        return [Found(self._entries[number], how) for how, _, _, number in ranked[:size]]

    def meant(self, words: Sequence[str]) -> tuple[Found, ...]:
        """Whom a name in a search means: all who have its words in a name, else all whose names are spelled alike."""
        named = [without_possessive(word) for word in words if word not in _BEFORE_NAMES] or list(words)
        asked = with_initials_joined(named)
        if not asked:
            return ()
        exact = set.intersection(*(self._by_word.get(word, set()) for word in asked))
        if exact:
            return self._most_quoted(exact, How.NAME)
        every = [self._ways(word, alike=True) for word in asked]
        return self._most_quoted(set(every[0]).intersection(*every[1:]), How.LIKENESS)

    def listed(self) -> list[Entry]:
        """Those who are listed unasked, the most quoted first."""
        found = (one for one in self._entries if one.listed)
        return sorted(found, key=lambda one: (-one.quotes, one.id))

    def named_in(self, words: Sequence[str]) -> list[Entry]:
        """Those whose surname is one of these words, first those of whom more words are there, then the most quoted."""
        asked = {without_possessive(word) for word in words}
        shared: dict[int, int] = defaultdict(int)
        for word in asked:
            for number in self._by_word.get(word, ()):
                shared[number] += 1
        fitting = (
            number
            for number in shared
            if any(own and own[-1] in asked for own in (_words(name) for name, _ in self._entries[number].names))
        )
        ranked = sorted(fitting, key=lambda one: (-shared[one], -self._entries[one].quotes, self._entries[one].id))
        return [self._entries[number] for number in ranked]

    def alike(self, found: Iterable[Found], size: int = 5) -> list[Entry]:
        """Others who may be meant besides: their names are spelled like those of the people found."""
        known = {each.person.id for each in found}
        others: dict[str, Entry] = {}
        for each in found:
            words = _words(each.person.name)
            for other in self.meant(words[-1:]) if words else ():
                if other.person.id not in known:
                    others[other.person.id] = other.person
        return sorted(others.values(), key=lambda one: (-one.quotes, one.id))[:size]

    def _most_quoted(self, numbers: Iterable[int], how: How) -> tuple[Found, ...]:
        ranked = sorted(numbers, key=lambda number: (-self._entries[number].quotes, self._entries[number].id))
        return tuple(Found(self._entries[number], how) for number in ranked[:MOST_MEANT])

    def _ways(self, word: str, *, alike: bool = False) -> dict[int, How]:
        """Everybody with a word of the name that this one may be, and how."""
        found: dict[int, How] = {}

        def note(other: str, how: How) -> None:
            for number in self._by_word.get(other, ()):
                found[number] = min(how, found.get(number, how))

        note(word, How.NAME)
        for other in self._begun(word):
            note(other, How.BEGINNING)
        for other in GIVEN_NAMES.nicknames.get(word, ()):
            note(other, How.SHORT_FORM)
        if alike or not found:
            for other, _ in self._like(word):
                note(other, How.LIKENESS)
        return found

    def _begun(self, start: str) -> Iterator[str]:
        at = bisect_left(self._sorted, start)
        return takewhile(lambda word: word.startswith(start), self._sorted[at : at + MOST_BEGUN])

    def _like(self, word: str) -> Iterator[tuple[str, float]]:
        """Words of names that sound like one, or differ from it by a letter or two, with the letters that differ."""
        if len(word) < FEWEST_LETTERS:
            return
        most = 2 if len(word) >= LONG else 1
        heard = set(self._by_sound.get(sound(word), ()))
        for other in self._sorted:
            if other == word or len(other) < FEWEST_LETTERS:
                continue
            if other in heard and abs(len(other) - len(word)) <= 3:
                yield other, 0.5
            elif abs(len(other) - len(word)) <= most and (changed := letters_changed(word, other)) <= most:
                yield other, float(changed)


_BEFORE_NAMES = ROLES.honorifics | ROLES.titles


def _words(text: str) -> list[str]:
    return with_initials_joined([without_possessive(word) for word in word_texts(text)])

"""Finds the names of persons, organisations and places in an article, with the titles that stand before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.document import Token, Tokens
from indexer.english import (
    ENDINGS,
    GIVEN_NAMES,
    GRAMMAR,
    NAME_PARTS,
    NOUN_PHRASES,
    NOUNS,
    ORGANISATIONS,
    PEOPLES,
    PLACES,
    PLURALS,
    ROLES,
    TIME,
)
from indexer.extract.speakers.name_runs import AMPERSAND, BLANKS, NICKNAME, runs
from indexer.extract.speakers.naming import Naming, naming_of
from indexer.names.words import people_word

_ROLES = ROLES.titles | ROLES.roles
_OWNED = GRAMMAR.definite_articles | GRAMMAR.possessives
_IN_OFFICES = ROLES.offices | NOUN_PHRASES.connectors | PLACES.names
_BEFORE_ROLES = ORGANISATIONS.words | PLACES.names | ROLES.roles | ROLES.modifiers | ROLES.titles
OFFICE_PLACES = NOUN_PHRASES.office_links | NOUN_PHRASES.before_places
"""Prepositions behind a role and before where it is held."""

OFFICE_WORDS = OFFICE_PLACES | GRAMMAR.additive | GRAMMAR.articles | NOUNS.organisations
LONGEST_OFFICE = 10
"""Words between a role and the end of its office, at most."""

_ZONE = re.compile(r"UTC|[A-Z]{1,3}T")
"""A time zone after a time of day: "18.15 GMT"."""


@dataclass(slots=True)
class Mention:
    """A name as printed in one place.

    Args:
        first, last: the numbers of its first and last word, without the title.
        head: the number of the first word of the title, or ``first`` without one.
        words: its words as printed.
        low: its words folded.
        title: the folded words before the name: "us secretary of state".
        the: whether an article or a possessive directly precedes it.
    """

    first: int
    last: int
    head: int
    words: tuple[str, ...]
    low: tuple[str, ...]
    title: tuple[str, ...]
    naming: Naming
    the: bool

    @property
    def name(self) -> str:
        """The name in one line, its inner spaces single."""
        return " ".join(self.words)


def mentions(words: Tokens) -> list[Mention]:
    """The names in the words of an article, in order.

    Args:
        words: all of the article's words in order.
    """
    found: list[Mention] = []
    addressed = frozenset(_addressed(words))
    for first, last, headline in runs(words):
        if first == last - 1 and words[last].low in addressed and _has_surname(words, first):
            mention: Mention | None = _named(words, first, last)
        else:
            mention = _read(words, first, last)
        if mention is not None and (not headline or _sure_in_headline(mention)):
            found.append(mention)
    return found


def _addressed(words: Tokens) -> Iterator[str]:
    """Titles and roles that stand behind a form of address, as a surname does: "Mr Bishop"."""
    for number, word in enumerate(words):
        if word.low in _ROLES and word.is_capital and number and words[number - 1].low in ROLES.honorifics:
            yield word.low


def _has_surname(words: Tokens, first: int) -> bool:
    """Whether a word can be the given name before a surname that is also a title: not "House Speaker"."""
    low, before = words[first].low, words.at(first - 1)
    common = low in _BEFORE_ROLES or low in ROLES.offices or low in ROLES.honorifics or people_word(low)
    return not common and before.low not in GRAMMAR.determiners


def _named(words: Tokens, first: int, last: int) -> Mention:
    """The mention of a person by all words of a run."""
    printed, lows = tuple(_printed(words, first, last)), tuple(word.low for word in words[first : last + 1])
    return Mention(first, last, first, printed, lows, (), Naming.PERSON, False)


def _sure_in_headline(mention: Mention) -> bool:
    """Whether a run of capitals in a headline is certainly a person's name: "Ann Bell", "Mr Dunn"."""
    if mention.title and mention.title[-1] in ROLES.honorifics:
        return True
    return len(mention.low) > 1 and mention.low[0] in GIVEN_NAMES.names


def _read(words: Tokens, first: int, last: int) -> Mention | None:
    """The mention in a run of capitals, or None."""
    while words[first].low in TIME.days_and_months and first < last and not _given_to(words, first):
        first += 1
    last = _before_letters(words, first, last)
    head = first
    before = words.at(first - 1)
    if before.low[:1].isdigit() and _ZONE.fullmatch(words[first].text):
        return None
    the = words[first].gap == " " and (before.low in GRAMMAR.articles or before.owner)
    first = _behind_office(words, first, last)
    past = words[first].low in ROLES.past
    start = _after_title(words, first, last)
    if past and start == first:
        start += 1
    if start > last:
        return None
    lows = tuple(words[k].low for k in range(start, last + 1))
    if len(lows) == 1 and lows[0] in TIME.days_and_months:
        return None
    title = tuple(words[k].low for k in range(first, start))
    if title and (title[-1] in OFFICE_PLACES or title[-1] in GRAMMAR.articles):
        title, head, the = (), start, True  # where the office is held: "premier of the Northern Islands"
    if start == first:
        title = _small_title(words, first)
        head = first - len(title)
    skip = _more_title(lows)
    title, start, lows = (*title, *lows[:skip]), start + skip, lows[skip:]
    if _is_one_of_people(lows):
        title, start, lows = (*title, lows[0]), start + 1, lows[1:]
    naming = naming_of(words, start, last, lows, bool(title))
    if naming is Naming.OPEN and len(lows) > 1:
        # A place or a people before a name without a title: "Oregon’s", "Danish Ann Bell", "Democrat Bell".
        skip = 2 if " ".join(lows[:2]) in PLACES.names else int(lows[0] in PLACES.names or people_word(lows[0]))
        peoples = people_word(lows[0]) or people_word(lows[-1])
        if skip and (skip == len(lows) - 1 and peoples):
            naming = Naming.PEOPLE if people_word(lows[-1]) else naming
        elif 0 < skip < len(lows) and lows[skip] in GIVEN_NAMES.names:
            naming = Naming.PERSON
        else:
            skip = 0
        title, start, lows = (*title, *lows[:skip]), start + skip, lows[skip:]
    return Mention(start, last, head, tuple(_printed(words, start, last)), lows, title, naming, the and head == first)


def _is_one_of_people(lows: tuple[str, ...]) -> bool:
    """Whether a full name follows what one of a people is called: "Briton Ann Bell", not "Dane Bell"."""
    return len(lows) > 2 and lows[0] in PEOPLES.persons and lows[1] not in NAME_PARTS.particles


def _more_title(lows: tuple[str, ...]) -> int:
    """How many words at the beginning of a name belong to the title: "London-based Ann Bell", "British NATO"."""
    origin = next((k + 1 for k in (0, 1) if len(lows) > 2 and lows[k].endswith(ENDINGS.origins)), 0)
    rest = lows[origin:]
    return origin + (len(rest) > 1 and people_word(rest[0]) and " ".join(rest[1:]) in ORGANISATIONS.names)


def _before_letters(words: Tokens, first: int, last: int) -> int:
    """The number of a name's last word, without letters after it: "Laura Finch KC", but "a Labour MP"."""
    end = last
    while end > first and words[end].text in NAME_PARTS.behind:
        end -= 1
    return end if any(words[k].low in GIVEN_NAMES.names for k in range(first, end)) else last


def _behind_office(words: Tokens, first: int, last: int) -> int:
    """Where a full name begins behind the name of an office or a body: "director at Tern Tiles [Ann Bell]"."""
    given = last - 1
    if (
        not _is_in_office(words, first - 1)
        or given <= first
        or words[given].low not in GIVEN_NAMES.names
        or words[last].gap != " "
    ):
        return first
    between = all(words[k].low not in _ROLES and words[k].low not in GIVEN_NAMES.names for k in range(first, given))
    return given if between and words[last].low not in ORGANISATIONS.words else first


def _is_in_office(words: Tokens, number: int) -> bool:
    """Whether a word is the last of those between a role and a name: "chairman of the committee on Ports and"."""
    if words.at(number).low not in OFFICE_WORDS:
        return False
    for place in range(number, max(-1, number - LONGEST_OFFICE), -1):
        word = words[place]
        if word.low in _ROLES:
            return True
        if word.gap not in BLANKS or not (word.low in OFFICE_WORDS or word.is_capital):
            return False
    return False


def _given_to(words: Tokens, first: int) -> bool:
    """Whether a month before a capital is a given name: "April Jones", not "in April Jones"."""
    if words[first].low not in GIVEN_NAMES.names:
        return False
    return words[first].opens or words[first - 1].low not in TIME.month_leads


def _printed(words: Tokens, first: int, last: int) -> Iterator[str]:
    for k in range(first, last + 1):
        if k > first and words[k].gap == AMPERSAND:
            yield AMPERSAND.strip()
        if k > first and words[k].gap in NICKNAME:
            quote = "“" if "“" in words[k].gap else '"'
            yield quote + words[k].text + ("”" if quote == "“" else '"')
        elif k < last and words[k + 1].gap in (", ", ","):
            yield words[k].text + ","
        elif k < last and words[k].owner:
            yield words[k].text + "’"
        else:
            yield words[k].text


def _after_title(words: Tokens, first: int, last: int) -> int:
    """The number of the first word of the name after its title; ``last + 1`` if there is only a title."""
    for k in range(last, first - 1, -1):
        plural = k == first < last and words[k].opens and _is_of_several(words[k], words[k + 1])
        if not plural and (words[k].low not in _ROLES or _is_of_name(words, first, last, k)):
            continue
        if k == last and k == first:
            return first  # "Dean", who can be somebody named so: whoever gathers the names knows
        start = k + 1
        if start < last and words[start].low in NOUN_PHRASES.office_links:
            start += 1
            while start <= last and words[start].low in _IN_OFFICES:
                start += 1
            start = _behind_office(words, start, last)
        return start
    return first


def _is_of_several(role: Token, name: Token) -> bool:
    """Whether a role in the plural stands before a given name: "Brothers Aron and Levi Moss"."""
    return name.low in GIVEN_NAMES.names and not _ROLES.isdisjoint(PLURALS.singulars(role.low))


def _is_of_name(words: Tokens, first: int, last: int, k: int) -> bool:
    """Whether a word that can end a title is part of the name instead."""
    low, before = words[k].low, words[k - 1].low if k > first else ""
    if k > first and words[k].gap in NICKNAME:
        return True  # Earl “Duke” Moss
    if k < last and words[k + 1].low in ORGANISATIONS.words:
        return True  # "Justice Department"
    if k > first + 1 and before in NOUN_PHRASES.connectors and words[k - 2].low in ORGANISATIONS.words:
        return True  # "Department of Justice"
    if k == first and people_word(low) and words[last].low in ORGANISATIONS.words:
        return True  # "Republican National Committee"
    if k == first:
        return k < last and low in GIVEN_NAMES.names  # "Dean Moss", "Earl Ray Moss"
    if k < last:
        return False
    if before in ROLES.honorifics or (before in GIVEN_NAMES.names and before not in _ROLES):
        return True  # "Mr. King", "Howard Dean"
    return low not in ROLES.titles and before not in _BEFORE_ROLES and not people_word(before)  # "Quarra Baker"


def _small_title(words: Tokens, first: int) -> tuple[str, ...]:
    """The words of a role in small letters directly before a name: "journalist", "lead campaign manager"."""
    role = words.at(first - 1)
    if words[first].gap not in BLANKS or role.owner or role.low not in ROLES.roles:
        return ()
    start = first - 1
    while first - start < 8 and _modifies(words.at(start - 1), words[start]):
        start -= 1
    return tuple(words[k].low for k in range(start, first))


def _modifies(before: Token, word: Token) -> bool:
    """Whether a word belongs to the title of the next word."""
    if word.gap not in BLANKS or before.owner or before.sentence != word.sentence:
        return False
    if before.low in NOUN_PHRASES.ends or before.low in NOUN_PHRASES.indefinites or before.low in _OWNED:
        return False
    return before.capital or before.low in ROLES.roles or before.low in ROLES.modifiers

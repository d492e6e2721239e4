"""Finds the names of persons, organisations and places in an article, with the titles that stand before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from indexer.document import Token
from indexer.english import ENDINGS, GIVEN_NAMES, GRAMMAR, NAME_PARTS, NOUN_PHRASES, ORGANISATIONS, PLACES, ROLES, TIME
from indexer.extract.speakers.name_runs import BLANKS, NICKNAME, runs
from indexer.names.words import people_word

_ROLES = ROLES.titles | ROLES.roles
_OWNED = GRAMMAR.definite_articles | GRAMMAR.possessives
_IN_OFFICES = ROLES.offices | NOUN_PHRASES.connectors | PLACES.names
_BEFORE_ROLES = ORGANISATIONS.words | PLACES.names | ROLES.roles | ROLES.modifiers | ROLES.titles
_ZONE = re.compile(r"UTC|[A-Z]{1,3}T")
"""What a time of day is followed by: "18.15 GMT"."""


class Naming(Enum):
    """What a name is the name of, as far as its own words tell."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    PEOPLE = "people"
    OPEN = "open"


@dataclass(slots=True)
class Mention:
    """A name as printed in one place.

    Args:
        first, last: the numbers of its first and last word, the title left out.
        head: the number of the first word of the title, or ``first`` without one.
        words: as printed.
        low: the same folded.
        title: the folded words before the name: "us secretary of state".
        the: whether an article or a possessive stands directly before it.
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


def mentions(words: Sequence[Token]) -> list[Mention]:
    """The names in the words of an article, in order.

    Args:
        words: all of the article's words in order.
    """
    found: list[Mention] = []
    for first, last, headline in runs(words):
        mention = _read(words, first, last)
        if mention is not None and (not headline or _sure_in_headline(mention)):
            found.append(mention)
    return found


def _sure_in_headline(mention: Mention) -> bool:
    """Whether a run of capitals in a headline is a person's name and no more."""
    return len(mention.low) > 1 and mention.low[0] in GIVEN_NAMES.names


def _read(words: Sequence[Token], first: int, last: int) -> Mention | None:
    """The mention in a run of capitals, if there is one."""
    while words[first].low in TIME.days_and_months and first < last and not _given_to(words, first):
        first += 1
    last = _before_letters(words, first, last)
    head = first
    before = words[first - 1] if first else None
    if before is not None and before.low[0].isdigit() and _ZONE.fullmatch(words[first].text):
        return None
    the = before is not None and words[first].gap == " " and (before.low in GRAMMAR.articles or before.owner)
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
    if start == first:
        title = _small_title(words, first)
        head = first - len(title)
    if len(lows) > 2 and any(lows[k].endswith(ENDINGS.origins) for k in (0, 1)):
        cut = 1 if lows[0].endswith(ENDINGS.origins) else 2
        title, start, lows = (*title, *lows[:cut]), start + cut, lows[cut:]
    if len(lows) > 1 and people_word(lows[0]) and " ".join(lows[1:]) in ORGANISATIONS.names:
        title, start, lows = (*title, lows[0]), start + 1, lows[1:]
    naming = _naming(words, start, last, lows, bool(title))
    if naming is Naming.OPEN and len(lows) > 1:
        # A place or a people before a name without a title: "Oregon’s", "Danish Ann Bell", "Democrat Bell".
        skip = 2 if " ".join(lows[:2]) in PLACES.names else 1 if lows[0] in PLACES.names or people_word(lows[0]) else 0
        if skip and skip == len(lows) - 1 and (people_word(lows[0]) or people_word(lows[-1])):
            naming = Naming.PEOPLE if people_word(lows[-1]) else naming
            title, start, lows = (*title, *lows[:skip]), start + skip, lows[skip:]
        elif 0 < skip < len(lows) and lows[skip] in GIVEN_NAMES.names:
            title, start, lows = (*title, *lows[:skip]), start + skip, lows[skip:]
            naming = Naming.PERSON
    return Mention(start, last, head, tuple(_printed(words, start, last)), lows, title, naming, the and head == first)


def _before_letters(words: Sequence[Token], first: int, last: int) -> int:
    """The number of a name's last word, the letters behind it left out: "Laura Finch KC", not "a Labour MP"."""
    end = last
    while end > first and words[end].text in NAME_PARTS.behind:
        end -= 1
    return end if any(words[k].low in GIVEN_NAMES.names for k in range(first, end)) else last


def _given_to(words: Sequence[Token], first: int) -> bool:
    """Whether a month before a capital is somebody's given name: "April Jones", not "in April Jones"."""
    if words[first].low not in GIVEN_NAMES.names:
        return False
    return words[first].opens or words[first - 1].low not in TIME.month_leads


def _printed(words: Sequence[Token], first: int, last: int) -> Iterator[str]:
    for k in range(first, last + 1):
        if k > first and words[k].gap in NICKNAME:
            quote = "“" if "“" in words[k].gap else '"'
            yield quote + words[k].text + ("”" if quote == "“" else '"')
        elif k < last and words[k + 1].gap in (", ", ","):
            yield words[k].text + ","
        else:
            yield words[k].text


def _after_title(words: Sequence[Token], first: int, last: int) -> int:
    """The number of the word at which the name begins, after its title; ``last + 1`` if there is none."""
    for k in range(last, first - 1, -1):
        low = words[k].low
        if low not in _ROLES:
            continue
        if k > first and words[k - 1].low in GIVEN_NAMES.names and words[k - 1].low not in _ROLES and k == last:
            continue  # "Howard Dean", "Ruth King"
        if k == last and k > first and words[k - 1].low in ROLES.honorifics:
            continue  # "Mr. King"
        if k > first + 1 and words[k - 1].low in NOUN_PHRASES.connectors and words[k - 2].low in ORGANISATIONS.words:
            continue  # "Department of Justice"
        if k < last and words[k + 1].low in ORGANISATIONS.words:
            continue  # "Justice Department"
        if k == first and low in GIVEN_NAMES.names and k < last:
            continue  # "Dean Moss", "Earl Ray Moss"
        if k == last and k > first and low not in ROLES.titles and not _before_role(words[k - 1].low):
            continue  # "Quarra Baker"
        if k == last and k == first:
            return first  # "Dean", who can be somebody named so: whoever gathers the names knows
        start = k + 1
        if start < last and words[start].low in NOUN_PHRASES.office_links:
            start += 1
            while start <= last and words[start].low in _IN_OFFICES:
                start += 1
        return start
    return first


def _before_role(low: str) -> bool:
    """Whether a word qualifies a role rather than be the given name of somebody called Baker."""
    return low in _BEFORE_ROLES or people_word(low)


def _small_title(words: Sequence[Token], first: int) -> tuple[str, ...]:
    """The words of a role in small letters directly before a name: "journalist", "lead campaign manager"."""
    roles = ROLES.roles
    if not first or words[first].gap not in BLANKS or words[first - 1].owner or words[first - 1].low not in roles:
        return ()
    links, indefinite, modifiers = NOUN_PHRASES.ends, NOUN_PHRASES.indefinites, ROLES.modifiers
    start = first - 1
    while (
        start > 0
        and first - start < 8
        and words[start].gap in BLANKS
        and not words[start - 1].owner
        and words[start - 1].sentence == words[start].sentence
        and words[start - 1].low not in links
        and words[start - 1].low not in indefinite
        and words[start - 1].low not in _OWNED
        and (words[start - 1].capital or words[start - 1].low in roles or words[start - 1].low in modifiers)
    ):
        start -= 1
    return tuple(words[k].low for k in range(start, first))


def _naming(words: Sequence[Token], first: int, last: int, lows: tuple[str, ...], titled: bool) -> Naming:
    joined = " ".join(lows)
    if joined in ORGANISATIONS.names:
        return Naming.ORGANISATION
    if joined in PLACES.names:
        return Naming.PLACE
    if len(lows) == 1:
        text = words[first].text
        if lows[0] in ORGANISATIONS.words:
            return Naming.ORGANISATION if titled else Naming.OPEN
        if lows[0].endswith(ENDINGS.plural) and people_word(lows[0]):
            return Naming.PEOPLE
        if titled and not (text.isupper() and len(text) < 4):
            return Naming.PERSON
        if people_word(lows[0]):
            return Naming.PEOPLE
        if text.isupper() and 2 <= len(text) <= 6 and "." not in text[1:2]:
            return Naming.ORGANISATION
        if "." in text and len(text) > 3:
            return Naming.ORGANISATION
        return Naming.PERSON if lows[0] in GIVEN_NAMES.names else Naming.OPEN
    known = ORGANISATIONS.words
    if lows[-1] in known and lows[0] not in GIVEN_NAMES.names:
        return Naming.ORGANISATION
    if lows[-1].endswith(ENDINGS.plural) and people_word(lows[-1]):
        return Naming.PEOPLE
    if not titled and (any(low in NOUN_PHRASES.connectors for low in lows) or any(low in known for low in lows[1:])):
        return Naming.ORGANISATION if any(low in known for low in lows) else Naming.OPEN
    if people_word(lows[-1]) and not titled and lows[0] not in GIVEN_NAMES.names:
        return Naming.PEOPLE
    if people_word(lows[-1]) or (people_word(lows[0]) and lows[0] not in GIVEN_NAMES.names):
        return Naming.PEOPLE if all(map(people_word, lows)) else Naming.OPEN
    if titled or lows[0] in GIVEN_NAMES.names or (len(words[first].text) == 2 and words[first].text[1] == "."):
        return Naming.PERSON
    if any(len(words[k].text) == 2 and words[k].text[1] == "." for k in range(first + 1, last)):
        return Naming.PERSON
    if words[first].text.isupper() and len(words[first].text) == 2 and lows[-1] not in known:
        return Naming.PERSON  # JD Moss
    return Naming.OPEN

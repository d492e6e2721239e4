"""Whether a name is a person's, an organisation's, a place's or a people's, judged by its own words."""

from __future__ import annotations

from enum import Enum

from indexer.document import Tokens
from indexer.english import ENDINGS, GIVEN_NAMES, NOUN_PHRASES, NOUNS, ORGANISATIONS, PAGE_LINES, PLACES, ROLES
from indexer.extract.speakers.name_runs import AMPERSAND
from indexer.names.words import people_word

_ROLES = ROLES.titles | ROLES.roles
_NO_NAMES = PAGE_LINES.labels | PAGE_LINES.label_openers | NOUNS.groups | NOUNS.unnamed
"""Words in capitals before a colon that are no names."""


class Naming(Enum):
    """The kind of a name, judged by its own words."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    PEOPLE = "people"
    OPEN = "open"


def naming_of(words: Tokens, first: int, last: int, lows: tuple[str, ...], titled: bool) -> Naming:
    """The kind of a name.

    Args:
        first, last: the numbers of its first and last word.
        lows: its words folded.
        titled: whether a title stands before it.
    """
    joined = " ".join(lows)
    if joined in ORGANISATIONS.names:
        return Naming.ORGANISATION
    if joined in PLACES.names:
        return Naming.PLACE
    if len(lows) == 1:
        speaks = words[first].opens and words.at(last + 1).gap.startswith(":") and lows[0] not in _NO_NAMES
        return _naming_of_one(words[first].text, lows[0], titled, speaks)
    if any(words[k].gap == AMPERSAND for k in range(first + 1, last + 1)):
        return Naming.ORGANISATION
    known, given = ORGANISATIONS.words, lows[0] in GIVEN_NAMES.names
    if lows[-1] in known and not given:
        return Naming.ORGANISATION
    people = people_word(lows[-1])
    if people and lows[-1].endswith(ENDINGS.plural):
        return Naming.PEOPLE
    if not titled and (any(low in NOUN_PHRASES.connectors for low in lows) or any(low in known for low in lows[1:])):
        return Naming.ORGANISATION if any(low in known for low in lows) else Naming.OPEN
    if people and not titled and not given:
        return Naming.PEOPLE
    if people or (not given and people_word(lows[0])):
        return Naming.PEOPLE if all(map(people_word, lows)) else Naming.OPEN
    initials = any(len(words[k].text) == 2 and words[k].text[1] == "." for k in {first, *range(first + 1, last)})
    letters = words[first].text.isupper() and len(words[first].text) == 2 and lows[-1] not in known  # JD Moss
    return Naming.PERSON if titled or given or initials or letters else Naming.OPEN


def _naming_of_one(text: str, low: str, titled: bool, speaks: bool) -> Naming:
    if low in ORGANISATIONS.words:
        return Naming.ORGANISATION if titled else Naming.OPEN
    people = people_word(low)
    if people and low.endswith(ENDINGS.plural):
        return Naming.PEOPLE
    if titled and not (text.isupper() and len(text) < 4):
        return Naming.PERSON
    if people:
        return Naming.PEOPLE
    acronym = text.isupper() and 2 <= len(text) <= 6 and "." not in text[1:2] and low not in _ROLES
    if acronym and speaks:
        return Naming.PERSON
    if acronym or ("." in text and len(text) > 3):
        return Naming.ORGANISATION
    return Naming.PERSON if low in GIVEN_NAMES.names else Naming.OPEN

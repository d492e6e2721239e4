"""Where a name begins and ends, as the whole article tells: what looks like its title, its people, or more of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from indexer.document import Tokens
from indexer.english import GIVEN_NAMES, ROLES
from indexer.extract.speakers.names import Mention
from indexer.extract.speakers.naming import Naming
from indexer.extract.speakers.person_signs import is_person
from indexer.names.within_article import suffix
from indexer.names.words import people_word


def give_back_titles(words: Tokens, found: Sequence[Mention]) -> None:
    """Make what looks like a title a given name where it can be one and is repeated at each mention: "Major Quill".

    A title is dropped sooner or later, and stands before a full name somewhere.
    """
    by_surname: dict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        by_surname[mention.low[-1]].append(mention)
    for alike in by_surname.values():
        title = alike[0].title
        if len(alike) == 1 or len(title) != 1 or title[0] not in ROLES.given:
            continue
        if all(len(each.low) == 1 and each.title == title and words[each.head].is_capital for each in alike):
            for each in alike:
                _take_title(each)


def _take_title(mention: Mention) -> None:
    """Make the title of a mention a part of the name."""
    mention.low, mention.words = (*mention.title, *mention.low), (*map(str.title, mention.title), *mention.words)
    mention.first -= len(mention.title)
    mention.head, mention.title = mention.first, ()


def cut_people(words: Tokens, mention: Mention, alone: Counter[str], small: frozenset[str]) -> None:
    """Make a people before a person's name its title: "Italian Dario Bassi", "Kenyan Quarra Tesh"."""
    if len(mention.low) < 3 or not people_word(mention.low[0], nations_only=True):
        return
    rest = replace(mention, first=mention.first + 1, low=mention.low[1:], words=mention.words[1:])
    if is_person(words, rest, alone, small):
        mention.title = (*mention.title, mention.low[0])
        mention.first, mention.low, mention.words = rest.first, rest.low, rest.words


def cut_addition(mention: Mention, alone: Counter[str]) -> None:
    """Cut words from a name that the article also uses without them: "Ann Bell Memorial Day"."""
    if mention.naming is not Naming.PERSON or len(mention.low) < 3 or mention.low[0] not in GIVEN_NAMES.names:
        return
    another = any(low in GIVEN_NAMES.names for low in mention.low[2:])
    if alone[mention.low[1]] > (0 if another else alone[mention.low[-1]]) and not suffix(mention.low):
        mention.last = mention.first + 1
        mention.words, mention.low = mention.words[:2], mention.low[:2]
    elif len(mention.low) > 5:
        mention.naming = Naming.OPEN

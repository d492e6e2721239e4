"""How an article describes people: "the Oklahoma senator", "head of the union", "US President"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from indexer.document import Token, Tokens
from indexer.english import GRAMMAR, NOUN_PHRASES, PEOPLES, PLACES, PLURALS, ROLES
from indexer.names.words import people_word
from indexer.text import stem


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase that describes somebody.

    Args:
        heads: the keys of the words that name the role, in a title ("house speaker") perhaps several.
        words: the keys of all its content words; see ``key``.
        former: whether it is past: "the former president", "ex-wife".
        places: the keys of its words that are countries, nations or states.
        parties: the keys of its words that are parties or faiths.
        owners: the keys of possessive names: "Finch's lawyer".
    """

    heads: frozenset[str]
    words: frozenset[str]
    former: bool
    places: frozenset[str]
    parties: frozenset[str]
    owners: frozenset[str] = frozenset()


_ROLES = ROLES.roles | ROLES.titles
_BEGINS = GRAMMAR.articles | GRAMMAR.possessives
_HOME = min(PEOPLES.american, key=len)
"""The key of America, whose president and senators are named without their country."""


def key(low: str) -> str:
    """The key by which a word of a description is compared: synonyms and inflections have the same."""
    same = ROLES.synonyms
    if low in same:
        return same[low]
    return next((same[one] for one in PLURALS.singulars(low) if one in same), stem(low))


@cache
def place_key(low: str) -> str | None:
    """The common key of a country and its people ("russia", "russian"), or None for other words."""
    if low in PEOPLES.american:
        return _HOME
    if low in PLACES.names or people_word(low, nations_only=True):
        return low[:5] if len(low) > 5 else low[:4]
    return None


def description(lows: Iterable[str], heads: Iterable[str], owners: Iterable[str] = ()) -> Description:
    """The description made of folded words.

    Args:
        heads: those of the words that name the role.
        owners: the words of possessive names.
    """
    lows = [part for low in lows for part in ((low, *low.split("-")) if "-" in low else (low,))]
    content = [low for low in lows if low not in NOUN_PHRASES.empty]
    places = frozenset(place for low in content if (place := place_key(low)))
    if any(set(name.split()).issubset(content) for name in PEOPLES.american if " " in name):
        places |= {_HOME}
    return Description(
        frozenset(key(low) for low in heads),
        frozenset(key(low) for low in content if low not in ROLES.past) | places,
        any(low in ROLES.past for low in content),
        places,
        frozenset(key(low) for low in content if low in PEOPLES.parties),
        frozenset(map(key, owners)),
    )


def of_title(title: tuple[str, ...]) -> Description | None:
    """The description in a title before a name, or None for a form of address."""
    heads = [low for low in title if low in _ROLES]
    if not heads or (len(title) == 1 and title[0] in ROLES.address):
        return None
    return description(title, heads)


def after_name(words: Tokens, last: int) -> Description | None:
    """The description after a name: ", the head of the union", " (D-Ohio)", ", 25, a nurse", "is a nurse"."""
    party = _party(words, last)
    start = _start_of_appositive(words, last + 1)
    if start is None:
        return party
    tokens = _phrase(words, start)
    lows = [token.low for token in tokens]
    heads = [low for low in lows if not ROLES.roles.isdisjoint((low, *PLURALS.singulars(low)))]
    return merged(description(lows, heads, _owners(tokens)), party) if heads else party


def _start_of_appositive(words: Tokens, number: int) -> int | None:
    """Where the description after a name begins; None if there is none."""
    word, gap = words.at(number), words.at(number).gap
    aged = word.low[:1].isdigit() and gap.startswith(",") and words.at(number + 1).gap.startswith(",")
    if aged or (word.low in NOUN_PHRASES.copulas and gap == " "):
        return number + 1
    if word.low in NOUN_PHRASES.description_openers and gap == ", ":
        return number + 2
    return number if gap in (", ", " – ", " - ") and word.low not in NOUN_PHRASES.no_appositive else None


def merged(one: Description, other: Description | None) -> Description:
    """Both descriptions as one."""
    if other is None:
        return one
    return Description(
        one.heads | other.heads,
        one.words | other.words,
        one.former,
        one.places | other.places,
        one.parties | other.parties,
        one.owners | other.owners,
    )


def _party(words: Tokens, last: int) -> Description | None:
    """Party and state after a name: "(D-Calif.)", ", R-Ohio,", "of Maryland"."""
    found: list[str] = []
    for place, token in enumerate(words[last + 1 : last + 4]):
        party, *states = token.low.split("-")
        if party in PEOPLES.short and not token.gap.strip(" ,(") and token.is_capital:
            found += (PEOPLES.short[party], *(PLACES.states.get(state.replace(".", ""), state) for state in states))
        elif place == 0 and token.gap == " " and token.low in NOUN_PHRASES.of_states:
            continue
        elif token.gap == " " and token.low in PLACES.states and words[last + 1].low in NOUN_PHRASES.of_states:
            found.append(token.low)
        elif found and token.gap in ("-", "–"):
            found.append(PLACES.states.get(token.low.replace(".", ""), token.low))
        else:
            break
    heads = [low for low in found if "-" not in low][:1]
    return description([part for low in found for part in low.split("-")], heads) if found else None


def _phrase(words: Tokens, i: int) -> list[Token]:
    """The words of the noun phrase that begins at ``i``, at most 14, to the next stop or comma."""
    phrase: list[Token] = []
    for token in words[i : i + 14]:
        if phrase and (token.gap.strip(" \xa0-'’") or token.low in NOUN_PHRASES.description_ends):
            break
        phrase.append(token)
    return phrase


def _owners(phrase: Iterable[Token]) -> list[str]:
    return [token.low for token in phrase if token.owner and token.capital]


def before_name(words: Tokens, head: int) -> Description | None:
    """The phrase to which a name is the appositive, as a description: "the union's head, Ann Bell"."""
    if words[head].gap != ", ":
        return None
    for start in range(head - 1, max(-1, head - 12), -1):
        if words[start].low in _BEGINS or words.at(start - 1).owner:
            break
        if words[start].gap.strip(" \xa0-'’"):
            return None
    else:
        return None
    lows = [word.low for word in words[start:head]]
    noun = next((number for number, low in enumerate(lows) if low in NOUN_PHRASES.head_ends), len(lows))
    heads = [low for low in lows[:noun][-1:] if low in ROLES.roles]
    return description(lows, heads, _owners([words.at(start - 1)])) if heads else None


def fit(asked: Description, given: Description) -> float:
    """How well a description that an article gives of somebody fits the description in a source, 0 to 1."""
    if not asked.heads & given.heads or asked.former != given.former:
        return 0.0
    if asked.places and given.places and not asked.places & given.places:
        return 0.0
    if asked.parties and given.parties and not asked.parties & given.parties:
        return 0.0
    if asked.owners and given.owners and not asked.owners & given.owners:
        return 0.0
    wanted = asked.words - asked.heads
    met = len(wanted & given.words) / len(wanted) if wanted else 1.0
    # "the president" is rather the home one, whose country need not be said, than "the Chadian president".
    foreign = 0.1 if given.places - asked.places - {_HOME} and not asked.places else 0.0
    return max(0.1, 0.4 + 0.6 * met - foreign)

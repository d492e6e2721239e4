"""How an article describes people: "the Oklahoma senator", "head of the union", "US President"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from indexer.document import Token, Tokens
from indexer.english import ENDINGS, GRAMMAR, NOUN_PHRASES, NOUNS, PEOPLES, PLACES, PLURALS, ROLES, VERBS
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
        ages: the keys of its ages: "36", of "36-year-old" too.
        seats: the folded words of the names behind its "of": "the mayor of Varg".
        below: its words for a rank below the role: the vice president is not the president.
    """

    heads: frozenset[str]
    words: frozenset[str]
    former: bool
    places: frozenset[str]
    parties: frozenset[str]
    owners: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()
    below: frozenset[str] = frozenset()


LONGEST_AGE = 3
"""Digits of an age."""

_ROLES = ROLES.roles | ROLES.titles
_SAID = VERBS.plain | VERBS.plain_cues
_BEGINS = GRAMMAR.articles | GRAMMAR.possessives
_HOME = min(PEOPLES.american, key=len)
"""The key of America, whose president and senators are named without their country."""


@lru_cache(10_000)
def key(low: str) -> str:
    """The key by which a word of a description is compared: synonyms and inflections have the same."""
    if is_age(low):
        return low.split("-")[0]
    same = ROLES.synonyms
    if low in same:
        return same[low]
    return next((same[one] for one in PLURALS.singulars(low) if one in same), stem(low))


def is_age(low: str) -> bool:
    """Whether a word is an age: "36", "36-year-old"."""
    digits = low.split("-")[0] if low.endswith(ENDINGS.ages) else low
    return digits.isdigit() and len(digits) <= LONGEST_AGE


@cache
def place_key(low: str) -> str | None:
    """The common key of a country and its people ("russia", "russian"), or None for other words."""
    if low in PEOPLES.american:
        return _HOME
    if low in PLACES.names or people_word(low, nations_only=True):
        low = PEOPLES.same.get(low) or next(
            (PEOPLES.same[one] for one in PLURALS.singulars(low) if one in PEOPLES.same), low
        )
        return low[:5]
    return None


def description(
    lows: Iterable[str], heads: Iterable[str], owners: Iterable[str] = (), seats: Iterable[str] = ()
) -> Description:
    """The description made of folded words.

    Args:
        heads: those of the words that name the role.
        owners: the words of possessive names.
        seats: the words of names behind "of".
    """
    lows = [part for low in lows for part in _parts(low)]
    content = [low for low in lows if low not in NOUN_PHRASES.empty]
    places = frozenset(place for low in content if (place := place_key(low)))
    if any(set(name.split()).issubset(content) for name in PEOPLES.american if " " in name):
        places |= {_HOME}
    return Description(
        frozenset(_head_key(low) for low in heads),
        frozenset(key(low) for low in content if low not in ROLES.past) | places,
        any(low in ROLES.past for low in content),
        places,
        frozenset(key(low) for low in content if low in PEOPLES.parties),
        frozenset(map(key, owners)),
        frozenset(key(low) for low in content if is_age(low)),
        frozenset(seats),
        frozenset(low for low in content if low in ROLES.below),
    )


def seats(tokens: Sequence[Token]) -> Iterator[str]:
    """The folded words of the names behind "of" in a noun phrase: "the mayor of Varg"."""
    behind = False
    for token in tokens:
        behind = token.low in GRAMMAR.genitive or (behind and (token.capital or token.low in GRAMMAR.articles))
        if behind and token.capital:
            yield token.low


def _head_key(low: str) -> str:
    """The key of a word that names a role, or one of a people: "the Kenyan"."""
    return place_key(low) or key(low) if is_nation(low) or low in PLACES.names else key(low)


def is_nation(low: str) -> bool:
    """Whether a word is that of a nation or people, which may be what somebody is called."""
    return people_word(low, nations_only=True)


def _parts(low: str) -> tuple[str, ...]:
    """A word, and the parts of a compound; an age is one word."""
    return (low, *low.split("-")) if "-" in low and not is_age(low) else (low,)


def of_title(title: tuple[str, ...]) -> Description | None:
    """The description in a title before a name, or None for a form of address."""
    heads = [low for low in title if low in _ROLES or is_nation(low)]
    if not heads or (len(title) == 1 and title[0] in ROLES.address):
        return None
    return description(title, heads)


def after_name(words: Tokens, last: int) -> Description | None:
    """The description after a name: ", the head of the union", " (D-Ohio)", ", 25, a nurse", "is a nurse"."""
    age = [words[last + 1].low] if _is_age_after(words, last + 1) else []
    party = description(age, age) if age else _party(words, last)
    start = _start_of_appositive(words, last + 1)
    if start is None:
        return party
    tokens = _phrase(words, start)
    said = next((place for place, token in enumerate(words[start : start + 4]) if token.low in _SAID), 0)
    if words.at(start).gap == ", " and 0 < said <= len(tokens):
        return party  # "Asked about Bell, the clerk said": this is who speaks
    if len(tokens) > 1 and _acts(tokens):
        return party  # "Bell, the mayor, dined with the bishop"
    lows = [token.low for token in tokens]
    heads = [token.low for number, token in enumerate(tokens) if _is_head(tokens, number)]
    return merged(description(lows, heads, _owners(tokens), seats(tokens)), party) if heads else party


def body_noun(words: Tokens, last: int) -> str:
    """The noun of a body in the appositive after a name: "Tern, the delivery firm,"; "" without one."""
    start = _start_of_appositive(words, last + 1)
    if start is None or words.at(start).gap != ", " or words[start].low not in GRAMMAR.articles:
        return ""
    nouns = [token.low for token in _phrase(words, start)]
    end = next((place for place, low in enumerate(nouns) if place and low in NOUN_PHRASES.head_ends), len(nouns))
    return nouns[end - 1] if nouns[end - 1] in NOUNS.organisations else ""


def _acts(tokens: Sequence[Token]) -> bool:
    """Whether words behind a comma are a verb and what it is done with: "dined with the bishop"."""
    verb, behind = tokens[0].low, tokens[1].low
    known = verb in ROLES.past or verb in ROLES.roles or verb in ROLES.titles or verb in ROLES.modifiers
    return verb.endswith(ENDINGS.past) and not known and (behind in NOUN_PHRASES.ends or behind in GRAMMAR.determiners)


def _is_head(tokens: Sequence[Token], number: int) -> bool:
    """Whether somebody may be called by a word of a description: by a role, or by an age or a people of that person."""
    low = tokens[number].low
    if not ROLES.roles.isdisjoint((low, *PLURALS.singulars(low))):
        return True
    if number + 1 < len(tokens) and tokens[number + 1].capital:
        return False  # somebody else is named there: "met 24-year-old Ann Bell"
    if is_age(low):
        return number > 0 and tokens[number - 1].low in GRAMMAR.articles
    return is_nation(low) and not any(token.low in NOUN_PHRASES.ends for token in tokens[1:number])


def _is_age_after(words: Tokens, number: int) -> bool:
    """Whether a word behind a name is an age: ", 25,", " (25)"."""
    word = words.at(number)
    if not is_age(word.low) or not word.low.isdigit():
        return False
    after = words.at(number + 1).gap
    if word.gap == " (":
        return after.startswith(")") or words.at(number + 1).sentence != word.sentence
    return word.gap == ", " and not after.startswith(" ") and after[:1] != "-"


def of_country(words: Tokens, head: int) -> Description | None:
    """The country that owns a name: "Japan’s Kenji Sato"."""
    before = words.at(head - 1)
    if not before.owner or before.low not in PLACES.names or words[head].opens:
        return None
    return description([before.low], [before.low])


def age_before(words: Tokens, first: int) -> Description | None:
    """The age before a name: "36-year-old Ann Bell"."""
    before = words.at(first - 1)
    if words[first].gap != " " or not before.low.endswith(ENDINGS.ages) or not is_age(before.low):
        return None
    return description([before.low], [before.low])


def _start_of_appositive(words: Tokens, number: int) -> int | None:
    """Where the description after a name begins; None if there is none."""
    word, gap = words.at(number), words.at(number).gap
    if word.opens:
        return None
    aged = word.low[:1].isdigit() and gap.startswith(",") and words.at(number + 1).gap.startswith(",")
    if aged:
        return number + 1
    if word.low in NOUN_PHRASES.copulas and gap == " ":
        after = words.at(number + 1).low  # not "was accused by a neighbour"
        return number + 1 if after in _BEGINS or after in _ROLES or after in ROLES.modifiers | ROLES.past else None
    if word.low in NOUN_PHRASES.description_openers and gap == ", ":
        return number + 2
    return number if gap in (", ", " – ", " - ") and word.low not in NOUN_PHRASES.no_appositive else None


def with_place(title: Description | None, words: Tokens, last: int) -> Description | None:
    """The description of a title, with the place behind the name: "Governor Ann Bell of Ohio"."""
    return None if title is None else merged(title, _party(words, last))


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
        one.ages | other.ages,
        one.seats | other.seats,
        one.below | other.below,
    )


def _party(words: Tokens, last: int) -> Description | None:
    """Party and state after a name: "(D-Calif.)", ", R-Ohio,", "of Maryland"."""
    found: list[str] = []
    of: list[str] = []
    for place, token in enumerate(words[last + 1 : last + 4]):
        party, *states = token.low.split("-")
        if party in PEOPLES.short and not token.gap.strip(" ,(") and token.is_capital:
            found += (PEOPLES.short[party], *(PLACES.states.get(state.replace(".", ""), state) for state in states))
        elif place == 0 and token.gap == " " and token.low in NOUN_PHRASES.of_states:
            continue
        elif token.gap == " " and token.low in PLACES.states and words[last + 1].low in NOUN_PHRASES.of_states:
            found.append(token.low)
            of.append(token.low)
        elif found and token.gap in ("-", "–"):
            found.append(PLACES.states.get(token.low.replace(".", ""), token.low))
        else:
            break
    heads = [low for low in found if "-" not in low][:1]
    return description([part for low in found for part in low.split("-")], heads, seats=of) if found else None


def _phrase(words: Tokens, i: int) -> list[Token]:
    """The words of the noun phrase that begins at ``i``, at most 14, to the next stop or comma."""
    phrase: list[Token] = []
    for token in words[i : i + 14]:
        if phrase and (token.opens or token.gap.strip(" \xa0-'’") or token.low in NOUN_PHRASES.description_ends):
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
        if words[start].opens or words[start].gap.strip(" \xa0-'’"):
            return None
    else:
        return None
    lows = [word.low for word in words[start:head]]
    noun = next((number for number, low in enumerate(lows) if low in NOUN_PHRASES.head_ends), len(lows))
    heads = [low for low in lows[:noun][-1:] if low in ROLES.roles]
    owners = _owners([words.at(start - 1)])
    return description(lows, heads, owners, seats(words[start:head])) if heads else None


def fit(asked: Description, given: Description) -> float:
    """How well a description that an article gives of somebody fits the description in a source, 0 to 1."""
    if not asked.heads & given.heads or asked.former != given.former or asked.below != given.below:
        return 0.0
    if asked.places and given.places and not asked.places & given.places:
        return 0.0
    if asked.parties and given.parties and not asked.parties & given.parties:
        return 0.0
    if asked.seats and given.seats and not asked.seats & given.seats:
        return 0.0
    if asked.ages and given.ages and not asked.ages & given.ages:
        return 0.0
    if asked.owners and given.owners and not asked.owners & given.owners:
        return 0.0
    wanted = asked.words - asked.heads
    met = len(wanted & given.words) / len(wanted) if wanted else 1.0
    # "the president" is rather the home one, whose country need not be said, than "the Chadian president".
    foreign = 0.1 if given.places - asked.places - {_HOME} and not asked.places else 0.0
    return max(0.1, 0.4 + 0.6 * met - foreign)

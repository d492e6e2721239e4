"""Signs that a name is a person's, and of which sex: titles, given names, and the words around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from indexer.document import Tokens
from indexer.english import (
    CLAUSES,
    ENDINGS,
    GRAMMAR,
    NAME_PARTS,
    NOUN_PHRASES,
    NOUNS,
    ORGANISATIONS,
    PLACES,
    ROLES,
    TIME,
    VERBS,
)
from indexer.extract.speakers.entities import Entity
from indexer.extract.speakers.names import Mention
from indexer.languages.word_classes import SEXES
from indexer.names.words import given_sex, people_word, title_sex

MOST_LOOKED_AT = 12
"""Mentions of one name whose surroundings are read, at most."""

_APPOSITIVE = GRAMMAR.personal_relatives | GRAMMAR.articles
_COMMON = PLACES.names | TIME.days_and_months | ORGANISATIONS.words | ROLES.roles | NOUNS.groups | NOUN_PHRASES.openers
_COMMON_SURNAMES = _COMMON - ROLES.roles
"""Nouns and places, which are no part of a person's name."""
_PRONOUN_SEX: dict[str, str] = {low: SEXES[pronoun] for low, pronoun in GRAMMAR.pronouns.items() if pronoun in SEXES}


def is_person(words: Tokens, mention: Mention, alone: Counter[str], small: frozenset[str]) -> bool:
    """Whether a name with an unknown given name is a person's, judged by the words around it and by its other uses."""
    if not 2 <= len(mention.low) <= 4 or mention.the or people_word(mention.low[0]):
        return False
    *given, surname = mention.low
    given = given[given[0] in NOUN_PHRASES.openers :]  # such a word is in a name only where it cannot be another
    given = [low for low in given if low not in NAME_PARTS.particles]
    if any(low in small or low in _COMMON for low in given) or surname in _COMMON_SURNAMES:
        return False
    if alone[mention.low[-1]]:
        return True
    if any(word.low in _PRONOUN_SEX for word in words[mention.last + 1 : mention.last + 7]):
        return True
    if words[mention.head].gap == ", " and words.at(mention.head - 1).low in ROLES.roles:
        return True
    before, after, verbs = words.at(mention.first - 1), words.at(mention.last + 1), VERBS.reporting
    if speaks_in_apposition(words, mention):
        return True
    if not words[mention.last].owner:
        if after.gap == " " and (after.low in verbs or _says_later(words, mention.last + 1)) and not after.is_capital:
            return True
        if after.gap == ", " and (after.low in _APPOSITIVE or after.low in ROLES.roles or after.low.isdigit()):
            return True
    return before.low in verbs and words[mention.first].gap == " "


def speaks_in_apposition(words: Tokens, mention: Mention) -> bool:
    """Whether a name stands between commas before a plain verb of speech: "One of them, Quarra Tesh, said"."""
    after = words.at(mention.last + 1)
    plain = after.low in VERBS.plain or after.low in VERBS.plain_cues
    return plain and after.gap == ", " and words[mention.first].gap == ", "


def owns_a_relative(words: Tokens, mention: Mention) -> bool:
    """Whether a name is a thing's or a body's, as the clause behind it tells: "Tarn, which makes prams,"."""
    after = words.at(mention.last + 1)
    return after.gap == ", " and after.low in GRAMMAR.relatives and after.low not in GRAMMAR.personal_relatives


def _says_later(words: Tokens, number: int) -> bool:
    """Whether a verb that reports follows an auxiliary or an adverb: "will say", "later said"."""
    word, after = words.at(number), words.at(number + 1)
    between = word.low in GRAMMAR.auxiliaries or word.low in CLAUSES.before_verbs
    return between and after.gap == " " and after.low in VERBS.reporting


def printed_sex(entity: Entity) -> str:
    """The sex by the titles before a name, or else by the given name: "m", "f" or ""."""
    votes = Counter(sex for mention in entity.mentions if (sex := title_sex(mention.title[-1:])))
    first = next((sex for mention in entity.mentions if (sex := title_sex(mention.title))), "")
    return votes.most_common(1)[0][0] if votes else first or given_sex(entity.low[0])


def is_thing(words: Tokens, entity: Entity) -> bool:
    """Whether a name of one word, without a sign of a person, is a firm or place: "NorthWire", "in Varg"."""
    if len(entity.low) > 1 or any(mention.title for mention in entity.mentions):
        return False
    inner = entity.name[1:]
    if not inner.islower() and not inner.isupper() and not entity.low[0].startswith(ENDINGS.capital_inside):
        return inner.isalpha()
    if any(_owns_as_body(words, mention) for mention in entity.mentions[:MOST_LOOKED_AT]):
        return True
    placed = sum(words.at(m.head - 1).low in NOUN_PHRASES.only_before_places for m in entity.mentions)
    if 2 * placed >= len(entity.mentions):
        return True
    after = (words[m.last + 1 : m.last + 12] for m in entity.mentions[:12] if not words[m.last].owner)
    return sum(any(word.low in NOUN_PHRASES.thing_pronouns for word in near) for near in after) > 1


def _owns_as_body(words: Tokens, mention: Mention) -> bool:
    after = words.at(mention.last + 1)
    return after.gap == " " and after.low in NOUNS.of_bodies and after.text.islower()


def sex_by_pronouns(words: Tokens, entity: Entity, of: Mapping[int, Entity]) -> str:
    """The sex of the pronouns between a name and the next person's name, if they agree."""
    votes = Counter[str]()
    for mention in entity.mentions[:12]:
        sentence = words[mention.last].sentence
        for k in range(mention.last + 1, min(len(words), mention.last + 30)):
            other = of.get(k)
            if words[k].sentence > sentence + 1 or (other is not None and other.person and other is not entity):
                break
            if sex := _PRONOUN_SEX.get(words[k].low):
                votes[sex] += 1
                break
    (sex, most), *rest = votes.most_common() or [("", 0)]
    return sex if not rest or most > 2 * rest[0][1] else ""

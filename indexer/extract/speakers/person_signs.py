"""What shows that a name is a person's, and of which sex: titles, given names, and the words around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from indexer.document import Token
from indexer.english import ENDINGS, GRAMMAR, NOUN_PHRASES, NOUNS, ORGANISATIONS, PLACES, ROLES, TIME, VERBS
from indexer.extract.speakers.entities import Entity
from indexer.extract.speakers.names import Mention
from indexer.languages.word_classes import SEXES
from indexer.names.words import given_sex, people_word, title_sex

_APPOSITIVE = GRAMMAR.personal_relatives | GRAMMAR.articles
_COMMON = PLACES.names | TIME.days_and_months | ORGANISATIONS.words | ROLES.roles | NOUNS.groups | NOUN_PHRASES.openers
_PRONOUN_SEX: dict[str, str] = {low: SEXES[pronoun] for low, pronoun in GRAMMAR.pronouns.items() if pronoun in SEXES}


def is_person(words: Sequence[Token], mention: Mention, alone: Counter[str], small: frozenset[str]) -> bool:
    """Whether a name of unknown given name is a person's: as the words around it, and its use elsewhere, tell."""
    if not 2 <= len(mention.low) <= 4 or mention.the or people_word(mention.low[0]):
        return False
    *given, surname = mention.low
    if any(low in small or _common(low) for low in given) or (surname not in ROLES.roles and _common(surname)):
        return False
    if alone[mention.low[-1]]:
        return True
    after = words[mention.last + 1] if mention.last + 1 < len(words) else None
    if any(word.low in _PRONOUN_SEX for word in words[mention.last + 1 : mention.last + 7]):
        return True
    before = words[mention.first - 1] if mention.first else None
    verbs = VERBS.reporting
    if after is not None and not words[mention.last].owner:
        if after.gap == " " and after.low in verbs and not after.text[0].isupper():
            return True
        if after.gap == ", " and (after.low in _APPOSITIVE or after.low.isdigit()):
            return True
        if after.gap == ", " and after.low in ROLES.roles:
            return True
    return before is not None and before.low in verbs and words[mention.first].gap == " "


def _common(low: str) -> bool:
    """Whether a folded word is a noun or a place and so, beside another, no part of a person's name."""
    return low in _COMMON


def printed_sex(entity: Entity) -> str:
    """The sex that titles before a name tell, else its given name: "m", "f" or ""."""
    votes = Counter(sex for mention in entity.mentions if (sex := title_sex(mention.title[-1:] or ())))
    for mention in entity.mentions:
        if (sex := title_sex(mention.title)) and not votes:
            votes[sex] += 1
    if votes:
        return votes.most_common(1)[0][0]
    return given_sex(entity.low[0])


def is_thing(words: Sequence[Token], entity: Entity) -> bool:
    """Whether a single word that nothing shows to be a person is rather a firm: "NorthWire", "Tern ... its"."""
    if len(entity.low) > 1 or any(mention.title for mention in entity.mentions):
        return False
    inner = entity.name[1:]
    if not inner.islower() and not inner.isupper() and not entity.low[0].startswith(ENDINGS.capital_inside):
        return inner.isalpha()
    after = (words[m.last + 1 : m.last + 12] for m in entity.mentions[:12] if not words[m.last].owner)
    return sum(any(word.low in NOUN_PHRASES.thing_pronouns for word in near) for near in after) > 1


def sex_by_pronouns(words: Sequence[Token], entity: Entity, of: Mapping[int, Entity]) -> str:
    """The sex of the pronouns that follow a name before another person's does, where they agree."""
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

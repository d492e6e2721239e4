"""Gathers the names of an article into persons and organisations, each under its fullest name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from indexer.extract.descriptions import Description, after_name, before_name, of_title
from indexer.extract.names import Mention, Naming, given_names, nickname_sets
from indexer.extract.tokens import Token
from indexer.extract.verbs import cue_verbs
from indexer.text import fold
from indexer.words import entries


@dataclass(slots=True, eq=False)
class Entity:
    """A person or an organisation of an article.

    Args:
        name: the fullest printed form.
        person: False for organisations, countries and the like.
        sex: "m", "f" or "" while nothing tells.
        mentions: where it is named, in order.
        descriptions: what the article says that it is.
    """

    name: str
    low: tuple[str, ...]
    person: bool
    sex: str = ""
    mentions: list[Mention] = field(default_factory=list)
    descriptions: list[Description] = field(default_factory=list)
    full: list[int] = field(default_factory=list)


@cache
def _forms() -> dict[str, frozenset[str]]:
    return nickname_sets()


@dataclass(slots=True)
class Cast:
    """Everyone and everything that an article names, with the mentions resolved to them.

    Args:
        entities: in order of their first mention.
        of: the entity of a mention, by the number of its first word.
        by_word: for each folded word of a name, the entities that have it.
    """

    entities: list[Entity]
    of: dict[int, Entity]
    by_word: dict[str, list[Entity]]
    rivals: dict[int, tuple[Entity, ...]]


def cast(words: Sequence[Token], found: Sequence[Mention]) -> Cast:
    """The persons and organisations that the mentions of an article name."""
    full: list[Mention] = []
    single: list[Mention] = []
    alone = Counter(m.low[-1] for m in found if len(m.low) == 1)
    for mention in found:
        if mention.naming is Naming.OPEN and len(mention.low) > 1 and _is_person(words, mention, alone):
            mention.naming = Naming.PERSON
        _trim(mention, alone)
        (full if len(_core(mention.low)) > 1 else single).append(mention)
    entities: list[Entity] = []
    by_word: dict[str, list[Entity]] = defaultdict(list)
    of: dict[int, Entity] = {}
    for mention in full:
        if mention.naming in (Naming.PEOPLE,):
            continue
        entity = _same(mention, by_word)
        if entity is None:
            entity = Entity(mention.name, mention.low, mention.naming is Naming.PERSON)
            entities.append(entity)
        for low in _core(mention.low):
            if entity not in by_word[low]:
                by_word[low].append(entity)
        entity.mentions.append(mention)
        entity.full.append(mention.first)
        of[mention.first] = entity
    for entity in entities:
        if entity.person:
            entity.name, entity.low = _fullest(entity)
    _whole_organisations(entities, by_word)
    cast_ = Cast(entities, of, by_word, {})
    repeated = Counter(m.low for m in single)
    for mention in single:
        _place_single(words, mention, cast_, repeated)
    for entity in entities:
        entity.mentions.sort(key=lambda m: m.first)
        if entity.person:
            _describe(words, entity)
            entity.sex = _sex(entity)
    return cast_


def _trim(mention: Mention, alone: Counter[str]) -> None:
    """Cut what a run of capitals adds to a name that the article uses without it: "Ann Bell Memorial Day"."""
    if mention.naming is not Naming.PERSON or len(mention.low) < 3 or mention.title:
        return
    if alone[mention.low[1]] and not alone[mention.low[-1]] and mention.low[-1] not in entries("name_suffixes"):
        mention.last = mention.first + 1
        mention.words, mention.low = mention.words[:2], mention.low[:2]


def _fullest(entity: Entity) -> tuple[str, tuple[str, ...]]:
    """The form under which a person goes: the longest, but a middle initial only where it is usual."""
    counts = Counter((mention.name, mention.low) for mention in entity.mentions)

    def rank(form: tuple[str, tuple[str, ...]]) -> tuple[bool, int, int, int]:
        low = form[1]
        known = low[0] in given_names() or len(low[0]) == 1
        bare = sum(len(word) > 1 for word in low)
        return known, bare, counts[form], len(low)

    return max(counts, key=rank)


def _core(low: tuple[str, ...]) -> tuple[str, ...]:
    suffixes = entries("name_suffixes")
    return tuple(word for word in low if word not in suffixes)


def _is_person(words: Sequence[Token], mention: Mention, alone: Counter[str]) -> bool:
    """Whether a name of unknown given name is a person's: as the words around it, and its use elsewhere, tell."""
    if not 2 <= len(mention.low) <= 4 or mention.the:
        return False
    if any(low in entries("places") or low in entries("weekdays_and_months") for low in mention.low):
        return False
    if alone[mention.low[-1]]:
        return True
    after = words[mention.last + 1] if mention.last + 1 < len(words) else None
    before = words[mention.first - 1] if mention.first else None
    verbs = cue_verbs()
    if after is not None and not words[mention.last].owner:
        if after.gap == " " and after.low in verbs and not after.text[0].isupper():
            return True
        if after.gap == ", " and (after.low in ("who", "whose", "a", "an", "the") or after.low.isdigit()):
            return True
        if after.gap == ", " and after.low in entries("role_nouns"):
            return True
    return before is not None and before.low in verbs and words[mention.first].gap == " "


def _same(mention: Mention, by_word: dict[str, list[Entity]]) -> Entity | None:
    """The entity that a name of several words names again."""
    low = _core(mention.low)
    for entity in by_word.get(low[-1], ()):
        known = _core(entity.low)
        if low == known:
            return entity
        person = mention.naming is Naming.PERSON and entity.person
        same_suffix = _suffix(mention.low) in ("", _suffix(entity.low))
        if person and same_suffix and known[-1] == low[-1] and _agree(low, known):
            return entity
    return None


def _suffix(low: tuple[str, ...]) -> str:
    return low[-1] if low[-1] in entries("name_suffixes") else ""


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of one surname can be one person's: "Ann Bell", "Ann R. Bell", "Annie Bell"."""
    a, b = one[0], other[0]
    initial = (len(a) == 1 or len(b) == 1) and a[0] == b[0]
    same = a == b or initial or b in _forms().get(a, ()) or a in other[:-1] or b in one[:-1]
    if not same:
        return False
    middle, others = one[1:-1], other[1:-1]
    if middle and others:
        return (
            middle == others or middle[0][0] == others[0][0] or set(middle) <= set(others) or set(others) <= set(middle)
        )
    return True


def _whole_organisations(entities: list[Entity], by_word: dict[str, list[Entity]]) -> None:
    """Short names of organisations take the long one that ends or begins so: "the Times", "Security Council"."""
    for entity in entities:
        if entity.person:
            continue
        longer = [
            other
            for other in by_word.get(entity.low[-1], ())
            if not other.person and len(other.low) > len(entity.low) and other.low[-len(entity.low) :] == entity.low
        ]
        if longer:
            entity.name = max(longer, key=lambda other: len(other.mentions)).name


def _place_single(words: Sequence[Token], mention: Mention, known: Cast, repeated: Counter[tuple[str, ...]]) -> None:
    low = _core(mention.low)[0]
    token = words[mention.first]
    if mention.naming is Naming.PEOPLE:
        return
    options = [e for e in known.by_word.get(low, ()) if low in e.low]
    people = [e for e in options if e.person and e.low and low in (_last(e.low), e.low[0], *e.low[1:-1])]
    surnames = [e for e in people if _last(e.low) == low]
    pool = surnames or people
    pool = _agreeing(mention, pool)
    spoken_of = mention.naming in (Naming.PERSON, Naming.OPEN)
    if surnames and not spoken_of and not _place_here(words, mention):
        spoken_of = mention.naming is Naming.PLACE or len(low) > 3
    if pool and spoken_of and not (mention.the and not mention.title):
        chosen, rivals = _choose(mention, pool)
        known.of[mention.first] = chosen
        if rivals:
            known.rivals[mention.first] = rivals
        chosen.mentions.append(mention)
        return
    if mention.naming is not Naming.PERSON:
        organisations = [e for e in options if not e.person]
        if len(organisations) > 0 and (mention.the or len(organisations) == 1) and mention.naming is not Naming.PLACE:
            entity = organisations[0]
            known.of[mention.first] = entity
            entity.mentions.append(mention)
            return
    if mention.naming is Naming.ORGANISATION:
        entity = _acronym(low, known) or _new(mention, known, person=False)
    elif mention.naming is Naming.PLACE:
        entity = _new(mention, known, person=False)
    elif mention.naming is Naming.PERSON or (repeated[mention.low] > 1 and not mention.the):
        if mention.naming is Naming.OPEN and token.low in entries("organisation_words"):
            return
        entity = _new(mention, known, person=True)
    else:
        return
    known.of[mention.first] = entity
    entity.mentions.append(mention)


def _place_here(words: Sequence[Token], mention: Mention) -> bool:
    """Whether a name that is a place's and a person's stands where a place would: "in Jordan"."""
    before = words[mention.first - 1] if mention.first else None
    return before is not None and before.low in ("in", "from", "to", "at", "near", "across", "outside")


def _new(mention: Mention, known: Cast, *, person: bool) -> Entity:
    low = mention.low[0]
    for entity in known.by_word.get(low, ()):
        if entity.low == mention.low:
            return entity
    name = mention.name
    if person and name.isupper() and len(name) > 3:
        name = name.title()
    entity = Entity(name, mention.low, person)
    known.entities.append(entity)
    known.by_word[low].append(entity)
    return entity


def _acronym(low: str, known: Cast) -> Entity | None:
    """The organisation whose capitals make the acronym, if the article spells it out."""
    if not 2 <= len(low) <= 6:
        return None
    small = ("of", "for", "the", "and", "on", "&", "in")
    for entity in known.entities:
        if not entity.person and len(entity.low) >= 2:
            initials = "".join(word[0] for word in entity.low if word not in small)
            if initials == low or "".join(word[0] for word in entity.low) == low:
                return entity
    return None


def _last(low: tuple[str, ...]) -> str:
    core = _core(low)
    return core[-1] if core else low[-1]


def _agreeing(mention: Mention, pool: list[Entity]) -> list[Entity]:
    """Those of the pool whose sex the title allows: Mrs. Bell is not Mr. Bell."""
    sex = title_sex(mention.title)
    return [e for e in pool if not sex or given_sex(e.low[0]) in ("", sex)]


def _choose(mention: Mention, pool: list[Entity]) -> tuple[Entity, tuple[Entity, ...]]:
    """Which of several people of one name is meant, and the others when that is not certain.

    The one named in full most often holds the bare name, save where another was named in full just before.
    """
    if len(pool) == 1:
        return pool[0], ()

    def weight(entity: Entity) -> float:
        earlier = [first for first in entity.full if first < mention.first]
        if not earlier:
            return 0.2 * len(entity.full)
        near = mention.first - earlier[-1]
        return 1.0 + min(len(entity.full), 6) * 0.5 + (0.5 if near < 40 else 0.0)

    ranked = sorted(pool, key=lambda e: (-weight(e), e.full[:1] or [0]))
    close = tuple(e for e in ranked[1:] if weight(ranked[0]) - weight(e) < 0.5)
    return ranked[0], close


@cache
def given_sex(low: str) -> str:
    """The sex that a folded given name tells: "m", "f" or ""."""
    if low in entries("given_names_male"):
        return "m"
    return "f" if low in entries("given_names_female") else ""


def title_sex(title: Sequence[str]) -> str:
    """The sex that the words before a name tell: "m", "f" or ""."""
    for low in title:
        if low in entries("honorifics_male") or low in entries("role_nouns_male"):
            return "m"
        if low in entries("honorifics_female") or low in entries("role_nouns_female"):
            return "f"
    return ""


def _describe(words: Sequence[Token], entity: Entity) -> None:
    seen = 0
    for mention in entity.mentions:
        for found in (of_title(mention.title), before_name(words, mention.head), after_name(words, mention.last)):
            if found is not None:
                entity.descriptions.append(found)
                seen += 1
        if seen > 40:
            return


def _sex(entity: Entity) -> str:
    votes = Counter(sex for mention in entity.mentions if (sex := title_sex(mention.title[-1:] or ())))
    for mention in entity.mentions:
        if (sex := title_sex(mention.title)) and not votes:
            votes[sex] += 1
    if votes:
        return votes.most_common(1)[0][0]
    if len(entity.low) > 1:
        return given_sex(entity.low[0])
    return given_sex(entity.low[0])


def printed_key(name: str) -> str:
    """A name folded for comparison."""
    return fold(name)

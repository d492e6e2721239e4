"""Groups the mentions of an article into persons and organisations, each with its fullest name."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice

from indexer.document import Tokens
from indexer.english import GIVEN_NAMES, GRAMMAR, NOUN_PHRASES, ORGANISATIONS, ROLES
from indexer.extract.speakers.descriptions import (
    Description,
    after_name,
    age_before,
    before_name,
    body_noun,
    fit,
    of_country,
    of_title,
    with_place,
)
from indexer.extract.speakers.entities import Cast, Entity
from indexer.extract.speakers.name_limits import cut_addition, cut_people, give_back_titles
from indexer.extract.speakers.names import Mention
from indexer.extract.speakers.naming import Naming
from indexer.extract.speakers.person_signs import (
    is_person,
    is_thing,
    owns_a_relative,
    printed_sex,
    sex_by_pronouns,
    speaks_in_apposition,
)
from indexer.names.within_article import Name, is_tail, share_given_names, suffix, surname, without_suffix
from indexer.names.words import given_sex, title_sex

MOST_DESCRIPTIONS = 40
"""The most descriptions of one person that are kept."""

MOST_TITLES = 12
"""The most mentions of one person whose titles are compared."""

MOST_OF_ONE_ROLE = 40
"""The most people that are found by one role; in PolNeAR's articles at most 13 share one."""

LONGEST_ACRONYM = 6


def cast(words: Tokens, found: Sequence[Mention]) -> Cast:
    """The persons and organisations of an article, from its mentions."""
    small = words.small
    alone = Counter(mention.low[-1] for mention in found if len(mention.low) == 1)
    known, single = Cast(), []
    give_back_titles(words, found)
    for mention in found:
        if mention.naming is Naming.OPEN and len(mention.low) > 1:
            cut_people(words, mention, alone, small)
            if is_person(words, mention, alone, small) and not body_noun(words, mention.last):
                mention.naming = Naming.PERSON
        cut_addition(mention, alone)
        if len(without_suffix(mention.low)) == 1:
            single.append(mention)
        elif mention.naming is not Naming.PEOPLE:
            _place_full(mention, known)
    for entity in known.entities:
        if entity.person:
            entity.name, entity.low = _fullest(entity.mentions)
    _whole_organisations(known)
    known.addressed, known.by_acronym = _addressed(single), _acronyms(known.entities)
    known.by_acronym |= _in_brackets(words, single, known)
    repeated = Counter(mention.low for mention in single)
    for mention in single:
        if mention.low[0] in small and mention.naming is Naming.OPEN and not mention.title:
            repeated[mention.low] = 0
        _place_single(words, mention, known, repeated)
    _add_siblings(words, known)
    for entity in known.entities:
        entity.mentions.sort(key=lambda mention: mention.first)
        if entity.person:
            entity.descriptions = list(islice(_descriptions(words, entity), MOST_DESCRIPTIONS))
            printed, called = printed_sex(entity), sex_by_pronouns(words, entity, known.of)
            entity.sex, entity.agreed = printed or called, bool(printed) and printed == called
            entity.person = bool(entity.sex) or not is_thing(words, entity)
        entity.nouns = frozenset(filter(None, (body_noun(words, mention.last) for mention in entity.mentions)))
    _look_up(known)
    return known


def _place_full(mention: Mention, known: Cast) -> None:
    """Resolve a name of several words to its person or organisation, a new one if need be."""
    name = without_suffix(mention.low)
    entity = _same(mention, known) or known.by_name.get(name)
    if entity is None:
        entity = known.by_name[name] = Entity(mention.name, mention.low, mention.naming is Naming.PERSON)
        known.entities.append(entity)
    for low in name:
        known.know(low, entity)
    entity.namings.add(mention.naming)
    entity.full.append(mention.first)
    known.add(mention, entity)


def _look_up(known: Cast) -> None:
    """Fill the lookups by role and by the first letter of the surname."""
    for entity in known.entities:
        if entity.full:
            known.by_initial.setdefault(surname(entity.low)[:1], []).append(entity)
        for head in dict.fromkeys(head for given in entity.descriptions for head in given.heads):
            described = known.by_role.setdefault(head, [])
            if len(described) < MOST_OF_ONE_ROLE:
                described.append(entity)


def _same(mention: Mention, known: Cast) -> Entity | None:
    """The known entity with a name of several words, or None."""
    low = without_suffix(mention.low)
    for entity in known.by_word.get(low[-1], ()):
        name = without_suffix(entity.low)
        if low == name:
            return entity
        person = mention.naming is Naming.PERSON and entity.person
        same_suffix = suffix(mention.low) in ("", suffix(entity.low))
        people = {mention.naming, *entity.namings}
        if people <= {Naming.PERSON, Naming.OPEN} and Naming.PERSON in people and is_tail(low, name):
            entity.person = True
            return entity
        if person and same_suffix and name[-1] == low[-1] and share_given_names(low, name):
            return entity
    return None


def _add_siblings(words: Tokens, known: Cast) -> None:
    """Let a family name mean each of two who share one: of "Nora and Vera Moe" both are Moe."""
    for entity in known.entities:
        other = next((each for mention in entity.mentions if (each := _sibling(words, mention, known))), None)
        if other is None or not entity.person or other is entity:
            continue
        for single in entity.mentions:
            if len(single.low) == 1 and single.low[0] == surname(entity.low) and _agreeing(single, [other]):
                known.rivals[single.first] = (*known.rivals.get(single.first, ()), other)
                known.shared.add(single.first)


def _sibling(words: Tokens, mention: Mention, known: Cast) -> Entity | None:
    """Who is named by a given name and "and" before a full name."""
    other = known.of.get(mention.first - 2)
    if other is None or not other.person or len(other.low) > 1 or len(mention.low) < 2:
        return None
    if other.low[0] not in GIVEN_NAMES.names:
        return None
    return other if words[mention.first - 1].low in GRAMMAR.additive and not words[mention.first - 2].owner else None


def _fullest(mentions: Sequence[Mention]) -> tuple[str, Name]:
    """The full name of a person, printed and folded: the longest one, with a middle initial only if it is usual."""
    counts = Counter((mention.name, mention.low) for mention in mentions)

    def rank(form: tuple[str, Name]) -> tuple[bool, int, int, int, int]:
        name = form[1]
        known = name[0] in GIVEN_NAMES.names or len(name[0]) == 1
        bare = sum(len(word) > 1 for word in name)
        return known, bare, counts[form], len(name), len(form[0])

    return max(counts, key=rank)


def _whole_organisations(known: Cast) -> None:
    """Give organisations with a short name the longer name that ends so: "the Times", "Security Council"."""
    for entity in (entity for entity in known.entities if not entity.person):
        others = known.by_word.get(entity.low[-1], ())
        longer = [other for other in others if not other.person and _is_short_for(entity.low, other.low)]
        if longer:
            entity.name = max(longer, key=lambda other: len(other.mentions)).name


def _is_short_for(short: Name, long: Name) -> bool:
    if len(long) <= len(short) or long[-len(short) :] != short or long[0] in ROLES.modifiers:
        return False
    return long[-len(short) - 1] not in NOUN_PHRASES.ends or len(long) == len(short) + 2


def _place_single(words: Tokens, mention: Mention, known: Cast, repeated: Counter[tuple[str, ...]]) -> None:
    """Resolve a name of one word to its person or organisation, or to a new one if it can be one."""
    low = without_suffix(mention.low)[0]
    if mention.naming is Naming.PEOPLE:
        return
    options = [e for e in known.by_word.get(low, ()) if low in e.low]
    people = [e for e in options if e.person and e.low and low in (surname(e.low), e.low[0], *e.low[1:-1])]
    surnames = [e for e in people if surname(e.low) == low]
    pool = _agreeing(mention, surnames or people)
    spoken_of = mention.naming in (Naming.PERSON, Naming.OPEN)
    if surnames and not spoken_of and words.at(mention.first - 1).low not in NOUN_PHRASES.before_places:
        spoken_of = mention.naming is Naming.PLACE or len(low) > 3
    if pool and spoken_of and (not mention.the or mention.title or _qualifies(words, mention)):
        chosen, rivals = _choose(mention, pool, known.addressed.get(low, ""))
        if rivals:
            known.rivals[mention.first] = rivals
        known.add(mention, chosen)
        return
    organisations = [e for e in options if not e.person]
    is_body = body_noun(words, mention.last) or owns_a_relative(words, mention)
    if not pool and mention.naming is Naming.OPEN and is_body:
        known.add(mention, _new(mention, known, person=False))
        return
    open_ = mention.naming not in (Naming.PERSON, Naming.PLACE) and low not in ORGANISATIONS.names
    if open_ and organisations and (mention.the or len(organisations) == 1):
        known.add(mention, organisations[0])
    elif mention.naming is Naming.ORGANISATION:
        known.add(mention, known.by_acronym.get(low) or _new(mention, known, person=False))
    elif mention.naming is Naming.PLACE:
        known.add(mention, _new(mention, known, person=False))
    elif low not in ROLES.roles and low not in ROLES.titles:
        if speaks_in_apposition(words, mention) and not mention.the:
            mention.naming = Naming.PERSON
        again = len(low) > 1 and repeated[mention.low] > 1 and words[mention.first].low not in ORGANISATIONS.words
        if mention.naming is Naming.PERSON or (again and not mention.the):
            known.add(mention, _new(mention, known, person=True))


def _qualifies(words: Tokens, mention: Mention) -> bool:
    """Whether a name modifies the noun after it: "the Bell campaign"."""
    after = words.at(mention.last + 1)
    noun = after.gap == " " and after.text.islower() and after.low not in NOUN_PHRASES.ends
    return noun and not words[mention.last].owner


def _new(mention: Mention, known: Cast, *, person: bool) -> Entity:
    """The entity with a single name, a new one at its first mention."""
    entity = known.by_name.get(mention.low)
    if entity is None:
        capitals = person and mention.name.isupper() and len(mention.name) > 1 and "." not in mention.name
        entity = Entity(mention.name.title() if capitals else mention.name, mention.low, person)
        known.by_name[mention.low] = entity
        known.entities.append(entity)
        known.know(mention.low[0], entity)
    return entity


def _acronyms(entities: Sequence[Entity]) -> dict[str, Entity]:
    """The organisations by the first letters of all their words, and of all but the small ones."""
    found: dict[str, Entity] = {}
    for entity in entities:
        if not entity.person and len(entity.low) >= 2:
            for words in ([word for word in entity.low if word not in NOUN_PHRASES.connectors], entity.low):
                if 2 <= len(words) <= LONGEST_ACRONYM:
                    found.setdefault("".join(word[0] for word in words), entity)
    return found


def _in_brackets(words: Tokens, single: Sequence[Mention], known: Cast) -> dict[str, Entity]:
    """The organisations whose short form stands in brackets behind the name: "Department of Rivers (DR)"."""
    ends = {each.last: entity for entity in known.entities if not entity.person for each in entity.mentions}
    return {
        mention.low[0]: ends[mention.first - 1]
        for mention in single
        if mention.first - 1 in ends and words[mention.first].gap == " ("
    }


def _agreeing(mention: Mention, pool: list[Entity]) -> list[Entity]:
    """The entities of the pool that the title can mean: Mrs. Bell is not Mr. Bell, nor the former mayor Mayor Bell."""
    sex = title_sex(mention.title)
    agreeing = [e for e in pool if not sex or given_sex(e.low[0]) in ("", sex)]
    asked = of_title(mention.title) if len(agreeing) > 1 else None
    titled = [] if asked is None else [e for e in agreeing if _is_titled(e, asked)]
    return titled or agreeing


def _is_titled(entity: Entity, asked: Description) -> bool:
    """Whether a title before one of the first full names of somebody fits a description."""
    full = (mention.title for mention in entity.mentions[:MOST_TITLES] if len(mention.low) > 1)
    return any((given := of_title(title)) is not None and fit(asked, given) for title in full)


def _addressed(single: Sequence[Mention]) -> dict[str, str]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in single:
        if sex := title_sex(mention.title):
            votes[mention.low[0]][sex] += 1
    return {low: counter.most_common(1)[0][0] for low, counter in votes.items() if len(counter) == 1}


def _choose(mention: Mention, pool: list[Entity], addressed: str) -> tuple[Entity, tuple[Entity, ...]]:
    """Which of several people with the same name is meant, and the others if that is not certain.

    It is the one named in full most often, unless another was named in full just before.
    """
    if len(pool) == 1:
        return pool[0], ()

    def weight(entity: Entity) -> float:
        # Single names are placed in the order of the text: the last of an entity's is the nearest before this one.
        single = [m.first for m in entity.mentions[-1:] if len(entity.mentions) > len(entity.full)]
        before = bisect_left(entity.full, mention.first)
        full = entity.full[before - 1 : before] if before else []
        earlier = full if entity.full else single
        usual = 1.0 if addressed and given_sex(entity.low[0]) == addressed else 0.0
        if not earlier:
            return usual + 0.2 * len(entity.full)
        away = mention.first - max(full + single)
        bare = entity.called[mention.low[0]]
        usual += 0.4 * min(len(entity.full), 5) + 0.25 * min(bare, 8)
        fresh = 0.5 if mention.first - earlier[-1] < 40 else 0.0
        return 1.0 + usual + fresh + (1.5 if away < 80 else 0.7 if away < 160 else 0.0)

    weights = {id(entity): weight(entity) for entity in pool}
    ranked = sorted(pool, key=lambda e: (-weights[id(e)], e.full[:1] or [0]))
    close = tuple(e for e in ranked[1:] if weights[id(ranked[0])] - weights[id(e)] < 0.3)
    return ranked[0], close


def _descriptions(words: Tokens, entity: Entity) -> Iterator[Description]:
    """The descriptions of a person before and after the name."""
    for mention in entity.mentions:
        before = (
            with_place(of_title(mention.title), words, mention.last),
            before_name(words, mention.head),
            age_before(words, mention.head),
        )
        others = of_country(words, mention.head), after_name(words, mention.last)
        yield from (found for found in (*before, *others) if found is not None)

"""Who may stand behind a source: those it names, those named or quoted near it, and what its own words name."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from itertools import islice
from typing import NamedTuple

from indexer.english import GIVEN_NAMES, GRAMMAR, PAGE_LINES, PEOPLES
from indexer.extract.speakers.descriptions import Description, description, fit, is_age, is_nation, seats
from indexer.extract.speakers.entities import Entity
from indexer.extract.speakers.names import Mention
from indexer.extract.speakers.naming import Naming
from indexer.extract.speakers.phrases import Form
from indexer.extract.speakers.reading import Body, Reading, Source
from indexer.model import SpeakerKind
from indexer.names.within_article import misspells, surname
from indexer.names.words import given_sex, people_word

RECENT = 10
"""Entities that are candidates for having been named last before a source."""

BODIES = 20
"""Bodies named after somebody that are candidates, at most: those that were named first last."""

LATELY = 4
"""Speakers that are candidates for having been quoted last."""

BEHIND = 3
"""Mentions right behind a source that are candidates: "Before she said so, Quist had left"."""

LONGEST_OBJECT = 5
"""Words of a noun phrase before a relative, from its determiner to its noun."""

_INSIDE_NAMES = " \xa0-'’“”\""
"""What may stand between two words of a noun phrase."""

MENTIONS = 60
"""Mentions looked back at, at most."""


class Origin(Enum):
    """Where a candidate comes from."""

    ARTICLE = "article"
    OWN_WORDS = "own words"
    BODY = "body"
    AUTHOR = "author"


class Candidate(NamedTuple):
    """Somebody who may stand behind a source.

    Args:
        name: as it would be claimed.
        entity: of the article, or None.
        body: of the article, or None.
        last: the nearest mention before the source that is not part of its content, or None.
        next: the nearest mention behind the source, or None.
        inside: the mention in the source's own words, or None.
        fit: how well what the article says of it fits what the source says, 0 to 1.
        misprinted: whether the source's name is its surname with letters misprinted.
    """

    name: str
    kind: SpeakerKind
    origin: Origin
    entity: Entity | None = None
    body: Body | None = None
    last: Mention | None = None
    next: Mention | None = None
    inside: Mention | None = None
    fit: float = 0.0
    misprinted: bool = False


def candidates(reading: Reading, source: Source) -> tuple[Candidate, ...]:
    """Everybody who may stand behind a source; a bounded number, however long the article."""
    return (
        *_of_article(reading, source),
        *_of_bodies(reading, source),
        *_of_own_words(reading, source),
        *_of_authors(reading, source),
    )


def name_of(entity: Entity) -> str:
    """The name by which an entity is claimed; capitals as in a transcript become usual letters."""
    if entity.person and entity.name.isupper() and len(entity.low) > 1:
        return entity.name.title()
    return entity.name


def wanted(reading: Reading, source: Source) -> Description | None:
    """What a source that is a description says of whom it means; of a relative, what the noun before it says.

    None of any other source.
    """
    phrase = source.phrase
    if source.form == "relative":
        before = _noun_phrase_before(reading, source.first)
        return description(before, before[-1:]) if before else None
    if phrase.form not in (Form.ROLE, Form.UNNAMED, Form.OTHER, Form.GROUP) or not phrase.words:
        return None
    owners = [low for each in phrase.owners if reading.words[each.last].owner for low in each.low]
    heads = [low for low in phrase.words if is_age(low)]
    heads += [low for low in phrase.words[-1:] if not _is_people(low)]
    tokens = reading.words[source.first : source.last + 1]
    return description((*phrase.words, *phrase.more[:6]), heads, owners, seats(tokens))


def _is_people(low: str) -> bool:
    """Whether a word is said of a people, not of one of it: "the British", "the Kenyans"."""
    return is_nation(low) and (low in PEOPLES.never_one or low not in PEOPLES.nations)


def _noun_phrase_before(reading: Reading, first: int) -> tuple[str, ...]:
    """The folded words between a determiner and a relative behind its noun: "the former chief engineer, who"."""
    words = reading.words
    if not first or words[first].gap.strip(" ,"):
        return ()
    for number in range(first - 1, max(0, first - 1 - LONGEST_OBJECT), -1):
        word = words[number]
        if word.gap.strip() or word.opens or word.capital or word.owner:
            return ()
        if word.low in GRAMMAR.determiners:
            belongs = word.low in GRAMMAR.articles or word.low in GRAMMAR.pronouns  # not "this year"
            return tuple(each.low for each in words[number + 1 : first]) if belongs else ()
    return ()


def _of_article(reading: Reading, source: Source) -> Iterator[Candidate]:
    inside = _inside(reading, source)
    found = {key: entity for key, (_, entity) in inside.items()}
    for word in dict.fromkeys(word.low for word in reading.words[source.first : source.last + 1]):
        found |= {id(entity): entity for entity in reading.cast.by_word.get(word, ()) if word in entity.low}
    misprinted = _misprinted(reading, source)
    if misprinted is not None:
        found[id(misprinted)] = misprinted
    last: dict[int, Mention] = {}
    for mention, entity in islice(reading.before(source.first), MENTIONS):
        if not source.is_own(mention.first):
            last.setdefault(id(entity), mention)
            if source.phrase.form is not Form.NAME and len(last) <= RECENT:
                found[id(entity)] = entity
    following: dict[int, Mention] = {}
    for mention, entity in islice(reading.after(source.last + 1), 2 * BEHIND):
        if not source.is_own(mention.first):
            following.setdefault(id(entity), mention)
            if source.phrase.form is not Form.NAME and len(following) <= BEHIND:
                found[id(entity)] = entity
    fits = _fits(reading, source)
    if source.phrase.form is not Form.NAME:
        spoken = [turn.entity for turn in reversed(reading.turns[-2 * LATELY :]) if turn.entity is not None]
        found |= {id(entity): entity for entity in spoken[:LATELY]}
    for entity, fitness in fits:
        if fitness:
            found[id(entity)] = entity
    fitting = {id(entity): fitness for entity, fitness in fits}
    for key, entity in found.items():
        kind = SpeakerKind.PERSON if entity.person else SpeakerKind.ORGANISATION
        yield Candidate(
            name_of(entity),
            kind,
            Origin.ARTICLE,
            entity,
            None,
            last.get(key),
            following.get(key),
            inside[key][0] if key in inside else None,
            fitting.get(key, 0.0),
            entity is misprinted,
        )


def _inside(reading: Reading, source: Source) -> dict[int, tuple[Mention, Entity]]:
    """The entities that the source's own words name, by ``id``; a head that is no entity yet becomes one."""
    found = {id(entity): (mention, entity) for mention, entity in reading.over(source.first, source.last)}
    for mention, _ in tuple(found.values()):
        found |= {id(rival): (mention, rival) for rival in reading.cast.rivals.get(mention.first, ())}
    head = source.phrase.mention
    if head is not None and head.first not in reading.cast.of:
        person = not head.the and head.naming in (Naming.PERSON, Naming.OPEN)
        entity = Entity(head.name, head.low, person, given_sex(head.low[0]))
        found[id(entity)] = head, entity
    return found


def _fits(reading: Reading, source: Source) -> list[tuple[Entity, float]]:
    asked = wanted(reading, source)
    if asked is None:
        return []
    persons = (entity for entity in reading.cast.described(asked) if entity.person)
    return [(entity, max(fit(asked, given) for given in entity.descriptions)) for entity in persons]


def _misprinted(reading: Reading, source: Source) -> Entity | None:
    """Who is named in full before, in other letters: whoever speaks has been introduced."""
    mention = source.phrase.mention
    if mention is None or len(mention.low) > 1 or mention.naming not in (Naming.PERSON, Naming.OPEN):
        return None
    low, entity = mention.low[0], reading.cast.of.get(mention.first)
    if low in GIVEN_NAMES.names or people_word(low) or (entity is not None and entity.full):
        return None
    known = (each for each in reading.cast.by_initial.get(low[:1], ()) if each.person and each.full[0] < mention.first)
    alike = [each for each in known if misspells(low, surname(each.low))]
    return alike[0] if len(alike) == 1 else None


def _of_bodies(reading: Reading, source: Source) -> Iterator[Candidate]:
    """Bodies named before the source, for sources that may mean a body."""
    means_body = source.phrase.form in (Form.CAMPAIGN, Form.ORGANISATION, Form.DOCUMENT, Form.GROUP, Form.OTHER)
    if means_body or source.form in ("thing", "plural", "relative"):
        for body in reading.bodies_before(source.first, BODIES):
            yield Candidate(body.name, SpeakerKind.ORGANISATION, Origin.BODY, body=body)


def _of_own_words(reading: Reading, source: Source) -> Iterator[Candidate]:
    """What the source's own words name, without article and what follows a comma or a relative."""
    if source.phrase.form is Form.PRONOUN:
        return
    first, last = own_words(reading, source)
    words = reading.words
    yield Candidate(
        " ".join(reading.document.text[words[first].start : words[last].end].split()),
        SpeakerKind.ORGANISATION,
        Origin.OWN_WORDS,
    )


def own_words(reading: Reading, source: Source) -> tuple[int, int]:
    """The first and last word of a source's noun phrase, without its article."""
    words, first = reading.words, source.first
    if words[first].low in GRAMMAR.articles and first < source.last:
        first += 1
    last = first
    while (
        last < source.last
        and words[last + 1].low not in GRAMMAR.relatives
        and words[last + 1].gap.strip(" \xa0-'’“”\"") == ""
    ):
        last += 1
    return first, last


def _of_authors(reading: Reading, source: Source) -> Iterator[Candidate]:
    """The one who signed the article, for "I"."""
    authors = reading.document.article.authors
    if reading.words[source.first].low not in GRAMMAR.first_person or len(authors) != 1:
        return
    opener, _, rest = authors[0].partition(" ")
    name = rest if opener.lower() in PAGE_LINES.bylines else authors[0]
    name = name.title() if name.isupper() else name
    if "," not in name and 2 <= len(name.split()) <= 4:
        yield Candidate(name, SpeakerKind.PERSON, Origin.AUTHOR)

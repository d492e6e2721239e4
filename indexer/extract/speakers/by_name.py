"""Resolves a source that is a name: whole, bare, misprinted, in the plural, or in a headline's capitals."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from indexer.document import Token
from indexer.english import ENDINGS, GIVEN_NAMES, ORGANISATIONS
from indexer.extract.speakers.entities import Cast, Entity
from indexer.extract.speakers.names import Mention, Naming
from indexer.extract.speakers.speaker_records import Answer, named, nameless
from indexer.model import Speaker, SpeakerKind
from indexer.names.within_article import misspells, surname
from indexer.names.words import given_sex, people_word

MOST_COMPARED = 60
"""People whose surnames begin with one letter that a misprint is compared with, the last before it; in PolNeAR's
articles at most 31 do."""


def by_name(words: Sequence[Token], known: Cast, mention: Mention, printed: str) -> Answer:
    """Who a name is: the one of the article, a group ("Pacifists"), or one of several of that name."""
    entity = known.of.get(mention.first)
    rivals = known.rivals.get(mention.first, ())
    if rivals and entity is not None:
        names = (entity.name, *(rival.name for rival in rivals))
        return Speaker(None, None, printed, SpeakerKind.AMBIGUOUS, names), 0.3, None
    if (entity is None or not entity.full) and len(mention.low) == 1:
        if _plural(words, known, mention):
            return nameless(SpeakerKind.GROUP, printed)
        if (meant := _misprinted(known, mention)) is not None:
            # For the pronouns that follow.
            known.of[mention.first] = meant
            return named(meant, printed), 0.8, meant
    if entity is None:
        person = not mention.the and mention.naming in (Naming.PERSON, Naming.OPEN)
        entity = Entity(mention.name, mention.low, person, given_sex(mention.low[0]))
    elif mention.naming is Naming.OPEN and not entity.person and not mention.the and len(mention.low) > 1:
        entity.person = not any(low in ORGANISATIONS.words for low in mention.low)
    score = 0.97 if len(mention.low) > 1 else 0.95 if len(entity.low) > 1 else 0.85
    return named(entity, printed), score, entity


def in_capitals(words: Sequence[Token], known: Cast, printed: str) -> Answer:
    """Who the words of a source are: a name that was not seen as one, because it stands in a headline."""
    if not words or len(words) > 3 or not all(word.text[0].isupper() for word in words):
        return nameless(SpeakerKind.UNKNOWN, printed)
    for entity in known.by_word.get(words[-1].low, ()):
        if entity.person and entity.low[-1] == words[-1].low:
            return named(entity, printed), 0.8, entity
    return nameless(SpeakerKind.UNKNOWN, printed)


def _misprinted(known: Cast, mention: Mention) -> Entity | None:
    """Whose surname a single name misspells: the one person of the article who is named in full before it."""
    low = mention.low[0]
    if mention.naming not in (Naming.PERSON, Naming.OPEN) or low in GIVEN_NAMES.names or people_word(low):
        return None
    alike_begun = known.by_initial.get(low[:1], [])
    before = bisect_left(alike_begun, mention.first, key=lambda each: each.full[0])
    candidates = alike_begun[max(0, before - MOST_COMPARED) : before]
    alike = [each for each in candidates if each.person and misspells(low, surname(each.low))]
    return alike[0] if len(alike) == 1 else None


def _plural(words: Sequence[Token], known: Cast, mention: Mention) -> bool:
    """Whether a single word names many: "Pacifists" at the beginning of a sentence, "the Bells"."""
    low = mention.low[0]
    if not low.endswith(ENDINGS.plural) or mention.naming is not Naming.OPEN or mention.title:
        return False
    family = mention.the and any(entity.person for entity in known.by_word.get(low[:-1], ()))
    return family or (words[mention.first].opens and low.endswith(ENDINGS.plural_people))

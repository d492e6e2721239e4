"""Resolves a source that is a role: the person whom the article describes so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from indexer.english import GRAMMAR
from indexer.extract.speakers.coreference import Scene, antecedent, introduced_later
from indexer.extract.speakers.descriptions import fit
from indexer.extract.speakers.entities import Entity
from indexer.extract.speakers.phrases import Phrase
from indexer.extract.speakers.speaker_records import NEVER, Answer, OfSex, asked, named, nameless
from indexer.languages.word_classes import SEXES
from indexer.model import SpeakerKind
from indexer.names.words import title_sex


def by_role(scene: Scene, taken: Phrase, first: int, printed: str, own: Sequence[tuple[int, int]]) -> Answer:
    """Who "the mayor" at the word ``first`` is: the one described so, before or later; else whoever was named last.

    Args:
        own: ranges of words (first, last) of the content, whose names cannot be its speaker's.
    """
    wanted = asked(taken, scene.words)
    owners = {id(owner) for owner in _owners(scene, taken, first, own)}
    sex = title_sex(taken.words)

    @cache
    def fits(entity: Entity) -> float:
        if not entity.person or id(entity) in owners:
            return 0.0
        return max((fit(wanted, given) for given in entity.descriptions), default=0.0)

    def fits_role(entity: Entity) -> float:
        best = fits(entity)
        return NEVER if not best or (sex and entity.sex and entity.sex != sex) else 6.0 * best

    choice = antecedent(scene, first, fits_role, own=own, reach=1000)
    if choice is not None:
        return named(choice.entity, printed), min(0.9, 0.3 + 0.6 * fits(choice.entity)), choice.entity

    headline = len(taken.words) == 1 and printed[:1].isupper() and not scene.words[first].opens
    if not (taken.definite or headline) or printed.isupper():
        return nameless(SpeakerKind.UNNAMED, printed)
    if (later := introduced_later(scene.cast.described(wanted), fits)) is not None:
        return named(later, printed), min(0.8, 0.2 + 0.6 * fits(later)), later
    if headline:
        return nameless(SpeakerKind.UNNAMED, printed)

    if not wanted.words - wanted.heads - wanted.owners:
        # "The judge" is nobody whom the article does not call so; "the New York businessman" may be its candidate.
        return nameless(SpeakerKind.UNNAMED, printed)

    def fits_anyone(entity: Entity) -> float:
        if not entity.person or id(entity) in owners or (sex and entity.sex and entity.sex != sex):
            return NEVER
        return 0.0

    choice = antecedent(scene, first, fits_anyone, own=own, reach=2)
    if choice is None:
        return nameless(SpeakerKind.UNNAMED, printed)
    return named(choice.entity, printed), min(0.5, 0.3 + 0.05 * choice.margin), choice.entity


def _owners(scene: Scene, taken: Phrase, first: int, own: Sequence[tuple[int, int]]) -> Iterator[Entity]:
    """Whose the role is, and so who has it not: "Krall’s deputy", "his lawyer"."""
    yield from (scene.cast.of[mention.first] for mention in taken.owners if mention.first in scene.cast.of)
    sex = next((SEXES.get(GRAMMAR.pronouns[low]) for low in taken.words[:1] if low in GRAMMAR.pronouns), None)
    if sex is not None:
        choice = antecedent(scene, first, OfSex(sex, None), own=own)
        if choice is not None:
            yield choice.entity

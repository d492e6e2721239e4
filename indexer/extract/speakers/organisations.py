"""Resolves what is no person: organisations under a common noun, documents and who issued them, campaigns."""

from __future__ import annotations

from collections.abc import MutableMapping

from indexer.english import NOUNS
from indexer.extract.speakers.coreference import Scene, antecedent
from indexer.extract.speakers.entities import Cast, Entity
from indexer.extract.speakers.names import Naming
from indexer.extract.speakers.phrases import Phrase
from indexer.extract.speakers.speaker_records import NEVER, Answer, is_organisation, named, nameless, speaker_id
from indexer.model import Speaker, SpeakerKind


def campaign(cast: Cast, taken: Phrase, printed: str) -> Answer:
    """Who speaks for "the Lowell campaign"."""
    owner = next((cast.of[m.first] for m in taken.owners if m.first in cast.of), None)
    if owner is None or not owner.person:
        return Speaker(None, None, printed, SpeakerKind.ORGANISATION), 0.5, None
    name = f"{owner.name}'s campaign"
    return Speaker(speaker_id(name), name, printed, SpeakerKind.ORGANISATION), 0.7, None


def organisation(scene: Scene, taken: Phrase, first: int, printed: str) -> Answer:
    """Who "the ministry" or "the company" at the word ``first`` is: the one of that noun, else the one named last."""
    noun = taken.noun

    def fits(entity: Entity) -> float:
        if entity.person:
            return NEVER
        return 3.0 if noun in entity.low else 0.0 if not any(low in NOUNS.organisations for low in entity.low) else -1.0

    choice = antecedent(scene, first, fits, own=(), reach=1000)
    if choice is None or noun not in choice.entity.low:
        choice = antecedent(scene, first, is_organisation, own=(), reach=2)
        again = noun in NOUNS.recalled and len(taken.words) == 2
        if again and choice is not None:
            return named(choice.entity, printed), 0.4, choice.entity
        return Speaker(None, None, printed, SpeakerKind.ORGANISATION), 0.5, None
    return named(choice.entity, printed), 0.6, choice.entity


def document(scene: Scene, issued: MutableMapping[str, Entity], taken: Phrase, first: int, printed: str) -> Answer:
    """Who stands behind "the report": whoever is named as its issuer, here or before; else it speaks for itself.

    Args:
        issued: by the noun of a document, whose it was; kept from source to source.
    """
    for owner in taken.owners:
        entity = scene.cast.of.get(owner.first)
        if entity is not None and not entity.person and owner.naming is not Naming.PLACE:
            issued[taken.noun] = entity
            return named(entity, printed), 0.5, entity
    if taken.noun in issued and taken.definite and not taken.owners:
        return named(issued[taken.noun], printed), 0.5, issued[taken.noun]
    turn = scene.turns[-1] if scene.turns else None
    if taken.definite and not taken.owners and turn is not None and turn.entity is not None and first:
        away = scene.words[first].sentence - scene.words[turn.word].sentence
        if away <= 1 and any(word.low == taken.noun for word in scene.words[turn.word : first]):
            return named(turn.entity, printed), 0.5, turn.entity
    return nameless(SpeakerKind.DOCUMENT, printed)

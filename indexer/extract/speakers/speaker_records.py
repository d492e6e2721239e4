"""The speaker records that a resolution gives, and who can be meant by a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.document import Token
from indexer.english import PAGE_LINES
from indexer.extract.speakers.descriptions import Description, description
from indexer.extract.speakers.entities import Entity
from indexer.extract.speakers.names import Naming
from indexer.extract.speakers.phrases import Phrase
from indexer.model import Speaker, SpeakerKind
from indexer.names.words import title_sex
from indexer.text import words as folded_words

_BYLINES = tuple(f"{opener} " for opener in PAGE_LINES.bylines)

NEVER = float("-inf")

Answer = tuple[Speaker, float, Entity | None]
"""A speaker, how sure that is (0 to 1), and the entity that it is, if it is one."""


def speaker_id(name: str) -> str:
    """The key of a name: its folded words joined by hyphens ("Ana-María O’Neil" is "ana-maria-oneil")."""
    return "-".join(word.text.replace("'", "") for word in folded_words(name)) or "-"


def named(entity: Entity, printed: str) -> Speaker:
    """The speaker that an entity is; a person who is printed in capitals only, as in a transcript, in usual letters."""
    name = entity.name
    if entity.person and name.isupper() and len(entity.low) > 1:
        name = name.title()
    kind = SpeakerKind.PERSON if entity.person else SpeakerKind.ORGANISATION
    return Speaker(speaker_id(name), name, printed, kind)


def nameless(kind: SpeakerKind, printed: str) -> Answer:
    """A speaker for whom no name is claimed, with its score."""
    return Speaker(None, None, printed, kind), 0.6 if kind is not SpeakerKind.UNKNOWN else 0.3, None


def asked(taken: Phrase, words: Sequence[Token]) -> Description:
    """What a source that is a description asks for, among the words of its article."""
    nouns = taken.words
    heads = [low for n, low in enumerate(nouns) if n == len(nouns) - 1]
    owners = [low for mention in taken.owners if words[mention.last].owner for low in mention.low]
    return description((*nouns, *taken.more[:6]), heads, owners)


def is_signed(authors: Sequence[str]) -> bool:
    """Whether an article is signed by one person, and in a form that can be a name."""
    if len(authors) != 1 or "," in authors[0] or authors[0].lower().startswith(_BYLINES):
        return False
    return 2 <= len(authors[0].split()) <= 4


def is_organisation(entity: Entity) -> float:
    """0 for an organisation, less for a name that may be one, minus infinity for all else."""
    if entity.person or not entity.mentions:
        return NEVER
    match entity.mentions[0].naming:
        case Naming.ORGANISATION:
            return 0.0
        case Naming.OPEN if len(entity.low) > 1 or len(entity.mentions) > 1:
            return -1.0
        case _:
            return NEVER


_AGAINST_GIVEN_NAME = -2.8
"""For "he" meaning a Betty: given names mislead where a translation has garbled them, titles do not. At this cost
the last speaker, still the subject, is chosen over a man three sentences back; on PolNeAR's dev articles it loses one
full name of 543 against never."""


@dataclass(frozen=True, slots=True)
class OfSex:
    """Who can be "he" or "she": a bonus, or minus infinity.

    Args:
        sex: "m" or "f".
        outer: who says the words in which the pronoun stands, and so cannot be meant.
        lately: those who spoke lately: only they can be meant against their given name.
    """

    sex: str
    outer: Entity | None
    lately: tuple[Entity, ...] = ()

    def __call__(self, entity: Entity) -> float:
        """The bonus of one entity."""
        if not entity.person or entity is self.outer:
            return NEVER
        if entity.sex == self.sex:
            return 0.3
        if entity.sex:
            addressed = any(title_sex(mention.title) for mention in entity.mentions)
            return NEVER if addressed or entity.agreed or entity not in self.lately else _AGAINST_GIVEN_NAME
        return -0.5 if len(entity.low) > 1 else -1.5

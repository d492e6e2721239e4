"""Who and what an article names: its persons and organisations, and which mention is whose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from indexer.extract.speakers.descriptions import Description
from indexer.extract.speakers.names import Mention, Naming


@dataclass(slots=True, eq=False)
class Entity:
    """A person or an organisation of an article.

    Args:
        name: the fullest printed form.
        person: False for organisations, countries and the like.
        sex: "m", "f" or "" while nothing tells.
        agreed: whether its given name or titles and the pronouns after it tell the same sex.
        mentions: where it is named, in order.
        descriptions: what the article says that it is.
        full: the numbers of the first words of its names of several words, in order.
        namings: what these are the names of, as far as their own words tell.
    """

    name: str
    low: tuple[str, ...]
    person: bool
    sex: str = ""
    agreed: bool = False
    mentions: list[Mention] = field(default_factory=list)
    descriptions: list[Description] = field(default_factory=list)
    full: list[int] = field(default_factory=list)
    namings: set[Naming] = field(default_factory=set)


MOST_OF_ONE_WORD = 40
"""People and organisations whose names have a word in common that are told from one another; in PolNeAR's articles at
most 17 do. Beyond these a name is known again only by all of its words."""


@dataclass(slots=True)
class Cast:
    """Everyone and everything that an article names, with the mentions resolved to them.

    Args:
        entities: in order of their first mention.
        of: the entity of a mention, by the number of its first word.
        by_word: for each folded word of a name, the first entities that have it.
        rivals: of a mention that could be of several, by the number of its first word, the others.
        addressed: for each family name, the sex of the titles that stand before it.
        by_acronym: the organisations that the article spells out.
        by_name: the entity that was first named so, by the folded words of a name.
        by_role: for each key of a role, the first entities that are described by it.
        by_initial: for the first letter of a surname, those who are named in full, in order of their first full name.
    """

    entities: list[Entity] = field(default_factory=list)
    of: dict[int, Entity] = field(default_factory=dict)
    by_word: dict[str, list[Entity]] = field(default_factory=dict)
    rivals: dict[int, tuple[Entity, ...]] = field(default_factory=dict)
    addressed: dict[str, str] = field(default_factory=dict)
    by_acronym: dict[str, Entity] = field(default_factory=dict)
    by_name: dict[tuple[str, ...], Entity] = field(default_factory=dict)
    by_role: dict[str, list[Entity]] = field(default_factory=dict)
    by_initial: dict[str, list[Entity]] = field(default_factory=dict)

    def add(self, mention: Mention, entity: Entity) -> None:
        """Take a mention for one of an entity."""
        self.of[mention.first] = entity
        entity.mentions.append(mention)

    def know(self, low: str, entity: Entity) -> None:
        """Find an entity by a word of its name from now on."""
        known = self.by_word.setdefault(low, [])
        if len(known) < MOST_OF_ONE_WORD and entity not in known:
            known.append(entity)

    def described(self, wanted: Description) -> Iterable[Entity]:
        """The entities that have a role of a description, each once."""
        return dict.fromkeys(entity for head in wanted.heads for entity in self.by_role.get(head, ()))

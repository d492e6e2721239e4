"""The persons and organisations that an article names, with their mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from indexer.extract.speakers.descriptions import Description
from indexer.extract.speakers.names import Mention
from indexer.extract.speakers.naming import Naming


@dataclass(slots=True, eq=False)
class Entity:
    """A person or an organisation of an article.

    Args:
        name: the fullest printed form.
        person: False for organisations, countries and the like.
        sex: "m", "f" or "" if it is not known.
        agreed: whether its given name or titles and the pronouns after it agree in sex.
        mentions: where it is named, in order.
        descriptions: how the article describes it.
        full: the numbers of the first words of its names of several words, in order.
        namings: the kinds of these names.
        called: how often each single word of its name stands for it.
        nouns: what kinds of body the article calls it: "Tern, a delivery firm".
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
    called: Counter[str] = field(default_factory=Counter)
    nouns: frozenset[str] = frozenset()


MOST_OF_ONE_WORD = 40
"""The most entities that are found by one word of their names; further ones are found by the whole name only. In
PolNeAR's articles at most 17 entities share a word."""


@dataclass(slots=True)
class Cast:
    """The entities of an article, with the lookups by which sources are resolved to them.

    Args:
        entities: in order of their first mention.
        of: the entity of a mention, by the number of its first word.
        by_word: for each folded word of a name, the first entities that have it.
        rivals: the other entities that a mention may refer to, by the number of its first word.
        shared: the first words of the mentions by a family name that two have together: "Nora and Vera Moe".
        addressed: for each family name, the sex of the titles that stand before it.
        by_acronym: the organisations by the first letters of their words.
        by_name: the first entity with a name, by the folded words of the name.
        by_role: for each key of a role, the first entities described by it.
        by_initial: for the first letter of a surname, the people named in full, in order of their first full name.
    """

    entities: list[Entity] = field(default_factory=list)
    of: dict[int, Entity] = field(default_factory=dict)
    by_word: dict[str, list[Entity]] = field(default_factory=dict)
    rivals: dict[int, tuple[Entity, ...]] = field(default_factory=dict)
    shared: set[int] = field(default_factory=set)
    addressed: dict[str, str] = field(default_factory=dict)
    by_acronym: dict[str, Entity] = field(default_factory=dict)
    by_name: dict[tuple[str, ...], Entity] = field(default_factory=dict)
    by_role: dict[str, list[Entity]] = field(default_factory=dict)
    by_initial: dict[str, list[Entity]] = field(default_factory=dict)

    def add(self, mention: Mention, entity: Entity) -> None:
        """Resolve a mention to an entity."""
        self.of[mention.first] = entity
        entity.mentions.append(mention)
        if len(mention.low) == 1:
            entity.called[mention.low[0]] += 1

    def know(self, low: str, entity: Entity) -> None:
        """Make an entity findable by a word of its name."""
        known = self.by_word.setdefault(low, [])
        if len(known) < MOST_OF_ONE_WORD and entity not in known:
            known.append(entity)

    def described(self, wanted: Description) -> Iterable[Entity]:
        """The entities described by a role of a description, each once."""
        return dict.fromkeys(entity for head in wanted.heads for entity in self.by_role.get(head, ()))

"""Who and what an article names: its persons and organisations, and which mention is whose."""

from __future__ import annotations

from dataclasses import dataclass, field

from indexer.extract.speakers.descriptions import Description
from indexer.extract.speakers.names import Mention


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
    """

    name: str
    low: tuple[str, ...]
    person: bool
    sex: str = ""
    agreed: bool = False
    mentions: list[Mention] = field(default_factory=list)
    descriptions: list[Description] = field(default_factory=list)
    full: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Cast:
    """Everyone and everything that an article names, with the mentions resolved to them.

    Args:
        entities: in order of their first mention.
        of: the entity of a mention, by the number of its first word.
        by_word: for each folded word of a name, the entities that have it.
        rivals: of a mention that could be of several, by the number of its first word, the others.
        addressed: for each family name, the sex of the titles that stand before it.
    """

    entities: list[Entity]
    of: dict[int, Entity]
    by_word: dict[str, list[Entity]]
    rivals: dict[int, tuple[Entity, ...]]
    addressed: dict[str, str]

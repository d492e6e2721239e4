"""Names that stand directly before a source and say whose it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indexer.document import Token
from indexer.english import GRAMMAR
from indexer.extract.speakers.entities import Cast, Entity
from indexer.extract.speakers.names import Mention

LONGEST_OBJECT = 5
"""Words of an object from its determiner to its noun: "the former chief engineer"."""


def name_beside(words: Sequence[Token], known: Cast, at: Mapping[int, Mention], first: int) -> Entity | None:
    """The person whose name ends at the comma before a source that is but the apposition to it."""
    if not first or words[first].gap != ", " or words[first - 1].owner:
        return None
    for k in range(first - 1, max(-1, first - 6), -1):
        mention, entity = at.get(k), known.of.get(k)
        if mention is not None and entity is not None:
            apart = mention.head and words[mention.head - 1].low in GRAMMAR.object_prepositions
            ends = mention.last == first - 1 and len(mention.low) > 1
            return entity if entity.person and ends and not apart else None
    return None


def name_before_relative(words: Sequence[Token], known: Cast, at: Mapping[int, Mention], first: int) -> Mention | None:
    """The name to which a relative pronoun belongs."""
    for k in range(first - 1, max(-1, first - 12), -1):
        entity = known.of.get(k)
        if entity is not None and entity.person:
            beside = at[k].last == first - 1 or words[first].gap.startswith(",")
            return at[k] if beside else None
    return None


def object_before_relative(words: Sequence[Token], first: int) -> int | None:
    """The first word of the object ("thanked the chief engineer") to which a relative pronoun belongs."""
    if not first or words[first].gap.strip(" ,"):
        return None
    for k in range(first - 1, max(0, first - 1 - LONGEST_OBJECT), -1):
        if words[k].gap.strip() or words[k].opens or words[k].capital or words[k].owner:
            return None
        if words[k].low in GRAMMAR.demonstratives:
            return None  # "this year"
        if words[k].low in GRAMMAR.determiners:
            before = words[k - 1].low
            return None if before in GRAMMAR.object_prepositions or before in GRAMMAR.conjunctions else k
    return None

"""The records of a comparison: how a stored wording relates to a query, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

Place = tuple[int, int]
"""Characters of a text, end exclusive; an empty place lies between two characters."""


class Relation(StrEnum):
    """How a stored wording relates to the query.

    verbatim: the same words. part: the query is a part of the stored words, or several parts where an ellipsis says
    so. longer: the query holds all stored words. changed: a near copy, some words differ. reworded: many words differ,
    yet it is the same utterance. different: another utterance, or undecided.
    """

    VERBATIM = "verbatim"
    PART = "part"
    LONGER = "longer"
    CHANGED = "changed"
    REWORDED = "reworded"
    DIFFERENT = "different"


class EditKind(StrEnum):
    """kept: on both sides; added: stored alone; removed: in the query alone; replaced: other words on each side."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Edit:
    """One step from the query to the stored wording.

    Args:
        query, stored: the characters of each text; an empty place where the other text alone has words.
        cut: whether words were left out at the head, at the tail, or where an ellipsis or a bracket says so.
    """

    kind: EditKind
    query: Place
    stored: Place
    cut: bool = False


class GuardKind(StrEnum):
    """What alters the sense: a lost or added "not", an opposite, another number, amount or name."""

    NEGATION = "negation"
    OPPOSITE = "opposite"
    NUMBER = "number"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Guard:
    """The words that alter the sense, as printed on each side; one side is empty if a word was lost or added."""

    kind: GuardKind
    query_text: str
    query: Place
    stored_text: str
    stored: Place


class Measures(NamedTuple):
    """How alike the words of two wordings are, 0 to 1 except for the two logarithms.

    Words are compared by stem and weighed by inverse document frequency (``indexer.compare.idf``). Words in another
    spelling and synonyms (``indexer.compare.near_words``) count as found.

    Args:
        query_found: weight of the query's words that the stored wording has, over all of the query's.
        stored_found: weight of the stored words that the query has, over all stored ones.
        both_found: the product of the two.
        either_found: the larger of the two.
        in_order: weight of the words in the same order, over the lighter wording.
        respelled: weight of the words found in another spelling, over the lighter wording.
        synonyms: weight of the words found by a synonym, over the lighter wording.
        grams_shared: four-character runs that both have, over all that either has.
        grams_found: four-character runs that both have, over those of the shorter wording.
        words_kept: words that need no edit, over the longer wording.
        length_ratio: words of the shorter over words of the longer.
        log_weight: natural logarithm of 1 + the weight of the words in order: how much evidence there is.
        log_run: the same of the heaviest unbroken run of them.
    """

    query_found: float
    stored_found: float
    both_found: float
    either_found: float
    in_order: float
    respelled: float
    synonyms: float
    grams_shared: float
    grams_found: float
    words_kept: float
    length_ratio: float
    log_weight: float
    log_run: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """The judgement of a stored wording.

    Args:
        score: the probability that the two report one utterance, 0 to 1.
        probable: whether it is reported without being sure.
        measures: what the score is made of; None if a rule decided (too short, or nothing in common).
        diff: every word of both sides once, in order; empty if different.
        guards: what alters the sense; a guarded wording is never verbatim, part or longer.
    """

    relation: Relation
    score: float
    probable: bool
    measures: Measures | None
    diff: tuple[Edit, ...] = ()
    guards: tuple[Guard, ...] = ()

    @property
    def reported(self) -> bool:
        """Whether the stored wording reports the query, in whatever words."""
        return self.relation is not Relation.DIFFERENT

    @property
    def sense_altered(self) -> bool:
        """Whether a guard is raised."""
        return bool(self.guards)

"""What a comparison says: the relation of a stored wording to the one asked for, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import StrEnum
from operator import attrgetter

Place = tuple[int, int]
"""Characters of a text, start and end, end exclusive; start == end is a place between characters."""


class Relation(StrEnum):
    """How the stored wording stands to the one that is asked for.

    verbatim: the same words. part: what is asked is a part of the stored words, or several with the rest left out
    where an ellipsis says so. longer: what is asked holds all the stored words. changed: a near copy, some words
    differ. reworded: many words differ, yet it is the same utterance. different: another utterance, or none can tell.
    """

    VERBATIM = "verbatim"
    PART = "part"
    LONGER = "longer"
    CHANGED = "changed"
    REWORDED = "reworded"
    DIFFERENT = "different"


class EditKind(StrEnum):
    """kept; added: in the stored wording alone; removed: in the asked one alone; replaced: other words on each side."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Edit:
    """One step of the way from the asked to the stored wording.

    Args:
        asked, stored: the characters of each text; empty at the place where the other text has words.
        cut: the words were left out at the head, at the tail, or where an ellipsis or a bracket says so.
    """

    kind: EditKind
    query: Place
    stored: Place
    cut: bool = False


class GuardKind(StrEnum):
    """What alters the sense whatever the similarity: a lost or added "not", an opposite, another number or name."""

    NEGATION = "negation"
    OPPOSITE = "opposite"
    NUMBER = "number"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Guard:
    """The words that alter the sense, as printed on each side; one side is empty where a word was lost or added."""

    kind: GuardKind
    query_text: str
    query: Place
    stored_text: str
    stored: Place


@dataclass(frozen=True, slots=True)
class Measures:
    """How alike two wordings are, word by word; from 0 to 1 except the two logarithms.

    Weights of words are their inverse document frequencies (``indexer.compare.idf``), words are compared by stem. What
    ``indexer.compare.near_words`` takes for one word in another spelling, or for a synonym, counts as found; how much
    of it that is, ``respelled`` and ``synonyms`` say.

    Args:
        asked_found: weight of the asked words that the stored wording holds, over all asked.
        stored_found: weight of the stored words that the asked wording holds, over all stored.
        both_found: the product of the two.
        either_found: the larger of the two.
        in_order: weight of the words that stand in the same order, over the lighter wording.
        respelled: weight of the words found in another spelling alone, over the lighter wording.
        synonyms: weight of the words found by a synonym alone, over the lighter wording.
        grams_shared: four-character runs that both have, over all that either has.
        grams_found: four-character runs that both have, over those of the shorter wording.
        words_kept: words that need no edit, over the longer wording.
        length_ratio: words of the shorter over words of the longer.
        log_weight: natural logarithm of one more than the weight of the words in order: how much evidence there is.
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

    @property
    def values(self) -> tuple[float, ...]:
        """The measures in the order of their fields."""
        return _MEASURES(self)


_MEASURES: Callable[[Measures], tuple[float, ...]] = attrgetter(*(each.name for each in fields(Measures)))


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two wordings are in meaning; cosines in the last layer of a language model, -1 to 1.

    Args:
        asked_meant: of each asked word piece with the nearest of the stored wording, weighed as words are; the mean.
        stored_meant: the same of the stored pieces.
        asked_least: what a fourth of the asked weight does not reach: low where something has no counterpart.
        stored_least: the same of the stored wording.
        sentences: of the two texts as wholes.
    """

    query_meant: float
    stored_meant: float
    query_least: float
    stored_least: float
    sentences: float

    @property
    def values(self) -> tuple[float, ...]:
        """The measures in the order of their fields."""
        return _LIKENESS(self)


_LIKENESS: Callable[[Likeness], tuple[float, ...]] = attrgetter(*(each.name for each in fields(Likeness)))


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the judge found.

    Args:
        score: how likely the two report one utterance, 0 to 1.
        probable: it is reported, with less evidence than makes sure.
        measures: what the score is made of; None where a rule decided (too short, or nothing in common).
        diff: every word of both sides once, in order; empty when different.
        guards: what alters the sense; a guarded pair is never verbatim, part or longer.
        likeness: where the pair was judged by meaning too.
    """

    relation: Relation
    score: float
    probable: bool
    measures: Measures | None
    diff: tuple[Edit, ...] = ()
    guards: tuple[Guard, ...] = ()
    likeness: Likeness | None = None

    @property
    def reported(self) -> bool:
        """Whether the stored wording reports what was asked, in whatever words."""
        return self.relation is not Relation.DIFFERENT

    @property
    def sense_altered(self) -> bool:
        """Whether a "not", an opposite, a number, an amount or a name makes it say something else."""
        return bool(self.guards)

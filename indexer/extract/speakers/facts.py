"""What is known of a source and of everybody who may stand behind it; the clues are read from this."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from indexer.english import ENDINGS, PLURALS
from indexer.extract.speakers.candidates import Candidate, candidates, wanted
from indexer.extract.speakers.descriptions import Description
from indexer.extract.speakers.naming import Naming
from indexer.extract.speakers.reading import Reading, Source, Turn
from indexer.languages.word_classes import SEXES
from indexer.names.words import title_sex

TURNS = 40
"""Turns looked back at for who spoke last, at most."""

LATEST_SPEAKERS = 4
"""Speakers that are told apart by how long ago they spoke."""


@dataclass
class Facts:
    """A source with everybody who may stand behind it.

    Args:
        reading: the article, as far as its sources are resolved.
        source: the one that is to be resolved.
    """

    reading: Reading
    source: Source

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """Everybody who may be meant."""
        return candidates(self.reading, self.source)

    # --- of the source -----------------------------------------------------------------------------

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words of the source."""
        return frozenset(word.low for word in self.reading.words[self.source.first : self.source.last + 1])

    @cached_property
    def cue(self) -> tuple[str, ...]:
        """The cue of the source, each span as printed."""
        return tuple(span.text for span in self.reading.attributions[self.source.number].cue)

    @cached_property
    def sex(self) -> str:
        """The sex that the source tells: "m", "f" or ""."""
        phrase = self.source.phrase
        if phrase.stands_for is not None:
            return SEXES.get(phrase.stands_for, "")
        return title_sex(phrase.words)

    @cached_property
    def wanted(self) -> Description | None:
        """What the source says of whom it means; None where it is no description."""
        return wanted(self.reading, self.source)

    @cached_property
    def begins_turn(self) -> bool:
        """Whether the source opens a paragraph and a colon follows it: "ADA LUND, MAYOR: ..."."""
        reading, source = self.reading, self.source
        if source.last + 1 >= len(reading.words) or not reading.words[source.last + 1].gap.startswith(":"):
            return False
        return reading.opens_paragraph(source.first)

    @cached_property
    def is_plural_name(self) -> bool:
        """Whether the head is a single word that may name many: "Pacifists" opening a sentence, "the Bells"."""
        mention = self.source.phrase.mention
        if mention is None or len(mention.low) > 1 or mention.naming is not Naming.OPEN or mention.title:
            return False
        low = mention.low[0]
        families = PLURALS.singulars(low)
        if mention.the and any(each.person for one in families for each in self.reading.cast.by_word.get(one, ())):
            return True
        return self.reading.words[mention.first].opens and low.endswith(ENDINGS.plural_people)

    # --- of the candidates -------------------------------------------------------------------------

    @cached_property
    def has_misprint(self) -> bool:
        """Whether the source's name is a candidate's surname with letters misprinted."""
        return any(each.misprinted for each in self.candidates)

    @cached_property
    def best_fit(self) -> float:
        """How well the best description of a candidate fits the source, 0 to 1."""
        return max((each.fit for each in self.candidates), default=0.0)

    @cached_property
    def fitting_best(self) -> int:
        """How many candidates are described as well as the best."""
        return sum(each.fit == self.best_fit for each in self.candidates)

    @cached_property
    def by_recency(self) -> list[Candidate]:
        """The candidates that are named before the source, the nearest first."""
        return sorted(
            (each for each in self.candidates if each.last is not None),
            key=lambda each: -each.last.first if each.last is not None else 0,
        )

    @cached_property
    def ranks(self) -> dict[int, int]:
        """How many candidates are named nearer before the source, by the ``id`` of the candidate."""
        return {id(each): rank for rank, each in enumerate(self.by_recency)}

    @cached_property
    def ranks_that_fit(self) -> dict[int, int]:
        """The same among those that ``may_be``."""
        return {id(each): rank for rank, each in enumerate(filter(self.may_be, self.by_recency))}

    def may_be(self, candidate: Candidate) -> bool:
        """Whether a candidate is a person whose sex does not speak against it."""
        entity = candidate.entity
        return entity is not None and entity.person and (not self.sex or entity.sex in ("", self.sex))

    # --- of those who spoke before -----------------------------------------------------------------

    @cached_property
    def last_turn(self) -> Turn | None:
        """Whoever spoke last."""
        return self.reading.turns[-1] if self.reading.turns else None

    @cached_property
    def latest_turns(self) -> list[Turn]:
        """Those who spoke last, in order."""
        return self.reading.turns[-TURNS:]

    @cached_property
    def speakers(self) -> list[int]:
        """The ``id`` of the entities that spoke last, the latest first, each once."""
        order: list[int] = []
        for turn in reversed(self.latest_turns):
            if turn.entity is not None and id(turn.entity) not in order:
                order.append(id(turn.entity))
            if len(order) == LATEST_SPEAKERS:
                break
        return order

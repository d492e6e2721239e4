"""Interviews whose turns are marked by a letter: "Q:" is nobody in particular, "A:" is whom the interview is with."""

from __future__ import annotations

from indexer.english import PAGE_LINES
from indexer.extract.speakers.candidates import Candidate, Origin, name_of
from indexer.extract.speakers.choice import Choice
from indexer.extract.speakers.entities import Entity
from indexer.extract.speakers.reading import Reading
from indexer.model import SpeakerKind

_LETTERS = PAGE_LINES.questions | PAGE_LINES.answers

LIKELY = 0.8
"""The probability that an answer is the interviewed person's. Not measured: PolNeAR has no such interviews."""


class Interview:
    """Whom the turns of an interview are by; nothing where an article has no such turns."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        turns = [one.source[0] for one in reading.attributions if one.source and _is_letter(one.source[0].text)]
        first = min((reading.document.words_of(turn)[0] for turn in turns), default=0)
        answers = [turn for turn in turns if turn.text.lower() in PAGE_LINES.answers]
        answered = min((reading.document.words_of(turn)[0] for turn in answers), default=0)
        # Whom questions speak of is not whom they are put to, unless nobody else is named.
        self._with = self._named_most_before(first) or self._named_most_before(answered)

    def choice(self, printed: str) -> Choice | None:
        """Whom a turn's letter means; None where the source is no such letter."""
        if not _is_letter(printed):
            return None
        if printed.lower() in PAGE_LINES.questions or self._with is None:
            return Choice(None, 1 - LIKELY)
        return Choice(Candidate(name_of(self._with), SpeakerKind.PERSON, Origin.ARTICLE, self._with), LIKELY)

    def _named_most_before(self, word: int) -> Entity | None:
        """The person named most often before a word, the first of several."""
        persons = [each for each in self._reading.cast.entities if each.person and each.low[0] not in _LETTERS]
        counts = [sum(mention.first < word for mention in each.mentions) for each in persons]
        most = max(counts, default=0)
        return persons[counts.index(most)] if most else None


def _is_letter(printed: str) -> bool:
    return printed.lower() in _LETTERS

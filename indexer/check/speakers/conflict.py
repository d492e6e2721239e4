"""Which of the speakers named for the words are certainly not one: whether reports disagree, or everybody says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from indexer.check.records import AttributionCount, Report
from indexer.check.speakers.apart import Named, contradict, named
from indexer.english import PHRASES
from indexer.model import SpeakerKind
from indexer.names.words import begins_as_person
from indexer.text import word_texts

SURE = 0.9
"""Confidence of a speaker from which on a name contradicts another. Of 151 utterances that several of PolNeAR's
training articles report, four had two names; two of these were wrong, and below it."""

DISPUTED = 25.0
"""Weight of a text from which on two speakers of it disagree: two people say that "the numbers don't add up" (18), or
"we are going to win this election" (20), and neither repeats the other."""

STOCK = 3
"""Different speakers of one wording from which on it is a stock phrase."""


@dataclass(frozen=True, slots=True)
class NamedSpeakers:
    """Those who are named for the words, by kind: two names are two speakers only within one kind.

    A firm, its spokesman and its head who give one statement are three names, and may be one voice.

    Args:
        spokespeople: those who are introduced as speaking for somebody.
    """

    persons: tuple[Named, ...]
    organisations: tuple[Named, ...]
    spokespeople: tuple[Named, ...]

    @property
    def conflict(self) -> bool:
        """Whether two of them are certainly two; spokespeople contradict nobody."""
        pairs = (*combinations(self.persons, 2), *combinations(self.organisations, 2))
        return any(contradict(*pair) for pair in pairs)

    @property
    def stock(self) -> bool:
        """Whether three or more certainly different speakers of one kind are named: "no comment"."""
        return max(map(_different, (self.persons, self.organisations, self.spokespeople))) >= STOCK


def named_speakers(found: Iterable[AttributionCount], reports: Sequence[Report]) -> NamedSpeakers:
    """Who is named for the words.

    Args:
        reports: those that are listed; they say who speaks for whom.
    """
    introduced = _introduced(reports)
    unsure = _unsure(reports)
    spoken_for = [word_texts(printed) for printed in introduced.values()]
    persons, organisations, spokespeople = list[Named](), list[Named](), list[Named]()
    for each in found:
        one = named(each)
        if one is None or each.speaker_id in unsure:
            continue
        if each.speaker_id in introduced:
            spokespeople.append(one)
        elif one.organisation or _is_spoken_for(one.name, spoken_for):
            organisations.append(one._replace(organisation=True))
        elif each.kind is SpeakerKind.PERSON:
            persons.append(one)
    return NamedSpeakers(tuple(persons), tuple(organisations), tuple(spokespeople))


def _introduced(reports: Iterable[Report]) -> dict[str, str]:
    """The ids of speakers whom a report introduces as speaking for somebody else, with the words that do so."""
    found = {}
    for report in reports:
        if report.quote is not None and report.quote.speaker.id is not None:
            printed = " ".join((report.quote.speaker.as_printed or "", *(span.text for span in report.quote.source)))
            if any(sign in printed.lower() for sign in PHRASES.speaks_for):
                found[report.quote.speaker.id] = printed
    return found


def _unsure(reports: Iterable[Report]) -> set[str]:
    """The ids of speakers of whom no listed report is sure."""
    best: dict[str, float] = {}
    for report in reports:
        if report.quote is not None and report.quote.speaker.id is not None:
            known = report.quote.speaker.id
            best[known] = max(best.get(known, 0.0), report.quote.confidence.speaker)
    return {known for known, confidence in best.items() if confidence < SURE}


def _is_spoken_for(name: str, introduced: Iterable[Sequence[str]]) -> bool:
    """Whether a name taken for a person's is that of a firm for which somebody is introduced as speaking."""
    words = word_texts(name)
    if len(words) < 2 or begins_as_person(name):
        return False
    return any(list(printed[at : at + len(words)]) == words for printed in introduced for at in range(len(printed) - 1))


def _different(found: Iterable[Named]) -> int:
    """How many of them are certainly not one another, full names before short forms."""
    different: list[Named] = []
    for one in sorted(found, key=lambda each: len(each.name), reverse=True):
        if all(contradict(one, other) for other in different):
            different.append(one)
    return len(different)

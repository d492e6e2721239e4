"""Which of the speakers named for the words are certainly not one: whether reports disagree, or everybody says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from indexer.check.names import begins_as_person, same_name
from indexer.check.records import AttributionCount, Report
from indexer.model import SpeakerKind
from indexer.text import word_texts

STOCK = 3
"""Speakers of one wording from which on it is what everybody says."""

_SPOKES = ("spokes", "press secretary", "press officer", "on behalf of", "lawyer for", "attorney for")


@dataclass(frozen=True, slots=True)
class Voices:
    """The names given for the words, parted: only within one of these are two different names two speakers.

    A firm, its spokesman and its head who give one statement are three names, and may be one voice.

    Args:
        spokespeople: who is introduced as speaking for somebody.
    """

    persons: tuple[str, ...]
    organisations: tuple[str, ...]
    spokespeople: tuple[str, ...]

    @property
    def conflict(self) -> bool:
        """Whether two resolved speakers are certainly not one; spellings and short forms of one name are not two, and
        whoever speaks for somebody contradicts nobody."""
        return any(
            not same_name(one, other)
            for names in (self.persons, self.organisations)
            for one, other in combinations(names, 2)
        )

    @property
    def stock(self) -> bool:
        """Whether three or more certainly different speakers are named: "no comment"."""
        return any(_different(names) >= STOCK for names in (self.persons, self.organisations, self.spokespeople))


def voices(found: Iterable[AttributionCount], reports: Sequence[Report]) -> Voices:
    """Who is named for the words.

    Args:
        reports: those that name them, as far as they are listed: they say who speaks for whom.
    """
    introduced = _introduced(reports)
    spoken_for = [word_texts(printed) for printed in introduced.values()]
    persons, organisations, spokespeople = list[str](), list[str](), list[str]()
    for each in found:
        if each.name is None:
            continue
        if each.speaker_id in introduced:
            spokespeople.append(each.name)
        elif each.kind is SpeakerKind.ORGANISATION or _is_spoken_for(each.name, spoken_for):
            organisations.append(each.name)
        elif each.kind is SpeakerKind.PERSON:
            persons.append(each.name)
    return Voices(tuple(persons), tuple(organisations), tuple(spokespeople))


def _introduced(reports: Iterable[Report]) -> dict[str, str]:
    """The ids of speakers whom a report introduces as speaking for somebody else, with the words that do so."""
    found = {}
    for report in reports:
        if report.quote is not None and report.quote.speaker.id is not None:
            printed = " ".join((report.quote.speaker.as_printed or "", *(span.text for span in report.quote.source)))
            if any(sign in printed.lower() for sign in _SPOKES):
                found[report.quote.speaker.id] = printed
    return found


def _is_spoken_for(name: str, introduced: Iterable[Sequence[str]]) -> bool:
    """Whether a name is that of a firm for which another is introduced as speaking, and was taken for a person's."""
    words = word_texts(name)
    if len(words) < 2 or begins_as_person(name):
        return False
    return any(list(printed[at : at + len(words)]) == words for printed in introduced for at in range(len(printed) - 1))


def _different(names: Iterable[str]) -> int:
    """How many of the names are certainly not one another's, full names before short forms."""
    apart: list[str] = []
    for name in sorted(names, key=len, reverse=True):
        if not any(same_name(name, other) for other in apart):
            apart.append(name)
    return len(apart)

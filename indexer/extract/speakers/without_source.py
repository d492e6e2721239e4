"""Who says a quote that stands alone between sentences: whoever the sentence before is about.

"Ada Lund turned to Tom Reyes. “The lease ends in June.” Reyes nodded.": Lund speaks, and Reyes listens.
"""

from __future__ import annotations

from collections.abc import Iterator

from indexer.english import VERBS
from indexer.extract.speakers.candidates import Candidate, Origin, name_of
from indexer.extract.speakers.choice import Choice
from indexer.extract.speakers.entities import Entity
from indexer.extract.speakers.names import Mention
from indexer.extract.speakers.reading import Reading
from indexer.languages.verbs import Says
from indexer.model import Attribution, SpeakerKind

LIKELY = 0.7
"""The probability that this is right. Not measured: PolNeAR has no such quotes."""

_STOPS = (".", "!", "?", "…")
_CLOSING_MARKS = "\"'”’»"


def without_source(reading: Reading, number: int) -> Choice | None:
    """Whom an attribution without a source means; None where nothing tells.

    Args:
        number: of the attribution.
    """
    one = reading.attributions[number]
    if one.cue or not _is_whole_sentence(one):
        return None
    first = reading.document.word_at(one.content[0].start)
    if not first or reading.opens_paragraph(first):
        return None
    found = _acts(reading, first - 1, asks=one.content[-1].text[-2] == "?")
    if found is None:
        return None
    return Choice(Candidate(name_of(found[1]), SpeakerKind.PERSON, Origin.ARTICLE, found[1]), LIKELY)


def _is_whole_sentence(one: Attribution) -> bool:
    """Whether a content is one passage between marks that ends with a stop."""
    text = one.content[0].text
    whole = len(one.content) == 1 and len(one.quoted) == 1 and len(text) - len(one.quoted[0].text) <= 2
    return whole and text[-1] in _CLOSING_MARKS and text[-2:-1] in _STOPS


def _acts(reading: Reading, last: int, *, asks: bool) -> tuple[Mention, Entity] | None:
    """Whom the sentence ending with a word is about.

    That is its subject; where it puts a question to somebody, and no question follows, whoever is asked.
    """
    named = list(_persons(reading, last))
    subject = next((each for each in named if reading.is_subject(each[0])), None)
    if subject is None:
        return None
    mention, entity = subject
    other = next((each for each in named if each[0].first > mention.last and each[1] is not entity), None)
    if other is None or asks:
        return subject
    between = (reading.words[number].low for number in range(mention.last + 1, other[0].head))
    verbs = (VERBS.reporting[low] for low in between if low in VERBS.reporting)
    return other if any(verb.says is Says.ASKS for verb in verbs) else subject


def _persons(reading: Reading, last: int) -> Iterator[tuple[Mention, Entity]]:
    """The people that the sentence ending with a word names, in order."""
    first = last
    while first and not reading.words[first].opens:
        first -= 1
    return ((mention, entity) for mention, entity in reading.over(first, last) if entity.person)

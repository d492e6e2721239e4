"""Who says a quote that stands alone: whoever the narrative around it is about.

"Ada Lund turned to Tom Reyes. “The lease ends in June.” Reyes nodded.": Lund speaks, and Reyes listens. Of a quote that
is a paragraph of its own, the sentences before and behind it must be about the same person.
"""

from __future__ import annotations

from collections.abc import Iterator

from indexer.english import GRAMMAR, VERBS
from indexer.extract.speakers.candidates import Candidate, Origin, name_of
from indexer.extract.speakers.choice import Choice
from indexer.extract.speakers.entities import Entity
from indexer.extract.speakers.names import Mention
from indexer.extract.speakers.reading import Reading
from indexer.languages.verbs import Says
from indexer.languages.word_classes import SEXES
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
    if not first:
        return None
    if reading.opens_paragraph(first):
        entity = _around(reading, first, reading.document.words_of(one.content[-1])[1])
    else:
        found = _acts(reading, first - 1, asks=one.content[-1].text[-2] == "?")
        entity = None if found is None else found[1]
    if entity is None:
        return None
    return Choice(Candidate(name_of(entity), SpeakerKind.PERSON, Origin.ARTICLE, entity), LIKELY)


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


def _around(reading: Reading, first: int, last: int) -> Entity | None:
    """Whom the last sentence before a paragraph and the first one behind it are both about."""
    words = reading.words
    if last + 1 >= len(words) or not reading.opens_paragraph(last + 1):
        return None
    start = first - 1
    while not words[start].opens or (_sex(words[start].low) and not reading.opens_paragraph(start)):
        start -= 1  # "Lund broke the ice. She had an oar."
    before = _subject(reading, start, first - 1)
    if before is None:
        return None
    if sex := _sex(words[last + 1].low):
        return before if before.sex in ("", sex) else None
    end = last + 1
    while end + 1 < len(words) and not words[end + 1].opens:
        end += 1
    return before if _subject(reading, last + 1, end) is before else None


def _sex(low: str) -> str:
    """The sex of a personal pronoun: "m", "f" or ""."""
    pronoun = GRAMMAR.pronouns.get(low)
    return SEXES.get(pronoun, "") if pronoun is not None else ""


def _subject(reading: Reading, first: int, last: int) -> Entity | None:
    """Whom the first sentence from a word on is about: a person who is its subject, or the only one that it names."""
    named = []
    for mention, entity in reading.over(first, last):
        if entity.person and reading.words[mention.first].sentence == reading.words[first].sentence:
            named.append((mention, entity))
    subject = next((entity for mention, entity in named if reading.is_subject(mention)), None)
    if subject is not None or len({id(entity) for _, entity in named}) != 1:
        return subject
    mention, entity = named[0]
    before = reading.words[mention.head - 1].low
    return None if reading.words[mention.last].owner or before in GRAMMAR.object_prepositions else entity


def _persons(reading: Reading, last: int) -> Iterator[tuple[Mention, Entity]]:
    """The people that the sentence ending with a word names, in order."""
    first = last
    while first and not reading.words[first].opens:
        first -= 1
    return ((mention, entity) for mention, entity in reading.over(first, last) if entity.person)

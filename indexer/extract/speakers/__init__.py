"""Resolves the source of each attribution to a speaker, within one article and in its order.

Everybody who may stand behind a source is weighed by named clues, against nobody at all. The weights come from labelled
articles (``training/who.py``), as those of the dates do.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from indexer.document import Document
from indexer.english import PLURALS, ROLES
from indexer.extract.speakers.choice import Choice, choose
from indexer.extract.speakers.clues import Weighed
from indexer.extract.speakers.form_weights import FormWeights
from indexer.extract.speakers.interviews import Interview
from indexer.extract.speakers.naming import Naming
from indexer.extract.speakers.phrases import Form
from indexer.extract.speakers.reading import Reading, Source
from indexer.extract.speakers.without_source import without_source
from indexer.extract.weighing import weights_of
from indexer.model import Attribution, Speaker, SpeakerKind
from indexer.text import words

Resolved = tuple[Speaker, float]

_NAMELESS = {
    Form.SEVERAL: SpeakerKind.GROUP,
    Form.GROUP: SpeakerKind.GROUP,
    Form.UNNAMED: SpeakerKind.UNNAMED,
    Form.ROLE: SpeakerKind.UNNAMED,
    Form.DOCUMENT: SpeakerKind.DOCUMENT,
    Form.SPEECH: SpeakerKind.DOCUMENT,
    Form.ORGANISATION: SpeakerKind.ORGANISATION,
    Form.CAMPAIGN: SpeakerKind.ORGANISATION,
}
"""What a source is for which no name is claimed, by its form."""


@cache
def _weights() -> FormWeights:
    return FormWeights(weights_of(__package__))


def resolve(document: Document, attributions: Sequence[Attribution]) -> tuple[Resolved, ...]:
    """Who stands behind each source, and how sure that is (0 to 1).

    A speaker's name is the fullest form that the article prints, without titles; nothing is added from outside. Where
    two fit and nothing decides, ``kind`` is ambiguous and no name is claimed.

    Args:
        document: the article.
        attributions: in order of their content; the answers come in the same order.
    """
    reading = Reading(document, attributions)
    interview = Interview(reading)
    answers: dict[int, Resolved] = {}
    for number in reading.order():
        source = reading.source(number)
        if source is None:
            answers[number] = _resolve_without_source(reading, number)
            continue
        printed = attributions[number].source[0].text.strip().rstrip(",;:– ").strip()
        choice = interview.choice(printed) or choose(Weighed(reading, source), _weights())
        answers[number] = record_speaker(choice, reading, source, printed), choice.probability
    return tuple(answers[number] for number in range(len(attributions)))


def _resolve_without_source(reading: Reading, number: int) -> Resolved:
    choice = without_source(reading, number)
    if choice is None or choice.candidate is None:
        return Speaker(None, None, None, SpeakerKind.UNKNOWN), 0.3
    name = choice.candidate.name
    speaker = Speaker(speaker_id(name), name, None, choice.candidate.kind)
    reading.remember(number, speaker, choice.candidate.entity)
    return speaker, choice.probability


def record_speaker(choice: Choice, reading: Reading, source: Source, printed: str) -> Speaker:
    """Make the record of whom a source means, and note in the reading who spoke, for the sources that follow.

    Args:
        printed: the source's own words.
    """
    speaker = _speaker_of(choice, reading, source, printed)
    reading.remember(source.number, speaker, choice.candidate.entity if choice.candidate is not None else None)
    return speaker


def _speaker_of(choice: Choice, reading: Reading, source: Source, printed: str) -> Speaker:
    if choice.candidate is not None:
        name = choice.candidate.name
        return Speaker(speaker_id(name), name, printed, choice.candidate.kind, choice.beside)
    if choice.rivals:
        return Speaker(None, None, printed, SpeakerKind.AMBIGUOUS, choice.rivals)
    return Speaker(None, None, printed, _nameless(reading, source, printed))


def speaker_id(name: str) -> str:
    """The key of a name: its folded words joined by hyphens ("Ana-María O’Neil" is "ana-maria-oneil")."""
    return "-".join(word.text.replace("'", "") for word in words(name)) or "-"


def _nameless(reading: Reading, source: Source, printed: str) -> SpeakerKind:
    """What a source is that no name is claimed for."""
    phrase, last = source.phrase, reading.turns[-1] if reading.turns else None
    if phrase.form is Form.PRONOUN:
        if source.form == "plural":
            return SpeakerKind.GROUP
        near = last is not None and source.sentence - reading.words[last.word].sentence <= 1
        if last is not None and near and last.kind in (SpeakerKind.UNNAMED, SpeakerKind.DOCUMENT) and last.name is None:
            return last.kind
        return SpeakerKind.UNNAMED if source.form == "relative" else SpeakerKind.UNKNOWN
    if phrase.form is Form.NAME and phrase.mention is not None:
        plural = phrase.mention.naming is Naming.OPEN and bool(PLURALS.singulars(phrase.mention.low[-1]))
        return SpeakerKind.GROUP if plural else SpeakerKind.UNKNOWN
    if printed.isupper() and printed.lower() in ROLES.roles:
        return SpeakerKind.UNNAMED
    return _NAMELESS.get(phrase.form, SpeakerKind.UNKNOWN)

"""What matters of an attribution for its date: where it is, who speaks, by which verb, and whether in words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.english import CLAUSES, ENDINGS, GRAMMAR, NOUNS, OCCASIONS
from indexer.extract.act.clues import reporting_verb
from indexer.extract.dates.timeline import Timeline, names, nouns
from indexer.extract.dates.told import Told
from indexer.model import Act, Span
from indexer.text import alternation, word_texts

_HEAD_END = re.compile(rf",| (?:{alternation(GRAMMAR.relative_subjects)}) |\(")
_NOT = alternation((*ENDINGS.negations, *(ending.replace("'", "’") for ending in ENDINGS.negations)))
_HAD = re.compile(
    rf"\b(?:{alternation(GRAMMAR.pluperfect)})(?:{_NOT})?\s+"
    rf"(?:(?:{alternation(CLAUSES.after_had)}|[a-z]+(?:{alternation(ENDINGS.adverbs)}))\s+)?[a-z]+$"
)
_HAD_REACH = 30
_WORDS = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class Saying:
    """An attribution that is to be dated.

    Args:
        start, end: offsets of its cue, or else its source, or else its content.
        sentence, paragraph: the numbers of its sentence and paragraph.
        source: the last name of its source, else its noun; for a pronoun or no source, that of the one before.
        source_spans: as printed.
        source_form: what the source is: a pronoun, a document, a group, none or another.
        speaker: the key of its speaker, or the source in small letters, or "".
        kind: direct, mixed or indirect.
        act: what was done with the content.
        cue: its cue in small letters.
        verb: the base form of the verb of the cue that reports, or the last word of the cue, or "".
        perfect: whether the cue begins with an auxiliary of the perfect tenses.
        small: its sentence without contents, in small letters.
        nouns: the media and events that this sentence names.
        content_words: the number of words of its content.
        pluperfect: whether the cue is in the past perfect: "had said".
    """

    start: int
    end: int
    sentence: int
    paragraph: int
    source: str
    source_spans: tuple[Span, ...]
    source_form: str
    speaker: str
    kind: str
    act: Act
    cue: str
    verb: str
    perfect: bool
    small: str
    nouns: frozenset[str]
    content_words: int
    pluperfect: bool


def saying(told: Told, timeline: Timeline, before: str) -> Saying:
    """The record of an attribution; ``before`` is the source of the one before it."""
    attribution = told.attribution
    spans = attribution.cue or attribution.source or attribution.content[:1]
    document = timeline.document
    sentence = max(0, document.sentence_at(spans[0].start))
    small = timeline.plain_sentence(sentence).lower()
    printed = " ".join(span.text for span in attribution.source)
    cue = " ".join(span.text for span in attribution.cue).strip().lower()
    cue_words = word_texts(cue)
    verb = reporting_verb(cue_words)
    return Saying(
        start=spans[0].start,
        end=spans[-1].end,
        sentence=sentence,
        paragraph=document.paragraph_at(document.sentences[sentence].start),
        source=_key(printed) if printed and printed.lower() not in CLAUSES.continuing_pronouns else before,
        source_spans=attribution.source,
        source_form=_form(word_texts(printed)),
        speaker=told.speaker_key,
        kind=attribution.kind.value,
        act=told.act,
        cue=cue,
        verb=verb.base if verb is not None else cue_words[-1] if cue_words else "",
        perfect=bool(cue_words) and cue_words[0] in GRAMMAR.perfect,
        small=small,
        nouns=nouns(small),
        content_words=sum(span.text.count(" ") + 1 for span in attribution.content),
        pluperfect=_HAD.search(document.text[max(0, spans[0].start - _HAD_REACH) : spans[0].end].lower()) is not None,
    )


def _form(source: list[str]) -> str:
    if not source:
        return "none"
    if len(source) == 1 and source[0] in GRAMMAR.pronouns:
        return "pronoun"
    if not (NOUNS.documents | OCCASIONS.media).isdisjoint(source):
        return "document"
    return "group" if not NOUNS.groups.isdisjoint(source) else "another"


def _key(printed: str) -> str:
    head = _HEAD_END.split(printed, maxsplit=1)[0].removesuffix("’s").removesuffix("'s")
    capitalised, words = names(head), _WORDS.findall(head)
    return capitalised[-1] if capitalised else words[-1].lower() if words else ""

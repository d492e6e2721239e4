"""An attribution as far as the date of its words is concerned: where it stands, who speaks, by which verb."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.english import CLAUSES, ENDINGS, GRAMMAR
from indexer.extract.dates.timeline import Timeline, names, nouns
from indexer.model import Attribution, Span
from indexer.text import alternation

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
    """An attribution in its article.

    Args:
        start, end: where its cue stands (without one its source, without either its content).
        sentence, paragraph: numbers of those that it stands in.
        source: the last name of its source, else its noun; for a pronoun, or no source, that of the one before.
        source_spans: as printed.
        cue: its cue in small letters.
        small: its sentence without contents, in small letters.
        nouns: the kinds of saying and event that this sentence names.
        content_words: how long its content is.
        pluperfect: whether it was said before what the story tells of: "had said".
    """

    start: int
    end: int
    sentence: int
    paragraph: int
    source: str
    source_spans: tuple[Span, ...]
    cue: str
    small: str
    nouns: frozenset[str]
    content_words: int
    pluperfect: bool


def anchor(attribution: Attribution) -> int:
    """Where an attribution stands in the order of the text: its cue, else its source, else its content."""
    return (attribution.cue or attribution.source or attribution.content)[0].start


def saying(attribution: Attribution, timeline: Timeline, before: str) -> Saying:
    """An attribution in its article; ``before`` is the source of the saying before it."""
    spans = attribution.cue or attribution.source or attribution.content[:1]
    document = timeline.document
    sentence = max(0, document.sentence_at(spans[0].start))
    small = timeline.plain_sentence(sentence).lower()
    printed = " ".join(span.text for span in attribution.source)
    return Saying(
        start=spans[0].start,
        end=spans[-1].end,
        sentence=sentence,
        paragraph=document.paragraph_at(document.sentences[sentence].start),
        source=_key(printed) if printed and printed.lower() not in CLAUSES.continuing_pronouns else before,
        source_spans=attribution.source,
        cue=" ".join(span.text for span in attribution.cue).strip().lower(),
        small=small,
        nouns=nouns(small),
        content_words=sum(span.text.count(" ") + 1 for span in attribution.content),
        pluperfect=_HAD.search(document.text[max(0, spans[0].start - _HAD_REACH) : spans[0].end].lower()) is not None,
    )


def _key(printed: str) -> str:
    head = _HEAD_END.split(printed, maxsplit=1)[0].removesuffix("’s").removesuffix("'s")
    capitalised, words = names(head), _WORDS.findall(head)
    return capitalised[-1] if capitalised else words[-1].lower() if words else ""

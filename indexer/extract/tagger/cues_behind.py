"""Which cue a passage between marks has, as the marks and the stops tell.

What somebody does behind a quote is no cue: "Lund turned to Reyes. “…” Reyes nodded." It stands in a sentence of its
own behind the quote, and another sentence stands before the quote.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.document import Document
from indexer.english import VERBS
from indexer.extract.whole_sentences import is_sentence
from indexer.languages.verbs import Report, Says
from indexer.model import Label, Role, Span
from indexer.text import words

_STOPS = frozenset(".!?…")


def with_next_cue(text: str, labels: Sequence[Label]) -> tuple[Label, ...]:
    """The labels; a passage that ends with a comma has the cue right behind it, not a later one: “…,” said Lund."""
    cues = {label.span.start: label.span for label in labels if label.role is Role.CUE}
    found = []
    for label in labels:
        end = label.span.end
        behind = cues.get(end + 1) if text[end - 2 : end - 1] == "," and text[end : end + 1] == " " else None
        ties = label.role is Role.CONTENT and behind is not None and label.cue is not None and behind < label.cue
        found.append(replace(label, cue=behind) if ties else label)
    return tuple(found)


def without_answers(document: Document, labels: Sequence[Label]) -> Iterator[Label]:
    """The labels; an answer without the cue of the question before it: “Lund asked Reyes why. “It rained.””"""
    for label in labels:
        yield replace(label, cue=None) if label.cue is not None and _is_answer(document, label, label.cue) else label


def _is_answer(document: Document, label: Label, cue: Span) -> bool:
    """Whether a content is a whole sentence, and no question, behind one that puts a question to somebody named."""
    if label.role is not Role.CONTENT or document.sentence_at(label.span.start) <= document.sentence_at(cue.end - 1):
        return False
    asks = (verb.says is Says.ASKS for word in words(cue.text) if (verb := VERBS.reporting.get(word.text)) is not None)
    passage = next(iter(document.outer_within(label.span)), None)
    if not any(asks) or passage is None or (passage.start, passage.end) != (label.span.start, label.span.end):
        return False
    hearer = any(word[:1].isupper() for word in document.text[cue.end : passage.start].split())
    return hearer and is_sentence(document, passage) and not label.span.text[:-1].endswith("?")


def without_beats(document: Document, labels: Sequence[Label]) -> Iterator[Label]:
    """The labels; contents before such a cue without it, and its source not at all, unless it has a content behind it.

    With that even a verb of speech is none of the words before: "“…” Reyes wrote that down."
    """
    held: dict[Span, list[Span]] = {}
    for label in labels:
        if label.role is Role.CONTENT and label.cue is not None:
            held.setdefault(label.cue, []).append(label.span)
    beats = {cue: sorted(contents) for cue, contents in held.items() if _is_beat(document, cue, sorted(contents))}
    for label in labels:
        contents = beats.get(label.cue, ()) if label.cue is not None else ()
        if label.role is Role.CONTENT and label.span in contents[:1]:
            yield replace(label, cue=None)
        elif len(contents) != 1:
            yield label


def _is_beat(document: Document, cue: Span, contents: Sequence[Span]) -> bool:
    content, *others = contents
    if content.end > cue.start or (others and (len(others) > 1 or others[0].start < cue.end)):
        return False
    if not others and any(_is_of_speech(word.text) for word in words(cue.text)):
        return False
    if others and document.text[content.end - 2] != ".":
        return False
    passage = next(iter(document.outer_within(content)), None)
    if passage is None or (passage.start, passage.end) != (content.start, content.end):
        return False
    if document.text[passage.end - 2] not in _STOPS or document.begins_paragraph(content):
        return False
    return document.paragraph_at(cue.start) == document.paragraph_at(content.start)


def _is_of_speech(low: str) -> bool:
    verb = VERBS.reporting.get(low)
    return verb is not None and verb.report is Report.SPEECH and low not in VERBS.gestures

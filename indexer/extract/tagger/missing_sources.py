"""Sources for cues without one, where the sentence names it: its owner, its subject, or the source of the cue before.

“Quist’s warning that ...”, “others who argue that ...”, “Quist agreed, but warned that ...”. Of the sources found on
PolNeAR dev for contents that are right, two in three are right.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from indexer.document import Document, Frame
from indexer.english import CLAUSES, ENDINGS, GRAMMAR, VERBS
from indexer.extract.rules.claim import POSSIBLE, Range
from indexer.extract.rules.noun_phrase import subject_before
from indexer.extract.rules.subjects import can_speak
from indexer.languages.verbs import Says
from indexer.model import Label, Role, Span


def missing_sources(document: Document, labels: Iterable[Label]) -> Iterator[Label]:
    """Sources for the cues that have a content and no source.

    Args:
        document: the article that the labels point into.
        labels: the labels found so far.
    """
    sources, wanting = _sides(labels)
    for paragraph, cues in groupby(wanting, key=lambda cue: document.paragraph_at(cue.start)):
        frames = document.frames(paragraph)
        for cue in cues:
            number = bisect_right(frames, cue.start, key=lambda frame: frame[0].start) - 1
            if number >= 0 and cue.end <= frames[number][-1].end:
                source = _source(document.text, frames[number], cue, sources)
                if source is not None:
                    yield Label(source, Role.SOURCE, POSSIBLE, cue)


def _sides(labels: Iterable[Label]) -> tuple[list[Label], list[Span]]:
    """The sources in order, and the cues that have a content and no source."""
    sources: list[Label] = []
    attributing: set[Span] = set()
    for label in labels:
        if label.cue is not None and label.role is Role.SOURCE:
            sources.append(label)
        elif label.cue is not None:
            attributing.add(label.cue)
    sourced = {source.cue for source in sources}
    return sorted(sources, key=lambda label: label.span), sorted(attributing - sourced)


def _source(text: str, frame: Frame, cue: Span, sources: Sequence[Label]) -> Span | None:
    start = bisect_right(frame, cue.start, key=lambda token: token.end)
    end = bisect_left(frame, cue.end, key=lambda token: token.end) + 1
    owner = _owner(frame, start)
    if owner is not None:
        return frame.span(text, owner)
    if not any(_is_active(frame, number) for number in range(start, end)):
        return None
    first = _past_auxiliaries(frame, start)
    if frame.at(first - 1).low in CLAUSES.subject_sharing:
        return _shared(frame, cue, sources)
    subject = subject_before(frame, start)
    return frame.span(text, subject[:2]) if subject is not None and can_speak(frame, *subject[:2]) else None


def _shared(frame: Frame, cue: Span, sources: Sequence[Label]) -> Span | None:
    """The source of the cue before: `Quist agreed, but warned`."""
    first = bisect_left(sources, frame[0].start, key=lambda source: source.span.start)
    for number in range(bisect_left(sources, cue.start, key=lambda source: source.span.start) - 1, first - 1, -1):
        source = sources[number]
        if source.span.end <= cue.start and source.cue is not None and source.cue.end <= cue.start:
            return source.span
    return None


def _owner(frame: Frame, start: int) -> Range | None:
    """The possessive before a cue that is a noun: `his warning`, `Ada Quist’s warning`."""
    if frame[start].low in GRAMMAR.possessives:
        return start, start + 1
    before = frame.at(start - 1)
    if before.low in GRAMMAR.possessives:
        return start - 1, start
    if not before.is_capital or not before.low.endswith(ENDINGS.possessives):
        return None
    first = start - 1
    while frame.at(first - 1).is_capital and frame[first - 1].low not in GRAMMAR.determiners:
        first -= 1
    return first, start


def _is_active(frame: Frame, index: int) -> bool:
    """Whether this is a verb of saying with its own subject: neither passive nor a participle."""
    verb = VERBS.reporting.get(frame[index].low)
    if verb is None or verb.gerund or verb.says is Says.SEEMS or frame[index].is_capital:
        return False
    first = _past_auxiliaries(frame, index)
    return frame.at(first - 1).text.lower() not in ("to", ",") and not any(
        token.low in GRAMMAR.be for token in frame[first:index]
    )


def _past_auxiliaries(frame: Frame, index: int) -> int:
    """Where the auxiliaries and adverbs of a verb begin: `has since`, `promptly`."""
    while frame.at(index - 1).low in CLAUSES.before_verbs or frame.at(index - 1).low.endswith(ENDINGS.adverbs):
        index -= 1
    return index

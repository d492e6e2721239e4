"""Where and to whom attributed words were said: hearer, medium and event, as named in their own sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.document import Document
from indexer.english import CLAUSES, OCCASIONS
from indexer.extract.dates.timeline import nouns
from indexer.extract.occasion.occasion_words import (
    EVENT,
    HEARER,
    MEDIUM,
    PLATFORM,
    PROGRAMME,
    event_name,
    medium_of_source,
    medium_of_verb,
)
from indexer.model import Attribution, Occasion
from indexer.text import alternation

_CONTENT = "\x00"
LONGEST = 300
"""Characters of a sentence that are read on each side of the cue."""

_POSSESSIVE = re.compile(r"[’']s?$")
_OTHER_CLAUSE = re.compile(rf"\b(?:{alternation(CLAUSES.occasion_barriers)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    """A match for one part of an occasion, with its offsets in the article."""

    value: str
    start: int
    end: int


def occasion(document: Document, attribution: Attribution) -> Occasion | None:
    """Where and to whom the words were said, or None if their sentence does not say.

    Args:
        document: the article; None is given for a language without tables.
        attribution: only its own sentence is read, without its content; of two matches the one nearer to its cue is
            taken.

    Returns:
        the hearer as printed; the medium as a noun ("interview"), with its platform ("post on Truth Social") or as
        the programme printed ("CNN's State of the Union"); the event without article and day ("rally in Ohio").
    """
    if not document.understood:
        return None
    spans = attribution.cue or attribution.source or attribution.content
    cue_start, cue_end = spans[0].start, spans[-1].end
    start, end = _sentence(document, cue_start)
    plain = _masked(document.text, start, max(end, min(cue_end, cue_start + LONGEST)), attribution)
    where = _Where(plain, start, cue_start, cue_end)
    hearer = where.nearest(HEARER, "hearer")
    medium = _medium(where, attribution)
    event = where.nearest(EVENT, "event") if where.nouns else None
    name = event_name(event.value) if event else None
    if medium is None and event is not None and name is not None and medium_of_source(name):
        medium, name = _Part(name, event.start, event.end), None
    elif medium is not None and name == medium.value:
        name = None
    parts = [part for part in (hearer, medium, event) if part is not None]
    if not parts:
        return None
    return Occasion(
        hearer=_POSSESSIVE.sub("", hearer.value) if hearer else None,
        medium=medium.value if medium else None,
        event=name,
        text=_words(document.text, parts),
    )


class _Where:
    """A sentence without its content, and the offsets of the cue in it."""

    def __init__(self, plain: str, start: int, cue_start: int, cue_end: int) -> None:
        self.plain = plain
        self.start = start
        self.cue = (cue_start - start, cue_end - start)
        self.nouns = nouns(plain.lower())

    def nearest(self, pattern: re.Pattern[str], group: str) -> _Part | None:
        """The match nearest to the cue, in the clause of the cue."""
        matches = [match for match in pattern.finditer(self.plain) if self._same_clause(match)]
        if not matches:
            return None
        best = min(matches, key=lambda match: max(match.start() - self.cue[1], self.cue[0] - match.end(), 0))
        return _Part(best[group].strip(), self.start + best.start(), self.start + best.end())

    def _same_clause(self, match: re.Match[str]) -> bool:
        if match.start() >= self.cue[1]:
            gap = self.plain[self.cue[1] : match.start()]
            return _OTHER_CLAUSE.search(gap) is None
        if match.end() <= self.cue[0] and "," in self.plain[match.end() : self.cue[0]]:
            return _OTHER_CLAUSE.search(self.plain[: match.start()].rpartition(_CONTENT)[2]) is None
        return True


def _medium(where: _Where, attribution: Attribution) -> _Part | None:
    noun = where.nearest(MEDIUM, "medium") if where.nouns else None
    platform = where.nearest(PLATFORM, "platform")
    programme = where.nearest(PROGRAMME, "programme")
    if noun is None:
        noun = _of_verb_or_source(attribution)
    if platform is not None:
        kind = noun.value if noun is not None else min(OCCASIONS.posts)
        value = kind if kind in OCCASIONS.tweets else f"{kind} on {platform.value}"
        parts = [platform] if noun is None else [noun, platform]
        return _Part(value, min(part.start for part in parts), max(part.end for part in parts))
    return noun or programme


def _of_verb_or_source(attribution: Attribution) -> _Part | None:
    for span in attribution.cue:
        if medium := medium_of_verb(span.text):
            return _Part(medium, span.start, span.end)
    for span in attribution.source:
        if medium := medium_of_source(span.text):
            return _Part(medium, span.start, span.end)
    return None


def _sentence(document: Document, position: int) -> tuple[int, int]:
    """The part of the sentence at a position that is read; empty if the position is in no sentence."""
    number = document.sentence_at(position)
    if number < 0 or position >= document.sentences[number].end:
        return position, position
    sentence = document.sentences[number]
    return max(sentence.start, position - LONGEST), min(sentence.end, position + LONGEST)


def _masked(text: str, start: int, end: int, attribution: Attribution) -> str:
    plain = text[start:end]
    for span in attribution.content:
        left, right = max(span.start, start) - start, min(span.end, end) - start
        if left < right:
            plain = plain[:left] + _CONTENT * (right - left) + plain[right:]
    return plain


def _words(text: str, parts: Sequence[_Part]) -> str:
    """The matched words in the order of the text, with an ellipsis for words between."""
    words, last = "", -1
    for part in sorted(parts, key=lambda part: (part.start, -part.end)):
        if part.end <= last:
            continue
        start = max(part.start, last)
        piece = text[start : part.end].strip()
        between = text[last:start] if last >= 0 else ""
        words += (" " if between.strip() == "" else " … ") + piece if words else piece
        last = part.end
    return words

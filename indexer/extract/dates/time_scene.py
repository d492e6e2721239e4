"""The times that an article tells of outside its quotations, each with what its sentence says beside it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import pairwise

from indexer.document import Document
from indexer.english import OCCASIONS, TIME
from indexer.extract.dates.time_words import TimeWords, time_words
from indexer.model import Attribution, Precision

YEARS = range(1600, 2200)
"""The years of publication that are believed: others are unset fields (0001-01-01), from which nothing counts."""

LONGEST = 2000
"""Characters of a sentence that are read: what is longer has lost its full stops."""

LONGEST_OWN = 6
"""How many times of one sentence are weighed, on each side of the cue."""

LEAD_PARAGRAPHS = 4
"""Paragraphs from the top, headline included, in which the article's own day is looked for."""

AHEAD = 50
"""Characters before a time in which "will" and its like make it one to come."""

_VERB = re.compile(
    r"\b(?:[a-z]+ed|said|told|gave|met|wrote|held|made|spoke|went|took|won|came)(?:\s+(?:early|late|on|earlier))*\s+$"
)
_SECTION = re.compile(r"[\W_]*$|\d{1,2}(?::\d\d)?\s*[ap]\.?m\.?[\W_]*$")
_NAME = re.compile(r"[A-Z][\w’'-]*[a-z][\w’-]*|[A-Z]{2,}")
_SMALL_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DATELINE = re.compile(r"\s*(?:\([^()\n]{1,30}\)\s*)?[—–-]+\s")
_QUOTED = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"|''[^\n]*?''")


@cache
def any_of(entries: frozenset[str]) -> re.Pattern[str]:
    """Any of the entries, as whole words in small letters."""
    longest_first = sorted(entries, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A time that the article itself tells of, outside all contents.

    Args:
        words: the expression.
        paragraph, sentence: indices of where it stands, sentences counted through the article.
        names: the capitalised words of its sentence.
        nouns: the kinds of saying and of event that its sentence mentions.
        ahead: whether the words before it look ahead.
        verb: whether a verb in the past stands before it ("voted Thursday").
        section: the index of its part of the article, as live reports have them.
        reports: whether its sentence has a cue.
        key: the interval, for comparison.
    """

    words: TimeWords
    paragraph: int
    sentence: int
    names: frozenset[str]
    nouns: frozenset[str]
    ahead: bool
    reports: bool
    verb: bool
    content: bool
    section: int
    key: tuple[date, date]


class TimeScene:
    """All that is needed of one article to date its attributions; made once for each article.

    Args:
        document: the article.
        attributions: all that were found in it; their contents are not told by the article itself.
    """

    def __init__(self, document: Document, attributions: Sequence[Attribution]) -> None:
        self.document = document
        self.text = document.text
        published = document.article.published
        day = published.best.day if published else None
        self.published = day if day is not None and day.year in YEARS else None
        quoted = [match.span() for match in _QUOTED.finditer(self.text)]
        self.contents = _merged(
            [(span.start, span.end) for attribution in attributions for span in attribution.content] + quoted
        )
        self._content_starts = [start for start, _ in self.contents]
        self._quoted = _merged(quoted)
        self._quoted_starts = [start for start, _ in self._quoted]
        self._cues = sorted(span.start for attribution in attributions for span in attribution.cue)

    def sentence_of(self, position: int) -> int:
        """The index of the sentence at or before a position; 0 at least."""
        return max(0, self.document.sentence_at(position))

    def in_content(self, position: int) -> bool:
        """Whether a position lies in a content or between quotation marks."""
        index = bisect_right(self._content_starts, position) - 1
        return index >= 0 and position < self.contents[index][1]

    def in_quotation(self, position: int) -> bool:
        """Whether a position lies between quotation marks."""
        index = bisect_right(self._quoted_starts, position) - 1
        return index >= 0 and position < self._quoted[index][1]

    def outside(self, start: int, end: int) -> str:
        """The text from ``start`` to ``end`` without its contents."""
        pieces = []
        for index in range(max(0, bisect_right(self._content_starts, start) - 1), len(self.contents)):
            content_start, content_end = self.contents[index]
            if content_start >= end:
                break
            if content_end > start:
                pieces.append(self.text[start:content_start])
                start = max(start, content_end)
        pieces.append(self.text[start:end])
        return " ".join(pieces)

    def plain_sentence(self, index: int) -> str:
        """A sentence without its contents."""
        if index not in self._plain:
            sentence = self.document.sentences[index]
            self._plain[index] = self.outside(sentence.start, min(sentence.end, sentence.start + LONGEST))
        return self._plain[index]

    def section_of(self, paragraph: int) -> int:
        """Which part of the article a paragraph stands in: a rule or a lone hour begins a new one."""
        return self._sections[paragraph]

    @cached_property
    def _sections(self) -> list[int]:
        found, section = [], 0
        for paragraph in self.document.paragraphs:
            short = paragraph.end - paragraph.start < 16
            section += bool(short and _SECTION.match(self.text[paragraph.start : paragraph.end]))
            found.append(section)
        return found

    @cached_property
    def _plain(self) -> dict[int, str]:
        return {}

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """The times told of, in order of the text."""
        if not self.document.sentences:
            return ()
        return tuple(
            self._told(words)
            for words in time_words(self.text, self.published)
            if words.lead not in TIME.spans
            and not self.in_quotation(words.start)
            and not _DATELINE.match(self.text, words.end)
            and self._stands(words)
        )

    @cached_property
    def _told_sentences(self) -> list[int]:
        return [told.sentence for told in self.told]

    @cached_property
    def _told_starts(self) -> list[int]:
        return [told.words.start for told in self.told]

    def told_until(self, position: int) -> int:
        """How many times are told of before a character."""
        return bisect_left(self._told_starts, position)

    def told_before(self, sentence: int) -> int:
        """How many times are told of before a sentence: the index in ``told`` of the first that is not."""
        return bisect_left(self._told_sentences, sentence)

    @cached_property
    def _of_noun(self) -> dict[str, list[Told]]:
        found: dict[str, list[Told]] = {}
        for told in self.told:
            for noun in told.nouns:
                found.setdefault(noun, []).append(told)
        return found

    def told_of(self, wanted: frozenset[str], sentence: int, most: int) -> list[Told]:
        """The first times whose sentences, other than this one, mention any of these kinds of saying or event."""
        found = {told for noun in wanted for told in self._of_noun.get(noun, [])[: most + LONGEST_OWN]}
        others = (told for told in found if told.sentence != sentence)
        return sorted(others, key=lambda told: told.words.start)[:most]

    def _stands(self, words: TimeWords) -> bool:
        sentence = self.document.sentences[self.sentence_of(words.start)]
        return sentence.start <= words.start < sentence.end

    def _told(self, words: TimeWords) -> Told:
        index = self.sentence_of(words.start)
        sentence = self.document.sentences[index]
        paragraph = self.document.paragraph_at(sentence.start)
        names_, nouns_ = self._mentioned(index)
        before = max(sentence.start, words.start - AHEAD)
        content = self.in_content(words.start)
        # What is quoted before a time does not say that the time is one to come.
        led = self.text[before : words.start] if content else self.outside(before, words.start)
        cue = bisect_right(self._cues, sentence.start - 1)
        return Told(
            words=words,
            paragraph=paragraph,
            sentence=index,
            names=names_,
            nouns=nouns_,
            ahead=any_of(TIME.ahead).search(led.lower()) is not None,
            verb=_VERB.search(self.text, before, words.start) is not None,
            content=content,
            section=self.section_of(paragraph),
            reports=cue < len(self._cues) and self._cues[cue] < sentence.end,
            key=(words.days.from_, words.days.to),
        )

    def _mentioned(self, sentence: int) -> tuple[frozenset[str], frozenset[str]]:
        if sentence not in self._mentions:
            plain = self.plain_sentence(sentence)
            self._mentions[sentence] = frozenset(names(plain)), nouns(plain.lower())
        return self._mentions[sentence]

    @cached_property
    def _mentions(self) -> dict[int, tuple[frozenset[str], frozenset[str]]]:
        return {}

    @cached_property
    def lead(self) -> Told | None:
        """The article's own day: the first day that is told of near its top, and is not one to come."""
        return next(
            (
                told
                for told in self.told
                if told.paragraph < LEAD_PARAGRAPHS
                and told.words.days.precision is Precision.DAY
                and told.words.form != "date"
                and not told.ahead
            ),
            None,
        )


@cache
def _all_nouns() -> frozenset[str]:
    return OCCASIONS.media | OCCASIONS.events


def nouns(small: str) -> frozenset[str]:
    """The kinds of saying and of event in a text in small letters."""
    words = _SMALL_WORD.findall(small)
    return _all_nouns().intersection(words) | _all_nouns().intersection(map(" ".join, pairwise(words)))


def names(text: str) -> list[str]:
    """The capitalised words of a text, in order."""
    return _NAME.findall(text)


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged

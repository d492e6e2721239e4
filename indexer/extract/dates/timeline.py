"""The times that an article tells of outside its quotations, each with what its sentence says beside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import accumulate, pairwise

from indexer.document import Document, Sentence, Stretches
from indexer.document.dateline import closes_dateline
from indexer.english import ENDINGS, OCCASIONS, TIME
from indexer.extract.dates.time_expressions import TimeExpression, time_expressions
from indexer.model import Attribution, Precision
from indexer.text import alternation

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
    rf"\b(?:[a-z]+(?:{alternation(ENDINGS.past)})|{alternation(TIME.past_verbs)})"
    rf"(?:\s+(?:{alternation(TIME.after_verbs)}))*\s+$"
)
_HALF = "|".join(r"\.?".join(half) for half in sorted(TIME.before_noon | TIME.after_noon))
_SECTION = re.compile(rf"[\W_]*$|\d{{1,2}}(?::\d\d)?\s*(?:{_HALF})\.?[\W_]*$")
_NAME = re.compile(r"[A-Z][\w’'-]*[a-z][\w’-]*|[A-Z]{2,}")
_SMALL_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_QUOTED = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"|''[^\n]*?''")


@cache
def any_of(entries: frozenset[str]) -> re.Pattern[str]:
    """Any of the entries, as whole words in small letters."""
    return re.compile(rf"\b(?:{alternation(entries)})\b")


@dataclass(frozen=True, slots=True, eq=False)
class TimeMention:
    """A time that the article mentions, outside all quotations.

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

    words: TimeExpression
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


class Timeline:
    """The times that an article tells of, as its attributions are dated by them.

    Args:
        document: the article.
        attributions: all that were found in it; their contents are not told by the article itself.
    """

    def __init__(self, document: Document, attributions: Sequence[Attribution]) -> None:
        self.document = document
        published = document.article.published
        day = published.best.day if published else None
        self.published = day if day is not None and day.year in YEARS else None
        quoted = [match.span() for match in _QUOTED.finditer(document.text)]
        contents = [(span.start, span.end) for attribution in attributions for span in attribution.content]
        self._quoted, self._contents = Stretches(quoted), Stretches(contents + quoted)
        self._cues = sorted(span.start for attribution in attributions for span in attribution.cue)
        self._plain: dict[int, str] = {}
        self.times = tuple(self._times())
        self.lead = next((time for time in self.times if _is_lead(time)), None)

    # --- the text ------------------------------------------------------------------------------------

    def outside(self, start: int, end: int) -> str:
        """The text from ``start`` to ``end`` without its contents."""
        return self._contents.outside(self.document.text, start, end)

    def plain_sentence(self, number: int) -> str:
        """A sentence without its contents."""
        if number not in self._plain:
            sentence = self.document.sentences[number]
            self._plain[number] = self.outside(sentence.start, min(sentence.end, sentence.start + LONGEST))
        return self._plain[number]

    @cached_property
    def sections(self) -> list[int]:
        """For each paragraph the part of the article that it stands in: a rule or a lone hour begins a new one."""
        short = (
            one.end - one.start < 16 and self.document.text[one.start : one.end] for one in self.document.paragraphs
        )
        return list(accumulate(bool(text and _SECTION.match(text)) for text in short))

    # --- the times -----------------------------------------------------------------------------------

    def in_sentence(self, number: int) -> range:
        """The numbers of the times that a sentence tells of."""
        return range(bisect_left(self._sentences, number), bisect_left(self._sentences, number + 1))

    def before(self, offset: int) -> int:
        """How many times are told of before a character."""
        return bisect_left(self._starts, offset)

    def of_nouns(self, wanted: frozenset[str], sentence: int, most: int) -> list[TimeMention]:
        """The first times whose sentences, other than this one, mention any of these kinds of saying or event."""
        found = {time for noun in wanted for time in self._of_noun.get(noun, [])[: most + LONGEST_OWN]}
        others = (time for time in found if time.sentence != sentence)
        return sorted(others, key=lambda time: time.words.start)[:most]

    @cached_property
    def _sentences(self) -> list[int]:
        return [time.sentence for time in self.times]

    @cached_property
    def _starts(self) -> list[int]:
        return [time.words.start for time in self.times]

    @cached_property
    def _of_noun(self) -> dict[str, list[TimeMention]]:
        found: dict[str, list[TimeMention]] = {}
        for time in self.times:
            for noun in time.nouns:
                found.setdefault(noun, []).append(time)
        return found

    def _times(self) -> Iterator[TimeMention]:
        for words in time_expressions(self.document.text, self.published):
            number = max(0, self.document.sentence_at(words.start))
            sentence = self.document.sentences[number]
            if (
                words.lead not in TIME.span_openers
                and not self._quoted.hold(words.start)
                and not closes_dateline(self.document.text, words.end)
                and sentence.start <= words.start < sentence.end
            ):
                yield self._mention(words, number, sentence)

    def _mention(self, words: TimeExpression, number: int, sentence: Sentence) -> TimeMention:
        paragraph = self.document.paragraph_at(sentence.start)
        plain = self.plain_sentence(number)
        before = max(sentence.start, words.start - AHEAD)
        content = self._contents.hold(words.start)
        # What is quoted before a time does not say that the time is one to come.
        led = self.document.text[before : words.start] if content else self.outside(before, words.start)
        return TimeMention(
            words=words,
            paragraph=paragraph,
            sentence=number,
            names=frozenset(names(plain)),
            nouns=nouns(plain.lower()),
            ahead=any_of(TIME.ahead).search(led.lower()) is not None,
            verb=_VERB.search(self.document.text, before, words.start) is not None,
            content=content,
            section=self.sections[paragraph],
            reports=bisect_left(self._cues, sentence.start) < bisect_left(self._cues, sentence.end),
            key=(words.days.from_, words.days.to),
        )


def _is_rule(text: str) -> bool:
    return _SECTION.match(text) is not None


def _is_lead(time: TimeMention) -> bool:
    """Whether a time can be the article's own day: a day near its top that is not one to come."""
    days, form = time.words.days, time.words.form
    return time.paragraph < LEAD_PARAGRAPHS and days.precision is Precision.DAY and form != "date" and not time.ahead


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

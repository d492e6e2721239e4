"""The times that an article mentions outside of quotations, each with clues from its sentence."""

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
from indexer.extract.dates.told import Told
from indexer.model import Precision
from indexer.text import alternation, word_texts

YEARS = range(1600, 2200)
"""Plausible years of publication: others are unset fields (0001-01-01)."""

LONGEST = 2000
"""Characters of a sentence that are read; longer ones have lost their full stops."""

LONGEST_OWN = 6
"""How many times of one sentence are candidates, on each side of the cue."""

LEAD_PARAGRAPHS = 4
"""Paragraphs at the top, with the headline, that are searched for the article's own day."""

LONGEST_LEAD = 16
"""Characters before a time that are searched for its preposition: that of "about" a day is an adverb elsewhere."""

AHEAD = 50
"""Characters before a time in which "will" and the like make it a future one."""

_VERB = re.compile(
    rf"\b(?:[a-z]+(?:{alternation(ENDINGS.past)})|{alternation(TIME.past_verbs)})"
    rf"(?:\s+(?:{alternation(TIME.after_verbs)}))*\s+$"
)
_HALF = "|".join(r"\.?".join(half) for half in sorted(TIME.before_noon | TIME.after_noon))
_SECTION = re.compile(rf"[\W_]*$|\d{{1,2}}(?::\d\d)?\s*(?:{_HALF})\.?[\W_]*$")
_NAME = re.compile(r"[A-Z][\w’'-]*[a-z][\w’-]*|[A-Z]{2,}")
_SMALL_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OWNED = re.compile(r"[’']s(?:\s+[\w-]+){1,3}")
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
        paragraph, sentence: the numbers of its paragraph and sentence.
        names: the capitalised words of its sentence.
        nouns: the media and events that its sentence mentions.
        ahead: whether the words around it refer to the future, or to an event that is spoken of.
        verb: whether a verb in the past tense precedes it ("voted Thursday").
        section: the number of its section, as in live blogs.
        reports: whether its sentence has a cue.
        speakers: whose statements its sentence has, by ``Told.speaker_key``.
        key: the interval, for comparison.
    """

    words: TimeExpression
    paragraph: int
    sentence: int
    names: frozenset[str]
    nouns: frozenset[str]
    ahead: bool
    reports: bool
    speakers: frozenset[str]
    verb: bool
    content: bool
    section: int
    key: tuple[date, date]


class Timeline:
    """The times that an article mentions, by which its attributions are dated.

    Args:
        document: the article.
        told: all attributions of the article; their contents are not the article's own words.
    """

    def __init__(self, document: Document, told: Sequence[Told]) -> None:
        self.document = document
        published = document.article.published
        day = published.best.day if published else None
        self.published = day if day is not None and day.year in YEARS else None
        quoted = [match.span() for match in _QUOTED.finditer(document.text)]
        contents = [(span.start, span.end) for each in told for span in each.attribution.content]
        self._quoted, self._contents = Stretches(quoted), Stretches(contents + quoted)
        self._cues = sorted(span.start for each in told for span in each.attribution.cue)
        self._speakers: dict[int, set[str]] = {}
        for each in told:
            if each.speaker_key:
                self._speakers.setdefault(max(0, document.sentence_at(each.anchor)), set()).add(each.speaker_key)
        self._plain: dict[int, str] = {}
        self._named: dict[int, tuple[frozenset[str], frozenset[str]]] = {}
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

    def _named_in(self, number: int) -> tuple[frozenset[str], frozenset[str]]:
        """The capitalised words of a sentence, and the media and events that it mentions."""
        if number not in self._named:
            plain = self.plain_sentence(number)
            self._named[number] = frozenset(names(plain)), nouns(plain.lower())
        return self._named[number]

    @cached_property
    def sections(self) -> list[int]:
        """The section number of each paragraph: a rule, or a time of day alone, begins a new section."""
        short = (
            one.end - one.start < 16 and self.document.text[one.start : one.end] for one in self.document.paragraphs
        )
        return list(accumulate(bool(text and _SECTION.match(text)) for text in short))

    @cached_property
    def days(self) -> int:
        """How many different intervals the article mentions."""
        return len({time.key for time in self.times})

    # --- the times -----------------------------------------------------------------------------------

    def in_sentence(self, number: int) -> range:
        """The numbers of the times in a sentence."""
        return range(bisect_left(self._sentences, number), bisect_left(self._sentences, number + 1))

    def before(self, offset: int) -> int:
        """How many times come before an offset."""
        return bisect_left(self._starts, offset)

    def of_nouns(self, wanted: frozenset[str], sentence: int, most: int) -> list[TimeMention]:
        """The first times in other sentences that mention any of these media or events."""
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
            of_event = _OWNED.match(self.document.text, words.end) is not None
            if (
                (words.lead not in TIME.span_openers or of_event)
                and not self._quoted.hold(words.start)
                and not closes_dateline(self.document.text, words.end)
                and sentence.start <= words.start < sentence.end
            ):
                yield self._mention(words, number, sentence)

    def _dates_event(self, words: TimeExpression) -> bool:
        """Whether a time owns an event that is still to come, or that is spoken of: "about Saturday's march"."""
        owned = _OWNED.match(self.document.text, words.end)
        if owned is None:
            return False
        before = word_texts(self.document.text[max(0, words.start - LONGEST_LEAD) : words.start])[-1:]
        spoken_of = any(word in TIME.span_openers or word in TIME.not_when for word in (words.lead, *before))
        return spoken_of or any_of(TIME.ahead_after).search(owned[0].lower()) is not None

    def _mention(self, words: TimeExpression, number: int, sentence: Sentence) -> TimeMention:
        paragraph = self.document.paragraph_at(sentence.start)
        named, mentioned = self._named_in(number)
        before = max(sentence.start, words.start - AHEAD)
        content = self._contents.hold(words.start)
        # Quoted words before a time do not make it a future one.
        led = self.document.text[before : words.start] if content else self.outside(before, words.start)
        return TimeMention(
            words=words,
            paragraph=paragraph,
            sentence=number,
            names=named,
            nouns=mentioned,
            ahead=self._dates_event(words) or any_of(TIME.ahead).search(led.lower()) is not None,
            verb=_VERB.search(self.document.text, before, words.start) is not None,
            content=content,
            section=self.sections[paragraph],
            speakers=frozenset(self._speakers.get(number, ())),
            reports=bisect_left(self._cues, sentence.start) < bisect_left(self._cues, sentence.end),
            key=(words.days.from_, words.days.to),
        )


def _is_rule(text: str) -> bool:
    return _SECTION.match(text) is not None


def _is_lead(time: TimeMention) -> bool:
    """Whether a time can be the article's own day: a day near the top that is not a future one."""
    days, form = time.words.days, time.words.form
    return time.paragraph < LEAD_PARAGRAPHS and days.precision is Precision.DAY and form != "date" and not time.ahead


@cache
def _all_nouns() -> frozenset[str]:
    return OCCASIONS.media | OCCASIONS.events


@cache
def _openers() -> frozenset[str]:
    """The first words of those of several words."""
    return frozenset(noun.partition(" ")[0] for noun in _all_nouns() if " " in noun)


def nouns(small: str) -> frozenset[str]:
    """The media and events that a text in small letters names."""
    words = _SMALL_WORD.findall(small)
    openers = _openers()
    pairs = [f"{word} {following}" for word, following in pairwise(words) if word in openers]
    return _all_nouns().intersection((*words, *pairs))


def names(text: str) -> list[str]:
    """The capitalised words of a text, in order."""
    return _NAME.findall(text)

"""When attributed words were said: an interval of days, its probability, and the words that it rests on.

Half of the quotes that can be dated have no time in their own sentence: the article says "on Tuesday" once, and many
quotes follow. So each time mentioned near a quote is a candidate, with "no date" as one more; named clues
(``said_clues``, ``undated_clues``) and weights learned from labelled articles (``weights.json``) give each a
probability. Sentences in which one speaker goes on are one statement: their probabilities are averaged, and they have
one date. ``bench/said.py`` prints how well calibrated it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from indexer.document import Document
from indexer.english import GRAMMAR, TIME
from indexer.extract.dates.said_clues import OWN, Clues, Earlier
from indexer.extract.dates.saying import Saying, saying
from indexer.extract.dates.timeline import Timeline, TimeMention
from indexer.extract.dates.told import Told
from indexer.extract.dates.undated_clues import undated
from indexer.extract.weighing import Weights, shares, weights_of
from indexer.model import WORDS, Article, Basis, Precision, PublishedDate, Said, Span
from indexer.text import alternation

LEAST = 0.55
"""The least probability of a date that is claimed: of those claimed, four in five are right on held-out articles."""

TRUST = {
    Basis.GIVEN: 1.0,
    Basis.METADATA: 1.0,
    Basis.HEADER: 0.7,
    Basis.FOOTER: 0.7,
    Basis.URL: 0.6,
    Basis.FILE_NAME: 0.5,
    Basis.CREATED: 0.4,
    Basis.MODIFIED: 0.3,
}
"""Factors for the probability of a date that is relative to the date of publication, by where that was read.

A printed line may have the day of a copy or a comment, an address that of another edition, a file name that of the
copying. The factors follow that order of trust and are not measured: the labelled articles have given dates only.
"""

TRUST_IN_A_MOMENT = 0.85
"""The factor for a printed line with a time of day, as publishing systems print it."""

_PART = rf"(?:{alternation(TIME.period_parts | GRAMMAR.definite_articles)})"
_LEAD = re.compile(rf"\b(?:{alternation(TIME.time_prepositions, capitals=True)})\s+(?:{_PART}[\s-]+)?$")
_LEAD_REACH = 24

LEAST_BEFORE = 0.4
"""The least probability of a date from which on it counts as an attribution's for those behind it."""

Key = tuple[date, date]
"""First and last day of an interval."""

RECENT = 40
"""How many earlier attributions the clues of one take into account."""

_ABSOLUTE = frozenset({"iso", "month year", "year", "decade"})


@dataclass(frozen=True, slots=True)
class Choice:
    """The likeliest time of an attribution, with its probability."""

    time: TimeMention
    probability: float


def said_text(said: Said) -> str:
    """The date as ``extract --format jsonl`` has it: ``2025-02-12``, ``2025-02``, ``2025`` or ``FROM/TO``."""
    if said.from_ == said.to:
        return said.from_.isoformat()
    if said.precision is Precision.MONTH:
        return said.from_.isoformat()[:7]
    if said.precision is Precision.YEAR:
        return said.from_.isoformat()[:4]
    return f"{said.from_.isoformat()}/{said.to.isoformat()}"


def said_all(document: Document, told: Sequence[Told]) -> tuple[tuple[Said, float] | None, ...]:
    """When the words of each attribution of an article were said; only what is in words is dated.

    Args:
        document: the article; nothing is dated in a language without tables.
        told: all attributions of the article, in any order.

    Returns:
        for each attribution, in the order given, its interval with the evidence and a score (0 to 1), or None.
    """
    found: list[tuple[Said, float] | None] = [None] * len(told)
    if document.understood and document.paragraphs:
        for statement in statements(walk(Timeline(document, told), told, weights_of(__package__))):
            for number, choice in choices(statement).items():
                if choice is not None and told[number].in_words:
                    found[number] = _said(document.article, choice)
    return tuple(found)


Chances = Mapping[Key, float]
"""The probability of each interval; what they lack to 1 is that of no date."""


@dataclass(frozen=True, slots=True)
class Dated:
    """An attribution with its candidate times.

    Args:
        number: its place among the attributions given.
        continues: whether it goes on with the statement of the attribution before.
    """

    number: int
    weighed: Weighed
    chances: Chances
    continues: bool

    def nearest(self, key: Key) -> TimeMention | None:
        """The candidate that means this interval: in the attribution's own sentence, or else the last; None if none."""
        found = [
            (OWN in clues, time.words.start, time)
            for time, clues in zip(self.weighed.times, self.weighed.clues, strict=True)
            if time.key == key
        ]
        return max(found, key=lambda each: each[:2])[2] if found else None


def walk(timeline: Timeline, told: Sequence[Told], weights: Weights) -> Iterator[Dated]:
    """Weigh the attributions in the order of the text, each knowing those before it."""
    earlier: list[Earlier] = []
    before: Saying | None = None
    for number in sorted(range(len(told)), key=lambda number: told[number].anchor):
        one = saying(told[number], timeline, before.source if before is not None else "")
        weighed = weigh(one, earlier[-RECENT:], timeline)
        chances = chances_of(weighed, weights)
        best = max(chances, key=chances.__getitem__, default=None)
        key = best if best is not None and chances[best] >= LEAST_BEFORE else None
        earlier.append(Earlier(one.speaker, one.source, one.paragraph, key))
        continues = before is not None and _continues(one, before, timeline)
        before = one
        yield Dated(number, weighed, chances, continues)


def _continues(one: Saying, before: Saying, timeline: Timeline) -> bool:
    """Whether a speaker goes on: the same, in the same paragraph or the next, and no other time is mentioned.

    Of pairs of such sentences in the labelled articles, nineteen in twenty have one date, or none.
    """
    if not (one.speaker and one.speaker == before.speaker and {one.act, before.act} <= {*WORDS}):
        return False
    if one.paragraph - before.paragraph > 1:
        return False
    here = (timeline.times[number] for number in timeline.in_sentence(one.sentence))
    return one.sentence == before.sentence or all(time.content for time in here)


def statements(found: Iterable[Dated]) -> Iterator[list[Dated]]:
    """The attributions by the statements that they are parts of, in order."""
    together: list[Dated] = []
    for each in found:
        if together and not each.continues:
            yield together
            together = []
        together.append(each)
    if together:
        yield together


def choices(statement: Sequence[Dated], least: float = LEAST) -> Mapping[int, Choice | None]:
    """For each attribution of a statement, by its number, the likeliest time; None if it is less likely than ``least``.

    The probability of an interval is the mean over the statement, so that all of it has one date.
    """
    mean: dict[Key, float] = {}
    for each in statement:
        for key, chance in each.chances.items():
            mean[key] = mean.get(key, 0.0) + chance / len(statement)
    best = max(mean, key=mean.__getitem__, default=None)
    if best is None or mean[best] < least:
        return dict.fromkeys((each.number for each in statement), None)
    times = [each.nearest(best) for each in statement]
    known = next(time for time in times if time is not None)
    chances = min(1.0, mean[best])
    return {each.number: Choice(time or known, chances) for each, time in zip(statement, times, strict=True)}


@dataclass(frozen=True, slots=True)
class Weighed:
    """The candidate times, the clues of each, and the clues for no date."""

    times: tuple[TimeMention, ...]
    clues: tuple[tuple[str, ...], ...]
    undated: tuple[str, ...]


def weigh(one: Saying, earlier: Sequence[Earlier], timeline: Timeline) -> Weighed:
    """The candidates and clues of an attribution."""
    clues = Clues(one, timeline, earlier)
    times = tuple(clues.times())
    of_times = tuple(tuple(clues.of(time)) for time in times)
    return Weighed(times, of_times, tuple(undated(one, timeline, clues)) if times else ())


def chances_of(weighed: Weighed, weights: Weights) -> Chances:
    """The probability of each interval; times of one interval add up."""
    found: dict[Key, float] = {}
    if weighed.times:
        *each, _ = shares((*weighed.clues, weighed.undated), weights)
        for time, share in zip(weighed.times, each, strict=True):
            found[time.key] = found.get(time.key, 0.0) + share
    return found


def _trust(published: PublishedDate) -> float:
    printed = published.basis in (Basis.HEADER, Basis.FOOTER)
    return TRUST_IN_A_MOMENT if printed and "T" in published.value else TRUST[published.basis]


def _said(article: Article, choice: Choice) -> tuple[Said, float]:
    words = choice.time.words
    lead = _LEAD.search(article.text, max(0, words.start - _LEAD_REACH), words.start)
    evidence = Span.of(article.text, words.start if lead is None else lead.start(), words.end)
    own_year = words.form in _ABSOLUTE or evidence.text[-4:].isdigit()
    trust = 1.0 if own_year or article.published is None else _trust(article.published.best)
    return Said(words.days.from_, words.days.to, words.days.precision, evidence), choice.probability * trust

"""When attributed words were said: an interval of days, its probability, and the words that it rests on.

Half of the quotes that can be dated have no time in their own sentence: the article says "on Tuesday" once, and many
quotes follow. So each time mentioned near a quote is a candidate, with "no date" as one more; named clues
(``said_clues``) and weights learned from labelled articles (``weights.json``) give each a probability.
``bench/said.py`` prints how well calibrated it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from indexer.document import Document
from indexer.english import GRAMMAR, TIME
from indexer.extract.dates.said_clues import Clues, Earlier
from indexer.extract.dates.saying import Saying, anchor, saying
from indexer.extract.dates.timeline import Timeline, TimeMention
from indexer.extract.weighing import Weights, shares, weights_of
from indexer.model import Article, Attribution, Basis, Precision, PublishedDate, Said, Span
from indexer.text import alternation

LEAST = 0.4
"""The least probability of a date that is claimed: precision and recall are equal there on held-out articles."""

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


def said_all(document: Document, attributions: Sequence[Attribution]) -> tuple[tuple[Said, float] | None, ...]:
    """When the words of each attribution of an article were said.

    Args:
        document: the article; nothing is dated in a language without tables.
        attributions: all attributions of the article, in any order.

    Returns:
        for each attribution, in the order given, its interval with the evidence and a score (0 to 1), or None.
    """
    if not document.understood or not document.paragraphs:
        return (None,) * len(attributions)
    timeline = Timeline(document, attributions)
    found: list[tuple[Said, float] | None] = [None] * len(attributions)
    for index, (_, choice) in walk(timeline, attributions, weights_of(__package__)):
        if choice is not None:
            found[index] = _said(document.article, choice)
    return tuple(found)


def walk(
    timeline: Timeline, attributions: Sequence[Attribution], weights: Weights
) -> list[tuple[int, tuple[Weighed, Choice | None]]]:
    """Date the attributions in the order of the text, each knowing those before it: (number, candidates, choice)."""
    earlier: list[Earlier] = []
    out = []
    source = ""
    for index in sorted(range(len(attributions)), key=lambda index: anchor(attributions[index])):
        one = saying(attributions[index], timeline, source)
        source = one.source
        weighed = weigh(one, earlier[-RECENT:], timeline)
        choice = choose(weighed, weights)
        earlier.append(Earlier(source, one.paragraph, choice.time.key if choice else None))
        out.append((index, (weighed, choice)))
    return out


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
    return Weighed(times, tuple(tuple(clues.of(time)) for time in times), tuple(clues.undated()) if times else ())


def choose(weighed: Weighed, weights: Weights) -> Choice | None:
    """The likeliest interval, if its probability is ``LEAST`` or more; times of one interval add up."""
    if not weighed.times:
        return None
    *each, _ = shares((*weighed.clues, weighed.undated), weights)
    by_key: dict[tuple[date, date], float] = {}
    for time, share in zip(weighed.times, each, strict=True):
        by_key[time.key] = by_key.get(time.key, 0.0) + share
    key = max(by_key, key=by_key.__getitem__)
    if by_key[key] < LEAST:
        return None
    likeliest = max(range(len(each)), key=lambda number: (weighed.times[number].key == key, each[number]))
    return Choice(weighed.times[likeliest], min(1.0, by_key[key]))


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

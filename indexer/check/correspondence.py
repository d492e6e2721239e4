"""Finds archived articles whose quotes correspond to a draft's, in order.

Neighbours are evidence: between two quotes that correspond to an article's, less likeness is enough. Correspondence
tells that two articles report the same, not which was first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from indexer.check.answer_records import Answer
from indexer.compare import Wording, judge, too_short, wording
from indexer.model import Article, Quote
from indexer.store.base import Store, without_text

MOST_ARTICLES = 5
"""Articles that are compared with a draft: those that report most of its quotes."""

FEWEST = 2
"""Quotes that an article must report to be compared, and that must then correspond in order."""

WIDEST = 8
"""Quotes between two that correspond, on either side, beyond which their place is no evidence."""

LIKELY_IN_PLACE = 0.1
"""The judge's score from which on two wordings in the same place correspond."""

LENGTH_DIFFERS = 3
"""Words by which the lengths of two wordings may differ that are too short to be judged, in the same place."""


class Sign(StrEnum):
    """What tells that two quotes correspond: their words alone, or their place between others that do."""

    WORDS = "words"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class QuotePair:
    """A quote of the draft, by its number, and the archived quote that corresponds to it."""

    number: int
    quote: Quote
    sign: Sign


@dataclass(frozen=True, slots=True)
class Correspondence:
    """An archived article that corresponds to a draft.

    Args:
        article: without its text.
        pairs: in the order of both.
        of: the number of the draft's quotes.
    """

    article: Article
    pairs: tuple[QuotePair, ...]
    of: int

    @property
    def sentence(self) -> str:
        """The correspondence in words."""
        return f"{len(self.pairs)} of {self.of} passages correspond, in order; direction unknown"


def correspondences(store: Store, answers: Sequence[Answer]) -> tuple[Correspondence, ...]:
    """The articles that correspond to a draft, those with most quotes first.

    Args:
        answers: one for each quote of the draft, in order.
    """
    known: dict[str, list[tuple[int, str, float]]] = {}
    shared: Counter[str] = Counter()
    for number, answer in enumerate(answers):
        in_articles = set()
        for report in (*answer.reports, *answer.perhaps):
            if report.quote is not None:
                known.setdefault(report.article.id, []).append((number, report.quote.id, report.comparison.score))
                in_articles.add(report.article.id)
        shared.update(in_articles)
    likely = sorted((each for each in shared if shared[each] >= FEWEST), key=lambda each: (-shared[each], each))
    found = []
    for article_id in likely[:MOST_ARTICLES]:
        stored = store.article(article_id)
        if stored is not None:
            pairs = tuple(_aligned(answers, stored.quotes, known[article_id]))
            if len(pairs) >= FEWEST:
                found.append(Correspondence(without_text(stored.article), pairs, len(answers)))
    return tuple(sorted(found, key=lambda each: (-len(each.pairs), each.article.id)))


def _aligned(
    answers: Sequence[Answer], quotes: Sequence[Quote], known: Sequence[tuple[int, str, float]]
) -> Iterator[QuotePair]:
    places = {quote.id: place for place, quote in enumerate(quotes)}
    anchors = _in_order({(number, places[each]): score for number, each, score in known if each in places})
    edges = [(-1, -1), *anchors, (len(answers), len(quotes))]
    taken = dict.fromkeys(anchors, Sign.WORDS)
    for (number, place), (next_number, next_place) in pairwise(edges):
        query = [wording(answers[each].text) for each in range(number + 1, next_number)]
        stored = [wording(quotes[each].text) for each in range(place + 1, next_place)]
        open_end = number < 0 or next_number == len(answers)
        for at, other in _between(query, stored, open_end=open_end):
            taken[number + 1 + at, place + 1 + other] = Sign.PLACE
    for number, place in sorted(taken):
        yield QuotePair(number, quotes[place], taken[number, place])


def _in_order(scores: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs in ascending order on both sides that have the highest sum of scores."""
    pairs = sorted(scores)
    weights: list[float] = []
    before: list[int | None] = []
    for at, (number, place) in enumerate(pairs):
        best, chosen = 0.0, None
        for earlier in range(at):
            if pairs[earlier][0] < number and pairs[earlier][1] < place and weights[earlier] > best:
                best, chosen = weights[earlier], earlier
        weights.append(best + scores[number, place])
        before.append(chosen)
    last = max(range(len(pairs)), key=lambda at: weights[at], default=None)
    found = []
    while last is not None:
        found.append(pairs[last])
        last = before[last]
    return found[::-1]


def _between(query: Sequence[Wording], stored: Sequence[Wording], *, open_end: bool) -> list[tuple[int, int]]:
    """The pairs that correspond between two that do: the likeliest in order, and short ones left alone between them.

    Args:
        open_end: only one side has a pair that corresponds, so that being left alone is no evidence.
    """
    if not query or not stored or max(len(query), len(stored)) > WIDEST:
        return []
    scores = {}
    for number, one in enumerate(query):
        for place, other in enumerate(stored):
            score = judge(one, other).score
            if score >= LIKELY_IN_PLACE:
                scores[number, place] = score
    found = _in_order(scores)
    if open_end:
        return found
    edges = [(-1, -1), *found, (len(query), len(stored))]
    for (number, place), (next_number, next_place) in pairwise(edges):
        few = [at for at in range(number + 1, next_number) if too_short(query[at])]
        others = [at for at in range(place + 1, next_place) if too_short(stored[at])]
        # With as many short ones on both sides, each is in the place of the other.
        if len(few) == len(others):
            pairs = zip(few, others, strict=True)
            found += [(i, j) for i, j in pairs if abs(len(query[i]) - len(stored[j])) <= LENGTH_DIFFERS]
    return sorted(found)

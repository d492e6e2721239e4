"""Neighbours are evidence: where the quotes around one correspond to one article's, it is looked for in that place.

What corresponds, in order, says that two articles tell of the same; which of them was first, it does not say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from indexer.check.records import Answer
from indexer.compare import Wording, judge, too_short, wording
from indexer.model import Article, Quote
from indexer.store.base import Store, without_text

MOST_ARTICLES = 5
"""Articles that a draft is laid beside: those that report most of its quotes."""

FEWEST = 2
"""Quotes that an article must report for its others to be looked at, and that must then correspond in order."""

WIDEST = 8
"""Quotes between two that correspond, on either side, beyond which a place says nothing."""

LIKELY_IN_PLACE = 0.1
"""The judge's score from which on two wordings correspond that stand in the same place."""

LENGTH_DIFFERS = 3
"""Words by which two wordings may differ that are too short to be judged and stand in the same place."""


class Sign(StrEnum):
    """words: the words alone tell that two quotes correspond; place: they stand in the same place between others."""

    WORDS = "words"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Pair:
    """A quote of the draft, by its number, and the archived quote that corresponds to it."""

    number: int
    quote: Quote
    sign: Sign


@dataclass(frozen=True, slots=True)
class Correspondence:
    """An archived article beside a draft.

    Args:
        article: without its text.
        pairs: in the order of both.
        of: the draft's quotes.
    """

    article: Article
    pairs: tuple[Pair, ...]
    of: int

    @property
    def sentence(self) -> str:
        """What may be said of it; which of the two was first, nobody knows."""
        return f"{len(self.pairs)} of {self.of} passages correspond, in order; direction unknown"


def correspondences(store: Store, answers: Sequence[Answer]) -> tuple[Correspondence, ...]:
    """The articles that share most quotes with a draft, in order.

    Args:
        answers: of all quotes of the draft, in order.
    """
    known: dict[str, list[tuple[int, str, float]]] = {}
    shared: Counter[str] = Counter()
    for number, answer in enumerate(answers):
        in_articles = set()
        for report in answer.reports:
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
) -> Iterator[Pair]:
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
        yield Pair(number, quotes[place], taken[number, place])


def _in_order(scores: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs that ascend on both sides and weigh most together."""
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
    """What corresponds between two neighbours that do: the likeliest pairs in order, and what is left alone there.

    Args:
        open_end: there is a neighbour on one side only, so that being left alone says nothing.
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
        # As many short ones on both sides, in order: each stands in the other's place.
        if len(few) == len(others):
            pairs = zip(few, others, strict=True)
            found += [(i, j) for i, j in pairs if abs(len(query[i]) - len(stored[j])) <= LENGTH_DIFFERS]
    return sorted(found)

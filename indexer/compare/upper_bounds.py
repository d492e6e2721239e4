"""Cheap upper bounds on the scores of many stored wordings, without alignment, so that few of them are judged."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.compare.idf import weights
from indexer.compare.judge import FEWEST_WORDS, judge
from indexer.compare.near_words import synonyms
from indexer.compare.records import Comparison, Measures
from indexer.compare.weights import Weights, shipped
from indexer.compare.wording import MOST_WORDS, Wording, grams, wording_texts
from indexer.spelling import RESPELLED, respelling
from indexer.text import stem

NEGLIGIBLE = 0.05
"""A score up to which it makes no difference which wording is the nearest."""


def judge_likeliest(query: Wording, stored: Sequence[str]) -> dict[int, Comparison]:
    """Judge those of many stored wordings that may be reported, or be the nearest.

    Of the best 50 by BM25 one or two are judged; 40 share a fifth of their weight with the query.

    Args:
        stored: the texts, of any length and number.

    Returns:
        by their numbers, in order: all comparisons that are reported; if any score exceeds ``NEGLIGIBLE``, the one with
        the highest; maybe others.
    """
    bounds = UpperBounds(query)
    by_words = [(bounds.by_words(text), number) for number, text in enumerate(stored)]
    found: dict[int, Comparison] = {}
    best = 0.0
    for bound, number in sorted(by_words, key=lambda each: -each[0].score):
        if found and bounds.is_hopeless(bound.score, best):
            break
        if found and bounds.is_hopeless(bounds.by_letters(bound), best):
            continue
        found[number] = judge(query, stored[number])
        best = max(best, found[number].score)
    return dict(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class UpperBound:
    """An upper bound on the score of a stored wording.

    Args:
        score: ``judge`` gives no higher one; 1 if the query may stand in the wording word for word, or no bound is
            known.
        words: the wording's, as they are compared.
        measures: as if all words that can correspond stood in one order, with all their letters; None if the number of
            words decides.
    """

    score: float
    words: Sequence[str]
    measures: Measures | None = None


class UpperBounds:
    """Upper bounds on the scores of wordings compared with a query.

    Args:
        query: the wording that they are compared with.
        given: weights other than those that ship.
    """

    def __init__(self, query: Wording, given: Weights | None = None) -> None:
        self._given = given or shipped()
        self._query = query
        self._unbounded = query.edited or not FEWEST_WORDS <= len(query) <= MOST_WORDS
        self._weights = dict(zip(query.stems, query.weights, strict=True))
        self._by_letter: dict[str, list[tuple[str, float]]] = {}
        self._by_synonym: dict[str, float] = {}
        for each, weight in self._weights.items():
            self._by_letter.setdefault(each[0], []).append((each, weight))
            for other in synonyms(each):
                self._by_synonym[other] = max(weight, self._by_synonym.get(other, 0.0))
        self._near: dict[str, float] = {}

    def is_hopeless(self, bound: float, best: float) -> bool:
        """Whether a wording with this bound is neither reported nor nearer than one that scores ``best``."""
        return bound < self._given.reported and bound <= max(best, NEGLIGIBLE)

    def by_words(self, stored: str) -> UpperBound:
        """A bound from the words and their weights."""
        words = wording_texts(stored)
        if self._unbounded or "[" in stored or len(words) > MOST_WORDS:
            return UpperBound(1.0, words)
        if len(words) < FEWEST_WORDS:
            return UpperBound(0.0, words)
        query, stems = self._query, [stem(word) for word in words]
        shared, same, near = self._shared(stems)
        shorter, longer = sorted((len(query), len(stems)))
        if same >= shorter:
            return UpperBound(1.0, words)
        mass = sum(weights(stems))
        query_found, stored_found, found = (_share(shared, of) for of in (query.mass, mass, min(query.mass, mass)))
        measures = Measures(
            query_found=query_found,
            stored_found=stored_found,
            both_found=query_found * stored_found,
            either_found=max(query_found, stored_found),
            in_order=found,
            respelled=found,
            synonyms=found,
            grams_shared=1.0,
            grams_found=1.0,
            words_kept=_share(same + near, longer),
            length_ratio=shorter / longer,
            log_weight=math.log1p(shared),
            log_run=math.log1p(shared),
        )
        return UpperBound(self._score(measures), words, measures)

    def by_letters(self, bound: UpperBound) -> float:
        """A tighter bound, from the letters too; it takes as long as the first."""
        if bound.measures is None:
            return bound.score
        mine, theirs = self._query.grams, grams(bound.words)
        both = len(mine & theirs)
        of_all, of_fewer = _share(both, len(mine) + len(theirs) - both), _share(both, min(len(mine), len(theirs)))
        return self._score(bound.measures._replace(grams_shared=of_all, grams_found=of_fewer))

    def _score(self, measures: Measures) -> float:
        """The highest score of measures that are no larger than these; those of length are exact."""
        given = self._given
        values = zip(given.weights, measures, strict=True)
        return given.score([value if weight > 0 else 0.0 for weight, value in values])

    def _shared(self, stems: Sequence[str]) -> tuple[float, int, int]:
        """The weight of the query's words that stems can stand for, and how many do: the same ones, and others."""
        counts, known = self._query.counts, self._weights
        shared, same, near = 0.0, 0, 0
        for each, count in Counter(stems).items():
            weight = known.get(each)
            if weight is not None:
                both = min(count, counts[each])
                shared, same = shared + weight * both, same + both
            elif weight := self._stands_for(each):
                shared, near = shared + weight * count, near + count
        return shared, same, near

    def _stands_for(self, word: str) -> float:
        """The weight of the heaviest word of the query that another may stand for; 0 if there is none."""
        heaviest = self._near.get(word)
        if heaviest is None:
            heaviest = self._by_synonym.get(word, 0.0)
            for each, weight in self._by_letter.get(word[0], ()):
                if weight > heaviest and respelling(word, each) >= RESPELLED:
                    heaviest = weight
            self._near[word] = heaviest
        return heaviest


def _share(part: float, whole: float) -> float:
    return min(1.0, part / whole) if whole else 0.0

"""Which of many stored wordings are worth being judged: what the judge could give to each at the most is soon known."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.compare.idf import weights
from indexer.compare.judge import FEWEST_WORDS, judge
from indexer.compare.near_words import synonyms
from indexer.compare.records import Comparison, Measures
from indexer.compare.weights import Weights, shipped
from indexer.compare.wording import MOST_WORDS, Wording, grams, wording_texts
from indexer.spelling import RESPELLED, respelling
from indexer.text import stem

TELLS_NOTHING = 0.05
"""A score up to which it makes no difference which wording is the nearest."""


def judge_likeliest(query: Wording, stored: Sequence[str]) -> dict[int, Comparison]:
    """Compare many stored wordings with one, but for those that can neither be reported nor be the nearest.

    Of the best 50 by BM25 one or two are judged; 40 share a fifth of their weight with what is asked.

    Args:
        stored: the texts, of any length and number.

    Returns:
        by their numbers, in order: all comparisons that are reported; where any score exceeds ``TELLS_NOTHING``, the
        one with the highest; maybe others.
    """
    screen = Screen(query)
    seen = [(screen.look(text), number) for number, text in enumerate(stored)]
    found: dict[int, Comparison] = {}
    best = 0.0
    for look, number in sorted(seen, key=lambda each: -each[0].most):
        if found and screen.is_hopeless(look.most, best):
            break
        if found and screen.is_hopeless(screen.closer(look), best):
            continue
        found[number] = judge(query, stored[number])
        best = max(best, found[number].score)
    return dict(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class Look:
    """What is seen of a stored wording without laying it beside the one that is asked for.

    Args:
        most: a score that ``judge`` does not exceed; 1 for what may stand in it word for word, or cannot be bounded.
        words: that are compared.
        measures: as if all words that can correspond stood in the same order, with all their letters; None where the
            number of words decides.
    """

    most: float
    words: Sequence[str]
    measures: Measures | None = None


class Screen:
    """What the judge could give to stored wordings at the most.

    Args:
        asked: the wording that they are compared with.
        given: weights other than those that ship.
    """

    def __init__(self, query: Wording, given: Weights | None = None) -> None:
        self._given = given or shipped()
        self._asked = query
        self._open = query.edited or not FEWEST_WORDS <= len(query) <= MOST_WORDS
        self._of = dict(zip(query.stems, query.weights, strict=True))
        self._by_letter: dict[str, list[tuple[str, float]]] = {}
        self._near: dict[str, float] = {}
        for each, weight in self._of.items():
            self._by_letter.setdefault(each[0], []).append((each, weight))
            for other in synonyms(each):
                self._near[other] = max(weight, self._near.get(other, 0.0))
        self._in_place: dict[str, float] = {}

    def is_hopeless(self, most: float, best: float) -> bool:
        """Whether what scores so at the most is neither reported nor nearer than what scores ``best``."""
        return most < self._given.reported and most <= max(best, TELLS_NOTHING)

    def look(self, stored: str) -> Look:
        """A first look, at the words and their weights."""
        words = wording_texts(stored)
        if self._open or "[" in stored or len(words) > MOST_WORDS:
            return Look(1.0, words)
        if len(words) < FEWEST_WORDS:
            return Look(0.0, words)
        query, stems = self._asked, [stem(word) for word in words]
        shared, same, near = self._shared(stems)
        shorter, longer = sorted((len(query), len(stems)))
        if same >= shorter:
            return Look(1.0, words)
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
        return Look(self._most(measures), words, measures)

    def closer(self, look: Look) -> float:
        """The same by a second look, at the letters, which takes as long as the first."""
        if look.measures is None:
            return look.most
        mine, theirs = self._asked.grams, grams(look.words)
        both = len(mine & theirs)
        of_all, of_fewer = _share(both, len(mine) + len(theirs) - both), _share(both, min(len(mine), len(theirs)))
        return self._most(replace(look.measures, grams_shared=of_all, grams_found=of_fewer))

    def _most(self, measures: Measures) -> float:
        """The score of measures that may all be lower, but for those of length."""
        given = self._given
        values = zip(given.weights, measures.values, strict=True)
        return given.score([value if weight > 0 else 0.0 for weight, value in values])

    def _shared(self, stems: Sequence[str]) -> tuple[float, int, int]:
        """The weight of the asked words that these can stand for, the number of those that are the same, and of those
        in another spelling, or synonyms."""
        counts, of = self._asked.counts, self._of
        shared, same, near = 0.0, 0, 0
        for each, count in Counter(stems).items():
            weight = of.get(each)
            if weight is not None:
                both = min(count, counts[each])
                shared, same = shared + weight * both, same + both
            elif weight := self._stands_for(each):
                shared, near = shared + weight * count, near + count
        return shared, same, near

    def _stands_for(self, word: str) -> float:
        """The weight of the heaviest asked word that another may stand for; 0 of none."""
        known = self._in_place.get(word)
        if known is None:
            known = self._near.get(word, 0.0)
            for each, weight in self._by_letter.get(word[0], ()):
                if weight > known and respelling(word, each) >= RESPELLED:
                    known = weight
            self._in_place[word] = known
        return known


def _share(part: float, whole: float) -> float:
    return min(1.0, part / whole) if whole else 0.0

"""What words alone leave undecided, judged again by meaning: "reworded, probably", or nothing.

A second logistic regression over the measures of words and those of ``Likeness``, learned by
``training/second_look.py``; its figures are in ``training/second_look.md``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from indexer.compare.judge import FEWEST_WORDS_LIKELY, reworded
from indexer.compare.likeness import likeness
from indexer.compare.reading import Reading, reading
from indexer.compare.records import Comparison
from indexer.compare.weights import MEANING, Weights, shipped
from indexer.compare.wording import Wording

LOOKED_AT = 4
"""Wordings that are read for one question: looking at six found nothing that four did not."""

MOST_WORDS = 150
"""Words of either side from which on there is no second look: more than the model reads at once."""


class SecondLook:
    """Judges wordings again; what is asked is read once.

    Args:
        asked: the wording that is asked for.
        weights: other than those that ship.
    """

    def __init__(self, query: Wording, weights: Weights | None = None) -> None:
        self.query = query
        self._weights = weights or shipped(MEANING)

    @cached_property
    def reading(self) -> Reading:
        """What the model makes of the asked wording."""
        return reading(self.query)

    def worth(self, stored: Wording, first: Comparison) -> bool:
        """Whether a pair that was compared by words may be judged again."""
        shorter, longer = sorted((len(self.query), len(stored)))
        return (
            not first.reported
            and first.measures is not None
            and shorter >= FEWEST_WORDS_LIKELY
            and longer <= MOST_WORDS
        )

    def judge(self, stored: Wording, first: Comparison) -> Comparison:
        """The comparison by meaning too.

        Args:
            first: that by words, of a pair that is ``worth`` it.

        Returns:
            ``first`` with its likeness and the second score; where that is high enough, ``reworded`` and probable,
            with diff and guards as by words.

        Raises:
            EncoderUnavailable: see ``indexer.encoder.opened``.
        """
        assert first.measures is not None
        found = likeness(self.reading, reading(stored))
        score = self._weights.score((*first.measures.values, *found.values))
        if score < self._weights.reported:
            return replace(first, score=min(score, first.score), likeness=found)
        return replace(reworded(self.query, stored, first.measures, score), likeness=found)

    def judge_best(self, firsts: Iterable[tuple[Wording, Comparison]]) -> dict[int, Comparison]:
        """Those of these comparisons that are worth it and have the best scores, judged again, by their numbers."""
        worth = [(number, *pair) for number, pair in enumerate(firsts) if self.worth(*pair)]
        worth.sort(key=lambda each: -each[2].score)
        return {number: self.judge(stored, first) for number, stored, first in worth[:LOOKED_AT]}

"""Judges again by meaning what words leave undecided: it finds probable rewordings, nothing more.

A second logistic regression weighs the measures of words and those of ``Likeness`` (``training/second_look.py``,
figures in ``training/second_look.md``)."""

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
"""Wordings that are judged again for one query; six found no more than four."""

MOST_WORDS = 150
"""Words of either side beyond which there is no second look: the model reads no more at once."""


class SecondLook:
    """Judges wordings again; the query is read once.

    Args:
        query: the wording that they are compared with.
        weights: other than those that ship.
    """

    def __init__(self, query: Wording, weights: Weights | None = None) -> None:
        self.query = query
        self._weights = weights or shipped(MEANING)

    @cached_property
    def reading(self) -> Reading:
        """The query as the model reads it."""
        return reading(self.query)

    def worth(self, stored: Wording, first: Comparison) -> bool:
        """Whether a wording that was compared by words is judged again."""
        shorter, longer = sorted((len(self.query), len(stored)))
        return (
            not first.reported
            and first.measures is not None
            and shorter >= FEWEST_WORDS_LIKELY
            and longer <= MOST_WORDS
        )

    def judge(self, stored: Wording, first: Comparison) -> Comparison:
        """The comparison by words and meaning.

        Args:
            first: the comparison by words, of a wording that is ``worth`` it.

        Returns:
            ``first`` with likeness and second score; if that is high enough, ``reworded`` and probable, with diff and
            guards as by words.

        Raises:
            EncoderUnavailable: see ``indexer.encoder.opened``.
        """
        assert first.measures is not None
        found = likeness(self.reading, reading(stored))
        score = self._weights.score((*first.measures, *found))
        if score < self._weights.reported:
            return replace(first, score=min(score, first.score), likeness=found)
        return replace(reworded(self.query, stored, first.measures, score), likeness=found)

    def judge_best(self, firsts: Iterable[tuple[Wording, Comparison]]) -> dict[int, Comparison]:
        """The best of some comparisons that are worth it, judged again, by their numbers."""
        worth = [(number, *pair) for number, pair in enumerate(firsts) if self.worth(*pair)]
        worth.sort(key=lambda each: -each[2].score)
        return {number: self.judge(stored, first) for number, stored, first in worth[:LOOKED_AT]}

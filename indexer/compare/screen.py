"""Which of many stored wordings are worth being judged: a look that costs a tenth of the judgement."""

from __future__ import annotations

from indexer.compare import idf
from indexer.compare.near_words import synonyms
from indexer.compare.wording import Wording
from indexer.text import stem, word_texts

FEWEST_WORDS = 6
"""Of a text with fewer, each candidate is judged."""

LEAST_SHARED = 0.2
"""The share of either wording's weight, synonyms included, below which the judge finds nothing: of 1,906 quotes edited
by code or by hand that are reported, the least shares 0.28."""


class Screen:
    """The words of a text, looked for in other wordings.

    Args:
        asked: of any length.
    """

    def __init__(self, asked: Wording) -> None:
        self._mass = asked.mass
        self._wanted = set(asked.counts).union(*map(synonyms, asked.counts))
        self._open = len(asked) < FEWEST_WORDS

    def passes(self, stored: str) -> bool:
        """Whether a stored wording may report the text; where it does not, ``judge`` would call it different."""
        if self._open:
            return True
        held = [stem(word) for word in word_texts(stored)]
        weights = idf.weights(held)
        wanted = self._wanted
        shared = sum([weight for each, weight in zip(held, weights, strict=True) if each in wanted])
        return shared > 0 and shared >= LEAST_SHARED * min(self._mass, sum(weights))

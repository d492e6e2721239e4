"""Puts an answer in words: its label, its headline in one sentence, and the evidence in a few more.

They never say more than was found: words are "attributed to" somebody, not "said" by them, and what was not found was
not found in the articles that were searched.
"""

from indexer.check.sentences.evidence import evidence
from indexer.check.sentences.headline import MOST_WORDS, headline, headline_parts
from indexer.check.sentences.labels import label, label_of
from indexer.check.sentences.phrases import when
from indexer.check.sentences.tallies import draft_headline, tallies, worst_first

__all__ = [
    "MOST_WORDS",
    "draft_headline",
    "evidence",
    "headline",
    "headline_parts",
    "label",
    "label_of",
    "tallies",
    "when",
    "worst_first",
]

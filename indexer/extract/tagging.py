"""Finds the spans that play a part in attributions: sources, cues and contents, as labels and nothing more.

Whatever finds them is a ``Tagger``; everything after it knows only labels.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from indexer.extract.marks import Marked
from indexer.layout import Paragraph
from indexer.model import Article, Label


class Tagger(Protocol):
    """Whatever finds sources, cues and contents: the rules, or a model."""

    def __call__(self, article: Article, paragraphs: Sequence[Paragraph], marks: Sequence[Marked]) -> Iterable[Label]:
        """The labels of one article, in any order."""

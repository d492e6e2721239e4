"""What the shipped network answers to an article: the probabilities of the tags of its pieces, to learn from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from indexer.document import Document
from indexer.extract.tagger.features import features
from indexer.extract.tagger.model import model
from indexer.extract.tagger.tags import TAGS
from indexer.extract.tagger.windows import windows

Floats = npt.NDArray[np.float32]
Offsets = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to an article.

    Args:
        starts: where its pieces begin, in order.
        logs: logarithms of the probabilities of their tags, [pieces, TAGS].
    """

    starts: Offsets
    logs: Floats

    def at(self, places: Offsets) -> Floats:
        """The answers for pieces that begin at these characters, [places, TAGS]; not a number where none begins."""
        found = np.full((len(places), TAGS), np.nan, dtype=np.float32)
        if len(self.starts):
            numbers = np.searchsorted(self.starts, places).clip(max=len(self.starts) - 1)
            known = self.starts[numbers] == places
            found[known] = self.logs[numbers[known]]
        return found


def answers(document: Document) -> Answers:
    """What the shipped network answers to the windows that it reads of an article."""
    starts: list[Offsets] = [np.zeros(0, dtype=np.int64)]
    logs: list[Floats] = [np.zeros((0, TAGS), dtype=np.float32)]
    for window in windows(features(document)):
        scores, _ = model().read(window)
        highest = scores - scores.max(axis=1, keepdims=True)
        logs.append((highest - np.log(np.exp(highest).sum(axis=1, keepdims=True)))[1:-1])
        starts += [part.starts for part in window]
    return Answers(np.concatenate(starts), np.concatenate(logs))

"""The model: a graph that reads windows, and the scores of distances."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from indexer.encoder import CLS, SEP, Run, embedded, opened
from indexer.errors import EncoderUnavailable
from indexer.extract.tagger.decode import Floats
from indexer.extract.tagger.features import Numbers
from indexer.extract.tagger.ties import DistanceScores
from indexer.extract.tagger.windows import Window


@dataclass(frozen=True, slots=True)
class Model:
    """The model that ``training/tagger`` makes."""

    near: DistanceScores
    run: Run

    def read(self, window: Window) -> tuple[Floats, Floats]:
        """Scores of tags [pieces, tags] and vectors of ties [pieces, ...] of a window.

        The pieces are the window's, with one of its own before the first and one after the last.

        Raises:
            EncoderUnavailable: onnxruntime is missing or broken; says what to do.
        """
        ids = np.concatenate([[CLS], *(part.ids for part in window), [SEP]])
        features = np.stack(
            [
                _framed([part.shapes for part in window]),
                _framed([part.marks for part in window]),
                _framed([part.places for part in window]),
            ]
        )
        tags, ties = self.run({"words": embedded(ids.tolist())[None], "features": features[None]}, "tags", "ties")
        return tags[0], ties[0]


def _framed(parts: list[Numbers]) -> Numbers:
    return np.concatenate([[0], *parts, [0]])


@cache
def model() -> Model:
    """The model that ships with onrecord, opened once.

    Raises:
        EncoderUnavailable: onnxruntime is missing or broken, or a file of the model; says what to do.
    """
    numbers = json.loads(files(__package__).joinpath("tagger.json").read_text(encoding="utf-8"))
    near = DistanceScores(*(np.array(numbers[name], dtype=np.float32) for name in ("content_near", "source_near")))
    try:
        return Model(near, opened(__package__, "tagger.onnx"))
    except EncoderUnavailable as error:
        raise EncoderUnavailable(f"{error}; or extract by rules (--extractor rules), which need none") from error

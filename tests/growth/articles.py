"""Articles taken through extraction, each of its steps timed by itself."""

from __future__ import annotations

from collections.abc import Iterable
from unittest.mock import patch

import numpy as np
from family import Family
from measure import timed
from stopwatch import steps_timed, timed_step

from indexer import extract as extraction
from indexer.document import Document
from indexer.extract import Tagger, rules, tagger
from indexer.extract.tagger.decode import Floats
from indexer.extract.tagger.tags import TAGS, begin, inside
from indexer.extract.tagger.ties import PARTS, WIDTH
from indexer.extract.tagger.windows import Window
from indexer.model import Article, Basis, Label, Published, PublishedDate, Quote

PUBLISHED = Published(PublishedDate("2026-03-12", None, Basis.GIVEN, "2026-03-12"))


def article(text: str) -> Article:
    """A text as it is read, with a day from which relative dates count."""
    return Article(id="a", text=text, published=PUBLISHED)


def quotes(text: str) -> tuple[Quote, ...]:
    """The quotes that the rules find."""
    return extraction.extract(article(text), rules.tag, calibrated="rules")


def by_rules(family: Family, size: int) -> dict[str, float]:
    """Extraction by rules."""
    return _extracted(article(family.text(size)), rules.tag, "rules")


def by_model(family: Family, size: int) -> dict[str, float]:
    """Extraction by the learned tagger."""
    return _extracted(article(family.text(size)), tagger.tag, "learned")


def by_labels(family: Family, size: int) -> dict[str, float]:
    """Extraction by the learned tagger without its network, which takes most of the time and is linear: in its place
    the pieces have the tags that the rules give them."""
    one = article(family.text(size))
    network = _Labelled(len(one.text), rules.tag(Document(one)))
    with patch.object(tagger, "model", lambda: network):
        return _extracted(one, tagger.tag, "learned")


def _extracted(one: Article, tag: Tagger, name: str) -> dict[str, float]:
    document = Document(one)
    looked_up = {part: timed(lambda part=part: getattr(document, part)) for part in ("paragraphs", "passages", "words")}
    with steps_timed(extraction, tagger) as times:
        tag = timed_step(tag, f"tag by {name}", times)
        times["extract"] = timed(lambda: extraction.extract(one, tag, calibrated=name))
    return {**looked_up, **times}


class _Labelled:
    """What stands in the place of the tagger's ``Model``."""

    def __init__(self, length: int, labels: Iterable[Label]) -> None:
        self.near = tagger.model().near
        self._tags = np.zeros(length, dtype=np.int64)
        for label in labels:
            self._tags[label.span.start : label.span.end] = inside(label.role)
            self._tags[label.span.start] = begin(label.role)

    def read(self, window: Window) -> tuple[Floats, Floats]:
        starts = np.concatenate([part.starts for part in window])
        emissions = np.zeros((len(starts) + 2, TAGS), dtype=np.float32)
        emissions[np.arange(len(starts)) + 1, self._tags[starts]] = 9.0
        return emissions, np.zeros((len(emissions), len(PARTS) * WIDTH), dtype=np.float32)

"""Finds sources, cues and contents by a model that learned them from annotated news articles.

The model (its card: training/tagger.md) reads an article in windows of whole paragraphs, gives each word piece a tag,
and says which pieces belong together; what is found is labels that name their cue. Rules find what its
training articles do not show: quotes within quotes, and the sources of damaged or unusual wording.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from indexer.deadline import NO_DEADLINE, Deadline
from indexer.document import Document
from indexer.extract import rules
from indexer.extract.tagger.decode import Found, decode
from indexer.extract.tagger.features import features
from indexer.extract.tagger.label_filter import keep_attributable, keep_plausible
from indexer.extract.tagger.missing_sources import missing_sources
from indexer.extract.tagger.model import Model, model
from indexer.extract.tagger.rule_fallback import with_rule_labels
from indexer.extract.tagger.ties import tie
from indexer.extract.tagger.windows import Window, windows
from indexer.model import Label, Role, Span


def tag(document: Document, deadline: Deadline = NO_DEADLINE) -> tuple[Label, ...]:
    """Every source, cue and content that the model finds, in order of their start.

    Raises:
        DeadlinePassed: the deadline came before the last window was read.
        EncoderUnavailable: onnxruntime is missing or broken, or a file of the model; says what to do.
    """
    tagger = model()
    found: set[Label] = set()
    for window in windows(features(document)):
        deadline.check()
        found.update(_labels(document.text, window, tagger))
    labels = with_rule_labels(document, keep_plausible(document, found))
    labels.update(missing_sources(document, labels))
    labels = keep_attributable(document, labels)
    labels.update(rules.nested(document))
    return tuple(sorted(labels, key=_place))


def _place(label: Label) -> tuple[int, int, Role, Span]:
    return label.span.start, -label.span.end, label.role, label.cue or label.span


def _labels(text: str, window: Window, tagger: Model) -> Iterator[Label]:
    emissions, vectors = tagger.read(window)
    starts = np.concatenate([[0], *(part.starts for part in window)])
    ends = np.concatenate([[0], *(part.ends for part in window)])

    def place(found: Found) -> Span:
        return Span.of(text, int(starts[found.first]), int(ends[found.last]))

    begins = np.concatenate([[True], *(part.begins for part in window), [True]])
    spans = decode(emissions, begins)
    yield from (Label(place(span), Role.CUE, span.score) for span in spans if span.role is Role.CUE)
    for tied in tie(spans, vectors, tagger.near):
        cue = None if tied.cue is None else place(tied.cue)
        yield Label(place(tied.found), tied.found.role, tied.found.score, cue)

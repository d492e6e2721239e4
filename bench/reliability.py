"""How far a confidence can be believed: of the quotes that were given about so much, how many were right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bench.measures import shared
from bench.places import Words
from bench.truth import Truth, plain
from indexer.extract.dates import said_text
from indexer.model import Quote

STEPS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True)
class Judged:
    """One part of a quote, as given and as it is.

    Args:
        part: "content", "speaker" (where a name is claimed), "nobody" (where none is) or "said".
        curve: the name of the calibration curve that the part goes through.
        score: the confidence given, 0 to 1.
    """

    part: str
    curve: str
    score: float
    right: bool


def judged(truths: Sequence[Truth], found: Mapping[str, Sequence[Quote]]) -> Iterator[Judged]:
    """Every part of every quote that somebody looked at.

    A content is right when it shares half of its words with one that a person found; speaker and date are judged where
    that attribution is labelled. To name nobody is right where there is nobody to name.
    """
    for truth in truths:
        words = Words(truth.article.text)
        wanted = [words.inside(one.content) for one in truth.attributions]
        for quote in found.get(truth.article.id, ()):
            content = words.inside(quote.content)
            shares = [shared(content, other) for other in wanted]
            best = max(range(len(wanted)), key=shares.__getitem__, default=None)
            right = best is not None and shares[best] >= 0.5
            given = quote.confidence
            yield Judged("content", f"content {quote.kind.value}", given.content, right)
            label = truth.attributions[best].label if best is not None and right else None
            if label is None:
                continue
            if quote.speaker.name is not None:
                yield Judged("speaker", "speaker", given.speaker, plain(quote.speaker.name) in label.names)
            else:
                yield Judged("nobody", "nobody", given.speaker, not label.is_named)
            if quote.said is not None:
                yield Judged("said", "said", given.said, said_text(quote.said) in label.said)


def reliability(truths: Sequence[Truth], found: Mapping[str, Sequence[Quote]]) -> Iterator[str]:
    """Lines of a table for each part of a quote: range of the confidence, quotes in it, right of them in percent."""
    yield "confidence   given         quotes   right"
    every = list(judged(truths, found))
    for name in ("content", "speaker", "nobody", "said"):
        yield from _rows(name, [(each.score, each.right) for each in every if each.part == name])


def _rows(name: str, given: Sequence[tuple[float, bool]]) -> Iterator[str]:
    for low, high in pairwise(STEPS):
        here = [right for score, right in given if low <= score < high]
        if here:
            yield f"{name:12} {low:.2f} – {min(high, 1.0):.2f} {len(here):8} {100 * sum(here) / len(here):6.1f} %"

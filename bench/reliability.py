"""How far a confidence can be believed: of the quotes that were given about so much, how many were right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from bench.measures import shared
from bench.places import Words
from bench.truth import Truth, plain
from indexer.extract.dates import said_text
from indexer.model import Quote

STEPS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.01)


def judged(truths: Sequence[Truth], found: Mapping[str, Sequence[Quote]]) -> Iterator[tuple[str, Quote, bool]]:
    """("content", "speaker" or "said", a quote, whether that part of it is right).

    A content is right when it shares half of its words with one that a person found; a speaker or a date is judged
    where somebody looked for it, and where one is claimed.
    """
    for truth in truths:
        words = Words(truth.article.text)
        wanted = [words.inside(one.content) for one in truth.attributions]
        for quote in found.get(truth.article.id, ()):
            content = words.inside(quote.content)
            shares = [shared(content, other) for other in wanted]
            best = max(range(len(wanted)), key=shares.__getitem__, default=None)
            right = best is not None and shares[best] >= 0.5
            yield "content", quote, right
            label = truth.attributions[best].label if best is not None and right else None
            if label is None:
                continue
            if quote.speaker.name is not None:
                yield "speaker", quote, plain(quote.speaker.name) in label.names
            if quote.said is not None:
                yield "said", quote, said_text(quote.said) in label.said


def reliability(truths: Sequence[Truth], found: Mapping[str, Sequence[Quote]]) -> Iterator[str]:
    """Lines of a table for content, speaker and said: range of the confidence, quotes in it, and right of them."""
    yield "confidence   given         quotes   right"
    every = list(judged(truths, found))
    for name in ("content", "speaker", "said"):
        yield from _rows(
            name, [(getattr(quote.confidence, name), right) for part, quote, right in every if part == name]
        )


def _rows(name: str, given: Sequence[tuple[float, bool]]) -> Iterator[str]:
    for low, high in pairwise(STEPS):
        here = [right for score, right in given if low <= score < high]
        if here:
            yield f"{name:12} {low:.2f} – {min(high, 1.0):.2f} {len(here):8} {100 * sum(here) / len(here):6.1f} %"

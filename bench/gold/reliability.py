"""How far a confidence can be believed: of the quotes that were given about so much, how many were right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bench.gold.groups import FORMS, form
from bench.gold.measures import shared
from bench.gold.places import Words
from bench.gold.truth import Label, Truth, plain
from indexer.extract.confidence import Names, curve_names
from indexer.extract.dates import said_text
from indexer.model import Act, Kind, Quote

STEPS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.01)
PARTS = ("content", "speaker", "nobody", "said", "act")
HIGH = 0.9
GROUPS = (*(f"kind {kind}" for kind in Kind), *(f"act {act}" for act in Act), *(f"source {each}" for each in FORMS))
"""What figures are printed by, besides all together."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One part of a quote, as given and as it is.

    Args:
        part: "content", "speaker" (where a name is claimed), "nobody" (where none is), "said" or "act".
        curves: the names of the calibration curves that the part may go through.
        score: the confidence given, 0 to 1.
        groups: those of ``GROUPS`` that the quote, as found, belongs to.
    """

    part: str
    curves: tuple[str, ...]
    score: float
    right: bool
    groups: tuple[str, ...] = ()


def judged(truths: Sequence[Truth], found: Mapping[str, Sequence[Quote]]) -> Iterator[Judged]:
    """Every part of every quote that somebody looked at.

    A content is right when it shares half of its words with one that a person found; the other parts are judged where
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
            groups, names = _groups(quote), curve_names(quote, quote.speaker, quote.act)
            yield Judged("content", names.content, quote.confidence.content, right, groups)
            label = truth.attributions[best].label if best is not None and right else None
            if label is not None:
                yield from _labelled(quote, label, names, groups)


def _labelled(quote: Quote, label: Label, names: Names, groups: tuple[str, ...]) -> Iterator[Judged]:
    given = quote.confidence
    if quote.speaker.name is not None:
        yield Judged("speaker", names.speaker, given.speaker, plain(quote.speaker.name) in label.names, groups)
    else:
        yield Judged("nobody", names.speaker, given.speaker, not label.is_named, groups)
    if quote.said is not None:
        yield Judged("said", names.said, given.said, said_text(quote.said) in label.said, groups)
    if label.act is not None:
        yield Judged("act", names.act, given.act, quote.act is label.act, groups)


def _groups(quote: Quote) -> tuple[str, ...]:
    printed = " ".join(span.text for span in quote.source)
    return f"kind {quote.kind}", f"act {quote.act}", f"source {form(printed)}"


def reliability(truths: Sequence[Truth], found: Mapping[str, Sequence[Quote]]) -> Iterator[str]:
    """Lines of a table for each part of a quote: range of the confidence, quotes in it, right of them in percent."""
    yield "confidence   given         quotes   right"
    every = list(judged(truths, found))
    for name in PARTS:
        yield from _rows(name, [(each.score, each.right) for each in every if each.part == name])


def _rows(name: str, given: Sequence[tuple[float, bool]]) -> Iterator[str]:
    for low, high in pairwise(STEPS):
        here = [right for score, right in given if low <= score < high]
        if here:
            yield f"{name:12} {low:.2f} – {min(high, 1.0):.2f} {len(here):8} {100 * sum(here) / len(here):6.1f} %"


def by_group(found: Sequence[Judged]) -> Iterator[str]:
    """Lines: for each part, and each kind, act and form of source, what was given and what was right.

    How many quotes, their mean confidence and how many of them were right; of those given ``HIGH`` or more, how many,
    and how many of these were right; and the mean error of the confidence.
    """
    yield f"{'in percent':30}{'quotes':>8}{'given':>8}{'right':>8}{f'of {HIGH}':>8}{'right':>8}{'error':>8}"
    for part in PARTS:
        here = [each for each in found if each.part == part]
        if here:
            yield _line(part, here)
        for group in GROUPS:
            if those := [each for each in here if group in each.groups]:
                yield _line(f"  {part}, {group}", those)


def _line(name: str, found: Sequence[Judged]) -> str:
    high = [each for each in found if each.score >= HIGH]
    given, right = (100 * sum(values) / len(found) for values in zip(*((e.score, e.right) for e in found), strict=True))
    of_high = f"{100 * sum(each.right for each in high) / len(high):8.1f}" if high else f"{'-':>8}"
    return f"{name:30}{len(found):8}{given:8.1f}{right:8.1f}{len(high):8}{of_high}{100 * _error(found):8.1f}"


def _error(found: Sequence[Judged], bins: int = 10) -> float:
    """The expected calibration error: how far share and confidence are apart, in tenths of the scale, weighed."""
    boxes: dict[int, float] = {}
    for each in found:
        box = min(bins - 1, int(each.score * bins))
        boxes[box] = boxes.get(box, 0.0) + each.right - each.score
    return sum(map(abs, boxes.values())) / len(found)

"""Groups reports that are one text printed more than once: a wire story in forty papers is one text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from indexer.check.records import Report
from indexer.document import Document, Stretches
from indexer.text import word_texts

RUN = 3
"""Words in a row that are compared."""

FEWEST = 8
"""Runs around the quote below which nothing can be told, and the report is a text of its own."""

ALIKE = 0.6
"""Share of the runs around one quote that stand around the other, in two copies of one text."""

WHOLLY = 0.9
"""The same where the article's own words are too few, so that other quotes count: two reporters quote the same
speakers, but rarely with the same words between."""

Runs = frozenset[tuple[str, ...]]


class _Around(NamedTuple):
    """The runs of words around a quote; ``own``: those outside of other quotes."""

    all: Runs
    own: Runs


def group_copies(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports, each with its ``text_group``.

    Two are one text if they stand in one article, or if the articles' own words among the forty before and after the
    quote are largely the same. Other quotes there do not count, as other articles print them too. With fewer words
    around it a report is a text of its own: copies may be missed, but independent reports are not taken for copies.
    """
    around = [_around(report) for report in reports]
    holders: dict[tuple[str, ...], list[int]] = {}
    groups: list[int] = []
    articles: dict[str, int] = {}
    for number, (report, own) in enumerate(zip(reports, around, strict=True)):
        group = articles.get(report.article.id) or _copied(own, around, holders, groups) or max(groups, default=0) + 1
        articles.setdefault(report.article.id, group)
        groups.append(group)
        for run in own.all:
            holders.setdefault(run, []).append(number)
    return tuple(replace(report, text_group=group) for report, group in zip(reports, groups, strict=True))


def _around(report: Report) -> _Around:
    if report.quote is None:
        return _Around(frozenset(), frozenset())
    sides = report.quote.before, report.quote.after
    return _Around(_runs(sides), _runs(piece for side in sides for piece in _outside_quotations(side)))


def _outside_quotations(side: str) -> list[str]:
    """What the article itself says beside a quote; a quotation may have begun before that, or not end in it."""
    side = side.lstrip("”» ")  # of the quote itself
    passages = Document.of(side).outer
    begun = [(0, one.end) for one in passages[:1] if one.inner_start == one.start]
    return Stretches([*begun, *((one.start, one.end) for one in passages)]).pieces(side, 0, len(side))


def _runs(texts: Iterable[str]) -> Runs:
    pieces = [word_texts(text) for text in texts]
    return frozenset(tuple(piece[at : at + RUN]) for piece in pieces for at in range(len(piece) - RUN + 1))


def _copied(
    mine: _Around, around: Sequence[_Around], holders: dict[tuple[str, ...], list[int]], groups: Sequence[int]
) -> int | None:
    """The group of the report with the likest surroundings, if they are alike enough."""
    shared = Counter(number for run in mine.all for number in holders.get(run, ()))
    return next((groups[number] for number, _ in shared.most_common() if _is_copy(mine, around[number])), None)


def _is_copy(one: _Around, other: _Around) -> bool:
    if min(len(one.own), len(other.own)) >= FEWEST:
        return _share(one.own, other.own) >= ALIKE
    return min(len(one.all), len(other.all)) >= FEWEST and _share(one.all, other.all) >= WHOLLY


def _share(one: Runs, other: Runs) -> float:
    return len(one & other) / min(len(one), len(other))

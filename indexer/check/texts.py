"""Which reports are one text printed more than once: a wire story in forty papers is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from indexer.check.records import Report
from indexer.text import word_texts

RUN = 3
"""Words in a row that are compared."""

FEWEST = 8
"""Runs on both sides of the quote below which nothing can be told: each stands for itself."""

ALIKE = 0.6
"""Share of the runs of the shorter surroundings that another printing of the same text has."""


def grouped(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports, each with its ``text_group``.

    Two are one text when they stand in the same article, or when the forty words before and after the quote are by and
    large the same. Where less surrounds them, they count as texts of their own: copies may be missed, but independent
    reports are not taken for copies.
    """
    runs = [_runs(report) for report in reports]
    holders: dict[tuple[str, ...], list[int]] = {}
    groups: list[int] = []
    articles: dict[str, int] = {}
    for number, (report, own) in enumerate(zip(reports, runs, strict=True)):
        group = articles.get(report.article.id) or _copied(own, runs, holders, groups) or max(groups, default=0) + 1
        articles.setdefault(report.article.id, group)
        groups.append(group)
        for run in own:
            holders.setdefault(run, []).append(number)
    return tuple(replace(report, text_group=group) for report, group in zip(reports, groups, strict=True))


def _runs(report: Report) -> frozenset[tuple[str, ...]]:
    if report.quote is None:
        return frozenset()
    sides = (word_texts(report.quote.before), word_texts(report.quote.after))
    return frozenset(tuple(side[at : at + RUN]) for side in sides for at in range(len(side) - RUN + 1))


def _copied(
    own: frozenset[tuple[str, ...]],
    runs: Sequence[frozenset[tuple[str, ...]]],
    holders: dict[tuple[str, ...], list[int]],
    groups: Sequence[int],
) -> int | None:
    if len(own) < FEWEST:
        return None
    shared = Counter(number for run in own for number in holders.get(run, ()))
    for number, count in shared.most_common(1):
        if len(runs[number]) >= FEWEST and count >= ALIKE * min(len(own), len(runs[number])):
            return groups[number]
    return None

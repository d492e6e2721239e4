"""The distinct wordings in which a text is reported, each with its count, its first date and its difference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from indexer.check.dates import first_day, time_order
from indexer.check.find_reports import CountedWording
from indexer.check.records import Report, Stances, Variant
from indexer.check.reports import BEST_FIRST
from indexer.compare import Comparison, fingerprint
from indexer.model import Stance
from indexer.printed import Attributed


def of_reports(reports: Sequence[Report]) -> tuple[Variant, ...]:
    """The wordings of these reports: the nearest to the text first, then the most printed."""
    groups: dict[str, list[Report]] = {}
    for report in sorted(reports, key=time_order):
        groups.setdefault(fingerprint(report.text), []).append(report)
    found = []
    for group in groups.values():
        first, counts = group[0], _stances((each.stance, 1) for each in group)
        found.append(_variant(first.text, first.comparison, len(group), counts, first_day(first)))
    return _ordered(found)


def of_wordings(wordings: Iterable[CountedWording]) -> tuple[Variant, ...]:
    """The same where the store has counted the reports of each wording, as more are stored than are listed."""
    found = []
    for each in wordings:
        named = each.reports.speakers
        days = [one.earliest for one in named if one.earliest is not None]
        text, comparison = each.first.hit.quote.text, each.first.comparison
        first = min(days, default=None)
        found.append(_variant(text, comparison, each.reports.total, stances(named), first))
    return _ordered(found)


def stances(found: Iterable[Attributed]) -> Stances:
    """The number of reports by stance."""
    return _stances((each.stance, each.count) for each in found)


def _stances(found: Iterable[tuple[Stance, int]]) -> Stances:
    counts = dict.fromkeys(Stance, 0)
    for stance, count in found:
        counts[stance] += count
    return Stances(counts[Stance.ASSERTED], counts[Stance.DENIED], counts[Stance.ASKED])


def _variant(text: str, comparison: Comparison, count: int, counts: Stances, first: date | None) -> Variant:
    relation, probable, diff, guards = comparison.relation, comparison.probable, comparison.diff, comparison.guards
    return Variant(text, relation, probable, count, counts, first, diff, guards)


def _ordered(found: Iterable[Variant]) -> tuple[Variant, ...]:
    return tuple(
        sorted(found, key=lambda each: (bool(each.guards), BEST_FIRST.index(each.relation), -each.count, each.text))
    )

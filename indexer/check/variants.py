"""The distinct wordings in which a text is reported, each with its count, its first date and its difference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from indexer.check.dates import first_day, in_time
from indexer.check.gather import Counted
from indexer.check.records import Report, Variant
from indexer.check.reports import BEST
from indexer.compare import Comparison, fingerprint


def listed(reports: Sequence[Report]) -> tuple[Variant, ...]:
    """The wordings of these reports: the nearest to the text first, of two as near the most printed."""
    groups: dict[str, list[Report]] = {}
    for report in sorted(reports, key=in_time):
        groups.setdefault(fingerprint(report.text), []).append(report)
    return _ordered(
        _variant(group[0].text, group[0].comparison, len(group), first_day(group[0])) for group in groups.values()
    )


def counted(wordings: Iterable[Counted]) -> tuple[Variant, ...]:
    """As ``listed``, where more reports are stored than are listed: the store has counted each wording."""
    found = []
    for each in wordings:
        days = [named.earliest for named in each.reports.speakers if named.earliest is not None]
        text = each.first.hit.quote.text
        found.append(_variant(text, each.first.comparison, each.reports.total, min(days, default=None)))
    return _ordered(found)


def _variant(text: str, comparison: Comparison, count: int, first: date | None) -> Variant:
    return Variant(text, comparison.relation, count, first, comparison.diff, comparison.guards)


def _ordered(found: Iterable[Variant]) -> tuple[Variant, ...]:
    return tuple(sorted(found, key=lambda each: (bool(each.guards), BEST.index(each.relation), -each.count, each.text)))

"""The distinct wordings in which a text is reported, each with its count, its first date and its difference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from indexer.check.dates import first_day, in_time
from indexer.check.gather import Gathered
from indexer.check.records import Report, Variant
from indexer.check.reports import BEST
from indexer.compare import Comparison, fingerprint
from indexer.query import AllOf
from indexer.store.base import Store


def listed(reports: Sequence[Report]) -> tuple[Variant, ...]:
    """The wordings of these reports: the nearest to the text first, of two as near the most printed."""
    groups: dict[str, list[Report]] = {}
    for report in sorted(reports, key=in_time):
        groups.setdefault(fingerprint(report.text), []).append(report)
    return _ordered(
        _variant(group[0].text, group[0].comparison, len(group), first_day(group[0])) for group in groups.values()
    )


def counted(store: Store, condition: AllOf, gathered: Gathered) -> tuple[Variant, ...]:
    """As ``listed``, where more reports are stored than are listed: the store counts each wording."""
    found = []
    for mark, judged in gathered.accepted.items():
        reports = store.reports([mark], condition, size=1)
        days = [each.earliest for each in reports.speakers if each.earliest is not None]
        found.append(_variant(judged.hit.quote.text, judged.comparison, reports.total, min(days, default=None)))
    return _ordered(found)


def _variant(text: str, comparison: Comparison, count: int, first: date | None) -> Variant:
    return Variant(text, comparison.relation, count, first, comparison.diff, comparison.guards)


def _ordered(found: Iterable[Variant]) -> tuple[Variant, ...]:
    return tuple(sorted(found, key=lambda each: (bool(each.guards), BEST.index(each.relation), -each.count, each.text)))

"""The distinct wordings in which a text is reported, each with its count, its first date and its difference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from indexer.check.dates import first_day, in_time
from indexer.check.gather import Counted
from indexer.check.records import Report, Stances, Variant
from indexer.check.reports import BEST
from indexer.compare import Comparison, fingerprint
from indexer.model import Stance
from indexer.printed import Attributed


def listed(reports: Sequence[Report]) -> tuple[Variant, ...]:
    """The wordings of these reports: the nearest to the text first, of two as near the most printed."""
    groups: dict[str, list[Report]] = {}
    for report in sorted(reports, key=in_time):
        groups.setdefault(fingerprint(report.text), []).append(report)
    found = []
    for group in groups.values():
        first, put = group[0], _stances((each.stance, 1) for each in group)
        found.append(_variant(first.text, first.comparison, len(group), put, first_day(first)))
    return _ordered(found)


def counted(wordings: Iterable[Counted]) -> tuple[Variant, ...]:
    """As ``listed``, where more reports are stored than are listed: the store has counted each wording."""
    found = []
    for each in wordings:
        named = each.reports.speakers
        days = [one.earliest for one in named if one.earliest is not None]
        text, comparison = each.first.hit.quote.text, each.first.comparison
        first = min(days, default=None)
        found.append(_variant(text, comparison, each.reports.total, stances(named), first))
    return _ordered(found)


def stances(found: Iterable[Attributed]) -> Stances:
    """All reports by how they put the words."""
    return _stances((each.stance, each.count) for each in found)


def _stances(found: Iterable[tuple[Stance, int]]) -> Stances:
    counts = dict.fromkeys(Stance, 0)
    for stance, count in found:
        counts[stance] += count
    return Stances(counts[Stance.ASSERTED], counts[Stance.DENIED], counts[Stance.ASKED])


def _variant(text: str, comparison: Comparison, count: int, put: Stances, first: date | None) -> Variant:
    return Variant(
        text, comparison.relation, comparison.probable, count, put, first, comparison.diff, comparison.guards
    )


def _ordered(found: Iterable[Variant]) -> tuple[Variant, ...]:
    return tuple(sorted(found, key=lambda each: (bool(each.guards), BEST.index(each.relation), -each.count, each.text)))

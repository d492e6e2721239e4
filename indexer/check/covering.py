"""Which part of a text a report covers, and whether that part holds what another report alters."""

from __future__ import annotations

from collections.abc import Iterable

from indexer.check.records import Report
from indexer.compare import Edit, EditKind, Guard
from indexer.compare.records import Place


def tells_more(altered: Report, clear: Report, others: Iterable[Report]) -> bool:
    """Whether a sure report whose sense is altered says more of a text than one that keeps its sense.

    It does where it covers all that the other covers, and what it alters besides: a fragment printed unchanged
    elsewhere is no evidence that the "not" after it was said.

    Args:
        others: all reports that keep the sense; one that covers the altered place is evidence against it.
    """
    if altered.comparison.probable:
        return False
    mine, theirs = _reach(altered), _reach(clear)
    if mine is None or theirs is None or not (mine[0] <= theirs[0] and theirs[1] <= mine[1]):
        return False
    return not any(_covers(other, guard) for other in others for guard in altered.comparison.guards)


def _reach(report: Report) -> Place | None:
    """From the first to the last character of the text that is kept."""
    kept = [edit.asked for edit in report.comparison.diff if edit.kind is EditKind.KEPT]
    return (kept[0][0], kept[-1][1]) if kept else None


def _covers(report: Report, guard: Guard) -> bool:
    """Whether a report tells of the place that a guard is raised at.

    What is sure may have other words there; what is only probable must keep those of the text.
    """
    reach = _reach(report)
    start, end = guard.asked
    if reach is None or not (reach[0] <= start and end <= reach[1]):
        return False
    return any(_holds(edit, start, end, report.comparison.probable) for edit in report.comparison.diff)


def _holds(edit: Edit, start: int, end: int, strictly: bool) -> bool:
    first, last = edit.asked
    if edit.kind is EditKind.KEPT:
        # A place between two words is held by both of them.
        return first <= start and end <= last if start < end else first < start < last
    return not strictly and edit.kind is EditKind.REPLACED and first < max(end, start + 1) and start < last
